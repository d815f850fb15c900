// The words of the measure, and the head word of a source.
#include "evaluation/words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace quotary {
namespace {

// The words of `text`, each between bars.
std::string words_of(std::string_view text) {
  const Words words(text);
  std::string out;
  for (std::uint32_t at = 0; at < words.length(); ++at) {
    const Range here = words.touched(CodepointSpan{at, at + 1});
    const Range before = at == 0 ? Range{} : words.touched(CodepointSpan{at - 1, at});
    if (here.empty()) continue;
    if (before.empty()) out += "|";
    out += words.text({at, at + 1});
  }
  return out;
}

std::string head_of(std::string_view text) {
  const Words words(text);
  const auto head = words.head({0, words.length()});
  if (!head) return "";
  std::string out;
  for (std::uint32_t at = 0; at < words.length(); ++at) {
    const Range here = words.touched(CodepointSpan{at, at + 1});
    if (here.contains(*head)) out += words.text({at, at + 1});
  }
  return out;
}

TEST(Words, AreRunsOfLettersAndDigits) {
  EXPECT_EQ(words_of("“We won’t,” Zoë said 3.5-fold."), "|We|won|t|Zoë|said|3|5|fold");
  EXPECT_EQ(words_of("snake_case"), "|snake|case");
  EXPECT_EQ(words_of("x² ½ Ⅷ 日本"), "|x²|½|Ⅷ|日本");
  EXPECT_EQ(words_of("e\u0301t"), "|e|t") << "marks are no part of words";
  EXPECT_EQ(words_of("a\xFF\xC3(b"), "|a|b") << "bytes that are no UTF-8";
  EXPECT_EQ(words_of(" …\n"), "");
  EXPECT_EQ(words_of(""), "");
}

TEST(Words, CountCodePoints) {
  const Words words("né 😀 x");
  EXPECT_EQ(words.length(), 6U);
  EXPECT_EQ(words.text({3, 4}), "😀");
  EXPECT_EQ(words.touched(CodepointSpan{5, 6}), (Range{1, 2}));
}

TEST(Words, AreTouchedBySpansThatShareALetter) {
  const Words words("one two three");
  EXPECT_EQ(words.touched(CodepointSpan{3, 4}), (Range{1, 1}));
  EXPECT_EQ(words.touched(CodepointSpan{2, 4}), (Range{0, 1}));
  EXPECT_EQ(words.touched(CodepointSpan{2, 5}), (Range{0, 2}));
  const std::vector<CodepointSpan> spans = {{8, 10}, {0, 1}, {9, 13}, {1, 3}};
  const auto touched = words.touched(spans);
  ASSERT_EQ(touched.size(), 2U);
  EXPECT_EQ(touched[0].word, 0U);
  EXPECT_EQ(touched[0].letters, 2U) << "the larger share of a word, not the sum";
  EXPECT_EQ(touched[1].word, 2U);
  EXPECT_EQ(touched[1].letters, 4U);
}

TEST(Words, TheHeadIsTheLastWordOfTheFirstName) {
  EXPECT_EQ(head_of("Mayor Ilse Brandt of Norwick"), "Brandt");
  EXPECT_EQ(head_of("Ilse Brandt, the Mayor"), "Brandt");
  EXPECT_EQ(head_of("the Norwick council"), "Norwick");
  EXPECT_EQ(head_of("Brandt’s spokesman"), "Brandt");
  EXPECT_EQ(head_of("J. T. Brandt-Olsen"), "Olsen");
  EXPECT_EQ(head_of("Ilse\u00A0Brandt"), "Brandt");
  EXPECT_EQ(head_of("Ilse \n Brandt"), "Brandt");
  EXPECT_EQ(head_of("a Élise Ⅷ"), "Ⅷ");
}

TEST(Words, WithoutANameTheHeadStandsBeforeCommaOrPreposition) {
  EXPECT_EQ(head_of("The minister"), "minister");
  EXPECT_EQ(head_of("a spokesman for the family"), "spokesman");
  EXPECT_EQ(head_of("The mayor, who resigned"), "mayor");
  EXPECT_EQ(head_of("of"), "of");
  EXPECT_EQ(head_of("He"), "He");
  EXPECT_EQ(head_of("Some officials"), "officials");
  EXPECT_EQ(head_of("…"), "");
}

}  // namespace
}  // namespace quotary
