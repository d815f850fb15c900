// Offsets in every unit, and what holds of every Document, tried on random nasty texts.
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "division.h"
#include "invariants.h"
#include "quotary/document.h"

namespace quotary {
namespace {

using std::string_literals::operator""s;

std::vector<std::uint32_t> offsets(const std::string& bytes, OffsetUnit unit,
                                   const std::vector<std::uint32_t>& at) {
  const Document document = Document::from_bytes(bytes);
  OffsetConverter convert(document, unit);
  std::vector<std::uint32_t> out;
  out.reserve(at.size());
  for (const std::uint32_t offset : at) out.push_back(convert(offset));
  return out;
}

using Numbers = std::vector<std::uint32_t>;

TEST(Offsets, CoincideInAscii) {
  for (const OffsetUnit unit : {OffsetUnit::bytes, OffsetUnit::codepoints, OffsetUnit::utf16}) {
    EXPECT_EQ(offsets("plain text", unit, {0, 3, 10}), (Numbers{0, 3, 10}));
  }
}

TEST(Offsets, CountCharactersOfTheOriginal) {
  const std::string text = "é“\U0001F600z";  // 2 + 3 + 4 + 1 bytes
  EXPECT_EQ(offsets(text, OffsetUnit::bytes, {0, 2, 5, 9, 10}), (Numbers{0, 2, 5, 9, 10}));
  EXPECT_EQ(offsets(text, OffsetUnit::codepoints, {0, 2, 5, 9, 10}), (Numbers{0, 1, 2, 3, 4}));
  EXPECT_EQ(offsets(text, OffsetUnit::utf16, {0, 2, 5, 9, 10}), (Numbers{0, 1, 2, 4, 5}));
}

TEST(Offsets, CountWhatDecodingTookAway) {
  const std::string bytes = "\uFEFFa\r\ne\u0301\xFF\0z"s;  // text: a \n é U+FFFD U+FFFD z
  EXPECT_EQ(offsets(bytes, OffsetUnit::bytes, {0, 1, 2, 4, 7, 10, 11}),
            (Numbers{3, 4, 6, 9, 10, 11, 12}));
  EXPECT_EQ(offsets(bytes, OffsetUnit::codepoints, {0, 1, 2, 4, 7, 10, 11}),
            (Numbers{1, 2, 4, 6, 7, 8, 9}));
}

TEST(Offsets, AnIllFormedSequenceCountsOnce) {
  EXPECT_EQ(offsets("\xE2\x80|\xED\xA0\x80|", OffsetUnit::codepoints, {3, 4, 13, 14}),
            (Numbers{1, 2, 5, 6}));
}

TEST(Offsets, MayBeAskedForInAnyOrder) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "é\xF0\x9F\x98\x80z";
  const Document document = Document::from_bytes(text);
  OffsetConverter convert(document, OffsetUnit::utf16);
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    const auto k = static_cast<std::uint32_t>(random() % 20001);
    EXPECT_EQ(convert(7 * k), 4 * k);
  }
  OffsetConverter descending(document, OffsetUnit::codepoints);
  for (std::uint32_t k = 20000; k > 0; k -= 100) EXPECT_EQ(descending(7 * k), 3 * k);
}

TEST(Offsets, HoldOnRandomTexts) {
  const std::array<std::string_view, 44> alphabet = {
      "a",      "B",          "s",        "I",
      "1",      " ",          " ",        "\n",
      "\n\n",   "\r\n",       "\r",       ".",
      ".",      "...",        ",",        "!",
      "?",      "'",          "’",        "\"",
      "“",      "”",          "``",       "-",
      "—",      "&",          "@",        "#",
      "/",      ":",          "_",        "\u00AD",
      "\u200D", "\uFEFF",     "e\u0301",  "\u0301",
      "é",      "\xC3",       "\xE2\x80", "\xFF",
      "中",     "\U0001F600", "Mr.",      std::string_view("\0", 1)};
  std::mt19937 random(2024);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i) bytes += alphabet[random() % alphabet.size()];
    ASSERT_EQ(inconsistency(Document::from_bytes(bytes, {}, test_rules())), "")
        << testing::PrintToString(bytes);
  }
}

}  // namespace
}  // namespace quotary
