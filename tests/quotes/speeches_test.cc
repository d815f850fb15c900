#include "quotes/speeches.h"

#include <gtest/gtest.h>

#include <string>

#include "english_marks.h"
#include "quotes/marks.h"

namespace quotary {
namespace {

Gap gap_of(std::string text) {
  const Reading reading = read(std::move(text));
  return gap_between(reading.document, reading.marks.stretches, 0, 1);
}

TEST(Speeches, PartsOfOneSpeech) {
  EXPECT_TRUE(same_speech(gap_of("\"It rained,\" she said. \"All day.\"")));
  EXPECT_TRUE(same_speech(gap_of("\"It rained,\" she said, \"all day.\"")));
  EXPECT_FALSE(same_speech(gap_of("\"It rained,\" she said.\n\n\"It did not.\"")));
  EXPECT_TRUE(same_speech(gap_of("“It rained.\n\n“All day.”")));
}

TEST(Speeches, Gaps) {
  EXPECT_EQ(gap_of("\"It rained,\" she said. \"All day.\"").words, 2U);
  EXPECT_FALSE(gap_of("\"It rained,\" she said. \"All day.\"").own_sentence);
  EXPECT_TRUE(gap_of("\"It rained,\" she said. He added, \"All day.\"").own_sentence);
  EXPECT_FALSE(gap_of("\"It rained,\" she said. He left. \"All day.\"").own_sentence);
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
