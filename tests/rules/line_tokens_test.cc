// Lines divided into tokens: words of plain letters, which are told in one go, as all others are.
#include "rules/line_tokens.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "quotary/document.h"

namespace quotary {
namespace {

std::vector<LineToken> tokens_of(const std::string& text) {
  std::vector<LineToken> tokens;
  scan_line(text, tokens);
  return tokens;
}

// What is known of each word of `text`, as letters.
std::string told(const std::string& text) {
  std::string out;
  for (const LineToken& token : tokens_of(text)) {
    if (token.kind != LineTokenKind::word) continue;
    EXPECT_EQ(token.word, word_id(text.substr(token.span.begin, token.span.size())));
    out += (out.empty() ? "" : " ") + text.substr(token.span.begin, token.span.size()) + ":";
    if (token.capital) out += 'c';
    if (token.caps) out += 'C';
    if (token.plain) out += 'p';
    out += std::to_string(token.letters);
  }
  return out;
}

TEST(LineTokens, TellWhatAWordIsMadeOf) {
  EXPECT_EQ(told("the Marston RECORD"), "the:p3 Marston:cp7 RECORD:cC6");
  EXPECT_EQ(told("I saw a B."), "I:cp1 saw:p3 a:p1 B.:c1");
  EXPECT_EQ(told("CreditCredit, McLee/o'Dell"), "CreditCredit:c12 McLee:c5 o'Dell:5");
  EXPECT_EQ(told("Łódź word-by-word (end)"), "Łódź:c4 word-by-word:10 end:p3");
}

TEST(LineTokens, TakeNoAddressForAPlainWord) {
  EXPECT_EQ(tokens_of("ann+lee@paper.example").size(), 1U);
  EXPECT_EQ(tokens_of("http://paper.example/x")[0].kind, LineTokenKind::link);
  EXPECT_EQ(tokens_of("ann lee@paper.example")[1].kind, LineTokenKind::link);
}

// A word with a letter above ASCII goes the long way: where the same letters are ASCII, the tokens
// must be the same.
TEST(LineTokens, PlainWordsAreDividedAsAllOthers) {
  const std::vector<std::string> pieces = {"Qz", "zz", " ", " ", "1", ".", ",", "-", "'s", "'",
                                           "@",  "/",  "(", ")", "&", "+", "_", "#", "ʼ"};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string plain;
    std::string wide;
    std::vector<std::size_t> places;  // of each byte of `wide` in `plain`
    for (unsigned count = 1 + random() % 8; count > 0; --count) {
      for (const char c : pieces[random() % pieces.size()]) {
        const std::string same = c == 'z' ? "ż" : std::string(1, c);
        places.insert(places.end(), same.size(), plain.size());
        wide += same;
        plain += c;
      }
    }
    places.push_back(plain.size());
    const std::vector<LineToken> expected = tokens_of(wide);
    const std::vector<LineToken> found = tokens_of(plain);
    ASSERT_EQ(found.size(), expected.size()) << plain;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].span.begin, places[expected[i].span.begin]) << plain;
      EXPECT_EQ(found[i].span.end, places[expected[i].span.end]) << plain;
      EXPECT_EQ(found[i].kind, expected[i].kind) << plain;
      EXPECT_EQ(found[i].capital, expected[i].capital) << plain;
      EXPECT_EQ(found[i].caps, expected[i].caps) << plain;
      EXPECT_EQ(found[i].space, expected[i].space) << plain;
      EXPECT_EQ(found[i].letters, expected[i].letters) << plain;
      EXPECT_EQ(found[i].mark, expected[i].mark) << plain;
    }
  }
}

}  // namespace
}  // namespace quotary
