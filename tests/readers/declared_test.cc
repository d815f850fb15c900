// What pages and fields declare about where an article comes from.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "quotary/page.h"

namespace quotary {
namespace {

using Lines = std::vector<std::string>;

const PageReader& reader() {
  static const PageReader made = PageReader::create(RulePack::built_in().value()).value();
  return made;
}

// "field = value (url) [image], from".
Lines lines_of(const Declared& declared) {
  Lines lines;
  for (const DeclaredValue& each : declared.values) {
    lines.push_back(std::string(name_of(each.field)) + " = " + each.value +
                    (each.url.empty() ? "" : " (" + each.url + ")") +
                    (each.image == kNone ? "" : " [" + std::to_string(each.image) + "]") + ", " +
                    each.from);
  }
  return lines;
}
Lines declared_in(std::string_view html) { return lines_of(reader().read(html).value().declared); }
Lines json_ld(const std::string& json) {
  return declared_in("<script type=\"application/ld+json\">" + json + "</script>");
}

TEST(Declared, MetaNamesAndProperties) {
  EXPECT_EQ(
      declared_in("<meta name=author content=\" Ann\n Lee \"><meta property='og:site_name' "
                  "content='Halsen &amp; Sons'><meta name=syndication-source "
                  "content='https://a.example/x'><meta name=DC.Rights content='(c) 2024 AP'>"
                  "<meta name=byl content='By Jo Marsh'><meta name=unheard-of content=x>"
                  "<meta name=author content=''>"),
      (Lines{"author = Ann Lee, meta author", "publisher = Halsen & Sons, meta og:site_name",
             "origin = https://a.example/x, meta syndication-source",
             "copyright_notice = (c) 2024 AP, meta DC.Rights", "author = By Jo Marsh, meta byl"}));
}

TEST(Declared, TitleAndLanguageOfThePage) {
  EXPECT_EQ(declared_in("<html lang=en-GB><title>Crane <b> falls</title>"),
            (Lines{"language = en-GB, html lang", "title = Crane <b> falls, title"}));
}

TEST(Declared, ACanonicalAddressElsewhereIsTheOrigin) {
  const std::string canonical = "<link rel=canonical href='https://www.halsen.example/a'>";
  EXPECT_EQ(declared_in("<meta property=og:url content='https://other.example/b'>" + canonical),
            (Lines{"page_url = https://other.example/b, meta og:url",
                   "canonical = https://www.halsen.example/a, link canonical",
                   "origin = https://www.halsen.example/a, link canonical"}));
  EXPECT_EQ(
      declared_in("<meta property=og:url content='https://m.halsen.example/b'>" + canonical).size(),
      2U);
  EXPECT_EQ(declared_in(canonical).size(), 1U);
  EXPECT_EQ(declared_in("<meta property=og:url content='https://a.co.uk/'>"
                        "<link rel=canonical href='https://b.co.uk/'>")
                .size(),
            3U);
}

TEST(Declared, LinksToAuthorAndLicense) {
  EXPECT_EQ(declared_in("<link rel=author href=/lee><link rel=license "
                        "href='https://creativecommons.org/licenses/by/4.0/'>"),
            (Lines{"author = /lee, link author",
                   "license = https://creativecommons.org/licenses/by/4.0/, link license"}));
}

TEST(Declared, JsonLdArticle) {
  EXPECT_EQ(json_ld(R"({"@context":"https://schema.org","@type":"NewsArticle","dateline":"SALEM",
      "author":[{"@type":"Person","name":"Ann Lee","url":"https://a.example/lee"},"Jo Marsh"],
      "provider":{"@type":"Organization","name":"AP"},"isBasedOn":"https://b.example/1"})"),
            (Lines{"author = Ann Lee (https://a.example/lee), json-ld NewsArticle.author",
                   "author = Jo Marsh, json-ld NewsArticle.author",
                   "dateline = SALEM, json-ld NewsArticle.dateline",
                   "origin = https://b.example/1, json-ld NewsArticle.isBasedOn",
                   "provider = AP, json-ld NewsArticle.provider"}));
}

TEST(Declared, JsonLdGraphsReferencesAndImages) {
  EXPECT_EQ(json_ld(R"({"@graph":[
      {"@type":["Article","Thing"],"publisher":{"@id":"#p"},"image":[{"@type":"ImageObject",
       "creditText":"Ann Lee/AP"},{"@type":"http://schema.org/ImageObject","copyrightHolder":{"name":"EPA"}}]},
      {"@type":"Organization","@id":"#p","name":"Halsen Dispatch"}]})"),
            (Lines{"publisher = Halsen Dispatch (#p), json-ld Article.publisher",
                   "credit = Ann Lee/AP [0], json-ld ImageObject.creditText",
                   "copyright_holder = EPA [1], json-ld ImageObject.copyrightHolder"}));
}

TEST(Declared, JsonLdWithCommonFaultsIsRead) {
  EXPECT_EQ(json_ld("<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"Crane\nfalls\"}\n//-->"),
            Lines{"title = Crane falls, json-ld NewsArticle.headline"});
}

TEST(Declared, JsonLdThatCannotBeReadDeclaresNothing) {
  for (const char* json : {"", "{", "[1,2", "\"x\"", "{\"@type\":\"NewsArticle\",\"author\":5}",
                           "{\"@type\":5,\"author\":\"x\"}", "{\"author\":\"x\"}", "null", "[[[]]]",
                           "{\"@type\":\"NewsArticle\",\"author\":[[\"x\"]]}",
                           "{\"@type\":\"NewsArticle\",\"publisher\":{\"@id\":5}}"}) {
    EXPECT_EQ(json_ld(json), Lines{}) << json;
  }
  std::string deep = "{\"@type\":\"NewsArticle\",\"author\":";
  for (int i = 0; i < 100; ++i) deep += "{\"a\":";
  EXPECT_EQ(json_ld(deep + "1" + std::string(101, '}')), Lines{});
}

TEST(Declared, ValuesAreBounded) {
  const Declared declared =
      reader().read("<meta name=author content='" + std::string(5000, 'x') + "'>").value().declared;
  ASSERT_EQ(declared.values.size(), 1U);
  EXPECT_LE(declared.values[0].value.size(), kMaxDeclaredBytes);
}

TEST(Declared, FieldsOfJsonLines) {
  EXPECT_EQ(
      lines_of(reader().declared_in(
          R"("publisher":"Halsen","url":"https:\/\/a.example","authors":["Ann Lee","Jo \"J\" Marsh"],)"
          R"("n":5,"source":null,"published":"2024-05-01","author":[{"name":"Li Wei"},5,[]])")),
      (Lines{"publisher = Halsen, field publisher", "page_url = https://a.example, field url",
             "author = Ann Lee, field authors", "author = Jo \"J\" Marsh, field authors",
             "published = 2024-05-01, field published", "author = Li Wei, field author"}));
  EXPECT_TRUE(reader().declared_in("").empty());
}

TEST(Declared, TheFirstValueAboutTheTextIsFound) {
  Declared declared;
  declared.values = {{DeclaredField::author, "picture", "", "", 0},
                     {DeclaredField::author, "text", "", "", kNone}};
  EXPECT_EQ(declared.find(DeclaredField::author)->value, "text");
  EXPECT_EQ(declared.find(DeclaredField::origin), nullptr);
}

TEST(Declared, HostsOfAddresses) {
  EXPECT_EQ(host_of("https://News.example.co.uk:443/a?b"), "news.example.co.uk");
  EXPECT_EQ(host_of("//user@cdn.example/x"), "cdn.example");
  EXPECT_EQ(host_of("/relative//x"), "");
  EXPECT_EQ(host_of("Halsen Dispatch"), "");
}

TEST(Declared, WhatJsonLdSaysThatItsAuthorsAre) {
  const auto type_of = [](const std::string& author) {
    const Page page = reader()
                          .read(
                              "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", "
                              "\"author\": " +
                              author + "}</script>")
                          .value();
    return page.declared.find(DeclaredField::author)->type;
  };
  EXPECT_EQ(type_of(R"({"@type": "Person", "name": "Ann Lee"})"), DeclaredType::person);
  EXPECT_EQ(type_of(R"({"@type": "NewsMediaOrganization", "name": "Delta"})"),
            DeclaredType::organisation);
  EXPECT_EQ(type_of(R"({"@type": "Thing", "name": "Delta"})"), DeclaredType::unknown);
  EXPECT_EQ(type_of(R"("Ann Lee")"), DeclaredType::unknown);
}

}  // namespace
}  // namespace quotary
