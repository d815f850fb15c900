#include "quotes/speeches.h"

#include <gtest/gtest.h>

#include <string>

#include "english_marks.h"
#include "quotes/marks.h"

namespace quotary {
namespace {

struct Reading {
  Document document;
  Marks marks;

  [[nodiscard]] Gap gap() const { return gap_between(document, marks.stretches, 0, 1); }
};

Reading read(std::string text) {
  Reading reading{Document::from_bytes(std::move(text)), {}};
  MarkScratch scratch;
  pair_marks(reading.document, english_marks(), reading.marks, scratch);
  return reading;
}

TEST(Speeches, PartsOfOneSpeech) {
  EXPECT_TRUE(same_speech(read("\"It rained,\" she said. \"All day.\"").gap()));
  EXPECT_TRUE(same_speech(read("\"It rained,\" she said, \"all day.\"").gap()));
  EXPECT_FALSE(same_speech(read("\"It rained,\" she said.\n\n\"It did not.\"").gap()));
  EXPECT_TRUE(same_speech(read("“It rained.\n\n“All day.”").gap()));
}

TEST(Speeches, Gaps) {
  EXPECT_EQ(read("\"It rained,\" she said. \"All day.\"").gap().words, 2U);
  EXPECT_FALSE(read("\"It rained,\" she said. \"All day.\"").gap().own_sentence);
  EXPECT_TRUE(read("\"It rained,\" she said. He added, \"All day.\"").gap().own_sentence);
  EXPECT_FALSE(read("\"It rained,\" she said. He left. \"All day.\"").gap().own_sentence);
}

TEST(Speeches, ContentOverParagraphsWithoutMarks) {
  const Reading reading = read("\"One.\n\nTwo.\n\nThree,\" she said.");
  EXPECT_EQ(reading.document.text(content_span(reading.marks.stretches, 0)),
            "One.\n\nTwo.\n\nThree,");
  EXPECT_TRUE(content_span(reading.marks.stretches, 1).empty());
}

TEST(Speeches, WhatStandsAlone) {
  const Reading plain = read("“He said ‘never’ twice,” she said.");
  EXPECT_TRUE(stands_alone(plain.marks.stretches, 0));
  EXPECT_FALSE(stands_alone(plain.marks.stretches, 1));
  const Reading frame =
      read("“One. ‘Who?’ he said.\n\n“Two. ‘I,’ she said.\n\n“Three.\n\n“Four. ‘Go,’ he said.”");
  EXPECT_FALSE(stands_alone(frame.marks.stretches, 0));
  EXPECT_TRUE(stands_alone(frame.marks.stretches, 1));
}

}  // namespace
}  // namespace quotary
