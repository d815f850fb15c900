#include "readers/json_lines.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace quotary {
namespace {

constexpr std::size_t kLongestQuotation = 160;  // bytes of input repeated in a message
constexpr std::size_t kFieldsNamed = 6;

// Listens to nlohmann's parser for nothing but its complaint: no tree is built.
class Complaint : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& exception) override {
    at = position;
    message = exception.what();
    return false;
  }

  std::size_t at = 0;  // bytes taken when it failed
  std::string message;
};

// "[json.exception.parse_error.101] parse error at line 1, column 7: syntax error while ..." says
// twice what the place says already.
std::string shortened(std::string message) {
  const std::size_t column = message.find("column ");
  const std::size_t colon = column == std::string::npos ? column : message.find(": ", column);
  if (colon != std::string::npos) message.erase(0, colon + 2);
  if (message.size() > kLongestQuotation) {
    std::size_t cut = kLongestQuotation;
    while (cut != 0 && (static_cast<unsigned char>(message[cut]) & 0xC0) == 0x80) --cut;
    message.resize(cut);
    message += "…";
  }
  return message;
}

std::string_view type_name(JsonType type) {
  switch (type) {
    case JsonType::string:
      return "a string";
    case JsonType::number:
      return "a number";
    case JsonType::array:
      return "a list";
    case JsonType::object:
      return "an object";
    case JsonType::literal:
      break;
  }
  return "true, false or null";
}

}  // namespace

Error bad_json_line(std::string_view line, JsonFailure failure, Place place) {
  Complaint complaint;
  const bool fine = nlohmann::json::sax_parse(line, &complaint);
  // What nlohmann accepts and the scanner does not: no object, or nested too deep.
  const std::size_t at = fine ? failure.at + 1 : std::max<std::size_t>(complaint.at, 1);
  place.column = static_cast<std::uint32_t>(std::min<std::size_t>(at, 0xFFFFFFFFU));
  return {ErrorCode::bad_json,
          (fine ? failure.reason : shortened(std::move(complaint.message))) +
              "; each line must be one JSON object: mend or remove this line",
          std::move(place)};
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::string_view JsonDocumentParser::plain_key(const JsonMember& member) {
  if (!member.key_escaped) return member.key;
  std::string& key = unescaped_keys_.emplace_back();
  append_unescaped(member.key, key);
  return key;
}

// Sorts the members out into text, id and the rest.
void JsonDocumentParser::read_fields() {
  fields_.clear();
  unescaped_keys_.clear();
  unescaped_keys_.reserve(members_.size());  // views into it must stay
  text_ = id_ = nullptr;
  for (const JsonMember& member : members_) {
    const std::string_view key = plain_key(member);
    if (key == options_->text_field) {
      text_ = &member;
    } else if (key == options_->id_field) {
      id_ = &member;
    } else {
      fields_.push_back({key, &member});
    }
  }
  // Of equal keys the last one stays, as in most parsers; the order is the input's.
  std::stable_sort(fields_.begin(), fields_.end(),
                   [](const Field& a, const Field& b) { return a.key < b.key; });
  const auto same_as_next = [this](const Field& field) {
    const Field* next = &field + 1;
    return next != fields_.data() + fields_.size() && next->key == field.key;
  };
  std::size_t kept = 0;
  for (const Field& field : fields_) {
    if (!same_as_next(field)) fields_[kept++] = field;
  }
  fields_.resize(kept);
  std::sort(fields_.begin(), fields_.end(),
            [](const Field& a, const Field& b) { return a.member < b.member; });
}

std::string JsonDocumentParser::names_of_fields() const {
  std::string names;
  for (const Field& field : fields_) {
    if (names.size() > kLongestQuotation || &field == fields_.data() + kFieldsNamed) {
      return names + ", …";
    }
    names += names.empty() ? "`" : ", `";
    append_clean_json(field.member->key.substr(0, kLongestQuotation), names);
    names += "`";
  }
  return names;
}

std::string JsonDocumentParser::extra() const {
  std::string json;
  for (const Field& field : fields_) {
    json += json.empty() ? "\"" : ",\"";
    append_clean_json(field.member->key, json);
    json += "\":";
    append_clean_json(field.member->value, json);
  }
  return json;
}

Result<RawDocument> JsonDocumentParser::parse(InputLine line, const std::string& name) {
  Place place{.file = name, .line = line.number};
  if (const auto failure = scan_json_object(line.text, members_)) {
    return bad_json_line(line.text, *failure, std::move(place));
  }
  read_fields();
  const auto missing = [&place](std::string message) {
    return Error{ErrorCode::missing_field, std::move(message), place};
  };
  if (text_ == nullptr) {
    return missing("no field `" + options_->text_field + "`" +
                   (fields_.empty() ? "" : " (it has " + names_of_fields() + ")") +
                   "; say which one holds the text with --text-field");
  }
  if (text_->type != JsonType::string) {
    return missing("`" + options_->text_field + "` must be a string, but is " +
                   std::string(type_name(text_->type)));
  }
  RawDocument document;
  document.line = line.number;
  if (id_ != nullptr && id_->type == JsonType::string) {
    append_unescaped(without_marks(id_->value), document.id);
  } else if (id_ != nullptr && id_->type == JsonType::number) {
    document.id = id_->value;
  } else if (id_ == nullptr || id_->value == "null") {
    document.id = name + ":" + std::to_string(line.number);
  } else {
    return missing("`" + options_->id_field + "` must be a string or a number, but is " +
                   std::string(type_name(id_->type)));
  }
  append_unescaped(without_marks(text_->value), document.bytes);
  if (document.bytes.size() > options_->max_text_bytes) {
    return Error{ErrorCode::too_large,
                 "a text may have at most " + std::to_string(options_->max_text_bytes) + " bytes",
                 place};
  }
  document.extra_json = extra();
  return document;
}

JsonLinesReader::JsonLinesReader(ByteInput input, std::string path, const ReadOptions& options)
    : path_(std::move(path)), lines_(std::move(input), options.max_line_bytes), parser_(options) {}

std::optional<Result<RawDocument>> JsonLinesReader::next() {
  while (auto line = lines_.next()) {
    if (!*line) return line->error();
    if (is_blank((*line)->text)) continue;
    Result<RawDocument> document = parser_.parse(**line, lines_.input().name());
    if (document) document->path = path_;
    return document;
  }
  return std::nullopt;
}

}  // namespace quotary
