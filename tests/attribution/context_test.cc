#include <gtest/gtest.h>

#include <string>

#include "attribution/content_options.h"
#include "attribution/read_text.h"

namespace quotary {
namespace {

std::string stem_of(const std::string& word) {
  const ReadText text(word);
  return std::string(text.reading.stem(0));
}

TEST(Stem, IsWhatMostFormsOfAWordShare) {
  EXPECT_EQ(stem_of("supports"), "suppo");
  EXPECT_EQ(stem_of("supporters"), "suppo");
  EXPECT_EQ(stem_of("said"), "said");
}

TEST(Stem, OfWordsWithOtherLettersIsTheWord) {
  EXPECT_EQ(stem_of("d\u00e9clar\u00e9"), "d\u00e9clar\u00e9");
  EXPECT_EQ(stem_of("1960s"), "1960s");
  EXPECT_EQ(stem_of("re-elected"), "re-elected");
}

// What clause_ahead() sees behind the first "and".
Value after_and(const std::string& sentence) {
  const ReadText text(sentence);
  const Reading& r = text.reading;
  std::uint32_t at = 0;
  while (text.document.text(r.tokens[at]) != "and") ++at;
  return detail::clause_ahead(r, at + 1, static_cast<std::uint32_t>(r.tokens.size())).kind;
}

constexpr Value ahead(Tag tag, bool subject) {
  return static_cast<Value>(tag) * 2 + (subject ? 1 : 0);
}

TEST(ClauseAhead, TellsAVerbFromANewClause) {
  EXPECT_EQ(after_and("Lund said it was late and added that he was tired."),
            ahead(Tag::vbd, false));
  EXPECT_EQ(after_and("Lund said it was late and the mayor added that he was tired."),
            ahead(Tag::vbd, true));
  EXPECT_EQ(after_and("Lund said it was late and had become cold."), ahead(Tag::be, false));
}

TEST(ClauseAhead, SeesAPhraseThatEnds) {
  EXPECT_EQ(after_and("Lund spoke of rain and snow."), ahead(Tag::punct, true));
  EXPECT_EQ(after_and("Lund spoke and"), ahead(Tag::none, false));
}

// The shape around the word "said".
Value shape_around_said(const std::string& sentence) {
  const ReadText text(sentence);
  const Reading& r = text.reading;
  std::uint32_t at = 0;
  while (text.document.text(r.tokens[at]) != "said") ++at;
  return shape_around(r, {at - 1, at + 1}, r.sentence_range(at));
}

TEST(Shape, TellsWhatStandsBeforeAnAttributionAndBehindIt) {
  EXPECT_EQ(shape_around_said("Lund said it was late."), 8U);
  EXPECT_EQ(shape_around_said("It was late, Lund said."), 1U);
  EXPECT_EQ(shape_around_said("\"It was late,\" Lund said on Thursday."), 2U + 4U);
  EXPECT_EQ(shape_around_said("It was late, Lund said in a note to the council."), 1U + 12U);
  EXPECT_EQ(shape_around_said("The wall, Lund said on Thursday, was old."), 1U + 16U);
  EXPECT_EQ(shape_around_said("In a statement, Lund said:"), 1U + 20U);
}

// The words at the end of a sentence from the place on that `which` names; "" if it has none.
std::string tail(const std::string& sentence, std::uint32_t Tail::*which) {
  const ReadText text(sentence);
  const auto count = static_cast<std::uint32_t>(text.reading.tokens.size());
  const std::uint32_t from = tail_of(text.reading, {0, count}).*which;
  return from == kNone ? "" : std::string(text.document.text(text.document.span_of({from, count})));
}

TEST(TailOfASentence, IsATimeAndWhereSomethingWasSaid) {
  EXPECT_EQ(tail("He denied the charge on Monday.", &Tail::time), "on Monday.");
  EXPECT_EQ(tail("He denied the charge in an interview on Monday.", &Tail::medium),
            "in an interview on Monday.");
  EXPECT_EQ(tail("He denied the charge.", &Tail::time), "");
  EXPECT_EQ(tail("He denied the charge.", &Tail::medium), "");
}

}  // namespace
}  // namespace quotary
