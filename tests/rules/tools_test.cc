// What rule authors read: compared with files in golden/, which QUOTARY_UPDATE_GOLDEN=1 rewrites.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "rules/check.h"
#include "rules/rule_explanation.h"
#include "rules/rule_trial.h"

namespace quotary {
namespace {

const std::string kHere = QUOTARY_SOURCE_DIR "/tests/rules/";

std::string without_root(std::string text) {
  const std::string root = QUOTARY_SOURCE_DIR "/";
  for (std::size_t at = text.find(root); at != std::string::npos; at = text.find(root, at)) {
    text.erase(at, root.size());
  }
  return text;
}

std::string described(const Findings& findings, const PackFiles& files) {
  std::string out;
  for (const Finding& finding : findings) out += describe(finding, files);
  return without_root(out);
}

std::string golden(const std::string& name, const std::string& got) {
  const std::string path = kHere + "golden/" + name + ".txt";
  if (std::getenv("QUOTARY_UPDATE_GOLDEN") != nullptr) std::ofstream(path) << got;
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// A pack of the tests over a base of the tests: what the built-in pack says does not matter.
PackUnderTest open_small(const std::string& pack) {
  PackFiles base = embedded_common_files();
  const PackFiles words = read_pack_directory(kHere + "packs/base").value();
  base.insert(base.end(), words.begin(), words.end());
  return open_pack_over(std::move(base), kHere + "packs/" + pack);
}

std::string checked(const std::string& pack) {
  const PackUnderTest opened = open_small(pack);
  return described(check_pack(opened), opened.files);
}

std::string tried(const std::string& pack) {
  const PackUnderTest opened = open_small(pack);
  EXPECT_NE(opened.data, nullptr);
  return described(try_rules(opened).findings, opened.files);
}

std::string explained(const std::string& id, const std::string& text,
                      RuleView view = RuleView::result) {
  const PackUnderTest opened = open_small("small");
  const Result<std::string> lines = explain_rule(*opened.data, {id, text, view});
  return lines ? *lines : lines.error().to_string();
}

TEST(RulesCheck, ThePackUnderneathIsNotBlamed) {
  const PackUnderTest opened = open_pack(kHere + "packs/small");
  EXPECT_EQ(described(check_pack(opened), opened.files), "");
}

TEST(RulesCheck, AGoodPackHasNoFindings) { EXPECT_EQ(checked("small"), ""); }

TEST(RulesCheck, EveryErrorHasItsPlaceAndASuggestion) {
  const std::string got = checked("faulty");
  EXPECT_EQ(got, golden("check_faulty", got));
}

TEST(RulesCheck, WhatIsDoubtfulIsAWarning) {
  const std::string got = checked("doubtful");
  EXPECT_EQ(got, golden("check_doubtful", got));
}

TEST(RulesCheck, AMissingPackIsOneError) {
  const PackUnderTest opened = open_pack(kHere + "packs/none");
  EXPECT_EQ(opened.data, nullptr);
  ASSERT_EQ(check_pack(opened).size(), 1U);
  EXPECT_TRUE(any_problem(opened.findings));
}

TEST(RulesTest, GoodExamplesHold) { EXPECT_EQ(tried("small"), ""); }

TEST(RulesTest, GuardsHoldInExamples) { EXPECT_EQ(tried("guarded"), ""); }

TEST(RulesExplain, NamesTheGuardThatRefuses) {
  const PackUnderTest opened = open_small("guarded");
  const Result<std::string> lines =
      explain_rule(*opened.data, {"guarded.one-gender", "\"Land ahead,\" he said, the widow."});
  EXPECT_NE(lines->find("no match: the guard agrees_gender refuses"), std::string::npos) << *lines;
}

TEST(RulesTest, WrongExamplesAreNamed) {
  const std::string got = tried("doubtful");
  EXPECT_EQ(got, golden("test_doubtful", got));
}

TEST(RulesTest, TheBuiltInPackDoesWhatItSays) {
  const PackUnderTest opened = open_pack(QUOTARY_SOURCE_DIR "/rules/en");
  ASSERT_NE(opened.data, nullptr);
  Findings findings = try_rules(opened).findings;
  std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::note; });
  EXPECT_EQ(described(findings, opened.files), "");
}

TEST(RulesCheck, TheBuiltInPackHasNoErrors) {
  const PackUnderTest opened = open_pack(QUOTARY_SOURCE_DIR "/rules/en");
  EXPECT_EQ(described(opened.findings, opened.files), "");
}

TEST(RulesExplain, ShowsTheMatch) {
  const std::string got =
      explained("small.quote-name-verb", "\"Land ahead,\" Jane Tarrow bellowed.");
  EXPECT_EQ(got, golden("explain_match", got));
}

TEST(RulesExplain, ShowsWhereItStops) {
  const std::string got = explained("small.quote-name-verb", "\"Land ahead,\" it said to Zoë.");
  EXPECT_EQ(got, golden("explain_no_match", got));
}

TEST(RulesExplain, TextRulesToo) {
  EXPECT_EQ(explained("small.signed", "(Sent from the Albatross)"),
            "text     (Sent from the Albatross)\n"
            "result   match: `(Sent from the Albatross)`, ship `Albatross`\n");
  EXPECT_EQ(explained("small.signed", "From the Albatross"),
            "text     From the Albatross\n"
            "result   no match: none of its words stands there\n");
  EXPECT_EQ(explained("small.signed", "Sent from the Albatross"),
            "text     Sent from the Albatross\nresult   no match\n");
}

TEST(RulesExplain, ShowsExpressionsAndAlphabet) {
  EXPECT_NE(explained("small.quote-name-verb", "", RuleView::re2).find("(?P<speaker>"),
            std::string::npos);
  EXPECT_NE(explained("", "", RuleView::alphabet).find("  HarbourVerb\n"), std::string::npos);
}

TEST(RulesExplain, WithoutATextItsOwnExample) {
  const PackUnderTest opened = open_small("small");
  EXPECT_EQ(explain_rule(*opened.data, {"small.signed", {}}).value(),
            "id       small.signed (rule)\n"
            "about    A line signed by a ship.\n"
            "text     (Sent from the Albatross)\n"
            "result   match: `(Sent from the Albatross)`, ship `Albatross`\n");
}

TEST(RulesExplain, GrammarsOfThePackToo) {
  const PackUnderTest opened = open_small("small");
  EXPECT_EQ(explain_rule(*opened.data, {"small.buoy", {}}).value(),
            "id       small.buoy (grammar in code)\n"
            "about    A buoy and its number.\n"
            "text     Buoy 7\n");
  const GrammarReader reader = [](std::string_view id, const RuleExample& example) {
    EXPECT_EQ(id, "small.buoy");
    return std::vector<GrammarHit>{{example.text, {{"number", "7"}}}};
  };
  EXPECT_EQ(explain_rule(*opened.data, {"small.buoy", "Buoy 7"}, reader).value(),
            "text     Buoy 7\nresult   match: `Buoy 7`, number `7`\n");
  EXPECT_EQ(explained("small.boy", "x"),
            "E203 there is no rule `small.boy`; did you mean `small.buoy`?");
  EXPECT_EQ(
      without_root(explained("small.buoy", "", RuleView::re2)),
      "E203 tests/rules/packs/small/grammars.json:2:10: `small.buoy` is a grammar in code: it "
      "has no expressions");
}

TEST(RulesTest, GrammarsAreTriedWhereTheyCanBeRead) {
  const PackUnderTest opened = open_small("small");
  const GrammarReader nothing = [](std::string_view, const RuleExample&) {
    return std::vector<GrammarHit>();
  };
  EXPECT_EQ(
      described(try_rules(opened, nothing).findings, {}),
      "error E205 tests/rules/packs/small/grammars.json:3:16: `small.buoy` should give number "
      "`7`; it gives nothing\n");
}

TEST(RulesExplain, NamesTheNearestRule) {
  EXPECT_EQ(explained("small.sined", "x"),
            "E203 there is no rule `small.sined`; did you mean `small.signed`?");
}

TEST(RulesExplain, NoTextIsNoMatch) {
  EXPECT_EQ(explained("small.that", ""), "result   no match: there is no text\n");
}

TEST(Findings, ControlCharactersNeverReachATerminal) {
  PackFile file;
  file.path = "f.json";
  file.content = "ab\x1b[31mcd";
  const Finding finding{Severity::warning, {ErrorCode::bad_rule, "x", {"f.json", 1, 3}}};
  EXPECT_EQ(describe(finding, {file}), "warning E203 f.json:1:3: x\n  1 | ab?[31mcd\n    |   ^\n");
}

}  // namespace
}  // namespace quotary
