#include "writers/csv.h"

#include "writers/csv_row.h"
#include "writers/numbers.h"

namespace quotary {
namespace {

constexpr std::string_view kHeader =
    "document,n,kind,use,text,begin,end,parts,cue,source,source_kind,speaker,speaker_type,gender,"
    "roles,affiliations,chain,medium,occasion,confidence,sieve,rule,no_source,nested_in,"
    "speakers\r\n";

std::string joined(std::span<const std::string_view> texts, std::string_view separator) {
  std::string out;
  for (const std::string_view text : texts) {
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

std::string joined_text(std::span<const Passage> parts) {
  std::string out;
  for (const Passage& part : parts) {
    if (!out.empty()) out += ' ';
    out += part.text;
  }
  return out;
}

// "12-40;50-60"
std::string joined_offsets(std::span<const Passage> parts) {
  std::string out;
  for (const Passage& part : parts) {
    if (!out.empty()) out += ';';
    append_number(out, part.begin);
    out += '-';
    append_number(out, part.end);
  }
  return out;
}

// "Ann Lee; Bo Berg"; empty where one says it.
std::string joint_names(const Record& record, const RecordQuote& quote) {
  std::string out;
  if (quote.joint.empty()) return out;
  for (const std::uint32_t speaker : record.speakers_of(quote)) {
    if (!out.empty()) out += "; ";
    out += record.sources[speaker].name;
  }
  return out;
}

void append_row(std::string& out, const Record& record, const RecordQuote& quote) {
  static const RecordSource nobody;
  const RecordSource* const known = record.speaker_of(quote);
  const RecordSource& speaker = known == nullptr ? nobody : *known;
  const auto parts = record.parts_of(quote);
  CsvRow row(out);
  row.cell(record.id);
  row.cell(quote.n);
  row.cell(name_of(quote.kind));
  row.cell(name_of(quote.use));
  row.cell(quote.depth < kMaxTextDepth ? joined_text(parts) : std::string());
  row.cell(parts.front().begin);
  row.cell(parts.back().end);
  row.cell(joined_offsets(parts));
  row.cell(quote.cue.text);
  row.cell(quote.source.text);
  row.cell(quote.source.empty() ? std::string_view() : name_of(quote.source_kind));
  row.cell(speaker.name);
  row.cell(known == nullptr ? std::string_view() : name_of(speaker.type));
  row.cell(known == nullptr ? std::string_view() : name_of(speaker.gender));
  row.cell(joined(record.texts_of(speaker.roles), "; "));
  row.cell(joined(record.texts_of(speaker.affiliations), "; "));
  row.cell(joined(record.texts_of(quote.chain), " <- "));
  row.cell(quote.medium.text);
  row.cell(quote.occasion.text);
  row.cell(quote.confidence);
  row.cell(quote.sieve);
  row.cell(quote.rule);
  row.cell(quote.no_source == NoSource::none ? std::string_view() : name_of(quote.no_source));
  row.cell(quote.nested_in == 0 ? std::string() : std::to_string(quote.nested_in));
  row.cell(joint_names(record, quote));
  row.end();
}

}  // namespace

void CsvWriter::begin(std::string& out) const { out += kHeader; }

void CsvWriter::write(const Record& record, std::string& out) const {
  for (const RecordQuote& quote : record.quotes) append_row(out, record, quote);
}

}  // namespace quotary
