// Which rules a text is worth asking, by their words.
#include "pattern/text_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pattern/text_rules.h"

namespace quotary::pattern {
namespace {

TextWords words_of(const std::vector<WordLists>& rules) { return TextWords(rules); }

bool holds_one_of_each(const std::string& text, const WordLists& lists) {
  return words_of({lists}).worth_asking(text).test(0);
}

bool is_worth_asking(const std::string& text, const std::vector<std::string>& words) {
  return holds_one_of_each(text, WordLists{words});
}

TEST(TextWords, OneOfTheWordsIsEnough) {
  EXPECT_TRUE(is_worth_asking("Ole Strand helped.", {"assisted", "helped"}));
  EXPECT_FALSE(is_worth_asking("Ole Strand came.", {"assisted", "helped"}));
  EXPECT_FALSE(is_worth_asking("", {"helped"}));
}

TEST(TextWords, ARuleWithoutWordsIsAskedOfEveryText) { EXPECT_TRUE(is_worth_asking("", {})); }

TEST(TextWords, EachRuleGoesByItsOwn) {
  const TextWords words = words_of({{{"via"}}, {{"by"}}, {}, {{"by", "via"}}});
  EXPECT_EQ(words.worth_asking("Via Newsline").to_string().substr(252), "1101");
  EXPECT_EQ(words.worth_asking("By Lena Ortiz").to_string().substr(252), "1110");
}

TEST(TextWords, OfEachListOneHasToStand) {
  const WordLists lists = {{"reported", "reports"}, {"from"}};
  EXPECT_TRUE(holds_one_of_each("Ortiz reports from Porto Novo.", lists));
  EXPECT_TRUE(holds_one_of_each("From Porto Novo, Ortiz reported.", lists));
  EXPECT_FALSE(holds_one_of_each("Ortiz reported it.", lists));
  EXPECT_FALSE(holds_one_of_each("Ortiz came from Porto Novo.", lists));
}

TEST(TextWords, TwoMayStandSideBySide) {
  EXPECT_TRUE(is_worth_asking("Ortiz Reported  from Porto Novo.", {"reported from"}));
  EXPECT_FALSE(is_worth_asking("From Porto Novo, Ortiz reported.", {"reported from"}));
  EXPECT_FALSE(is_worth_asking("Ortiz reported, from Porto Novo.", {"reported from"}));
  EXPECT_FALSE(is_worth_asking("reported", {"reported from"}));
  EXPECT_TRUE(is_worth_asking("(Photo by Lena Ortiz)", {"( photo"}));
  EXPECT_TRUE(is_worth_asking("ursprünglich bei uns", {"ursprünglich bei"}));
  EXPECT_FALSE(is_worth_asking("ursprünglich, bei uns", {"ursprünglich bei"}));
}

TEST(TextWords, ListsBeyondTheLimitAreNotLookedAt) {
  const WordLists lists = {{"a"}, {"b"}, {"c"}, {"d"}, {"e"}};
  ASSERT_EQ(lists.size(), TextWords::kMostLists + 1);
  EXPECT_TRUE(holds_one_of_each("a b c d", lists));
}

TEST(TextWords, AMarkIsAWord) {
  EXPECT_TRUE(is_worth_asking("Strand: we knew", {":"}));
  EXPECT_TRUE(is_worth_asking("(Newsline)", {"("}));
  EXPECT_FALSE(is_worth_asking("Strand; we knew\t", {":", "\t"}));
}

TEST(TextWords, CaseDoesNotCount) {
  EXPECT_TRUE(is_worth_asking("COPYRIGHT 2031", {"copyright"}));
  EXPECT_TRUE(is_worth_asking("ÜBER", {"ü"}));
}

TEST(TextWords, AreWholeWords) {
  EXPECT_FALSE(is_worth_asking("copyrighted", {"copyright"}));
  EXPECT_FALSE(is_worth_asking("Route 66b", {"66"}));
}

TEST(TextWords, EndWhereAnExpressionSeesABoundary) {
  for (const char* text : {"2031.Photo:Lena Ortiz", "file-photo", "photo_1", "‘photo’", "éphotoé",
                           "the photo's frame", "(photo)"}) {
    EXPECT_TRUE(is_worth_asking(text, {"photo"})) << text;
  }
}

TEST(TextWords, ACharacterAboveAsciiIsAWord) {
  EXPECT_TRUE(is_worth_asking("©2031 Newsline", {"©"}));
  EXPECT_TRUE(is_worth_asking("文章版权归作者", {"版权归"}));
  EXPECT_FALSE(is_worth_asking("文章归作者", {"版权归"}));
  EXPECT_TRUE(is_worth_asking("Ursprünglich im Hafenblatt", {"ursprünglich"}));
  EXPECT_FALSE(is_worth_asking("Ursprung", {"ursprünglich"}));
}

// RE2 takes ſ for s and the sign of the kelvin for k where case does not count.
TEST(TextWords, LettersThatFoldToAsciiHideNothing) {
  EXPECT_TRUE(is_worth_asking("no ſales", {"sales"}));
  EXPECT_TRUE(is_worth_asking("\xE2\x84\xAA", {"k"}));
}

TEST(TextWords, StandTextsThatBreakOff) {
  EXPECT_TRUE(is_worth_asking("by \xE7\x89", {"by"}));
  EXPECT_FALSE(is_worth_asking("\xE7\x89", {"版"}));
}

TEST(TextWords, RulesBeyondTheLimitAreAlwaysAsked) {
  std::vector<TextRuleSource> rules(TextWords::kMostRules + 1);
  for (TextRuleSource& rule : rules) rule = {"any", ".", {}, {{"never"}}};
  const TextRuleSet set = TextRuleSet::compile(rules, Compiling::when_needed).value();
  const SiftedText sifted = set.sift("It rained.");
  EXPECT_FALSE(sifted.may_match(TextWords::kMostRules - 1));
  EXPECT_TRUE(sifted.may_match(TextWords::kMostRules));
}

TEST(TextWords, ARuleIsNotAskedWithoutThem) {
  const std::vector<TextRuleSource> rules = {{"any", "[a-z]+", {}, {{"rain"}}}};
  const TextRuleSet set = TextRuleSet::compile(rules).value();
  TextHit hit;
  EXPECT_FALSE(set.find(0, set.sift("sun"), hit));
  ASSERT_TRUE(set.find(0, set.sift("sun and rain"), hit));
  EXPECT_EQ(hit.whole, (Span{0, 3}));
}

}  // namespace
}  // namespace quotary::pattern
