// Decoding: what becomes of each oddity, and where the text that is left stood in the bytes.
#include "text/decode.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "quotary/document.h"

namespace quotary {
namespace {

using std::string_literals::operator""s;

std::string text_of(const std::string& bytes) {
  return std::string(Document::from_bytes(bytes).text());
}

// The original bytes behind the only occurrence of `part` in the text.
std::string original_of(const std::string& bytes, std::string_view part) {
  const Document document = Document::from_bytes(bytes);
  const auto at = static_cast<std::uint32_t>(document.text().find(part));
  const std::uint32_t first = document.original_offset(at);
  const std::uint32_t last = document.original_offset(at + static_cast<std::uint32_t>(part.size()));
  return bytes.substr(first, last - first);
}

TEST(Decode, LeavesCleanTextWhereItIs) {
  const std::string bytes = "Zoë said: “No – never…” \xF0\x9F\x98\x80\n";
  const DecodedText decoded = decode(bytes);
  EXPECT_TRUE(decoded.same);
  EXPECT_FALSE(decoded.plain);
  EXPECT_TRUE(decoded.text.empty());
  EXPECT_TRUE(decoded.shifts.empty());
  EXPECT_TRUE(decode("All plain.\n").plain);
  EXPECT_TRUE(decode("").same);
}

TEST(Decode, ReplacesEachMaximalSubpartOfAnIllFormedSequence) {
  const std::string r = "\uFFFD";
  EXPECT_EQ(text_of("a\xFFz"), "a" + r + "z");
  EXPECT_EQ(text_of("a\x80\x80z"), "a" + r + r + "z");
  EXPECT_EQ(text_of("a\xC3z"), "a" + r + "z");          // cut short
  EXPECT_EQ(text_of("a\xE2\x80z"), "a" + r + "z");      // two of three bytes: one
  EXPECT_EQ(text_of("a\xF0\x9F\x98z"), "a" + r + "z");  // three of four bytes: one
  EXPECT_EQ(text_of("a\xC0\xAFz"), "a" + r + r + "z");  // overlong
  EXPECT_EQ(text_of("a\xE0\x80\x80z"), "a" + r + r + r + "z");
  EXPECT_EQ(text_of("a\xED\xA0\x80z"), "a" + r + r + r + "z");          // surrogate
  EXPECT_EQ(text_of("a\xF4\x90\x80\x80z"), "a" + r + r + r + r + "z");  // above U+10FFFF
  EXPECT_EQ(text_of("a\xE2\x80"), "a" + r);                             // at the end
  // The example of the Unicode standard, table 3-8.
  EXPECT_EQ(text_of("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"),
            "a" + r + r + r + "b" + r + "c" + r + r + "d");
  EXPECT_EQ(Document::from_bytes("\xFF\xFE\xC3").notes().invalid_bytes, 3U);
}

TEST(Decode, ReplacesNulBytes) {
  EXPECT_EQ(text_of("a\0\0z"s), "a\uFFFD\uFFFDz");
  EXPECT_EQ(Document::from_bytes("a\0\0z"s).notes().nul_bytes, 2U);
  EXPECT_EQ(original_of("a\0\0z"s, "z"), "z");
}

TEST(Decode, MakesEveryLineEndOneNewline) {
  EXPECT_EQ(text_of("a\r\nb\rc\nd\r\r\ne"), "a\nb\nc\nd\n\ne");
  EXPECT_EQ(Document::from_bytes("a\r\nb\rc\nd").notes().carriage_returns, 2U);
  EXPECT_EQ(original_of("one\r\ntwo\r\nthree", "two"), "two");
  EXPECT_EQ(original_of("one\r\ntwo\r\nthree", "two\nthree"), "two\r\nthree");
}

TEST(Decode, RemovesWhatHasNoWidth) {
  EXPECT_EQ(text_of("\uFEFFStart"), "Start");
  EXPECT_EQ(text_of("Bra\u00ADnkov met \u200BDa\u2060maro\u200E."), "Brankov met Damaro.");
  EXPECT_EQ(text_of("a\uFEFFb"), "ab");
  EXPECT_EQ(Document::from_bytes("\uFEFFa\u00ADb").notes().removed, 2U);
  EXPECT_EQ(original_of("\uFEFFStart", "Start"), "Start");
  EXPECT_EQ(original_of("Bra\u00ADnkov met", "Brankov"), "Bra\u00ADnkov");
}

TEST(Decode, KeepsJoinersOnlyWhereTheyMeanSomething) {
  EXPECT_EQ(text_of("Da\u200Dmaro Da\u200Cmaro"), "Damaro Damaro");
  EXPECT_EQ(text_of("\u200Dx"), "x");
  const std::string family = "\U0001F469\u200D\U0001F467";
  EXPECT_EQ(text_of(family), family);
  const std::string persian = "می\u200Cخواهم";
  EXPECT_EQ(text_of(persian), persian);
}

TEST(Decode, ComposesAccentsWithTheirLetter) {
  EXPECT_EQ(text_of("Jose\u0301 said"), "José said");
  EXPECT_EQ(text_of("e\u0302\u0323"), "ệ");  // marks in either order
  EXPECT_EQ(text_of("か\u3099"), "が");
  EXPECT_EQ(text_of("\u1112\u1161\u11AB"), "한");
  EXPECT_EQ(Document::from_bytes("Jose\u0301").notes().composed, 1U);
  EXPECT_EQ(original_of("Jose\u0301 said", "José"), "Jose\u0301");
  EXPECT_EQ(original_of("Jose\u0301 said", "said"), "said");
}

TEST(Decode, LeavesMarksThatHaveNoComposedForm) {
  EXPECT_TRUE(decode("q\u0301").same);
  EXPECT_TRUE(decode("\u0301x").same);
  EXPECT_EQ(text_of("\n\u0301x"), "\n\u0301x");
}

TEST(Decode, MendsMarksWithoutTheCharacterTheyDoNotJoin) {
  EXPECT_EQ(text_of("\u0341"), "\u0301");              // two marks that are one
  EXPECT_EQ(text_of("\u037E\u035B"), "\u037E\u035B");  // not the semicolon it equals
  EXPECT_EQ(text_of("(\u0344"), "(\u0308\u0301");      // one mark that is two
  EXPECT_EQ(original_of("(\u0344x", "\u0308\u0301"), "\u0344");
}

TEST(Decode, KeepsNoBreakSpaces) { EXPECT_EQ(text_of("5\u00A0p.m."), "5\u00A0p.m."); }

TEST(Decode, CompressesRunsOfTheSameMending) {
  EXPECT_LE(decode(std::string(1000, '\0')).shifts.size(), 2U);
  EXPECT_LE(decode(std::string(1000, '\xFF')).shifts.size(), 2U);
  EXPECT_EQ(original_of(std::string(1000, '\0') + "end", "end"), "end");
}

TEST(Decode, MapsEachCharacterOfARunToItsByte) {
  const Document document = Document::from_bytes("ab\0\0\0cd"s);
  EXPECT_EQ(document.original_offset(2), 2U);
  EXPECT_EQ(document.original_offset(5), 3U);
  EXPECT_EQ(document.original_offset(8), 4U);
  EXPECT_EQ(document.original_offset(11), 5U);
  EXPECT_EQ(document.original_offset(13), 7U);  // the end
}

TEST(Decode, SurvivesEachOddityAtEachPlaceOfABlock) {
  // The scan reads 16 bytes at a time: every alignment of every oddity has to be seen.
  for (const std::string& odd : {"\0"s, "\r"s, "\r\n"s, "\xFF"s, "\u00AD"s, "e\u0301"s}) {
    for (std::size_t before = 0; before < 40; ++before) {
      const std::string head(before, 'a');
      const std::string bytes = head + odd + "zzz";
      const Document document = Document::from_bytes(bytes);
      EXPECT_FALSE(decode(bytes).same) << before;
      EXPECT_EQ(document.text().substr(0, before), head);
      EXPECT_EQ(original_of(bytes, "zzz"), "zzz");
    }
  }
}

}  // namespace
}  // namespace quotary
