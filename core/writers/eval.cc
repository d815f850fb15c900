#include "writers/eval.h"

#include <span>

#include "writers/json_buffer.h"

namespace quotary {
namespace {

void append_span(JsonBuffer& out, const Passage& passage) {
  out.raw('[');
  out.number(passage.begin);
  out.raw(',');
  out.number(passage.end);
  out.raw(']');
}

// [[begin,end],...], without what is not there.
void append_spans(JsonBuffer& out, std::span<const Passage> passages) {
  out.raw('[');
  for (const Passage& passage : passages) {
    if (passage.empty()) continue;
    out.separate();
    append_span(out, passage);
  }
  out.raw(']');
}

// Scorers go by the marks: a turn of a transcript has none, what is told at second hand stands
// between those of another.
QuoteKind kind_by_marks(const RecordQuote& quote) {
  if (quote.second_hand) return QuoteKind::direct;
  return quote.use == QuoteUse::transcript ? QuoteKind::indirect : quote.kind;
}

// "A; B" where several say it; scorers divide it again.
void append_speakers(JsonBuffer& out, const Record& record, const RecordQuote& quote) {
  bool any = false;
  for (const std::uint32_t speaker : record.speakers_of(quote)) {
    const std::string_view name = record.sources[speaker].name;
    if (name.empty()) continue;
    out.raw(any ? "; " : "\"");
    out.escaped(name);
    any = true;
  }
  out.raw(any ? "\"" : "null");
}

void append_quote(JsonBuffer& out, const Record& record, const RecordQuote& quote) {
  out.raw("{\"kind\":\"");
  out.raw(name_of(kind_by_marks(quote)));
  out.raw("\",\"content\":");
  append_spans(out, record.parts_of(quote));
  out.raw(",\"cue\":");
  append_spans(out, std::span(&quote.cue, 1));
  out.raw(",\"source\":");
  append_spans(out, std::span(&quote.source, 1));
  out.raw(",\"speaker\":");
  append_speakers(out, record, quote);
  out.raw(",\"confidence\":");
  out.fraction(quote.confidence);
  out.raw('}');
}

}  // namespace

void EvalWriter::write(const Record& record, std::string& text) const {
  constexpr std::size_t kBytesOfQuote = 160;
  JsonBuffer out(text, 64 + record.id.size() + record.quotes.size() * kBytesOfQuote);
  out.raw("{\"id\":");
  out.string(record.id);
  out.raw(",\"quotes\":[");
  for (const RecordQuote& quote : record.quotes) {
    out.separate();
    append_quote(out, record, quote);
  }
  out.raw("]}\n");
}

}  // namespace quotary
