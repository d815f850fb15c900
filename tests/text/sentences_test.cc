// Sentences: a text and its sentences.
#include <gtest/gtest.h>

#include "division.h"

namespace quotary {
namespace {

TEST(Sentences, EndAtStops) {
  EXPECT_EQ(sentences_of("It rained. It stopped! Did it? Yes."),
            (Lines{"It rained.", "It stopped!", "Did it?", "Yes."}));
  EXPECT_EQ(sentences_of("No stop here"), (Lines{"No stop here"}));
  EXPECT_EQ(sentences_of("What?! Never."), (Lines{"What?!", "Never."}));
  EXPECT_EQ(sentences_of("Lost the space.The next one."),
            (Lines{"Lost the space.", "The next one."}));
  EXPECT_EQ(sentences_of("It fell in 2015. 30 people left."),
            (Lines{"It fell in 2015.", "30 people left."}));
  EXPECT_EQ(sentences_of(""), Lines{});
}

TEST(Sentences, AColonOrSemicolonEndsNone) {
  EXPECT_EQ(sentences_of("One thing: The end; The start."),
            (Lines{"One thing: The end; The start."}));
}

TEST(Sentences, GoOnInLowerCase) {
  EXPECT_EQ(sentences_of("They sold Wow! magazines."), (Lines{"They sold Wow! magazines."}));
  EXPECT_EQ(sentences_of("\"Stop!\" he said."), (Lines{"\"Stop!\" he said."}));
  EXPECT_EQ(sentences_of("“Why?” asked Jane Roe. “Go.”"),
            (Lines{"“Why?” asked Jane Roe.", "“Go.”"}));
}

TEST(Sentences, EndInsideQuotationsToo) {
  EXPECT_EQ(sentences_of("\"X.\" He left."), (Lines{"\"X.\"", "He left."}));
  EXPECT_EQ(sentences_of("\"We won,\" he said. \"We did.\""),
            (Lines{"\"We won,\" he said.", "\"We did.\""}));
  EXPECT_EQ(sentences_of("“It rained. It stopped,” she said."),
            (Lines{"“It rained.", "It stopped,” she said."}));
  EXPECT_EQ(sentences_of("He said, “He told me, ‘Go.’” They went."),
            (Lines{"He said, “He told me, ‘Go.’”", "They went."}));
  EXPECT_EQ(sentences_of("(It rained.) It stopped."), (Lines{"(It rained.)", "It stopped."}));
  EXPECT_EQ(sentences_of("He left. “no more,” he said."),
            (Lines{"He left.", "“no more,” he said."}));
}

TEST(Sentences, GoOnWithTheVerbOfAQuestionAsked) {
  EXPECT_EQ(sentences_of("\"Why?\" Jane Roe asked."), (Lines{"\"Why?\" Jane Roe asked."}));
  EXPECT_EQ(sentences_of("“Go!” Mr. Roe said."), (Lines{"“Go!” Mr. Roe said."}));
  EXPECT_EQ(sentences_of("“Go!” Jane Roe left."), (Lines{"“Go!”", "Jane Roe left."}));
  EXPECT_EQ(sentences_of("“Go!” He said no more."), (Lines{"“Go!”", "He said no more."}));
  EXPECT_EQ(sentences_of("“Go.” Jane Roe said no more."),
            (Lines{"“Go.”", "Jane Roe said no more."}));
}

TEST(Sentences, DoNotEndAtTitlesAndInitials) {
  EXPECT_EQ(sentences_of("Sen. Roe met Mr. J. K. Lane of St. Ann."),
            (Lines{"Sen. Roe met Mr. J. K. Lane of St. Ann."}));
  EXPECT_EQ(sentences_of("Ann C. Roe met Al P. Lane."), (Lines{"Ann C. Roe met Al P. Lane."}));
  EXPECT_EQ(sentences_of("Yale vs. Brown was on."), (Lines{"Yale vs. Brown was on."}));
}

TEST(Sentences, EndAtAbbreviationsOnlyBeforePlainStarts) {
  EXPECT_EQ(sentences_of("The U.S. Navy sailed."), (Lines{"The U.S. Navy sailed."}));
  EXPECT_EQ(sentences_of("She left the U.S. The rest stayed."),
            (Lines{"She left the U.S.", "The rest stayed."}));
  EXPECT_EQ(sentences_of("It closed at 5 p.m. He waited."),
            (Lines{"It closed at 5 p.m.", "He waited."}));
  EXPECT_EQ(sentences_of("He leads Acme Inc. “We won,” he said."),
            (Lines{"He leads Acme Inc.", "“We won,” he said."}));
  EXPECT_EQ(sentences_of("Acme Inc. said so on Jan. 5."), (Lines{"Acme Inc. said so on Jan. 5."}));
  EXPECT_EQ(sentences_of("“I left the U.S.” Roe wept."), (Lines{"“I left the U.S.”", "Roe wept."}));
  EXPECT_EQ(sentences_of("It was plan B. The end."), (Lines{"It was plan B.", "The end."}));
}

TEST(Sentences, DoNotEndInsideAWord) {
  EXPECT_EQ(sentences_of("A U.S.-backed “Free Force” fell."),
            (Lines{"A U.S.-backed “Free Force” fell."}));
}

TEST(Sentences, ANumberAbbreviationNeedsItsNumber) {
  EXPECT_EQ(sentences_of("It is No. 5. No. Not that."),
            (Lines{"It is No. 5.", "No.", "Not that."}));
}

TEST(Sentences, EllipsesEndOneOnlyBeforeACapital) {
  EXPECT_EQ(sentences_of("I think ... it did."), (Lines{"I think ... it did."}));
  EXPECT_EQ(sentences_of("I think... It did."), (Lines{"I think...", "It did."}));
  EXPECT_EQ(sentences_of("“… It did.”"), (Lines{"“… It did.”"}));
}

TEST(Sentences, AListNumberIsNoSentence) {
  EXPECT_EQ(sentences_of("1. Talks resume. 2."), (Lines{"1. Talks resume.", "2."}));
}

TEST(Sentences, CommasAndDashesAfterAStopGoOn) {
  EXPECT_EQ(sentences_of("“Stop!”, he said."), (Lines{"“Stop!”, he said."}));
  EXPECT_EQ(sentences_of("“Stop!” – he said."), (Lines{"“Stop!” – he said."}));
  EXPECT_EQ(sentences_of("It rained. — Jane Roe"), (Lines{"It rained.", "— Jane Roe"}));
}

TEST(Sentences, EndWithTheirParagraph) {
  EXPECT_EQ(sentences_of("A headline without a stop\n\nThe text."),
            (Lines{"A headline without a stop", "The text."}));
  EXPECT_EQ(sentences_of("She left the U.S.\n\nRoe stayed."),
            (Lines{"She left the U.S.", "Roe stayed."}));
}

TEST(Sentences, WorkInScriptsWithoutCapitals) {
  EXPECT_EQ(sentences_of("他走了。他笑了。"), (Lines{"他走了。", "他笑了。"}));
}

TEST(TextRules, WithoutListsShapeDecidesAlone) {
  const Document document = Document::from_bytes("Sen. Roe of the U.S. Senate. Yes.");
  EXPECT_EQ(document.sentences().size(), 3U);
}

TEST(TextRules, GrowBeyondTheirFirstSize) {
  TextRules rules;
  for (int i = 0; i < 1000; ++i) {
    rules.add_abbreviation("w" + std::to_string(i), Abbreviation::plain);
  }
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(rules.abbreviation(word_id("W" + std::to_string(i)), false), Abbreviation::plain);
  }
  for (int i = 1000; i < 9000; ++i) {
    EXPECT_EQ(rules.abbreviation(word_id("w" + std::to_string(i)), false), Abbreviation::none);
  }
}

TEST(TextRules, ACapitalIsRequiredUnlessBothFormsAreListed) {
  TextRules rules;
  rules.add_abbreviation("Sat.", Abbreviation::plain);
  rules.add_abbreviation("No.", Abbreviation::number);
  rules.add_abbreviation("no.", Abbreviation::number);
  EXPECT_EQ(rules.abbreviation(word_id("sat"), false), Abbreviation::none);
  EXPECT_EQ(rules.abbreviation(word_id("sat"), true), Abbreviation::plain);
  EXPECT_EQ(rules.abbreviation(word_id("no"), false), Abbreviation::number);
}

}  // namespace
}  // namespace quotary
