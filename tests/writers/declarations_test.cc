// What metadata declare, in the forms that have a place for it: after what the text says itself.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

using nlohmann::json;

ReadDocument declaring(std::vector<DeclaredValue> values) {
  ReadDocument input;
  input.is_page = true;
  input.declared.values = std::move(values);
  return input;
}

std::string output(const MarkedText& text, const ReadDocument& input, Format format) {
  std::string out;
  make_provenance_writer(format)->write(text.record({.blocks = true, .input = &input}), out);
  return out;
}

// A text that says nothing about itself.
json form_of(const ReadDocument& input, Format format) {
  return json::parse(output(MarkedText("It rained in Tarrow."), input, format));
}

// The same with a byline and a house.
MarkedText by_ann_lee() {
  MarkedText text("By Ann Lee, AP\n\nIt rained in Tarrow.");
  Provenance& found = text.analysis.provenance;
  found.people.push_back({text.find("Ann Lee"), "Ann Lee", "", 0, {}});
  found.houses = {{text.find("AP"), "AP", "ap"}};
  Statement byline;
  byline.kind = StatementKind::byline;
  byline.span = text.find("By Ann Lee, AP");
  byline.people = {0, 1};
  byline.houses = {0, 1};
  found.statements.push_back(byline);
  return text;
}

const ReadDocument& delta_page() {
  static const ReadDocument kPage = declaring({
      {DeclaredField::author, "Bo Li", "https://delta.example/li", "meta author"},
      {DeclaredField::author, "Bo Li", "", "json-ld NewsArticle.author"},
      {DeclaredField::publisher, "The Delta Post", "", "meta og:site_name"},
      {DeclaredField::origin, "https://post.example/rain", "", "link canonical"},
      {DeclaredField::published, "2024-05-02T10:00:00+02:00", "", "meta date"},
      {DeclaredField::language, "en_US", "", "html lang"},
      {DeclaredField::credit, "Ann Lee/AP", "", "json-ld ImageObject.creditText", 0},
  });
  return kPage;
}

TEST(Declarations, ProvSaysWhichPlaceOfThePageNamesSomebody) {
  const json prov = form_of(delta_page(), Format::prov);
  std::vector<std::string> found;
  for (const json& each : prov["wasAttributedTo"]) {
    const std::string agent = each["prov:agent"];
    found.push_back(each["quotary:role"].get<std::string>() + " " +
                    prov["agent"][agent]["prov:label"].get<std::string>() + ", " +
                    each["quotary:declared"].get<std::string>());
  }
  EXPECT_EQ(found, (std::vector<std::string>{"author Bo Li, meta author",
                                             "publisher The Delta Post, meta og:site_name"}));
  EXPECT_EQ(prov["entity"]["a:text"]["quotary:declared-published"], "2024-05-02T10:00:00+02:00");
}

TEST(Declarations, ProvDerivesTheTextFromItsDeclaredOrigin) {
  const json prov = form_of(delta_page(), Format::prov);
  EXPECT_EQ(prov["entity"]["a:origin"]["quotary:declared-origin"], "https://post.example/rain");
  EXPECT_EQ(prov["wasDerivedFrom"]["_:r1"]["prov:usedEntity"], "a:origin");
}

TEST(Declarations, AHouseThatTheTextNamesIsTheSameAgent) {
  const ReadDocument input = declaring({{DeclaredField::provider, "AP", "", "meta provider"}});
  const json prov = json::parse(output(by_ann_lee(), input, Format::prov));
  int declared = 0;
  for (const json& each : prov["wasAttributedTo"]) {
    if (!each.contains("quotary:declared")) continue;
    ++declared;
    EXPECT_EQ(each["prov:agent"], "house:ap");
  }
  EXPECT_EQ(declared, 1);
}

TEST(Declarations, SchemaOrgTakesThemWhereTheTextIsSilent) {
  const json said = form_of(delta_page(), Format::schema_org);
  EXPECT_EQ(said["author"].dump(),
            R"([{"@type":"Person","name":"Bo Li","url":"https://delta.example/li"}])");
  EXPECT_EQ(said["publisher"].dump(), R"([{"@type":"Organization","name":"The Delta Post"}])");
  EXPECT_EQ(said["datePublished"], "2024-05-02T10:00:00+02:00");
  EXPECT_EQ(said["inLanguage"], "en-US");
  EXPECT_EQ(said["isBasedOn"]["url"], "https://post.example/rain");
}

TEST(Declarations, SchemaOrgPrefersTheByline) {
  const json said = json::parse(output(by_ann_lee(), delta_page(), Format::schema_org));
  EXPECT_EQ(said["author"].size(), 1U);
  EXPECT_EQ(said["author"][0]["name"], "Ann Lee");
}

TEST(Declarations, AnAuthorCanBeAnOrganisation) {
  const ReadDocument input = declaring({{DeclaredField::author, "The Delta Post", "", "json-ld",
                                         kNone, DeclaredType::organisation}});
  EXPECT_EQ(form_of(input, Format::schema_org)["author"][0]["@type"], "Organization");
  EXPECT_EQ(form_of(input, Format::ninjs)["infoSources"][0]["role"], "declared author");
  EXPECT_FALSE(form_of(input, Format::ninjs).contains("people"));
}

TEST(Declarations, NoFormTakesWhatIsNoTimeAddressOrLanguage) {
  for (const char* const time :
       {"yesterday", "2024-5-2", "2024-05-02 10:00", "2024-05-02T10:00+2"}) {
    const ReadDocument input = declaring({{DeclaredField::modified, time, "", "meta"}});
    EXPECT_FALSE(form_of(input, Format::schema_org).contains("dateModified")) << time;
  }
  for (const char* const time : {"2024-05-02", "2024-05-02T10:00Z", "2024-05-02T10:00:00.5-0100"}) {
    const ReadDocument input = declaring({{DeclaredField::modified, time, "", "meta"}});
    EXPECT_EQ(form_of(input, Format::schema_org)["dateModified"], time);
  }
  const ReadDocument input = declaring({{DeclaredField::page_url, "/a b", "", "meta"},
                                        {DeclaredField::language, "American English", "", "meta"},
                                        {DeclaredField::license, "all rights", "", "meta"}});
  for (const char* const key : {"url", "inLanguage", "license"}) {
    EXPECT_FALSE(form_of(input, Format::schema_org).contains(key)) << key;
  }
  EXPECT_FALSE(form_of(input, Format::ninjs).contains("language"));
  EXPECT_FALSE(form_of(input, Format::ninjs).contains("rightsInfo"));
}

TEST(Declarations, AddressesAreThoseOfTheWebWithOrWithoutTheirScheme) {
  const auto address = [](const std::string& written) -> std::string {
    const json said =
        form_of(declaring({{DeclaredField::page_url, written, "", "meta"}}), Format::schema_org);
    return said.contains("url") ? said["url"].get<std::string>() : "none";
  };
  EXPECT_EQ(address("https://delta.example/rain?a=1#top"), "https://delta.example/rain?a=1");
  EXPECT_EQ(address("delta.example/rain"), "https://delta.example/rain");
  EXPECT_EQ(address("https://delta.example/%C3%BC"), "https://delta.example/%C3%BC");
  EXPECT_EQ(address("urn:delta:7"), "urn:delta:7");
  for (const char* const none : {"https://delta.example/%C3%B", "https://", "://delta", "delta",
                                 "https:///delta", "delta.7/a", "javascript:alert(1)"}) {
    EXPECT_EQ(address(none), "none");
  }
}

TEST(Declarations, NinjsMarksThem) {
  const json item = form_of(delta_page(), Format::ninjs);
  EXPECT_EQ(item["by"], "Bo Li");
  EXPECT_EQ(item["people"].dump(), R"([{"name":"Bo Li","rel":"declared author"}])");
  EXPECT_EQ(item["infoSources"][0]["role"], "declared publisher");
  EXPECT_EQ(item["infoSources"][1]["uri"], "https://post.example/rain");
  EXPECT_EQ(item["language"], "en-US");
}

TEST(Declarations, AreOneAnnotationOfTheWholeText) {
  const json page = form_of(delta_page(), Format::web_annotation);
  ASSERT_EQ(page["items"].size(), 1U);
  EXPECT_EQ(page["items"][0]["target"], "urn:quotary:document:test");
  EXPECT_EQ(page["items"][0]["body"][0]["value"], "author: Bo Li");
}

TEST(Declarations, AreRowsAndLines) {
  const MarkedText text("It rained in Tarrow.");
  EXPECT_NE(output(text, delta_page(), Format::csv)
                .find(",declared,1,author,,,,Bo Li,,,,,,,,,https://delta.example/li,unknown,,meta "
                      "author,"),
            std::string::npos);
  EXPECT_NE(output(text, delta_page(), Format::csv).find(",declared,7,credit,,,,Ann Lee/AP,,,,1,"),
            std::string::npos);
  EXPECT_NE(output(text, delta_page(), Format::view)
                .find("credit         Ann Lee/AP · image 1 (json-ld ImageObject.creditText)"),
            std::string::npos);
}

TEST(Declarations, StandInTheRecordOfProvenance) {
  const json record = form_of(delta_page(), Format::jsonl);
  EXPECT_EQ(record["declared"].size(), 7U);
  EXPECT_EQ(record["declared"][6]["image"], 1);
}

}  // namespace
}  // namespace quotary
