// Hostile texts of many megabytes: each in time that is linear in its size.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include "quotary/document.h"
#include "sanitized.h"

namespace quotary {
namespace {

using std::string_literals::operator""s;

constexpr std::size_t kSize = kSanitized ? 5'000'000 : 50'000'000;

std::string repeated(std::string_view part, std::size_t size) {
  std::string out;
  out.reserve(size + part.size());
  while (out.size() < size) out += part;
  return out;
}

// Generous: it takes a fiftieth of it.
constexpr double kMostSeconds = 20;

void expect_fast(std::string bytes) {
  const std::clock_t start = std::clock();  // time of this process: others do not count
  const Document document = Document::from_bytes(std::move(bytes));
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_LT(taken, kMostSeconds);
  EXPECT_GE(document.tokens().size(), 1U);
  EXPECT_EQ(document.original_offset(static_cast<std::uint32_t>(document.text().size())),
            document.bytes().size());
}

TEST(Pathological, OneWord) { expect_fast(std::string(kSize, 'a')); }
TEST(Pathological, OneLine) { expect_fast(repeated("so it goes on, she said. ", kSize)); }
TEST(Pathological, NothingButNuls) { expect_fast(std::string(kSize, '\0')); }
TEST(Pathological, BrokenUtf8) { expect_fast(repeated("\xE2\x80 a\xC3\xFF", kSize)); }
TEST(Pathological, LoneLeadBytes) { expect_fast(std::string(kSize, '\xF0')); }
TEST(Pathological, Stops) { expect_fast("a" + repeated(". ", kSize / 4)); }
TEST(Pathological, StopsOfEveryKind) { expect_fast(repeated("!?…", kSize / 4)); }
TEST(Pathological, Quotes) { expect_fast(repeated("\" ", kSize / 4)); }
TEST(Pathological, ClosingMarks) { expect_fast("a." + repeated("\"", kSize / 4)); }
TEST(Pathological, StopsAmongClosingMarks) { expect_fast("a" + repeated(".)", kSize / 4)); }
TEST(Pathological, Apostrophes) { expect_fast(repeated("'s", kSize / 4)); }
TEST(Pathological, Initials) { expect_fast(repeated("A.B-", kSize / 4)); }
TEST(Pathological, HyphensAndStops) { expect_fast(repeated("a-b.", kSize / 4)); }
TEST(Pathological, Addresses) { expect_fast("http://" + repeated(".,)", kSize / 4)); }
TEST(Pathological, ManyAddresses) { expect_fast(repeated("a://)", kSize / 4)); }
TEST(Pathological, CombiningMarks) { expect_fast("e" + repeated("\u0301\u0323", kSize / 4)); }
TEST(Pathological, Newlines) { expect_fast("a" + repeated("\r\n", kSize / 4) + "b"); }
TEST(Pathological, OneWordLines) { expect_fast(repeated("a\n", kSize / 4)); }
TEST(Pathological, SoftHyphens) { expect_fast("a" + repeated("\u00AD", kSize / 4) + "b"); }
TEST(Pathological, Joiners) { expect_fast("a" + repeated("\u200D", kSize / 4) + "b"); }

TEST(Pathological, OffsetsInNoOrder) {
  const Document document = Document::from_bytes("\xFF" + repeated("é", kSize));
  OffsetConverter convert(document, OffsetUnit::codepoints);
  const std::uint32_t characters = static_cast<std::uint32_t>(kSize) / 2;
  const std::clock_t start = std::clock();
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    const std::uint32_t at = static_cast<std::uint32_t>(std::uint64_t{i} * 7'654'321 % characters);
    ASSERT_EQ(convert(3 + 2 * at), 1 + at);
  }
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, kMostSeconds);
}

}  // namespace
}  // namespace quotary
