// The scanner of JSON objects against nlohmann's parser, which is slow, obvious and strict.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/readers.h"
#include "readers/json_lines.h"
#include "readers/json_scan.h"

namespace quotary {

// What nlohmann makes of a text; `overflow` when its only complaint is a number beyond a double.
struct Oracle {
  std::optional<nlohmann::json> value;
  bool overflow = false;

  explicit Oracle(std::string_view text) {
    try {
      value = nlohmann::json::parse(text);
    } catch (const nlohmann::json::out_of_range&) {
      overflow = true;
    } catch (const nlohmann::json::parse_error&) {
      // No value.
    }
  }
};

// The members of a document as nlohmann sees them must be those that the parser gives.
inline std::string document_disagreement(std::string_view line, const nlohmann::json& object) {
  const ReadOptions options;
  JsonDocumentParser parser(options);
  const Result<RawDocument> document = parser.parse({line, 1}, "f");
  const bool has_text = object.contains("text") && object["text"].is_string();
  const bool has_id = object.contains("id") && !object["id"].is_null();
  const bool good_id = !has_id || object["id"].is_string() || object["id"].is_number();
  if (document.has_value() != (has_text && good_id)) return "one of the two takes no document";
  if (!document) return {};
  if (object["text"] != document->bytes) return "the texts differ";
  if (has_id && object["id"].is_string() && object["id"] != document->id) return "the ids differ";
  nlohmann::json rest = object;
  rest.erase("text");
  rest.erase("id");
  const Oracle extra("{" + document->extra_json + "}");
  if (!extra.value) return "the other fields are no JSON: " + document->extra_json;
  return *extra.value == rest ? "" : "the other fields differ: " + document->extra_json;
}

// Where the two disagree about a line; empty when they do not. NULs end nlohmann's input, and it
// passes over a byte order mark: such lines are not compared.
inline std::string disagreement(std::string_view line) {
  if (line.find('\0') != std::string_view::npos || line.starts_with("\xEF\xBB\xBF")) return {};
  std::vector<JsonMember> members;
  if (const auto failure = scan_json_object(line, members)) {
    if (std::string_view(failure->reason) == "nested too deep") return {};
    const Oracle oracle(line);
    if (!oracle.value || !oracle.value->is_object()) return {};
    return std::string("refused by the scanner alone: ") + failure->reason;
  }
  // Once cleaned of what is no Unicode, it must please the strict parser too.
  std::string clean;
  append_clean_json(line, clean);
  if (const auto failure = scan_json_object(clean, members)) {
    return std::string("cleaned, it is refused: ") + failure->reason;
  }
  const Oracle oracle(clean);
  if (oracle.overflow) return {};
  if (!oracle.value || !oracle.value->is_object()) return "accepted by the scanner alone";
  std::map<std::string, std::string_view> last;
  for (const JsonMember& member : members) {
    std::string key;
    append_unescaped(member.key, key);
    last[key] = member.value;
  }
  if (last.size() != oracle.value->size()) return "the numbers of fields differ";
  for (const auto& [key, value] : last) {
    if (!oracle.value->contains(key)) return "a field that is not there: " + key;
    const Oracle part(value);
    if (!part.value || *part.value != (*oracle.value)[key]) return "the values differ: " + key;
  }
  return document_disagreement(clean, *oracle.value);
}

}  // namespace quotary
