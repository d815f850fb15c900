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
  return detail::clause_ahead(r, at + 1, static_cast<std::uint32_t>(r.tokens.size()));
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

}  // namespace
}  // namespace quotary
