#include "pattern/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_pack.h"

namespace quotary::pattern {
namespace {

TEST(Matcher, MatchesRightOfAnAnchor) {
  SmallPack pack({"{quote} ','? {speaker: Name} {cue: SpeechVerb}"}, Anchor::quote);
  EXPECT_EQ(pack.match("Quote Name SpeechVerb", 0), "0: quote=0-1 speaker=1-2 cue=2-3");
  EXPECT_EQ(pack.match("Quote ',' Name SpeechVerb", 0), "0: quote=0-1 speaker=2-3 cue=3-4");
  EXPECT_EQ(pack.match("Word Quote Name SpeechVerb Word", 1), "0: quote=1-2 speaker=2-3 cue=3-4");
  EXPECT_EQ(pack.match("Quote Word Name SpeechVerb", 0), "");
  EXPECT_EQ(pack.match("Quote Name", 0), "");
  EXPECT_EQ(pack.match("Name SpeechVerb", 0), "");
}

TEST(Matcher, MatchesLeftOfAnAnchor) {
  SmallPack pack({"{speaker: Name} {cue: Aux? SpeechVerb} ','? {quote}"}, Anchor::quote);
  EXPECT_EQ(pack.match("Name SpeechVerb Quote", 2), "0: quote=2-3 speaker=0-1 cue=1-2");
  EXPECT_EQ(pack.match("Name Aux SpeechVerb ',' Quote", 4), "0: quote=4-5 speaker=0-1 cue=1-3");
  EXPECT_EQ(pack.match("SpeechVerb ',' Quote", 2), "");
}

TEST(Matcher, MatchesAroundAnAnchor) {
  SmallPack pack({"{speaker: Name} Adverb? {cue: Aux? SpeechVerb Prep?} {content: Word+}"},
                 Anchor::cue);
  EXPECT_EQ(pack.match("Name Adverb Aux SpeechVerb Prep Word Word", 3),
            "0: speaker=0-1 cue=2-5 content=5-7");
  // The anchor is the first symbol of the cue that has to be there: the verb, not the auxiliary.
  EXPECT_EQ(pack.match("Name Adverb Aux SpeechVerb Prep Word Word", 2), "");
}

TEST(Matcher, KeepsMembershipsUndecided) {
  SmallPack pack({"{quote} {speaker: Name} {cue: SpeechVerb}", "{quote} Aux {speaker: Name}"},
                 Anchor::quote, {"Aux+Name", "Name+SpeechVerb"});
  // "Will": a name and an auxiliary.
  EXPECT_EQ(pack.match("Quote Aux+Name Name+SpeechVerb", 0),
            "0: quote=0-1 speaker=1-2 cue=2-3; 1: quote=0-1 speaker=2-3");
}

TEST(Matcher, ReportsEveryRuleThatHoldsInTheirOrder) {
  SmallPack pack(
      {"{quote} {speaker: Name}", "{quote} Det", "{speaker: Name} {quote}", "{quote} {speaker: _}"},
      Anchor::quote);
  EXPECT_EQ(pack.match("Name Quote Name", 1),
            "0: quote=1-2 speaker=2-3; 2: quote=1-2 speaker=0-1; 3: quote=1-2 speaker=2-3");
}

TEST(Matcher, PrefersFirstBranchesAndLongRepetitions) {
  SmallPack branches({"{quote} {speaker: Name | Name Name}"}, Anchor::quote);
  EXPECT_EQ(branches.match("Quote Name Name", 0), "0: quote=0-1 speaker=1-2");
  SmallPack repeats({"{quote} {speaker: Name{1,3}}"}, Anchor::quote);
  EXPECT_EQ(repeats.match("Quote Name Name", 0), "0: quote=0-1 speaker=1-3");
  SmallPack leftwards({"{speaker: Name{1,3}} {quote}"}, Anchor::quote);
  EXPECT_EQ(leftwards.match("Name Name Name Name Quote", 4), "0: quote=4-5 speaker=1-4");
}

TEST(Matcher, JoinsARoleThatReachesOverTheAnchor) {
  SmallPack pack({"{content: Det? {quote} Word?} {cue: SpeechVerb}"}, Anchor::quote);
  EXPECT_EQ(pack.match("Det Quote Word SpeechVerb", 1), "0: quote=1-2 cue=3-4 content=0-3");
  EXPECT_EQ(pack.match("Quote SpeechVerb", 0), "0: quote=0-1 cue=1-2 content=0-1");
}

TEST(Matcher, HasSeveralVariantsForAlternativesAroundTheAnchor) {
  SmallPack pack({"({speaker: Name} {cue: SpeechVerb} | {cue: SpeechVerb} {speaker: Name})"},
                 Anchor::cue);
  EXPECT_EQ(pack.match("Name SpeechVerb", 1), "0: speaker=0-1 cue=1-2");
  EXPECT_EQ(pack.match("SpeechVerb Name", 0), "0: speaker=1-2 cue=0-1");
  EXPECT_EQ(pack.match("Name SpeechVerb Name", 1), "0: speaker=0-1 cue=1-2");
}

TEST(Matcher, LooksNoFurtherThanItsWindow) {
  SmallPack pack({"{quote} Word* {speaker: Name}", "{speaker: Name} Word* {quote}"}, Anchor::quote);
  const auto words = [](int n) {
    std::string text;
    for (int i = 0; i < n; ++i) text += "Word ";
    return text;
  };
  EXPECT_EQ(pack.match("Quote " + words(23) + "Name", 0), "0: quote=0-1 speaker=24-25");
  EXPECT_EQ(pack.match("Quote " + words(24) + "Name", 0), "");
  EXPECT_EQ(pack.match("Name " + words(23) + "Quote", 24), "1: quote=24-25 speaker=0-1");
  EXPECT_EQ(pack.match("Name " + words(24) + "Quote", 25), "");
}

TEST(Matcher, KnowsTheEdgesOfAParagraph) {
  SmallPack pack({"Edge {speaker: Name} {quote}", "{quote} {speaker: Name} Edge"}, Anchor::quote);
  EXPECT_EQ(pack.match("Name Quote Name", 1), "0: quote=1-2 speaker=0-1; 1: quote=1-2 speaker=2-3");
  EXPECT_EQ(pack.match("Word Name Quote Name Word", 2), "");
  EXPECT_EQ(
      pack.explain("Word Name Quote", 2),
      "no match. Matched through: {speaker: Name} {quote}. Before it expected Edge; found other.");
  SmallPack gaps({"{quote} _ !Name"}, Anchor::quote);
  EXPECT_EQ(gaps.match("Quote Word", 0), "");
}

TEST(Matcher, HandlesTheEdges) {
  SmallPack pack({"{quote}"}, Anchor::quote);
  EXPECT_EQ(pack.match("Quote", 0), "0: quote=0-1");
  EXPECT_EQ(pack.match("Quote", 1), "");
  EXPECT_EQ(pack.match("", 0), "");
}

TEST(Matcher, TreatsBytesWithAMeaningInRegularExpressionsAsSymbols) {
  // Symbol numbers run over newline, brackets and backslash once there are enough sets.
  std::vector<std::string> texts = {"{quote} {speaker: Name}"};
  for (int i = 0; i < 180; ++i) texts.push_back("{quote} 'w" + std::to_string(i) + "'");
  SmallPack pack(texts, Anchor::quote);
  for (int i = 0; i < 180; ++i) {
    EXPECT_EQ(pack.match("Quote 'w" + std::to_string(i) + "'", 0),
              std::to_string(i + 1) + ": quote=0-1");
  }
}

TEST(Matcher, GivesTheLikeliestRuleFirst) {
  std::vector<Pattern> patterns;
  for (const float confidence : {0.5F, 0.9F, 0.7F, 0.9F}) {
    patterns.push_back(
        parse({.id = "t", .text = "{quote} Name?", .confidence = confidence}, small_classes())
            .value());
  }
  ClassTable classes = ClassTable::of(patterns).value();
  const std::vector<ClassMask> masks = {classes.mask({"Quote"})};
  const Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
  const Matcher matcher = Matcher::compile(patterns, alphabet).value();
  const std::vector<std::uint8_t> symbols = {alphabet.symbol({"Quote"})};
  Hits hits = matcher.hits({symbols, 0, Anchor::quote});
  std::vector<std::uint32_t> rules;
  while (const std::optional<Hit> hit = hits.next()) rules.push_back(hit->rule);
  EXPECT_EQ(rules, (std::vector<std::uint32_t>{1, 3, 2, 0}));
  EXPECT_FALSE(hits.next());
}

TEST(Matcher, NamesTheFirstRuleThatIsWrong) {
  std::vector<Pattern> patterns = {parse_small("Name").value(), parse_small("Det").value()};
  patterns[1].confidence = 0.9F;
  patterns[1].place.line = 7;
  const Alphabet alphabet = Alphabet::of(ClassTable::of(patterns).value(), {}).value();
  EXPECT_NE(Matcher::compile(patterns, alphabet).error().place.line, 7U);
}

TEST(Matcher, ShowsItsExpressions) {
  SmallPack pack({"{speaker: Name} {quote} {cue: SpeechVerb}?"}, Anchor::quote);
  EXPECT_EQ(expressions(pack.patterns()[0], pack.alphabet()),
            "(?P<speaker>[\\x01]) < [\\x02] > (?:(?P<cue>[\\x03]))?\n");
}

TEST(Explain, SaysHowFarARuleGot) {
  SmallPack pack({"{quote} ','? {speaker: Name} {cue: SpeechVerb}", "{quote} Det Prep"},
                 Anchor::quote);
  EXPECT_EQ(pack.explain("Quote Name SpeechVerb", 0), "match.");
  EXPECT_EQ(pack.explain("Quote Det Word Prep Name SpeechVerb", 0),
            "no match. Matched through: {quote}. Then expected ',' or Name; found Det.");
  EXPECT_EQ(pack.explain("Quote ',' Name Prep SpeechVerb", 0),
            "no match. Matched through: {quote} ','? {speaker: Name}. Then expected SpeechVerb; "
            "found Prep.");
  EXPECT_EQ(pack.explain("Quote ',' Name", 0),
            "no match. Matched through: {quote} ','? {speaker: Name}. Then expected SpeechVerb; "
            "found the end.");
  EXPECT_EQ(pack.explain("Name", 0), "no match. Expected {quote}; found Name.");
}

TEST(Explain, ReadsOutwardsOnTheLeft) {
  SmallPack pack({"{speaker: Name} {cue: SpeechVerb} ','? {quote}"}, Anchor::quote);
  EXPECT_EQ(pack.explain("SpeechVerb ',' Quote", 2),
            "no match. Matched through: {cue: SpeechVerb} ','? {quote}. Before it expected Name; "
            "found the beginning.");
}

}  // namespace
}  // namespace quotary::pattern
