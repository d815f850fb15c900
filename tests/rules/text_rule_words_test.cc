// The words of a text rule change what is asked, never what is found: the expression alone is the
// oracle.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "quotary/rules.h"
#include "rules/pack.h"
#include "rules/text_maker.h"

namespace quotary {
namespace {

const PackData& english() {
  static const RulePack pack = RulePack::built_in().value();
  return pack.data();
}

// Every example of every text rule; as it is, in capitals, and glued to what stands around it.
std::vector<std::string> texts() {
  std::vector<std::string> found;
  const auto add = [&](const std::vector<RuleExample>& examples) {
    for (const RuleExample& example : examples) {
      const std::string& text = example.text;
      std::string capitals = text;
      for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      std::string closed = text;
      std::erase(closed, ' ');
      found.insert(found.end(), {text, capitals, closed, "re-" + text + "s", "2031." + text + "©"});
    }
  };
  for (const TextRule& rule : english().text_rules) {
    add(rule.examples.matches);
    add(rule.examples.rejects);
  }
  return found;
}

TEST(TextRuleWords, ChangeNothingThatIsFound) {
  const pattern::TextRuleSet& set = *english().text_rule_set;
  std::size_t hits = 0;
  std::size_t spared = 0;
  for (const std::string& text : texts()) {
    const pattern::SiftedText sifted = set.sift(text);
    for (std::uint32_t rule = 0; rule < set.size(); ++rule) {
      if (english().text_rules[rule].words.empty()) continue;
      pattern::TextHit alone;
      pattern::TextHit with_words;
      const bool expected = set.find(rule, text, 0, alone);
      ASSERT_EQ(set.find(rule, sifted, with_words), expected)
          << english().text_rules[rule].id << ": " << text;
      hits += expected ? 1 : 0;
      spared += sifted.may_match(rule) ? 0 : 1;
      EXPECT_EQ(alone, with_words) << english().text_rules[rule].id << ": " << text;
    }
  }
  EXPECT_GE(hits, 200U);
  EXPECT_GE(spared, 50 * hits);
}

// Examples show what a rule is for; an expression matches more.
TEST(TextRuleWords, StandInEveryTextMadeUpFromAnExpression) {
  constexpr int kTexts = 200;  // of each rule
  const pattern::TextRuleSet& set = *english().text_rule_set;
  std::mt19937 random(11);
  for (std::uint32_t rule = 0; rule < set.size(); ++rule) {
    const TextRule& about = english().text_rules[rule];
    if (about.words.empty()) continue;
    testing::TextMaker maker(about.expression, random);
    int matches = 0;
    for (int i = 0; i < kTexts; ++i) {
      const std::string made = maker.make();
      for (const std::string& text : {made, "x" + made + "x"}) {
        pattern::TextHit hit;
        if (!set.find(rule, text, 0, hit)) continue;
        ++matches;
        ASSERT_TRUE(set.sift(text).may_match(rule)) << about.id << ": " << text;
      }
    }
    EXPECT_GE(matches, kTexts / 10) << about.id;
  }
}

}  // namespace
}  // namespace quotary
