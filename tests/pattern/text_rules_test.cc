#include "pattern/text_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace quotary::pattern {
namespace {

TextRuleSet small_set() {
  const std::vector<TextRuleSource> rules = {
      {"dateline", R"(^(?P<city>\p{Lu}{2,})(?: \((?P<agency>\p{Lu}\p{L}+)\))? — )", {}},
      {"credit", R"(\((?P<person>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)/(?P<agency>[\p{L} ]+)\))", {}},
      {"anything", R"(.)", {}}};
  return TextRuleSet::compile(rules).value();
}

std::string matches(const TextRuleSet& set, const std::string& text) {
  std::string told;
  for (std::uint32_t rule = 0; rule < set.size(); ++rule) {
    TextHit hit;
    if (!set.find(rule, text, 0, hit)) continue;
    told += std::to_string(hit.rule) + "[" + text.substr(hit.whole.begin, hit.whole.size()) + "]";
    for (std::size_t i = 0; i < set.groups(hit.rule).size(); ++i) {
      told += " " + set.groups(hit.rule)[i] + "=" +
              text.substr(hit.groups[i].begin, hit.groups[i].size());
    }
    told += "; ";
  }
  return told;
}

TEST(TextRules, GiveTheirFirstMatchAndItsGroups) {
  const TextRuleSet set = small_set();
  EXPECT_EQ(matches(set, "ŁÓDŹ (Nova) — It rained."),
            "0[ŁÓDŹ (Nova) — ] city=ŁÓDŹ agency=Nova; 2[Ł]; ");
  EXPECT_EQ(matches(set, "Rain. (Ann Hill/Nova News)"),
            "1[(Ann Hill/Nova News)] person=Ann Hill agency=Nova News; 2[R]; ");
  EXPECT_EQ(matches(set, ""), "");
}

TEST(TextRules, LeaveAGroupEmptyThatTookNoPart) {
  EXPECT_EQ(matches(small_set(), "OSLO — It rained."), "0[OSLO — ] city=OSLO agency=; 2[O]; ");
}

// A rule whose only group is all of it goes without groups; with one more it has to ask for them.
TEST(TextRules, GiveTheGroupThatIsAllOfTheMatch) {
  for (const std::string expression :
       {R"(^(?P<all>a+))", R"(^(?P<all>a(?:b|c)[)(]+))", R"(^(?P<all>a)[)b]*)",
        R"(^(?P<all>a\)) \(b)", R"(^(?P<all>a)|(?:b))", R"(^(?P<all>a|b)(?:c))",
        R"(^(?P<all>[]a)]+)b)"}) {
    const TextRuleSet set =
        TextRuleSet::compile(std::vector<TextRuleSource>{{"one", expression, {}},
                                                         {"more", expression + "(?P<more>)", {}}})
            .value();
    for (const std::string text : {"aaa", "ab)(", "ac(", "a)b", "a) (b", "b", "bc", "ac", "]a)b"}) {
      TextHit one;
      TextHit more;
      ASSERT_EQ(set.find(0, text, 0, one), set.find(1, text, 0, more)) << expression << ' ' << text;
      EXPECT_EQ(one.whole, more.whole) << expression << ' ' << text;
      EXPECT_EQ(one.groups[set.group(0, "all")], more.groups[set.group(1, "all")])
          << expression << ' ' << text;
    }
  }
}

TEST(TextRules, FindFurtherMatches) {
  const TextRuleSet set = small_set();
  TextHit hit;
  ASSERT_TRUE(set.find(2, "ab", 1, hit));
  EXPECT_EQ(hit.whole, (Span{1, 2}));
  EXPECT_FALSE(set.find(2, "ab", 2, hit));
  EXPECT_FALSE(set.find(2, "ab", 99, hit));
  EXPECT_EQ(set.group(0, "agency"), 1U);
  EXPECT_EQ(set.group(0, "person"), kNone);
}

TEST(TextRules, SayWhatIsWrongWithAnExpression) {
  const auto error = [](const std::string& expression) {
    const std::vector<TextRuleSource> rules = {
        {"bad", expression, {.file = "blocks.json", .line = 3, .column = 9}}};
    return TextRuleSet::compile(rules).error().to_string();
  };
  EXPECT_EQ(error("(a"), "E203 blocks.json:3:9: not a regular expression of RE2: missing ): (a");
  EXPECT_EQ(error("(?<n>a)"),
            "E203 blocks.json:3:9: not a regular expression of RE2: invalid perl operator: (?<; a "
            "named group is written (?P<name>...)");
  EXPECT_EQ(error("(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)"),
            "E203 blocks.json:3:9: more than 12 groups; write (?:...) where none is meant");
}

TEST(TextRules, AreTheSameWhenCompiledLater) {
  const std::vector<TextRuleSource> rules = {{"city", R"(^(?P<city>\p{Lu}+) — )", {}},
                                             {"wrong", "(a", {}}};
  const TextRuleSet set = TextRuleSet::compile(rules, Compiling::when_needed).value();
  TextHit hit;
  ASSERT_TRUE(set.find(0, "OSLO — It rained.", 0, hit));
  EXPECT_EQ(hit.groups[set.group(0, "city")], (Span{0, 4}));
  EXPECT_FALSE(set.find(1, "(a", 0, hit));
}

TEST(TextRules, AnEmptySetMatchesNothing) {
  const TextRuleSet set = TextRuleSet::compile({}).value();
  EXPECT_EQ(set.size(), 0U);
  EXPECT_EQ(matches(set, "OSLO — It rained."), "");
}

TEST(TextRules, StandBrokenText) {
  EXPECT_EQ(matches(small_set(), "\xFF\xFE\x80"), "");
  EXPECT_EQ(matches(small_set(), std::string(3, '\0')), std::string("2[\0]; ", 6));
}

}  // namespace
}  // namespace quotary::pattern
