// Writers of provenance alone: for a terminal, and as JSON Lines.
#include <algorithm>
#include <span>

#include "quotary/writers.h"
#include "writers/carried_fields.h"
#include "writers/json_buffer.h"
#include "writers/provenance_json.h"
#include "writers/styled_text.h"

namespace quotary {
namespace {

constexpr Style kBold = "1";
constexpr Style kDim = "2";
constexpr unsigned kMinWidth = 40;
constexpr unsigned kMaxWidth = 110;  // longer lines are hard to read
constexpr unsigned kIndent = 2;
constexpr std::size_t kBytesOfRecord = 1024;
constexpr std::size_t kShownBytes = 300;  // of a caption or a notice

class ProvenanceJsonlWriter : public Writer {
 public:
  void write(const Record& record, std::string& out) const override {
    JsonBuffer json(out, kBytesOfRecord);
    json.raw("{\"schema\":\"");
    json.raw(kRecordSchema);
    json.raw("\",\"id\":");
    json.string(record.id);
    json.raw(",\"unit\":\"");
    json.raw(name_of(record.unit));
    json.raw("\",\"provenance\":");
    write_provenance(record.provenance, json);
    append_carried_fields(json, record.carried);
    json.raw("}\n");
  }
};

std::string_view in_words(TextOrigin origin) {
  switch (origin) {
    case TextOrigin::own:
      return "the publisher's own";
    case TextOrigin::wire:
      return "copy of a wire";
    case TextOrigin::mixed:
      return "the publisher's, with a wire's parts";
    case TextOrigin::republished:
      return "republished";
    case TextOrigin::press_release:
      return "a press release";
    case TextOrigin::unknown:
      break;
  }
  return "unknown";
}

std::string readable(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

class ProvenanceView {
 public:
  ProvenanceView(const Record& record, const WriterOptions& options, std::string& out)
      : record_(record),
        from_(record.provenance),
        options_(options),
        out_(out),
        width_(std::clamp(options.width, kMinWidth, kMaxWidth)) {}

  void write() {
    StyledText heading;
    heading.add(record_.id.empty() ? std::string_view("(no name)") : record_.id, kBold);
    line(heading, 0);
    write_text();
    for (const RecordStatement& statement : from_.statements) {
      if (statement.kind != StatementKind::credit) write_statement(statement);
    }
    for (const RecordPicture& picture : from_.pictures) write_picture(picture);
    for (const RecordCitation& citation : from_.citations) write_citation(citation);
    for (const RecordFinding& finding : from_.findings) {
      StyledText text;
      text.add("! ", kBold);
      text.add(finding.code, kBold);
      text.add(": ");
      text.add(finding.advice);
      line(text, kIndent);
    }
    out_ += '\n';
  }

 private:
  void line(const StyledText& text, unsigned indent) {
    for (const std::string& each : text.wrapped(width_ - indent, options_.colour)) {
      out_.append(indent, ' ');
      out_ += each;
      out_ += '\n';
    }
  }

  static std::string_view cut(std::string_view text) {
    if (text.size() <= kShownBytes) return text;
    std::size_t end = kShownBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
  }

  void write_text() {
    StyledText text;
    text.add("text ", kDim);
    text.add(in_words(from_.origin), kBold);
    const std::string_view name = from_.house.empty() ? from_.origin_name : from_.house;
    if (!name.empty()) {
      text.add(": ");
      text.add(name, kBold);
    }
    for (const std::string_view rule : from_.rules) {
      text.add(" · ", kDim);
      text.add(rule, kDim);
    }
    line(text, kIndent);
  }

  // "Name, House via House · pool, file"
  void add_parts(StyledText& text, const RecordStatement& statement) {
    bool first = true;
    const auto separate = [&](std::string_view separator) {
      if (!first) text.add(separator);
      first = false;
    };
    for (std::uint32_t i = statement.people.first; i < statement.people.last; ++i) {
      separate(", ");
      text.add(from_.people[i].name, kBold);
      if (!from_.people[i].role.empty()) {
        text.add(" (", kDim);
        text.add(readable(from_.people[i].role), kDim);
        text.add(")", kDim);
      }
    }
    for (std::uint32_t i = statement.houses.first; i < statement.houses.last; ++i) {
      separate(", ");
      text.add(from_.houses[i].name);
    }
    if (!statement.pool.empty()) {
      separate(", ");
      text.add(statement.pool);
    }
    for (std::uint32_t i = statement.via.first; i < statement.via.last; ++i) {
      separate(" ");
      text.add("via ");
      text.add(from_.houses[i].name);
    }
    for (std::uint32_t i = statement.places.first; i < statement.places.last; ++i) {
      separate(", ");
      text.add(from_.places[i].text);
    }
    if (!statement.date.empty()) {
      separate(", ");
      text.add(statement.date.text);
    }
    for (std::uint32_t i = statement.flags.first; i < statement.flags.last; ++i) {
      text.add(i == statement.flags.first ? " · " : ", ", kDim);
      text.add(readable(from_.flags[i]), kDim);
    }
    if (first && statement.clauses.empty()) text.add(cut(statement.passage.text));
  }

  void write_statement(const RecordStatement& statement) {
    StyledText text;
    text.add(readable(name_of(statement.kind)), kDim);
    text.add(" ");
    add_parts(text, statement);
    line(text, kIndent);
    for (std::uint32_t i = statement.clauses.first; i < statement.clauses.last; ++i) {
      StyledText clause;
      clause.add("- ");
      clause.add(readable(from_.clauses[i].code));
      line(clause, 2 * kIndent);
    }
  }

  void write_picture(const RecordPicture& picture) {
    StyledText text;
    text.add("picture ", kDim);
    bool credited = false;
    for (std::uint32_t s = picture.credits.first; s < picture.credits.last; ++s) {
      if (from_.statements[s].picture != picture.n) continue;
      if (credited) text.add("; ");
      credited = true;
      add_parts(text, from_.statements[s]);
    }
    if (!credited) text.add("no credit", kBold);
    if (!picture.day.empty()) {
      text.add(" · ", kDim);
      text.add(picture.day, kDim);
    }
    line(text, kIndent);
    if (picture.caption.empty()) return;
    StyledText caption;
    caption.add(cut(picture.caption.text), kDim);
    line(caption, 2 * kIndent);
  }

  void write_citation(const RecordCitation& citation) {
    StyledText text;
    text.add(citation.role == CitationRole::medium ? "spoken to " : "cited ", kDim);
    for (std::uint32_t i = citation.chain.first; i < citation.chain.last; ++i) {
      if (i != citation.chain.first) text.add(" citing ", kDim);
      text.add(from_.houses[i].name);
    }
    line(text, kIndent);
  }

  const Record& record_;
  const RecordProvenance& from_;
  const WriterOptions& options_;
  std::string& out_;
  unsigned width_;
};

class ProvenanceViewWriter : public Writer {
 public:
  explicit ProvenanceViewWriter(const WriterOptions& options) : options_(options) {}
  void write(const Record& record, std::string& out) const override {
    ProvenanceView(record, options_, out).write();
  }

 private:
  WriterOptions options_;
};

}  // namespace

std::unique_ptr<Writer> make_provenance_writer(Format format, const WriterOptions& options) {
  if (format == Format::jsonl) return std::make_unique<ProvenanceJsonlWriter>();
  if (format == Format::view) return std::make_unique<ProvenanceViewWriter>(options);
  return nullptr;
}

}  // namespace quotary
