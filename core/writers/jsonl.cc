#include "writers/jsonl.h"

#include <iterator>

#include "writers/carried_fields.h"
#include "writers/json_text.h"

namespace quotary {
namespace {

class RecordJson {
 public:
  RecordJson(const Record& record, std::string& out) : record_(record), out_(out) {}

  void write(bool candidates) {
    out_ += "{\"schema\":\"";
    out_ += kRecordSchema;
    out_ += "\",\"id\":";
    append_json_string(out_, record_.id);
    out_ += ",\"unit\":\"";
    out_ += name_of(record_.unit);
    out_ += "\",\"quotes\":[";
    for (const RecordQuote& quote : record_.quotes) {
      separate();
      write_quote(quote, candidates);
    }
    out_ += "],\"sources\":[";
    for (const RecordSource& source : record_.sources) {
      separate();
      write_source(source);
    }
    out_ += ']';
    write_repairs();
    write_notes();
    write_left_out();
    write_blocks();
    append_carried_fields(out_, record_.carried);
    out_ += "}\n";
  }

 private:
  // A comma, unless something has just been opened.
  void separate() {
    const char last = out_.back();
    if (last != '[' && last != '{') out_ += ',';
  }

  void write_quote(const RecordQuote& quote, bool candidates) {
    out_ += "{\"n\":";
    append_number(out_, quote.n);
    out_ += ",\"kind\":\"";
    out_ += name_of(quote.kind);
    out_ += "\",\"use\":\"";
    out_ += name_of(quote.use);
    out_ += '"';
    write_content(quote);
    write_field(",\"cue\":", quote.cue);
    write_source_phrase(quote);
    write_speaker(quote);
    out_ += ",\"chain\":";
    write_texts(quote.chain);
    if (!quote.medium.empty()) write_field(",\"medium\":", quote.medium);
    if (!quote.occasion.empty()) write_field(",\"occasion\":", quote.occasion);
    out_ += ",\"confidence\":";
    append_fraction(out_, quote.confidence);
    write_name(",\"sieve\":", quote.sieve);
    write_name(",\"rule\":", quote.rule);
    if (quote.no_source != NoSource::none) {
      write_name(",\"no_source\":", name_of(quote.no_source));
    }
    if (quote.nested_in != 0) {
      out_ += ",\"nested_in\":";
      append_number(out_, quote.nested_in);
    }
    write_quote_repairs(quote);
    if (candidates) write_candidates(quote);
    out_ += '}';
  }

  void write_content(const RecordQuote& quote) {
    const bool with_text = quote.depth < kMaxTextDepth;
    const auto parts = record_.parts_of(quote);
    if (with_text) write_joined_text(parts);
    out_ += ",\"parts\":[";
    for (const Passage& part : parts) {
      separate();
      out_ += '{';
      write_offsets(part);
      if (with_text) {
        out_ += ",\"text\":";
        append_json_string(out_, part.text);
      }
      out_ += '}';
    }
    out_ += ']';
  }

  void write_joined_text(std::span<const Passage> parts) {
    out_ += ",\"text\":";
    for (const Passage& part : parts) {
      if (&part != parts.data()) out_.back() = ' ';  // instead of the closing mark
      const std::size_t opening = out_.size();
      append_json_string(out_, part.text);
      if (&part != parts.data()) out_.erase(opening, 1);
    }
  }

  void write_offsets(const Passage& passage) {
    out_ += "\"begin\":";
    append_number(out_, passage.begin);
    out_ += ",\"end\":";
    append_number(out_, passage.end);
  }

  void write_passage(const Passage& passage) {
    out_ += '{';
    write_offsets(passage);
    out_ += ",\"text\":";
    append_json_string(out_, passage.text);
  }

  void write_field(std::string_view key, const Passage& passage) {
    out_ += key;
    if (passage.empty()) {
      out_ += "null";
      return;
    }
    write_passage(passage);
    out_ += '}';
  }

  void write_source_phrase(const RecordQuote& quote) {
    if (quote.source.empty()) {
      out_ += ",\"source\":null";
      return;
    }
    out_ += ",\"source\":";
    write_mention({quote.source, quote.source_kind});
  }

  void write_mention(const RecordMention& mention) {
    write_passage(mention.passage);
    out_ += ",\"kind\":\"";
    out_ += name_of(mention.kind);
    out_ += "\"}";
  }

  void write_speaker(const RecordQuote& quote) {
    const RecordSource* const speaker = record_.speaker_of(quote);
    if (speaker == nullptr) {
      out_ += ",\"speaker\":null";
      return;
    }
    out_ += ",\"speaker\":";
    write_identity(*speaker);
    out_ += '}';
  }

  void write_identity(const RecordSource& source) {
    out_ += "{\"n\":";
    append_number(out_, static_cast<std::uint32_t>(&source - record_.sources.data()) + 1);
    out_ += ",\"name\":";
    append_json_string(out_, source.name);
    out_ += ",\"type\":\"";
    out_ += name_of(source.type);
    out_ += "\",\"gender\":\"";
    out_ += name_of(source.gender);
    out_ += source.plural ? "\",\"plural\":true,\"roles\":" : "\",\"plural\":false,\"roles\":";
    write_texts(source.roles);
    out_ += ",\"affiliations\":";
    write_texts(source.affiliations);
  }

  void write_source(const RecordSource& source) {
    write_identity(source);
    out_ += ",\"quotes\":";
    append_number(out_, source.quotes);
    out_ += ",\"mentions\":[";
    for (const RecordMention& mention : record_.mentions_of(source)) {
      separate();
      write_mention(mention);
    }
    out_ += "]}";
  }

  void write_texts(Range range) {
    out_ += '[';
    for (const std::string_view text : record_.texts_of(range)) {
      separate();
      append_json_string(out_, text);
    }
    out_ += ']';
  }

  void write_name(std::string_view key, std::string_view name) {
    out_ += key;
    if (name.empty()) {
      out_ += "null";
    } else {
      append_json_string(out_, name);
    }
  }

  void write_quote_repairs(const RecordQuote& quote) {
    if (quote.repairs.empty()) return;
    out_ += ",\"repairs\":[";
    for (const RepairKind kind : record_.repairs_of(quote)) {
      separate();
      append_json_string(out_, name_of(kind));
    }
    out_ += ']';
  }

  void write_candidates(const RecordQuote& quote) {
    out_ += ",\"candidates\":[";
    for (const RecordCandidate& candidate : record_.candidates_of(quote)) {
      separate();
      out_ += "{\"score\":";
      append_decimal(out_, candidate.score);
      write_name(",\"rule\":", candidate.rule);
      write_field(",\"cue\":", candidate.cue);
      write_field(",\"source\":", candidate.source);
      write_name(",\"lost\":", candidate.lost);
      out_ += '}';
    }
    out_ += ']';
  }

  void write_repairs() {
    if (record_.repairs.empty()) return;
    out_ += ",\"repairs\":[";
    for (const RecordRepair& repair : record_.repairs) {
      separate();
      write_passage(repair.mark);
      write_name(",\"kind\":", name_of(repair.kind));
      out_ += '}';
    }
    out_ += ']';
  }

  void write_notes() {
    out_ += ",\"notes\":{";
    write_count("invalid_bytes", record_.notes.invalid_bytes);
    write_count("nul_bytes", record_.notes.nul_bytes);
    write_count("removed", record_.notes.removed);
    write_count("carriage_returns", record_.notes.carriage_returns);
    write_count("composed", record_.notes.composed);
    close_unless_empty(",\"notes\":{");
  }

  void write_left_out() {
    out_ += ",\"left_out\":{";
    for (std::size_t use = 0; use < std::size(record_.left_out); ++use) {
      write_count(name_of(static_cast<QuoteUse>(use)), record_.left_out[use]);
    }
    close_unless_empty(",\"left_out\":{");
  }

  void write_count(std::string_view name, std::uint32_t count) {
    if (count == 0) return;
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    append_number(out_, count);
  }

  void close_unless_empty(std::string_view opening) {
    if (out_.back() == '{') {
      out_.resize(out_.size() - opening.size());
    } else {
      out_ += '}';
    }
  }

  void write_blocks() {
    if (record_.blocks.empty()) return;
    out_ += ",\"blocks\":[";
    for (const RecordBlock& block : record_.blocks) {
      separate();
      out_ += '{';
      write_offsets(block.passage);
      write_name(",\"kind\":", name_of(block.kind));
      out_ += '}';
    }
    out_ += ']';
  }

  const Record& record_;
  std::string& out_;
};

}  // namespace

void JsonlWriter::write(const Record& record, std::string& out) const {
  RecordJson(record, out).write(options_.candidates);
}

}  // namespace quotary
