// JsonLines: one document in each line, a JSON object with the text in one of its fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/readers.h"
#include "quotary/result.h"
#include "readers/json_scan.h"
#include "readers/line_input.h"

namespace quotary {

// What is wrong with a line that is no JSON object, in words and with its column.
[[nodiscard]] Error bad_json_line(std::string_view line, JsonFailure failure, Place place);

// Takes the document out of one line. Keeps scratch buffers between lines.
class JsonDocumentParser {
 public:
  // `options` must outlive the parser.
  explicit JsonDocumentParser(const ReadOptions& options) : options_(&options) {}

  // Errors: bad_json, missing_field, too_large. `name` names the file in the document's id.
  Result<RawDocument> parse(InputLine line, const std::string& name);

 private:
  struct Field {
    std::string_view key;
    const JsonMember* member;
  };

  [[nodiscard]] std::string_view plain_key(const JsonMember& member);
  void read_fields();
  [[nodiscard]] std::string names_of_fields() const;
  [[nodiscard]] std::string extra() const;

  const ReadOptions* options_;
  std::vector<JsonMember> members_;
  std::vector<Field> fields_;  // `members_` without text and id, the last of equal keys each
  std::vector<std::string> unescaped_keys_;
  const JsonMember* text_ = nullptr;
  const JsonMember* id_ = nullptr;
};

class JsonLinesReader {
 public:
  JsonLinesReader(ByteInput input, std::string path, const ReadOptions& options);

  // The next document or error; nullopt at the end. Blank lines are passed over.
  std::optional<Result<RawDocument>> next();
  [[nodiscard]] std::uint64_t bytes_read() const { return lines_.input().bytes_read(); }

 private:
  std::string path_;
  LineInput lines_;
  JsonDocumentParser parser_;
};

// True for a line of white space only.
[[nodiscard]] bool is_blank(std::string_view line);

}  // namespace quotary
