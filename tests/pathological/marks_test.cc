// Hostile rows of quotation marks, by name: linear time, no crash, nothing lost.
#include "quotes/marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include "../quotes/english_marks.h"
#include "quotes/speeches.h"

namespace quotary {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

struct Outcome {
  std::size_t stretches = 0;
  std::size_t repairs = 0;
  std::size_t deepest = 0;
  std::size_t bytes = 0;  // of contents that stand alone
  double seconds = 0;
};

Outcome pair(std::string text) {
  const Document document = Document::from_bytes(std::move(text));
  MarkScratch scratch;
  Marks marks;
  const auto start = std::chrono::steady_clock::now();
  pair_marks(document, english_marks(), marks, scratch);
  Outcome outcome;
  for (std::uint32_t i = 0; i < marks.stretches.size(); ++i) {
    outcome.deepest = std::max<std::size_t>(outcome.deepest, marks.stretches[i].depth);
    if (stands_alone(marks.stretches, i)) {
      outcome.bytes += content_span(marks.stretches, i).size();
    }
  }
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  outcome.stretches = marks.stretches.size();
  outcome.repairs = marks.repairs.size();
  return outcome;
}

constexpr double kSeconds = 10;  // generous: sanitizers and loaded machines

TEST(PathologicalMarks, ManyUnclosedStraightMarks) {
  const Outcome outcome = pair(repeat("said \"so ", 100000));
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_GT(outcome.repairs, 0U);
}

TEST(PathologicalMarks, ManyUnclosedCurlyMarks) {
  const Outcome outcome = pair(repeat("said “so ", 100000));
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_GE(outcome.repairs, 99990U);
}

TEST(PathologicalMarks, ManyUnopenedMarks) {
  const Outcome outcome = pair(repeat("so.” Said ", 100000));
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_EQ(outcome.repairs, 100000U);
}

TEST(PathologicalMarks, UnclosedMarksEachInItsParagraph) {
  EXPECT_LT(pair(repeat("said \"so\n\n", 100000)).seconds, kSeconds);
  EXPECT_LT(pair(repeat("\"so\n\n", 100000)).seconds, kSeconds);
}

TEST(PathologicalMarks, MarksNestedTenThousandDeep) {
  const Outcome outcome = pair(repeat("“a ‘b ", 5000) + "c" + repeat(" d’ e”", 5000));
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_EQ(outcome.stretches, 10000U);
  EXPECT_EQ(outcome.deepest, 9999U);
  EXPECT_EQ(outcome.repairs, 0U);
}

TEST(PathologicalMarks, MarksOfOneKindNestedTenThousandDeep) {
  const Outcome outcome = pair(repeat("“a ", 10000) + "c" + repeat(" d”", 10000));
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_EQ(outcome.stretches, 10000U);
  EXPECT_EQ(outcome.deepest, 9999U);
}

TEST(PathologicalMarks, NothingButMarks) {
  for (const std::string_view mark : {"\"", "'", "“", "”", "‘", "’", "''", "«", "\"'", "‘“"}) {
    EXPECT_LT(pair(repeat(mark, 100000)).seconds, kSeconds) << mark;
  }
}

TEST(PathologicalMarks, ManyApostrophesAndNoQuotation) {
  const Outcome outcome = pair(repeat("the voters' 'em talkin' o' ", 50000));
  EXPECT_LT(outcome.seconds, kSeconds);
}

TEST(PathologicalMarks, OneQuotationOverManyParagraphs) {
  const Outcome outcome = pair(repeat("“so it went.\n\n", 50000) + "“The end.”");
  EXPECT_LT(outcome.seconds, kSeconds);
  EXPECT_EQ(outcome.stretches, 50001U);
  EXPECT_EQ(outcome.repairs, 0U);
}

TEST(PathologicalMarks, TimeGrowsWithTheText) {
  const std::string piece = "She said “it was ‘odd’ and 'she' \"knew\" it's 'em,” and “so. ";
  const double small = pair(repeat(piece, 2000)).seconds;
  const double large = pair(repeat(piece, 40000)).seconds;
  EXPECT_LT(large, 20 * small * 4 + 0.05);
}

}  // namespace
}  // namespace quotary
