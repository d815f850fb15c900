#include "text/fold.h"

#include <gtest/gtest.h>

#include "quotary/document.h"

namespace quotary {
namespace {

TEST(Fold, NeitherCaseNorMarksOfLatinLettersCount) {
  EXPECT_EQ(FoldedCharacter(U'Ğ').text(), "g");
  EXPECT_EQ(FoldedCharacter(U'ı').text(), "i");
  EXPECT_EQ(FoldedCharacter(U'İ').text(), "i");
  EXPECT_EQ(FoldedCharacter(U'Ł').text(), "l");
  EXPECT_EQ(FoldedCharacter(U'ệ').text(), "e");
  EXPECT_EQ(FoldedCharacter(U'ß').text(), "ss");
  EXPECT_EQ(FoldedCharacter(U'’').text(), "'");
  EXPECT_EQ(FoldedCharacter(U'“').text(), "“");
}

TEST(Fold, OtherScriptsKeepTheirMarks) {
  EXPECT_EQ(FoldedCharacter(U'Й').text(), "й");
  EXPECT_EQ(FoldedCharacter(U'が').text(), "が");
  EXPECT_EQ(FoldedCharacter(U'한').text(), "한");
}

TEST(Fold, TheSameNameHasTheSameWordId) {
  EXPECT_EQ(word_id("Erdoğan"), word_id("Erdogan"));
  EXPECT_EQ(word_id("Peña"), word_id("PENA"));
  EXPECT_EQ(word_id("Øyvind"), word_id("Oyvind"));
  EXPECT_NE(word_id("Йоко"), word_id("Иоко"));
}

// Every character gives something, and folding twice is folding once.
TEST(Fold, IsDoneOnce) {
  for (char32_t code = 0x80; code < 0x3000; ++code) {
    const FoldedCharacter once(code);
    ASSERT_FALSE(once.text().empty()) << std::uint32_t{code};
    EXPECT_EQ(word_id(once.text()), word_id(std::string(once.text()))) << std::uint32_t{code};
  }
}

}  // namespace
}  // namespace quotary
