#include "tags/lexicon.h"

#include <gtest/gtest.h>

#include <string>

#include "quotary/document.h"

namespace quotary {
namespace {

TEST(TagLexicon, TellsCasingsOfAWordApart) {
  TagLexicon lexicon(3);
  const std::uint32_t bush = word_id("bush");
  lexicon.insert(bush, Casing::lower, 20);
  lexicon.insert(bush, Casing::capital, 21);
  lexicon.insert(bush, Casing::start, 22);
  EXPECT_EQ(lexicon.find(bush, Casing::lower), 20);
  EXPECT_EQ(lexicon.find(bush, Casing::capital), 21);
  EXPECT_EQ(lexicon.find(bush, Casing::start), 22);
}

TEST(TagLexicon, FindsNothingInAnEmptyOne) {
  EXPECT_EQ(TagLexicon().find(word_id("bush"), Casing::lower), tag_class::absent);
}

TEST(TagLexicon, TellsAWordWithoutEntriesFromOneThatNobodyAskedFor) {
  TagLexicon lexicon(1);
  lexicon.insert(word_id("bush"), Casing::capital, 21);
  EXPECT_FALSE(WordClasses().asked());
  const WordClasses unknown = lexicon.find(word_id("shrub"));
  EXPECT_TRUE(unknown.asked());
  EXPECT_EQ(unknown.of(Casing::capital), tag_class::absent);
  EXPECT_EQ(lexicon.find(word_id("bush")).of(Casing::capital), 21);
}

TEST(TagLexicon, KeepsTheFirstOfTwoEntries) {
  TagLexicon lexicon(2);
  lexicon.insert(7, Casing::lower, 20);
  lexicon.insert(7, Casing::lower, 21);
  EXPECT_EQ(lexicon.find(7, Casing::lower), 20);
}

TEST(TagLexicon, KnowsWhatIsNoWordByItsKind) {
  EXPECT_EQ(class_of(TokenKind::number), tag_class::number);
  EXPECT_EQ(class_of(TokenKind::punctuation), tag_class::punctuation);
  EXPECT_EQ(class_of(TokenKind::quote_mark), tag_class::quote_mark);
  EXPECT_EQ(class_of(TokenKind::other), tag_class::symbol);
  EXPECT_EQ(class_of(TokenKind::word), tag_class::absent);
  EXPECT_EQ(class_of(TokenKind::clitic), tag_class::absent);
}

TEST(TagLexicon, FilledToTheBrimFindsEveryEntryAndHardlyAnyOtherWord) {
  constexpr std::uint32_t kWords = 20'000;
  TagLexicon lexicon(kWords);
  const auto id = [](std::uint32_t i) { return word_id("word" + std::to_string(i)); };
  const auto index = [](std::uint32_t i) { return static_cast<ClassIndex>(1 + i % 255); };
  for (std::uint32_t i = 0; i < kWords; ++i) lexicon.insert(id(i), Casing::lower, index(i));
  std::uint32_t lost = 0;
  std::uint32_t mistaken = 0;
  for (std::uint32_t i = 0; i < kWords; ++i) {
    lost += lexicon.find(id(i), Casing::lower) != index(i);
    mistaken += lexicon.find(id(i + kWords), Casing::lower) != tag_class::absent;
  }
  EXPECT_LE(lost, 2);  // two words of one id
  EXPECT_LE(mistaken, 2);
}

}  // namespace
}  // namespace quotary
