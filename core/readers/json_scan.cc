#include "readers/json_scan.h"

#include <bitset>

#include "text/ascii.h"
#include "text/byte_block.h"
#include "text/utf8.h"

namespace quotary {
namespace {

// What ends a run of plain bytes inside a string: a quotation mark, a backslash, a control.
constexpr bool is_special(unsigned char byte) { return byte == '"' || byte == '\\' || byte < 0x20; }

// First special byte in [at, end).
const char* find_special(const char* at, const char* end) {
  for (; end - at >= static_cast<std::ptrdiff_t>(ByteBlock::kSize); at += ByteBlock::kSize) {
    const ByteBlock block(at);
    const unsigned found =
        (block.equal_to('"') | block.equal_to('\\') | block.below_space()).bits();
    if (found != 0) return at + ByteBlock::before_first(found);
  }
  while (at != end && !is_special(static_cast<unsigned char>(*at))) ++at;
  return at;
}

constexpr int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

constexpr bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// The value of four hexadecimal digits that the scanner has checked.
std::uint32_t code_unit(const char* digits) {
  std::uint32_t unit = 0;
  for (int i = 0; i < 4; ++i) unit = unit * 16 + static_cast<std::uint32_t>(hex_value(digits[i]));
  return unit;
}

bool is_unicode_escape(std::string_view text, std::size_t at) {
  return at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text)
      : begin_(text.data()), at_(text.data()), end_(text.data() + text.size()) {}

  std::optional<JsonFailure> scan(std::vector<JsonMember>& members) {
    if (!object(members)) return JsonFailure{static_cast<std::size_t>(at_ - begin_), reason_};
    return std::nullopt;
  }

 private:
  bool object(std::vector<JsonMember>& members) {
    if (peek() != '{') return fail("expected a JSON object");
    ++at_;
    if (peek() == '}') return ++at_, nothing_more();
    while (true) {
      JsonMember member;
      if (!key(member) || !value(member)) return false;
      members.push_back(member);
      if (peek() == '}') return ++at_, nothing_more();
      if (!expect(',', "expected `,` or `}`")) return false;
    }
  }

  bool nothing_more() {
    peek();
    return at_ == end_ || fail("more text after the end of the object");
  }

  bool key(JsonMember& member) {
    if (peek() != '"') return fail("expected a field name between quotation marks");
    const char* first = at_ + 1;
    if (!string(member.key_escaped)) return false;
    member.key = {first, static_cast<std::size_t>(at_ - 1 - first)};
    return peek(), expect(':', "expected `:`");
  }

  bool value(JsonMember& member) {
    const char first = peek();
    const char* start = at_;
    member.type = first == '"'                            ? JsonType::string
                  : first == '{'                          ? JsonType::object
                  : first == '['                          ? JsonType::array
                  : first == '-' || is_ascii_digit(first) ? JsonType::number
                                                          : JsonType::literal;
    if (!nested_value()) return false;
    member.value = {start, static_cast<std::size_t>(at_ - start)};
    return true;
  }

  // A value of any kind; open containers are a bit each (1: object), not a call.
  bool nested_value() {
    std::bitset<kMaxJsonDepth> is_object;
    std::size_t depth = 0;
    while (true) {
      const char first = peek();
      if (first == '{' || first == '[') {
        if (depth == kMaxJsonDepth) return fail("nested too deep");
        is_object[depth++] = first == '{';
        ++at_;
        if (peek() != (first == '{' ? '}' : ']')) {
          if (first == '{' && !inner_key()) return false;
          continue;
        }
        ++at_;
        --depth;
      } else if (!scalar(first)) {
        return false;
      }
      // A value has ended: close what ends with it, go on with what follows it.
      while (depth != 0 && peek() == (is_object[depth - 1] ? '}' : ']')) ++at_, --depth;
      if (depth == 0) return true;
      if (!expect(',', "expected `,` or the end of a list or object")) return false;
      if (is_object[depth - 1] && !inner_key()) return false;
    }
  }

  bool inner_key() {
    JsonMember ignored;
    return key(ignored);
  }

  bool scalar(char first) {
    bool escaped = false;
    switch (first) {
      case '"':
        return string(escaped);
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool word(std::string_view literal) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(literal)) {
      return fail("expected a value");
    }
    at_ += literal.size();
    return true;
  }

  bool number() {
    const char* start = at_;
    if (at_ != end_ && *at_ == '-') ++at_;
    const bool zero = at_ != end_ && *at_ == '0';
    if (zero) ++at_;
    if (!zero && !digits()) return fail(at_ == start ? "expected a value" : "expected a digit");
    if (at_ != end_ && *at_ == '.') {
      ++at_;
      if (!digits()) return fail("expected a digit");
    }
    if (at_ == end_ || (*at_ != 'e' && *at_ != 'E')) return true;
    ++at_;
    if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    return digits() || fail("expected a digit");
  }

  bool digits() {
    const char* start = at_;
    while (at_ != end_ && is_ascii_digit(*at_)) ++at_;
    return at_ != start;
  }

  // From the opening mark to behind the closing one.
  bool string(bool& escaped) {
    ++at_;
    while (true) {
      at_ = find_special(at_, end_);
      if (at_ == end_) return fail("a string without its closing mark");
      if (*at_ == '"') return ++at_, true;
      if (*at_ != '\\') return fail("a control character inside a string; write it as \\u00..");
      escaped = true;
      if (!escape()) return false;
    }
  }

  bool escape() {
    if (end_ - at_ < 2) return fail("a string without its closing mark");
    if (at_[1] != 'u') {
      constexpr std::string_view kEscapes = "\"\\/bfnrt";
      if (kEscapes.find(at_[1]) == std::string_view::npos) return fail("an unknown escape");
      at_ += 2;
      return true;
    }
    if (end_ - at_ < 6) return fail("\\u without four hexadecimal digits");
    for (int i = 2; i < 6; ++i) {
      if (hex_value(at_[i]) < 0) return fail("\\u without four hexadecimal digits");
    }
    at_ += 6;
    return true;
  }

  // The next byte that is no white space, without taking it; NUL at the end.
  char peek() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\n' || *at_ == '\r')) ++at_;
    return at_ == end_ ? '\0' : *at_;
  }

  bool expect(char c, const char* otherwise) {
    if (at_ == end_ || *at_ != c) return fail(otherwise);
    ++at_;
    return true;
  }

  bool fail(const char* reason) {
    reason_ = reason;
    return false;
  }

  const char* begin_;
  const char* at_;
  const char* end_;
  const char* reason_ = "";
};

// Appends the escape at raw[at] (a backslash) and returns where it ends.
std::size_t append_escape(std::string_view raw, std::size_t at, std::string& out) {
  const char c = at + 1 < raw.size() ? raw[at + 1] : '\\';
  if (!is_unicode_escape(raw, at)) {
    constexpr std::string_view kLetters = "bfnrt";
    constexpr std::string_view kMeant = "\b\f\n\r\t";
    const std::size_t letter = kLetters.find(c);
    out += letter == std::string_view::npos ? c : kMeant[letter];
    return at + 2;
  }
  const std::uint32_t unit = code_unit(raw.data() + at + 2);
  if (is_high_surrogate(unit) && is_unicode_escape(raw, at + 6)) {
    const std::uint32_t low = code_unit(raw.data() + at + 8);
    if (is_low_surrogate(low)) {
      append_utf8(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), out);
      return at + 12;
    }
  }
  append_utf8(is_high_surrogate(unit) || is_low_surrogate(unit) ? kReplacement : unit, out);
  return at + 6;
}

// Bytes at the front of `raw` that append_clean_json() leaves as they are.
std::size_t plain_bytes(std::string_view raw) {
  std::size_t at = 0;
  for (; at + ByteBlock::kSize <= raw.size(); at += ByteBlock::kSize) {
    const ByteBlock block(raw.data() + at);
    const unsigned found =
        (block.equal_to('\\') | block.equal_to('\r') | block.beyond_ascii()).bits();
    if (found != 0) return at + ByteBlock::before_first(found);
  }
  while (at < raw.size() && raw[at] != '\\' && raw[at] != '\r' &&
         static_cast<unsigned char>(raw[at]) < 0x80) {
    ++at;
  }
  return at;
}

// Bytes of a complete \u escape or pair of them at raw[at]; 0 when it is half of a pair.
std::size_t whole_escape(std::string_view raw, std::size_t at) {
  if (!is_unicode_escape(raw, at)) return 2;
  const std::uint32_t unit = code_unit(raw.data() + at + 2);
  if (is_low_surrogate(unit)) return 0;
  if (!is_high_surrogate(unit)) return 6;
  if (!is_unicode_escape(raw, at + 6)) return 0;
  return is_low_surrogate(code_unit(raw.data() + at + 8)) ? 12 : 0;
}

}  // namespace

std::optional<JsonFailure> scan_json_object(std::string_view text,
                                            std::vector<JsonMember>& members) {
  members.clear();
  return Scanner(text).scan(members);
}

void append_unescaped(std::string_view raw, std::string& out) {
  out.reserve(out.size() + raw.size());
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t escape = raw.find('\\', at);
    out.append(raw.substr(at, escape - at));
    if (escape == std::string_view::npos) return;
    at = append_escape(raw, escape, out);
  }
}

void append_clean_json(std::string_view raw, std::string& out) {
  std::size_t at = 0;
  while (at < raw.size()) {
    const std::size_t plain = plain_bytes(raw.substr(at));
    out.append(raw.substr(at, plain));
    at += plain;
    if (at == raw.size()) return;
    if (raw[at] == '\r') {
      out += ' ';
      ++at;
    } else if (raw[at] == '\\') {
      const std::size_t length = whole_escape(raw, at);
      out.append(length == 0 ? "\\ufffd" : raw.substr(at, length));
      at += length == 0 ? 6 : length;
    } else {
      const Utf8Sequence character = character_at(raw, at);
      append_utf8(character.code, out);
      at += character.size;
    }
  }
}

}  // namespace quotary
