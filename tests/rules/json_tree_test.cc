#include "rules/json_tree.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace quotary {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const JsonTree& tree, std::uint32_t index) {
  switch (tree[index].kind) {
    case JsonKind::null:
      return nullptr;
    case JsonKind::boolean:
      return tree[index].truth;
    case JsonKind::number:
      return tree[index].number;
    case JsonKind::string:
      return std::string(tree[index].text);
    case JsonKind::array: {
      Json array = Json::array();
      for (JsonChildren each(tree, index); !each.done(); each.advance()) {
        array.push_back(to_json(tree, each.index()));
      }
      return array;
    }
    case JsonKind::object:
      break;
  }
  Json object = Json::object();
  for (JsonMembers each(tree, index); !each.done(); each.advance()) {
    object[std::string(each.key())] = to_json(tree, each.value());
  }
  return object;
}

std::string read(const std::string& text) {
  const Result<JsonTree> tree = JsonTree::read(text, "f.json");
  return tree ? to_json(*tree, 0).dump() : tree.error().to_string();
}

TEST(JsonTree, ReadsWhatNlohmannReads) {
  for (const char* text :
       {"{}", "[]", "null", "true", " [1, -2.5, 3e2, 0] ", R"({"a": [true, false, null], "b": {}})",
        R"(["\"\\\/\b\f\n\r\t", "\u00e9", "\ud83d\ude00", "ä"])", R"({"a": {"b": [[], [{}]]}})"}) {
    Json expected = Json::parse(text);
    const Result<JsonTree> tree = JsonTree::read(text, "f");
    ASSERT_TRUE(tree) << text;
    EXPECT_EQ(to_json(*tree, 0), expected) << text;
  }
}

TEST(JsonTree, RefusesWhatNlohmannRefuses) {
  for (const char* text : {"", "{", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "\"a", "\"\\x\"",
                           "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "tru", "1.2.3", "+1", "--1",
                           "[1]]", "\"a\nb\"", "{\"a\" 1}"}) {
    EXPECT_FALSE(Json::accept(text)) << text;
    EXPECT_FALSE(JsonTree::read(text, "f")) << text;
  }
}

TEST(JsonTree, SaysWhereItIsWrong) {
  EXPECT_EQ(read("[\n  1,\n  oops]"), "E102 f.json:3:3: expected a value");
  EXPECT_EQ(read("{\"a\": 1 \"b\"}"), "E102 f.json:1:9: expected `,` or `}`");
  EXPECT_EQ(read("[\"äöü\", x]"), "E102 f.json:1:9: expected a value");
  EXPECT_EQ(read("[\"a"), "E102 f.json:1:4: this string has no end");
}

TEST(JsonTree, KnowsThePlacesOfValues) {
  const Result<JsonTree> tree = JsonTree::read("{\n  \"ä\": \"x\", \"b\": 1\n}", "f.json");
  ASSERT_TRUE(tree);
  const Place place = tree->place(tree->member(0, "b"));
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 18U);
  EXPECT_EQ(tree->place_in(tree->member(0, "ä"), 0).column, 9U);
}

TEST(JsonTree, MissingMembersAreNone) {
  const Result<JsonTree> tree = JsonTree::read("{\"a\": 1}", "f");
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->member(0, "b"), kNone);
  EXPECT_EQ(tree->member(tree->member(0, "a"), "b"), kNone);
  EXPECT_EQ(tree->number(0, "a"), 1);
  EXPECT_EQ(tree->text(0, "a"), std::nullopt);
}

TEST(JsonTree, DeepNestingIsAnErrorNotACrash) {
  EXPECT_EQ(read(std::string(1'000'000, '[')), "E102 f.json:1:65: nested too deeply");
  EXPECT_FALSE(JsonTree::read(std::string(100, '[') + std::string(100, ']'), "f"));
  EXPECT_TRUE(JsonTree::read(std::string(60, '[') + std::string(60, ']'), "f"));
}

}  // namespace
}  // namespace quotary
