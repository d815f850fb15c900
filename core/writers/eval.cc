#include "writers/eval.h"

#include <span>

#include "writers/json_text.h"

namespace quotary {
namespace {

void append_span(std::string& out, const Passage& passage) {
  out += '[';
  append_number(out, passage.begin);
  out += ',';
  append_number(out, passage.end);
  out += ']';
}

// [[begin,end],...], without what is not there.
void append_spans(std::string& out, std::span<const Passage> passages) {
  out += '[';
  for (const Passage& passage : passages) {
    if (passage.empty()) continue;
    if (out.back() != '[') out += ',';
    append_span(out, passage);
  }
  out += ']';
}

void append_quote(std::string& out, const Record& record, const RecordQuote& quote) {
  out += "{\"kind\":\"";
  out += name_of(quote.kind);
  out += "\",\"content\":";
  append_spans(out, record.parts_of(quote));
  out += ",\"cue\":";
  append_spans(out, std::span(&quote.cue, 1));
  out += ",\"source\":";
  append_spans(out, std::span(&quote.source, 1));
  out += ",\"speaker\":";
  const RecordSource* const speaker = record.speaker_of(quote);
  if (speaker == nullptr || speaker->name.empty()) {
    out += "null";
  } else {
    append_json_string(out, speaker->name);
  }
  out += ",\"confidence\":";
  append_fraction(out, quote.confidence);
  out += '}';
}

}  // namespace

void EvalWriter::write(const Record& record, std::string& out) const {
  out += "{\"id\":";
  append_json_string(out, record.id);
  out += ",\"quotes\":[";
  for (const RecordQuote& quote : record.quotes) {
    if (&quote != record.quotes.data()) out += ',';
    append_quote(out, record, quote);
  }
  out += "]}\n";
}

}  // namespace quotary
