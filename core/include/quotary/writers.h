// Writers: Record -> text in one of the published forms.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "quotary/record.h"

namespace quotary {

enum class Format : std::uint8_t {
  view,   // for people at a terminal
  jsonl,  // one record a line: docs/record.md
  csv,    // one quote a row (RFC 4180)
  brat,   // brat standoff annotation
  eval,   // {"id","quotes"} with offsets in code points, for scorers
  // Quotes and provenance in the form of others, a document a line: docs/formats.md.
  prov,            // W3C PROV-JSON
  schema_org,      // schema.org in JSON-LD
  ninjs,           // IPTC ninjs 3.1
  web_annotation,  // W3C Web Annotation: a page of annotations
};

// "jsonl" -> Format::jsonl.
[[nodiscard]] std::optional<Format> format_named(std::string_view name);
// Brat, eval and Web Annotation count in code points, whatever the caller prefers; the others take
// any unit.
[[nodiscard]] OffsetUnit unit_of(Format format, OffsetUnit preferred);

struct WriterOptions {
  bool colour = false;         // view: ANSI colours
  unsigned width = 80;         // view: columns; at least 40 are used
  bool candidates = false;     // view, jsonl: what else was considered for each quote
  bool several_files = false;  // brat: each record goes into a file of its own, without a comment
};

// Const and without state, so that one Writer serves all threads. Writing to memory cannot fail;
// who puts the text somewhere deals with full disks.
class Writer {
 public:
  virtual ~Writer() = default;
  // What stands before the first record: the header of a table.
  virtual void begin(std::string& out) const { static_cast<void>(out); }
  // Appends one record, whole. Made with RecordOptions{.unit = unit_of(format)}, for Format::view
  // with .context, for the forms of others with .blocks and .provenance as well.
  virtual void write(const Record& record, std::string& out) const = 0;
};

[[nodiscard]] std::unique_ptr<Writer> make_writer(Format format, const WriterOptions& options = {});

// The same of provenance alone: Format::view, Format::jsonl ({"schema", "id", "unit",
// "provenance"}) and Format::csv; the forms of others hold both anyway. Null for brat and eval.
[[nodiscard]] std::unique_ptr<Writer> make_provenance_writer(Format format,
                                                             const WriterOptions& options = {});

// `text` as it can be shown on any terminal: control characters and direction marks as \x1b or
// \u202e, invalid bytes as \xff, newlines and tabs as \n and \t.
[[nodiscard]] std::string visible(std::string_view text);

// What stands in a brat .txt file: the bytes as they came in, with U+FFFD for every invalid
// sequence, so that code points count as they do in the annotations.
[[nodiscard]] std::string brat_text(const Record& record);

}  // namespace quotary
