#include "rules/houses.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "quotary/rules.h"
#include "rules/pack.h"

namespace quotary {
namespace {

Houses read(const std::string& json, std::vector<Error>& errors) {
  Houses houses;
  const auto tree = JsonTree::read(json, "agencies.json");
  read_houses(tree.value(), houses, errors);
  check_houses(houses, errors);
  return houses;
}

std::string id_of(const Houses& houses, std::string_view name) {
  const std::uint32_t index = houses.named(name);
  return index == kNone ? std::string() : houses[index].id;
}

constexpr const char* kTwo = R"({"houses": [
  {"id": "hn", "name": "Harbour News", "kind": "wire", "domains": ["harbour.example"],
   "aliases": ["Harbour News Agency"], "abbreviations": ["HN"], "misspellings": ["Harbor News"]},
  {"id": "hn-photo", "name": "HN Images", "kind": "photo_agency", "part_of": "hn"}]})";

TEST(Houses, AreFoundByAllTheirSpellings) {
  std::vector<Error> errors;
  const Houses houses = read(kTwo, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(id_of(houses, "HARBOUR NEWS"), "hn");
  EXPECT_EQ(id_of(houses, "Harbor News"), "hn");
  EXPECT_EQ(id_of(houses, "HN"), "hn");
  EXPECT_EQ(id_of(houses, "Hn"), "");
  EXPECT_EQ(id_of(houses, "HN Images"), "hn-photo");
  EXPECT_EQ(id_of(houses, "Harbour"), "");
}

TEST(Houses, AreToldBeforehandByTwoWords) {
  std::vector<Error> errors;
  const Houses houses = read(kTwo, errors);
  EXPECT_TRUE(houses.may_begin_with(word_id("harbour"), word_id("news")));
  EXPECT_FALSE(houses.may_begin_with(word_id("harbour"), word_id("bridge")));
  EXPECT_TRUE(houses.may_begin_with(word_id("hn"), word_id("said")));
  EXPECT_FALSE(houses.may_begin_with(word_id("bridge"), word_id("news")));
}

// What is told beforehand hides none of those that a look at the whole line finds.
TEST(Houses, OfTheBuiltInPackAreAllToldBeforehand) {
  const RulePack pack = RulePack::built_in().value();
  const Houses& houses = pack.data().houses;
  std::vector<LineToken> tokens;
  for (const House& house : houses.all()) {
    scan_line(house.name, tokens);
    const bool several = tokens.size() > 1;
    if (several && tokens[1].kind == LineTokenKind::mark) continue;
    EXPECT_TRUE(houses.may_begin_with(tokens[0].word, several ? tokens[1].word : 0)) << house.name;
  }
}

TEST(Houses, AreFoundByDomain) {
  std::vector<Error> errors;
  const Houses houses = read(kTwo, errors);
  EXPECT_EQ(houses.with_domain("www.harbour.example"), houses.with_id("hn"));
  EXPECT_EQ(houses.with_domain("news.harbour.example"), houses.with_id("hn"));
  EXPECT_EQ(houses.with_domain("example"), kNone);
}

TEST(Houses, HaveKindsThatAreNamedAsTheSchemaDoes) {
  std::ifstream file(QUOTARY_SOURCE_DIR "/rules/schema/agencies.schema.json");
  const auto schema = nlohmann::json::parse(file);
  std::vector<std::string> kinds;
  for (int kind = 0; kind <= static_cast<int>(HouseKind::company); ++kind) {
    kinds.emplace_back(name_of(static_cast<HouseKind>(kind)));
  }
  EXPECT_EQ(schema["$defs"]["house"]["properties"]["kind"]["enum"], nlohmann::json(kinds));
}

TEST(Houses, ErrorsNameTheirPlace) {
  std::vector<Error> errors;
  read(
      "{\"houses\": [\n  {\"id\": \"x\", \"name\": \"X\", \"kind\": \"wires\"},\n"
      "  {\"id\": \"y\", \"name\": \"Y\", \"kind\": \"wire\", \"part_of\": \"z\"}]}",
      errors);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].place.line, 2U);
  EXPECT_NE(errors[0].message.find("did you mean `wire`"), std::string::npos);
  EXPECT_EQ(errors[1].place.line, 3U);
  EXPECT_NE(errors[1].message.find("`z`"), std::string::npos);
}

TEST(Houses, LaterOnesReplaceEarlierOnes) {
  std::vector<Error> errors;
  Houses houses = read(kTwo, errors);
  const std::string more = R"({"houses": [{"id": "hn", "name": "Harbour Wire", "kind": "wire"}]})";
  const auto tree = JsonTree::read(more, "mine.json");
  read_houses(tree.value(), houses, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(houses[houses.with_id("hn")].name, "Harbour Wire");
  EXPECT_EQ(id_of(houses, "Harbour News"), "hn");
}

TEST(Houses, TheBuiltInOnesAreThere) {
  const RulePack pack = RulePack::built_in().value();
  const Houses& houses = pack.data().houses;
  EXPECT_GE(houses.all().size(), 200U);
  EXPECT_EQ(id_of(houses, "The Associated Press"), "ap");
  EXPECT_EQ(id_of(houses, "AFP"), id_of(houses, "Agence France-Presse"));
}

}  // namespace
}  // namespace quotary
