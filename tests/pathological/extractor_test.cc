// Hostile texts through the whole extractor: everything holds, and each takes at most a stated
// multiple of what an ordinary text of the same size takes. Processor time of this process, so that
// a loaded machine does not matter.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>

#include "articles.h"
#include "quotary/quotary.h"
#include "sanitized.h"

namespace quotary {
namespace {

constexpr std::size_t kSize = kSanitized ? 100'000 : 1'000'000;
constexpr std::size_t kHundredThousand = kSanitized ? 10'000 : 100'000;
constexpr std::size_t kLargest = kSanitized ? 5'000'000 : 50'000'000;

// Tokens of one byte are six times as many as those of ordinary text; the rest is leeway.
// Sanitizers slow some code down more than other code.
constexpr double kMostTimes = kSanitized ? 40 : 18;

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}
std::string filled(std::string_view piece, std::size_t size) {
  return repeat(piece, size / piece.size());
}

const Extractor& extractor() {
  static const Extractor made =
      Extractor::create(RulePack::built_in().value(), {.nested = true}).value();
  return made;
}

double seconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Outcome {
  double seconds = 0;
  std::size_t stretches = 0;
  std::size_t deepest = 0;
  std::size_t repairs = 0;
  std::size_t quotes = 0;
  std::size_t record_bytes = 0;
};

// From bytes to a line of JSON; the check of consistency is not counted.
Outcome extract(std::string bytes) {
  Workspace workspace;
  Outcome outcome;
  double start = seconds();
  const Document document = extractor().read(std::move(bytes));
  const Analysis analysis = extractor().analyze(document, workspace);
  outcome.seconds = seconds() - start;
  EXPECT_EQ(analysis.inconsistency(document), "");

  start = seconds();
  const Record record = make_record(document, analysis, {.all = true});
  std::string line;
  make_writer(Format::jsonl)->write(record, line);
  outcome.seconds += seconds() - start;
  outcome.record_bytes = line.size();
  outcome.stretches = analysis.stretches.size();
  outcome.repairs = analysis.repairs.size();
  outcome.quotes = analysis.quotes.size();
  for (const QuotedStretch& stretch : analysis.stretches) {
    outcome.deepest = std::max<std::size_t>(outcome.deepest, stretch.depth);
  }
  return outcome;
}

double ordinary_seconds_per_byte() {
  static const double per_byte = [] {
    const std::string text = bench::articles_of(kSize);
    extract(text);  // memory is mapped and caches are warm
    return extract(text).seconds / static_cast<double>(text.size());
  }();
  return per_byte;
}

Outcome expect_linear(const std::string& bytes, double times = kMostTimes) {
  const double most = times * ordinary_seconds_per_byte() * static_cast<double>(bytes.size());
  Outcome outcome = extract(bytes);
  if (outcome.seconds > most) outcome = extract(bytes);
  EXPECT_LT(outcome.seconds, most) << "seconds for " << bytes.size() << " bytes";
  const double ratio = times * outcome.seconds / most;
  ::testing::Test::RecordProperty("ratio", std::to_string(ratio));
  std::printf("  %.2f times an ordinary text of its size; %.1f bytes of record a byte\n", ratio,
              static_cast<double>(outcome.record_bytes) / static_cast<double>(bytes.size()));
  return outcome;
}

TEST(PathologicalText, HundredThousandUnclosedStraightMarks) {
  EXPECT_GT(expect_linear(repeat("said \"so ", kHundredThousand)).repairs, 0U);
}
TEST(PathologicalText, HundredThousandUnclosedCurlyMarks) {
  EXPECT_GT(expect_linear(repeat("said “so ", kHundredThousand)).repairs,
            kHundredThousand / 100 * 99);
}
TEST(PathologicalText, HundredThousandUnclosedMarksInParagraphs) {
  EXPECT_GT(expect_linear(repeat("“So it is, Ann Lee said.\n\n", kHundredThousand)).repairs, 0U);
}
TEST(PathologicalText, HundredThousandUnopenedMarks) {
  EXPECT_GT(expect_linear(repeat("so” said ", kHundredThousand)).stretches, 0U);
}
TEST(PathologicalText, MarksNestedTenThousandDeep) {
  const std::string text = repeat("He said “she told me ‘", 5'000) + "no" + repeat("’ ”", 5'000);
  EXPECT_GT(expect_linear(text).stretches, 0U);
}
TEST(PathologicalText, MarksNestedTenThousandDeepUnclosed) {
  EXPECT_GT(expect_linear(repeat("“‘", 5'000) + "no").repairs, 0U);
}
// All of it is read a second time, from inside the quotation.
TEST(PathologicalText, WhatOthersSayWithoutEnd) {
  const std::string inside = filled("he says that they told me 'I think so', ", kSize);
  EXPECT_GT(expect_linear("“" + inside + "” she said.", 2 * kMostTimes).quotes, 1U);
  EXPECT_GT(expect_linear(filled("“He says I said ‘no’,” she said. ", kSize)).quotes, 1'000U);
}
TEST(PathologicalText, OneLineOfFiftyMegabytes) {
  std::string text = bench::articles_of(kLargest);
  std::replace(text.begin(), text.end(), '\n', ' ');
  EXPECT_GT(expect_linear(text).quotes, kLargest / 5'000);
}
TEST(PathologicalText, OneSentence) {
  EXPECT_GT(expect_linear(filled("in 2021 she said that he thought ", kSize)).quotes, 0U);
}
TEST(PathologicalText, TurnsOnly) {
  const std::string text = filled("Q: Why is it so?\n\nA: I do \"not\" know, he said.\n\n", kSize);
  EXPECT_GT(expect_linear(text).quotes, kSize / 100);
}
TEST(PathologicalText, TurnsOfAsManySpeakers) {
  std::string text;
  for (std::size_t i = 0; text.size() < kSize; ++i) {
    text += "MS. X" + std::to_string(i) + "Y: I do.\n\nWe went.\n\n";
  }
  EXPECT_GT(expect_linear(text).quotes, kSize / 100);
}
TEST(PathologicalText, OneTurn) {
  const std::string text =
      "MS. ROE: No.\n\nMR. LIND: Yes.\n\n" + filled("I said \"no\".\n\n", kSize);
  EXPECT_GT(expect_linear(text).quotes, 1U);
}
TEST(PathologicalText, BlockQuotesThatIntroduceBlockQuotes) {
  const std::string text = filled("The mayor told us:\n\nI go.\n\n", kSize);
  EXPECT_GT(expect_linear(text).quotes, kSize / 100);
}
TEST(PathologicalText, OneBlockQuote) {
  const std::string text = "The mayor told us:\n\n" + filled("I said \"no\".\n\n", kSize);
  EXPECT_GT(expect_linear(text).quotes, 1U);
}
TEST(PathologicalText, OneQuotation) {
  EXPECT_GT(expect_linear("\"" + filled("so it goes on, ", kSize) + "\" she said.").quotes, 0U);
}
TEST(PathologicalText, NothingButNames) {
  expect_linear(filled("Ann Lee Bob Roe Mr. Vale Dr. Jo Quist ", kSize));
}
TEST(PathologicalText, OneNameOfParticles) {
  expect_linear("Oscar " + filled("de la ", kSize) + "Lund said so.");
}
TEST(PathologicalText, HeadlinesOfNamesakes) {
  expect_linear(filled("Why Ann Cole Hits Bob Cole Over Harbour Deal\n\n", kSize));
}
TEST(PathologicalText, NamesThatAreAllDifferent) {
  std::string text;
  for (std::size_t i = 0; text.size() < kSize; ++i) {
    std::string name = "A";
    for (std::size_t rest = i; rest != 0; rest /= 26) {
      name += static_cast<char>('a' + static_cast<char>(rest % 26));
    }
    text += "\"No,\" Ann " + name + " said. ";
  }
  EXPECT_GT(expect_linear(text).quotes, 1'000U);
}
TEST(PathologicalText, OneNameWithAThousandSpeeches) {
  EXPECT_GT(expect_linear(filled("\"No,\" Ann Lee said. \"Yes,\" she said. ", kSize)).quotes,
            1'000U);
}
// Every token is looked at as a cue, where in a report one in twenty is.
TEST(PathologicalText, NothingButCues) { expect_linear(filled("said ", kSize), 3 * kMostTimes); }
TEST(PathologicalText, NothingButThat) { expect_linear(filled("said that ", kSize)); }
TEST(PathologicalText, NothingButPronouns) { expect_linear(filled("he she they ", kSize)); }
TEST(PathologicalText, AccordingToWithoutEnd) { expect_linear(filled("according to ", kSize)); }
TEST(PathologicalText, NothingButCommas) { expect_linear(filled(", ", kSize)); }
TEST(PathologicalText, NothingButMarks) { expect_linear(filled("\" ", kSize)); }
TEST(PathologicalText, NothingButMarksWithoutSpace) { expect_linear(std::string(kSize, '"')); }
TEST(PathologicalText, NothingButApostrophes) { expect_linear(filled("' ", kSize)); }
TEST(PathologicalText, EmptyQuotations) { expect_linear(filled("\"\" ", kSize)); }
TEST(PathologicalText, ShortParagraphs) { expect_linear(filled("a\n\n", kSize)); }
TEST(PathologicalText, QuotationsAsParagraphs) { expect_linear(filled("\"No.\"\n\n", kSize)); }
TEST(PathologicalText, ContinuedParagraphs) { expect_linear(filled("“And so on.\n\n", kSize)); }
TEST(PathologicalText, Credits) { expect_linear(filled("(AP Photo/Ann Lee)\n\n", kSize)); }
TEST(PathologicalText, TranscriptTurns) {
  expect_linear(filled("LEE: No.\n\nROE: Yes.\n\n", kSize));
}
TEST(PathologicalText, OneWord) { expect_linear(std::string(kSize, 'a')); }
TEST(PathologicalText, NothingButNuls) { expect_linear(std::string(kSize, '\0')); }
TEST(PathologicalText, BrokenUtf8) { expect_linear(filled("\xE2\x80 a\xC3\xFF\" said", kSize)); }
TEST(PathologicalText, NothingAtAll) { EXPECT_EQ(extract("").quotes, 0U); }

}  // namespace
}  // namespace quotary
