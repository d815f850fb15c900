// A scanner for one JSON object (RFC 8259) that notes where its members stand and builds no tree:
// a line of a large collection is looked at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

enum class JsonType : std::uint8_t { string, number, literal, array, object };

// A member of the object: two views into the scanned text.
struct JsonMember {
  std::string_view key;    // between its marks, escapes as written
  std::string_view value;  // as written; a string with its marks
  JsonType type = JsonType::literal;
  bool key_escaped = false;  // a backslash stands in it
};

struct JsonFailure {
  std::size_t at = 0;  // byte
  const char* reason = "";
};

// Containers inside the object may be nested this deep.
inline constexpr std::size_t kMaxJsonDepth = 512;

// Fills `members` with those of the object that `text` is, in their order, equal keys included.
// Accepts what RFC 8259 accepts, and bytes that are not UTF-8 inside strings. Returns where and why
// it is no such object otherwise. One pass, no recursion.
[[nodiscard]] std::optional<JsonFailure> scan_json_object(std::string_view text,
                                                          std::vector<JsonMember>& members);

// A scanned string without its quotation marks.
[[nodiscard]] inline std::string_view without_marks(std::string_view string) {
  return string.substr(1, string.size() - 2);
}

// Appends what a scanned string (without its marks) stands for, as UTF-8; surrogates without their
// partner become U+FFFD. Takes of other text what can be taken.
void append_unescaped(std::string_view raw, std::string& out);

// Replaces in scanned JSON all that is no Unicode (invalid bytes, escapes of lone surrogates) by
// U+FFFD, and carriage returns between values by spaces. Appends to `out`.
void append_clean_json(std::string_view raw, std::string& out);

}  // namespace quotary
