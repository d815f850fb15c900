// Readers: where documents come from. Files, directories, standard input and JSON Lines are pulled
// one document at a time; memory holds the document in flight and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/result.h"

namespace quotary {

enum class InputFormat : std::uint8_t {
  automatic,  // JSON Lines for *.jsonl and *.ndjson, HTML for *.html and the like, else plain text
  text,
  jsonl,
  html,
};

struct ReadOptions {
  InputFormat format = InputFormat::automatic;
  std::string text_field = "text";  // of a JSON Lines object; required, a string
  std::string id_field = "id";      // optional, a string or a number
  std::uint64_t max_line_bytes = std::uint64_t{1} << 30;
  std::uint64_t max_text_bytes = 0xFFFFFFFFU;  // Span is 32 bits
  // Asked before each read and when a signal interrupts one; `true` ends the reading with
  // ErrorCode::interrupted. Without it, an interrupted read is taken up again.
  std::function<bool()> stop;
};

// A document as it came in, before it is decoded.
struct RawDocument {
  std::string id;          // the id field; otherwise "file:line", for a plain text file its path
  std::string path;        // as given or as found in a directory; "-" is standard input
  std::uint32_t line = 0;  // in a JSON Lines file, from 1; 0 for a file that is one document
  std::string bytes;       // the text; may be invalid UTF-8 and hold NULs
  bool is_page = false;    // `bytes` are HTML: read_document() takes the text out of them
  // The other fields of a JSON Lines object, to be merged into the record: raw members with commas
  // between and without braces, `"date":"2024-05-01","tags":["a","b"]`; empty if there are none.
  // The last of equal keys stays. Values are as they were in the input, but always valid UTF-8 on
  // one line: invalid bytes and lone surrogate escapes are replaced by U+FFFD.
  std::string extra_json;
};

// All documents of a list of inputs, in order. An input is a file, "-" (standard input) or a
// directory. Of a directory, *.txt, *.text, *.md, *.html, *.htm, *.xhtml, *.jsonl and *.ndjson are
// read, through all levels, sorted by path; hidden files and directories, and links to directories,
// are passed over.
//
// Errors are yielded in the place of the document they cost; reading goes on after each, with the
// next line or file: cannot_read, bad_json, missing_field, nothing_to_read (a directory without
// text), too_large; only `interrupted` is the last thing yielded. Not thread-safe.
class DocumentSource {
 public:
  explicit DocumentSource(std::vector<std::string> inputs, ReadOptions options = {});
  ~DocumentSource();
  DocumentSource(DocumentSource&&) noexcept;
  DocumentSource& operator=(DocumentSource&&) noexcept;

  // The next document or error; nullopt at the end, and from then on.
  [[nodiscard]] std::optional<Result<RawDocument>> next();

  // Bytes taken from all inputs so far: for a progress bar.
  [[nodiscard]] std::uint64_t bytes_read() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace quotary
