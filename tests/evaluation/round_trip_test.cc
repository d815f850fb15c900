// What the writers put out in the forms for scorers and annotators, the readers read back.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/annotations.h"
#include "quotary/record.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWitnessText =
    "“Été is over,” said Édouard Brûlé.\nHe added that\tit was “a good one”\r\nand left.";

// The passage that `part` is, in code points.
Passage passage(std::string_view part) {
  const auto codepoints = [](std::string_view text) {
    std::uint32_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1U : 0U;
    return count;
  };
  const std::uint32_t begin = codepoints(kWitnessText.substr(0, kWitnessText.find(part)));
  return {begin, begin + codepoints(part), part};
}

Record record() {
  Record out;
  out.id = "round trip";
  out.unit = OffsetUnit::codepoints;
  out.bytes = kWitnessText;
  out.parts = {passage("“Été is over,”"), passage("it was “a good one”\r\nand"), passage("left")};
  RecordQuote direct;
  direct.n = 1;
  direct.parts = {0, 1};
  direct.cue = passage("said");
  direct.source = passage("Édouard Brûlé");
  direct.speaker = 0;
  direct.confidence = 0.9F;
  RecordQuote mixed;
  mixed.n = 2;
  mixed.kind = QuoteKind::mixed;
  mixed.parts = {1, 3};
  mixed.cue = passage("added");
  mixed.source = passage("He");
  mixed.speaker = 0;
  mixed.confidence = 0.75F;
  RecordQuote bare;
  bare.n = 3;
  bare.kind = QuoteKind::indirect;
  bare.parts = {2, 3};
  out.quotes = {direct, mixed, bare};
  out.sources.emplace_back().name = "Édouard Brûlé";
  return out;
}

CodepointSpan span_of(const Passage& passage) { return {passage.begin, passage.end}; }

std::vector<CodepointSpan> spans_of(const Passage& passage) {
  if (passage.empty()) return {};
  return {span_of(passage)};
}

void expect_same(const AnnotatedDocument& read, const Record& written) {
  ASSERT_EQ(read.quotes.size(), written.quotes.size());
  for (std::size_t i = 0; i < read.quotes.size(); ++i) {
    const AnnotatedQuote& quote = read.quotes[i];
    const RecordQuote& original = written.quotes[i];
    EXPECT_EQ(name_of(quote.kind), name_of(original.kind));
    ASSERT_EQ(quote.content.size(), written.parts_of(original).size());
    for (std::size_t part = 0; part < quote.content.size(); ++part) {
      EXPECT_EQ(quote.content[part], span_of(written.parts_of(original)[part]));
    }
    EXPECT_EQ(quote.cue, spans_of(original.cue));
    EXPECT_EQ(quote.source, spans_of(original.source));
    const RecordSource* speaker = written.speaker_of(original);
    EXPECT_EQ(quote.speaker, speaker == nullptr ? "" : speaker->name);
  }
}

TEST(RoundTrip, Brat) {
  const Record written = record();
  std::string pattern = (fs::temp_directory_path() / "quotary-round-XXXXXX").string();
  const fs::path folder = ::mkdtemp(pattern.data());
  for (const bool several_files : {false, true}) {
    std::string annotations;
    make_writer(Format::brat, {.several_files = several_files})->write(written, annotations);
    std::ofstream(folder / "x.ann", std::ios::binary) << annotations;
    std::ofstream(folder / "x.txt", std::ios::binary) << brat_text(written);
    const auto read = AnnotationSource(folder.string()).next();
    ASSERT_TRUE(read && read->has_value());
    EXPECT_EQ((*read)->text, kWitnessText);
    expect_same(**read, written);
  }
  fs::remove_all(folder);
}

TEST(RoundTrip, Eval) {
  const Record written = record();
  std::string line;
  make_writer(Format::eval)->write(written, line);
  const auto read = parse_annotations(line);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->id, "round trip");
  expect_same(*read, written);
  EXPECT_NEAR(read->quotes[1].confidence, 0.75, 0.001);
}

}  // namespace
}  // namespace quotary
