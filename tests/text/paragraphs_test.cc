// Paragraphs: which newlines divide.
#include <gtest/gtest.h>

#include "division.h"

namespace quotary {
namespace {

TEST(Paragraphs, ABlankLineDivides) {
  EXPECT_EQ(paragraphs_of("One.\n\nTwo.\n \t\nThree.\n\n\n\nFour.\n"),
            (Lines{"One.", "Two.", "Three.", "Four."}));
  EXPECT_EQ(paragraphs_of("\n\n  One.  \n\n"), (Lines{"One."}));
  EXPECT_EQ(paragraphs_of("One.\r\n\r\nTwo."), (Lines{"One.", "Two."}));
  EXPECT_EQ(paragraphs_of("\n\n"), Lines{});
}

TEST(Paragraphs, ANewlineDividesWhereThereAreNoBlankLines) {
  EXPECT_EQ(paragraphs_of("Talks resume\nEnvoys met on Monday.\nThey left."),
            (Lines{"Talks resume", "Envoys met on Monday.", "They left."}));
}

TEST(Paragraphs, ANewlineDividesBesideBlankLinesToo) {
  EXPECT_EQ(paragraphs_of("Talks resume\nBy Jane Roe\n\nEnvoys met on Monday.\nThey left."),
            (Lines{"Talks resume", "By Jane Roe", "Envoys met on Monday.", "They left."}));
}

constexpr char kWrapped[] =
    "The envoys of both sides met on Monday in a\n"
    "hotel near the lake and did not say what they\n"
    "had agreed on, if anything. A spokesman for\n"
    "Mr. Roe said there would be more talks.\n"
    "\n"
    "They left at once.\n";

TEST(Paragraphs, HardWrapsDoNot) {
  const Lines paragraphs = paragraphs_of(kWrapped);
  ASSERT_EQ(paragraphs.size(), 2U);
  EXPECT_EQ(paragraphs[1], "They left at once.");
  EXPECT_EQ(sentences_of(kWrapped).size(), 3U);
}

TEST(Paragraphs, HardWrapsDoNotWithoutABlankLineEither) {
  EXPECT_EQ(
      paragraphs_of("The envoys met on Monday in a\nhotel near the lake and then\nleft.").size(),
      1U);
}

TEST(Paragraphs, AnIndentDividesHardWrappedText) {
  EXPECT_EQ(paragraphs_of("    The envoys met on Monday in a\nhotel near the lake and then\n"
                          "    They left at once, as did all\nof their staff.")
                .size(),
            2U);
}

TEST(Paragraphs, AShortLastLineDividesHardWrappedText) {
  EXPECT_EQ(paragraphs_of("The envoys met on Monday in a\nhotel near the lake and\nleft.\n"
                          "All of their staff went with\nthem on the same day.")
                .size(),
            2U);
}

TEST(Paragraphs, AreFoundByToken) {
  const Document document = divided("One two. Three.\n\nFour.");
  EXPECT_EQ(document.paragraph_of(0), 0U);
  EXPECT_EQ(document.paragraph_of(4), 0U);
  EXPECT_EQ(document.paragraph_of(5), 1U);
  EXPECT_EQ(document.sentence_of(2), 0U);
  EXPECT_EQ(document.sentence_of(3), 1U);
  EXPECT_EQ(document.sentence_of(6), 2U);
}

TEST(Paragraphs, TokensAreFoundByPlace) {
  const Document document = divided("One two.");
  EXPECT_EQ(document.token_at(0), 0U);
  EXPECT_EQ(document.token_at(2), 0U);
  EXPECT_EQ(document.token_at(3), 1U);  // the space after "One"
  EXPECT_EQ(document.token_at(7), 2U);
  EXPECT_EQ(document.token_at(8), 3U);
}

}  // namespace
}  // namespace quotary
