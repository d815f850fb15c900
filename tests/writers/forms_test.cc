// The forms of others: PROV-JSON, schema.org, ninjs, Web Annotation, and the table of provenance.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

using nlohmann::json;

// A picture by Bo Li for Delta Press, from a pool, by way of AP and then Getty Images; the text was
// republished, and The Delta Post is cited.
MarkedText pictured_quay() {
  MarkedText text(
      "The quay at Tarrow, May 2, 2024. (Bo Li/Delta Press, Palace Pool via AP via Getty "
      "Images)\n\n"
      "\"It rained,\" Ann Lee told The Delta Post.\n\n"
      "Reposted for information only.\n",
      "quay.txt");
  Provenance& found = text.analysis.provenance;
  found.people.push_back({text.find("Bo Li"), "Bo Li", "photographer", 0, {}});
  found.houses = {{text.find("Delta Press"), "Delta Press", ""},
                  {text.find("AP"), "AP", "ap"},
                  {text.find("Getty Images"), "Getty Images", "getty"},
                  {text.find("The Delta Post"), "The Delta Post", ""}};
  found.flags = {"pool"};
  found.places = {text.find("Tarrow")};
  Statement credit;
  credit.span = text.find("(Bo Li/Delta Press, Palace Pool via AP via Getty Images)");
  credit.rule = "credit.test";
  credit.confidence = 0.9F;
  credit.people = {0, 1};
  credit.houses = {0, 1};
  credit.via = {1, 3};
  credit.flags = {0, 1};
  credit.pool = "Palace Pool";
  credit.picture = 0;
  found.statements.push_back(credit);
  Statement repost;
  repost.kind = StatementKind::repost_disclaimer;
  repost.paragraph = 2;
  repost.span = text.find("Reposted for information only.");
  repost.clauses = {0, 1};
  found.clauses.push_back({"information_only", repost.span});
  found.statements.push_back(repost);
  Picture picture;
  picture.caption = text.find("The quay at Tarrow, May 2, 2024.");
  picture.credits = {0, 1};
  picture.places = {0, 1};
  picture.date = text.find("May 2, 2024");
  picture.day = "2024-05-02";
  found.pictures.push_back(picture);
  Citation citation;
  citation.span = text.find("told The Delta Post");
  citation.role = CitationRole::medium;
  citation.chain = {3, 4};
  citation.quote = 0;
  found.citations.push_back(citation);
  found.verdict.origin = TextOrigin::republished;
  found.verdict.evidence = {1};
  found.verdict.rules = {"verdict.repost-disclaimer"};
  found.verdict.confidence = 0.9F;
  found.findings.push_back({"repost-without-origin", repost.span, "Say where it came from."});
  text.quote({"\"It rained,\""});
  const auto lee = text.mention("Ann Lee", MentionKind::name);
  text.source("Ann Lee", {lee});
  text.said_by(lee, "told");
  return text;
}

std::string output(const Record& record, Format format) {
  std::string out;
  make_writer(format)->write(record, out);
  return out;
}

json document(Format format, OffsetUnit unit = OffsetUnit::codepoints) {
  const MarkedText text = pictured_quay();
  return json::parse(output(text.record({.unit = unit, .blocks = true}), format));
}

// The relations of one kind of which `key` is `value`.
std::vector<json> relations(const json& prov, const std::string& kind, const std::string& key,
                            const std::string& value) {
  std::vector<json> found;
  for (const json& each : prov.at(kind)) {
    if (each.at(key) == value) found.push_back(each);
  }
  return found;
}

TEST(Prov, PhotographersActOnBehalfOfTheirHouse) {
  const json prov = document(Format::prov);
  const json& delegation = prov["actedOnBehalfOf"].front();
  EXPECT_EQ(prov["agent"][delegation["prov:delegate"]]["prov:label"], "Bo Li");
  EXPECT_EQ(prov["agent"][delegation["prov:responsible"]]["prov:label"], "Delta Press");
}

TEST(Prov, DistributorsAreActivitiesInTheirOrder) {
  const json prov = document(Format::prov);
  const std::string first = "a:distribution-picture-1-1";
  const std::string second = "a:distribution-picture-1-2";
  EXPECT_EQ(prov["activity"][first]["quotary:order"], 1);
  EXPECT_EQ(relations(prov, "wasAssociatedWith", "prov:activity", first).at(0)["prov:agent"],
            "house:ap");
  EXPECT_EQ(relations(prov, "wasAssociatedWith", "prov:activity", second).at(0)["prov:agent"],
            "house:getty");
  EXPECT_EQ(relations(prov, "wasInformedBy", "prov:informed", second).at(0)["prov:informant"],
            first);
  EXPECT_EQ(relations(prov, "used", "prov:activity", first).at(0)["prov:entity"], "a:picture-1");
}

TEST(Prov, WhatIsRepublishedDerivesFromItsOrigin) {
  const json prov = document(Format::prov);
  const auto derived = relations(prov, "wasDerivedFrom", "prov:usedEntity", "a:origin");
  EXPECT_EQ(derived.at(0)["prov:generatedEntity"], "a:text");
}

TEST(Prov, QuotesBelongToTheirSpeakers) {
  const json prov = document(Format::prov);
  const auto said = relations(prov, "wasAttributedTo", "prov:entity", "a:quote-1");
  EXPECT_EQ(prov["agent"][said.at(0)["prov:agent"]]["prov:label"], "Ann Lee");
}

TEST(Prov, OnlyWordForWordIsAQuotation) {
  const auto derivation = [](QuoteKind kind) {
    MarkedText text = pictured_quay();
    text.analysis.quotes[0].kind = kind;
    const json prov = json::parse(output(text.record(), Format::prov));
    return relations(prov, "wasDerivedFrom", "prov:usedEntity", "a:quote-1").at(0);
  };
  EXPECT_EQ(derivation(QuoteKind::direct)["prov:type"]["$"], "prov:Quotation");
  EXPECT_FALSE(derivation(QuoteKind::indirect).contains("prov:type"));
}

TEST(Prov, APersonIsOneAgentHoweverOftenNamed) {
  MarkedText text = pictured_quay();
  text.analysis.provenance.statements.push_back(text.analysis.provenance.statements.front());
  text.analysis.provenance.statements.back().picture = kNone;
  const json prov = json::parse(output(text.record(), Format::prov));
  int people = 0;
  for (const json& agent : prov["agent"]) people += agent["prov:label"] == "Bo Li" ? 1 : 0;
  EXPECT_EQ(people, 1);
}

TEST(SchemaOrg, SaysWhoMadeAPictureAndWhoProvidedIt) {
  const json image = document(Format::schema_org)["image"][0];
  EXPECT_EQ(image["creditText"], "(Bo Li/Delta Press, Palace Pool via AP via Getty Images)");
  EXPECT_EQ(image["creator"][0]["name"], "Bo Li");
  EXPECT_EQ(image["creator"][0]["affiliation"]["name"], "Delta Press");
  EXPECT_EQ(image["provider"][0]["name"], "AP");
  EXPECT_EQ(image["provider"][1]["name"], "Getty Images");
  EXPECT_EQ(image["caption"], "The quay at Tarrow, May 2, 2024.");
  EXPECT_EQ(image["dateCreated"], "2024-05-02");
}

TEST(SchemaOrg, QuotationsAreSpoken) {
  const json quotation = document(Format::schema_org)["hasPart"][0];
  EXPECT_EQ(quotation["@type"], "Quotation");
  EXPECT_EQ(quotation["spokenByCharacter"]["name"], "Ann Lee");
  EXPECT_EQ(quotation["text"], "\"It rained,\"");
}

TEST(SchemaOrg, WhatIsRepublishedIsBasedOnSomething) {
  EXPECT_EQ(document(Format::schema_org)["isBasedOn"]["@type"], "CreativeWork");
}

TEST(SchemaOrg, DisclaimersAndFlagsAreUsageInfo) {
  const json article = document(Format::schema_org);
  EXPECT_EQ(article["usageInfo"].dump(),
            R"([{"@type":"CreativeWork","text":"Reposted for information only."}])");
  EXPECT_EQ(article["image"][0]["usageInfo"].dump(), R"([{"@type":"CreativeWork","text":"pool"}])");
}

TEST(Ninjs, NamesNobodyWhoHasNoName) {
  MarkedText text("\"It rained,\" its government said.");
  text.quote({"\"It rained,\""});
  const auto government = text.mention("its government", MentionKind::nominal);
  text.source("its government", {government});
  text.analysis.sources.back().type = SourceType::organisation;
  text.said_by(government, "said");
  EXPECT_FALSE(json::parse(output(text.record(), Format::ninjs)).contains("organisations"));
}

TEST(Ninjs, PicturesAreAssociations) {
  const json picture = document(Format::ninjs)["associations"][0];
  EXPECT_EQ(picture["type"], "picture");
  EXPECT_EQ(picture["people"][0], json({{"name", "Bo Li"}, {"rel", "photographer"}}));
  EXPECT_EQ(picture["infoSources"].size(), 4U);
  EXPECT_EQ(picture["infoSources"][1]["role"], "pool");
  EXPECT_EQ(picture["infoSources"][3]["role"], "distributor");
  EXPECT_EQ(picture["descriptions"][0]["value"], "The quay at Tarrow, May 2, 2024.");
}

TEST(Ninjs, NamesItsStandardAndTheDocument) {
  const json ninjs = document(Format::ninjs);
  EXPECT_EQ(ninjs["standard"]["version"], "3.1");
  EXPECT_EQ(ninjs["uri"], "urn:quotary:document:quay.txt");
  EXPECT_NE(ninjs["edNote"].get<std::string>().find("Say where it came from."), std::string::npos);
}

TEST(Ninjs, UrisStayAndOtherIdsAreSpelt) {
  const auto uri_of = [](const std::string& id) {
    const MarkedText text("It rained.", id);
    return json::parse(output(text.record(), Format::ninjs))["uri"].get<std::string>();
  };
  EXPECT_EQ(uri_of("https://example.org/a?b=1"), "https://example.org/a?b=1");
  EXPECT_EQ(uri_of("https://example.org/a#b"),
            "urn:quotary:document:https%3A%2F%2Fexample.org%2Fa%23b");
  EXPECT_EQ(uri_of("news.jsonl:12"), "urn:quotary:document:news.jsonl%3A12");
  EXPECT_EQ(uri_of("\xC3\xBC"), "urn:quotary:document:%C3%BC");
  EXPECT_EQ(uri_of(""), "urn:quotary:document:-");
}

TEST(WebAnnotation, SelectsByWordsAndByPosition) {
  const json items = document(Format::web_annotation)["items"];
  const json& selectors = items[0]["target"][0]["selector"];
  EXPECT_EQ(selectors[0]["exact"], "\"It rained,\"");
  EXPECT_EQ(selectors[0]["suffix"], " Ann Lee told The Delta Post.\n\nR");
  EXPECT_EQ(selectors[1], json({{"type", "TextPositionSelector"}, {"start", 91}, {"end", 103}}));
  EXPECT_EQ(items[0]["body"][0]["value"], "Ann Lee");
}

TEST(WebAnnotation, HasAnItemForEachThingFound) {
  std::string ids;
  const json page = document(Format::web_annotation);
  for (const json& item : page["items"]) {
    const std::string id = item["id"];
    ids += id.substr(id.find('#')) + " ";
  }
  EXPECT_EQ(ids, "#quote-1 #statement-1 #statement-2 #picture-1 #citation-1 #finding-1 ");
}

TEST(WebAnnotation, CountsCodePointsWhateverIsPreferred) {
  EXPECT_EQ(unit_of(Format::web_annotation, OffsetUnit::bytes), OffsetUnit::codepoints);
  EXPECT_EQ(unit_of(Format::prov, OffsetUnit::utf16), OffsetUnit::utf16);
}

TEST(ProvenanceCsv, HasARowForEachPersonAndHouse) {
  std::string table;
  const MarkedText text = pictured_quay();
  make_provenance_writer(Format::csv)->write(text.record(), table);
  const auto has = [&](const std::string& row) { return table.find(row) != std::string::npos; };
  EXPECT_TRUE(has("quay.txt,text,,republished,"));
  EXPECT_TRUE(has("quay.txt,person,1,credit,34,39,Bo Li,Bo Li,photographer,,Delta Press,"));
  EXPECT_TRUE(has(",via,1,credit,69,71,AP,AP,,ap,,1,"));
  EXPECT_TRUE(has(",via,1,credit,76,88,Getty Images,Getty Images,,getty,,2,"));
  EXPECT_TRUE(has(",finding,1,repost-without-origin,"));
}

TEST(ProvenanceView, SaysItInALine) {
  std::string view;
  const MarkedText text = pictured_quay();
  make_provenance_writer(Format::view)->write(text.record(), view);
  EXPECT_NE(view.find("text: republished, origin not named"), std::string::npos) << view;
  EXPECT_NE(view.find("Bo Li → Delta Press → Palace Pool → via AP → via"), std::string::npos)
      << view;
  EXPECT_NE(view.find("! repost-without-origin"), std::string::npos) << view;
}

TEST(ProvenanceWriters, BratAndEvalHaveNone) {
  EXPECT_EQ(make_provenance_writer(Format::brat), nullptr);
  EXPECT_EQ(make_provenance_writer(Format::eval), nullptr);
  EXPECT_NE(make_provenance_writer(Format::prov), nullptr);
}

}  // namespace
}  // namespace quotary
