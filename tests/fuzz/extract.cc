// Any bytes at all give an Analysis in which every invariant holds, a record whose offsets lie in
// the original, and one line of JSON that says the same. The first byte chooses the unit and what
// is shown.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "quotary/quotary.h"

namespace {

using namespace quotary;  // NOLINT(google-build-using-namespace): one program, one file
using nlohmann::json;

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "%.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

const Extractor& extractor() {
  static const Extractor made =
      Extractor::create(RulePack::built_in().value(), {.keep_candidates = true, .nested = true})
          .value();
  return made;
}

// Characters of the original in `unit`, invalid sequences counted as the converter does.
std::uint32_t length_in(OffsetUnit unit, const Document& document) {
  OffsetConverter convert(document, unit);
  return convert(static_cast<std::uint32_t>(document.text().size()));
}

void require_in_range(const Passage& passage, std::uint32_t length) {
  require(passage.begin <= passage.end && passage.end <= length, "a passage lies outside");
}

void require_in_range(const Record& record, std::uint32_t length) {
  for (const Passage& part : record.parts) require_in_range(part, length);
  for (const RecordMention& mention : record.mentions) require_in_range(mention.passage, length);
  for (const RecordRepair& repair : record.repairs) require_in_range(repair.mark, length);
  for (const RecordBlock& block : record.blocks) require_in_range(block.passage, length);
  for (const RecordQuote& quote : record.quotes) {
    for (const Passage& each :
         {quote.context, quote.cue, quote.source, quote.medium, quote.occasion}) {
      require_in_range(each, length);
    }
    require(!quote.parts.empty(), "a quote without parts");
    require(quote.confidence >= 0 && quote.confidence <= 1, "a confidence out of range");
    require(
        (quote.speaker != kNone || !quote.source.empty()) == (quote.no_source == NoSource::none),
        "a quote with neither source nor reason, or both");
  }
}

void require_reparses(const Record& record, std::string_view line) {
  require(line.ends_with('\n') && line.find('\n') == line.size() - 1, "not one line");
  const json parsed = json::parse(line, nullptr, false);
  require(parsed.is_object() && parsed.value("schema", "") == kRecordSchema, "not a record");
  require(parsed.at("quotes").size() == record.quotes.size(), "quotes are missing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Workspace workspace;
  const std::uint8_t choice = size == 0 ? std::uint8_t{0} : data[0];
  const std::string bytes(reinterpret_cast<const char*>(data) + (size == 0 ? 0 : 1),
                          size == 0 ? 0 : size - 1);
  const Document document = extractor().read(bytes, "fuzz");
  const Analysis analysis = extractor().analyze(document, workspace);
  const std::string inconsistency = analysis.inconsistency(document);
  require(inconsistency.empty(), inconsistency);

  RecordOptions options;
  options.unit = static_cast<OffsetUnit>(choice % 3);
  options.all = (choice & 4U) != 0;
  options.context = (choice & 8U) != 0;
  options.blocks = (choice & 16U) != 0;
  const Record record = make_record(document, analysis, options);
  require_in_range(record, length_in(options.unit, document));

  std::string line;
  make_writer(Format::jsonl, {.candidates = true})->write(record, line);
  require_reparses(record, line);
  for (const Format format : {Format::view, Format::csv, Format::brat, Format::eval}) {
    line.clear();
    make_writer(format)->write(record, line);
  }
  return 0;
}
