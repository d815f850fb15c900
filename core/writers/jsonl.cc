#include "writers/jsonl.h"

#include <iterator>
#include <span>
#include <vector>

#include "writers/carried_fields.h"
#include "writers/declarations.h"
#include "writers/json_buffer.h"
#include "writers/provenance_json.h"

namespace quotary {
namespace {

// What is usual; more makes the buffer grow.
constexpr std::size_t kBytesOfRecord = 512;
constexpr std::size_t kBytesOfQuote = 768;

class RecordJson {
 public:
  RecordJson(const Record& record, std::string& out)
      : record_(record),
        out_(out, kBytesOfRecord + record.quotes.size() * kBytesOfQuote),
        start_(out_.position()),
        identities_(record.sources.size()) {}

  void write(bool candidates) {
    out_.raw("{\"schema\":\"");
    out_.raw(kRecordSchema);
    out_.raw("\",\"id\":");
    out_.string(record_.id);
    out_.raw(",\"unit\":\"");
    out_.raw(name_of(record_.unit));
    out_.raw("\",\"quotes\":[");
    for (const RecordQuote& quote : record_.quotes) {
      out_.separate();
      write_quote(quote, candidates);
    }
    out_.raw("],\"sources\":[");
    for (std::uint32_t i = 0; i < record_.sources.size(); ++i) {
      out_.separate();
      write_source(i);
    }
    out_.raw(']');
    if (record_.provenance.present && !record_.provenance.empty()) {
      out_.raw(",\"provenance\":");
      write_provenance(record_.provenance, out_);
    }
    write_repairs();
    write_notes();
    write_left_out();
    write_blocks();
    write_text();
    write_declared(record_, out_);
    write_page();
    append_carried_fields(out_, record_.carried);
    out_.raw("}\n");
  }

 private:
  void write_quote(const RecordQuote& quote, bool candidates) {
    out_.raw("{\"n\":");
    out_.number(quote.n);
    out_.raw(",\"kind\":\"");
    out_.raw(name_of(quote.kind));
    out_.raw("\",\"use\":\"");
    out_.raw(name_of(quote.use));
    out_.raw('"');
    write_content(quote);
    write_field(",\"cue\":", quote.cue);
    write_source_phrase(quote);
    write_speaker(quote);
    out_.raw(",\"chain\":");
    write_texts(quote.chain);
    if (!quote.medium.empty()) write_field(",\"medium\":", quote.medium);
    if (!quote.occasion.empty()) write_field(",\"occasion\":", quote.occasion);
    out_.raw(",\"confidence\":");
    out_.fraction(quote.confidence);
    write_name(",\"sieve\":", quote.sieve);
    write_name(",\"rule\":", quote.rule);
    if (quote.no_source != NoSource::none) {
      write_name(",\"no_source\":", name_of(quote.no_source));
    }
    if (quote.nested_in != 0) {
      out_.raw(",\"nested_in\":");
      out_.number(quote.nested_in);
    }
    if (quote.second_hand) out_.raw(",\"second_hand\":true");
    write_quote_repairs(quote);
    if (candidates) write_candidates(quote);
    out_.raw('}');
  }

  void write_content(const RecordQuote& quote) {
    const auto parts = record_.parts_of(quote);
    if (quote.depth >= kMaxTextDepth) {
      out_.raw(",\"parts\":[");
      for (const Passage& part : parts) {
        out_.separate();
        out_.raw('{');
        write_offsets(part);
        out_.raw('}');
      }
    } else if (parts.size() == 1) {
      out_.raw(",\"text\":");
      const std::size_t begin = out_.position();
      out_.string(parts.front().text);
      const std::size_t end = out_.position();
      out_.raw(",\"parts\":[{");
      write_offsets(parts.front());
      out_.raw(",\"text\":");
      out_.repeat(begin, end);
      out_.raw('}');
    } else {
      write_joined_text(parts);
      out_.raw(",\"parts\":[");
      for (const Passage& part : parts) {
        out_.separate();
        write_passage(part);
        out_.raw('}');
      }
    }
    out_.raw(']');
  }

  void write_joined_text(std::span<const Passage> parts) {
    out_.raw(",\"text\":\"");
    for (const Passage& part : parts) {
      if (&part != parts.data()) out_.raw(' ');
      out_.escaped(part.text);
    }
    out_.raw('"');
  }

  void write_offsets(const Passage& passage) {
    out_.raw("\"begin\":");
    out_.number(passage.begin);
    out_.raw(",\"end\":");
    out_.number(passage.end);
  }

  void write_passage(const Passage& passage) {
    out_.raw('{');
    write_offsets(passage);
    out_.raw(",\"text\":");
    out_.string(passage.text);
  }

  void write_field(std::string_view key, const Passage& passage) {
    out_.raw(key);
    if (passage.empty()) {
      out_.raw("null");
      return;
    }
    write_passage(passage);
    out_.raw('}');
  }

  void write_source_phrase(const RecordQuote& quote) {
    if (quote.source.empty()) {
      out_.raw(",\"source\":null");
      return;
    }
    out_.raw(",\"source\":");
    write_mention({quote.source, quote.source_kind});
  }

  void write_mention(const RecordMention& mention) {
    write_passage(mention.passage);
    out_.raw(",\"kind\":\"");
    out_.raw(name_of(mention.kind));
    out_.raw("\"}");
  }

  void write_speaker(const RecordQuote& quote) {
    const RecordSource* const speaker = record_.speaker_of(quote);
    if (speaker == nullptr) {
      out_.raw(",\"speaker\":null");
      return;
    }
    out_.raw(",\"speaker\":");
    repeat_identity(quote.speaker);
    out_.raw('}');
    if (quote.joint.empty()) return;
    out_.raw(",\"speakers\":[");
    for (const std::uint32_t each : record_.speakers_of(quote)) {
      out_.separate();
      repeat_identity(each);
      out_.raw('}');
    }
    out_.raw(']');
  }

  // Written once; the quotes of a speaker, and the table of them, repeat it.
  void repeat_identity(std::uint32_t index) {
    Range& written = identities_[index];
    if (written.empty()) {
      written.first = static_cast<std::uint32_t>(out_.position() - start_);
      write_identity(record_.sources[index]);
      written.last = static_cast<std::uint32_t>(out_.position() - start_);
    } else {
      out_.repeat(start_ + written.first, start_ + written.last);
    }
  }

  void write_identity(const RecordSource& source) {
    out_.raw("{\"n\":");
    out_.number(static_cast<std::uint32_t>(&source - record_.sources.data()) + 1);
    out_.raw(",\"name\":");
    out_.string(source.name);
    out_.raw(",\"type\":\"");
    out_.raw(name_of(source.type));
    out_.raw("\",\"gender\":\"");
    out_.raw(name_of(source.gender));
    out_.raw(source.plural ? "\",\"plural\":true,\"roles\":" : "\",\"plural\":false,\"roles\":");
    write_texts(source.roles);
    out_.raw(",\"affiliations\":");
    write_texts(source.affiliations);
  }

  void write_source(std::uint32_t index) {
    const RecordSource& source = record_.sources[index];
    repeat_identity(index);
    out_.raw(",\"quotes\":");
    out_.number(source.quotes);
    out_.raw(",\"mentions\":[");
    for (const RecordMention& mention : record_.mentions_of(source)) {
      out_.separate();
      write_mention(mention);
    }
    out_.raw("]}");
  }

  void write_texts(Range range) {
    out_.raw('[');
    for (const std::string_view text : record_.texts_of(range)) {
      out_.separate();
      out_.string(text);
    }
    out_.raw(']');
  }

  void write_name(std::string_view key, std::string_view name) {
    out_.raw(key);
    if (name.empty()) {
      out_.raw("null");
    } else {
      out_.string(name);
    }
  }

  void write_quote_repairs(const RecordQuote& quote) {
    if (quote.repairs.empty()) return;
    out_.raw(",\"repairs\":[");
    for (const RepairKind kind : record_.repairs_of(quote)) {
      out_.separate();
      out_.string(name_of(kind));
    }
    out_.raw(']');
  }

  void write_candidates(const RecordQuote& quote) {
    out_.raw(",\"candidates\":[");
    for (const RecordCandidate& candidate : record_.candidates_of(quote)) {
      out_.separate();
      out_.raw("{\"score\":");
      out_.decimal(candidate.score);
      write_name(",\"rule\":", candidate.rule);
      write_field(",\"cue\":", candidate.cue);
      write_field(",\"source\":", candidate.source);
      write_name(",\"lost\":", candidate.lost);
      out_.raw('}');
    }
    out_.raw(']');
    write_antecedents(quote);
  }

  void write_antecedents(const RecordQuote& quote) {
    if (quote.antecedents.empty()) return;
    out_.raw(",\"antecedents\":[");
    for (const RecordAntecedent& antecedent : record_.antecedents_of(quote)) {
      out_.separate();
      out_.raw("{\"points\":");
      out_.decimal(antecedent.points);
      write_name(",\"sieve\":", antecedent.sieve);
      write_field(",\"name\":", antecedent.name);
      write_field(",\"place\":", antecedent.place);
      write_name(",\"lost\":", antecedent.lost);
      out_.raw('}');
    }
    out_.raw(']');
  }

  void write_repairs() {
    if (record_.repairs.empty()) return;
    out_.raw(",\"repairs\":[");
    for (const RecordRepair& repair : record_.repairs) {
      out_.separate();
      write_passage(repair.mark);
      write_name(",\"kind\":", name_of(repair.kind));
      out_.raw('}');
    }
    out_.raw(']');
  }

  void write_notes() {
    out_.raw(",\"notes\":{");
    write_count("invalid_bytes", record_.notes.invalid_bytes);
    write_count("nul_bytes", record_.notes.nul_bytes);
    write_count("removed", record_.notes.removed);
    write_count("carriage_returns", record_.notes.carriage_returns);
    write_count("composed", record_.notes.composed);
    out_.close_unless_empty(",\"notes\":{");
  }

  void write_left_out() {
    out_.raw(",\"left_out\":{");
    for (std::size_t use = 0; use < std::size(record_.left_out); ++use) {
      write_count(name_of(static_cast<QuoteUse>(use)), record_.left_out[use]);
    }
    out_.close_unless_empty(",\"left_out\":{");
  }

  void write_count(std::string_view name, std::uint32_t count) {
    if (count == 0) return;
    out_.separate();
    out_.raw('"');
    out_.raw(name);
    out_.raw("\":");
    out_.number(count);
  }

  void write_blocks() {
    if (record_.blocks.empty()) return;
    out_.raw(",\"blocks\":[");
    for (const RecordBlock& block : record_.blocks) {
      out_.separate();
      out_.raw('{');
      write_offsets(block.passage);
      write_name(",\"kind\":", name_of(block.kind));
      out_.raw('}');
    }
    out_.raw(']');
  }

  void write_text() {
    if (!record_.with_text) return;
    out_.raw(",\"input_text\":");
    out_.string(record_.bytes);
  }

  void write_page() {
    if (record_.input == nullptr || !record_.input->is_page) return;
    const Page& page = record_.input->page;
    out_.raw(",\"page\":{\"charset\":");
    out_.string(page.charset);
    write_count("tags_passed_over", page.tags_passed_over);
    if (!record_.page_blocks.empty()) {
      out_.raw(",\"blocks\":[");
      for (const RecordPageBlock& block : record_.page_blocks) {
        out_.separate();
        out_.raw('{');
        write_offsets(block.passage);
        out_.raw(",\"page_begin\":");
        out_.number(block.page.begin);
        out_.raw(",\"page_end\":");
        out_.number(block.page.end);
        write_name(",\"hint\":", name_of(block.hint));
        out_.raw('}');
      }
      out_.raw(']');
    }
    out_.raw('}');
  }

  const Record& record_;
  JsonBuffer out_;
  std::size_t start_;              // of this record in the buffer
  std::vector<Range> identities_;  // of the sources, from there
};

}  // namespace

void JsonlWriter::write(const Record& record, std::string& out) const {
  RecordJson(record, out).write(options_.candidates);
}

}  // namespace quotary
