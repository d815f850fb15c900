#include "rules/json_tree.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "text/utf8.h"

namespace quotary {
namespace {

constexpr unsigned kMaxDepth = 64;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_number_part(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

class JsonReader {
 public:
  explicit JsonReader(JsonTree& tree) : tree_(tree), source_(tree.source_) {}

  bool read() {
    tree_.values_.reserve(source_.size() / 24 + 8);
    skip_space();
    if (!read_value(0)) return false;
    skip_space();
    return at_ == source_.size() || fail("the file ends here; remove what follows");
  }

  [[nodiscard]] const char* problem() const { return problem_; }
  [[nodiscard]] std::uint32_t offset() const { return static_cast<std::uint32_t>(at_); }

 private:
  bool fail(const char* problem) {
    problem_ = problem;
    return false;
  }
  [[nodiscard]] char peek() const { return at_ < source_.size() ? source_[at_] : '\0'; }
  void skip_space() {
    for (; at_ < source_.size() && is_space(source_[at_]); ++at_) {
      if (source_[at_] == '\n') tree_.line_starts_.push_back(offset() + 1);
    }
  }
  std::uint32_t add(JsonKind kind) {
    JsonValue value;
    value.kind = kind;
    value.at = offset();
    tree_.values_.push_back(value);
    return static_cast<std::uint32_t>(tree_.values_.size() - 1);
  }
  JsonValue& value(std::uint32_t index) { return tree_.values_[index]; }
  [[nodiscard]] std::uint32_t end() const {
    return static_cast<std::uint32_t>(tree_.values_.size());
  }

  bool read_value(unsigned depth) {
    switch (peek()) {
      case '{':
        return read_object(depth);
      case '[':
        return read_array(depth);
      case '"':
        return read_string();
      case 't':
        return read_word("true", JsonKind::boolean);
      case 'f':
        return read_word("false", JsonKind::boolean);
      case 'n':
        return read_word("null", JsonKind::null);
      default:
        return read_number();
    }
  }

  bool read_word(std::string_view word, JsonKind kind) {
    if (source_.substr(at_, word.size()) != word) return fail("expected a value");
    const std::uint32_t index = add(kind);
    value(index).truth = word == "true";
    value(index).next = end();
    at_ += word.size();
    return true;
  }

  bool read_number() {
    std::size_t last = at_;
    while (last < source_.size() && is_number_part(source_[last])) ++last;
    double number = 0;
    const auto [rest, error] = std::from_chars(source_.data() + at_, source_.data() + last, number);
    if (error != std::errc{} || rest != source_.data() + last) return fail("expected a value");
    const std::uint32_t index = add(JsonKind::number);
    value(index).number = number;
    value(index).next = end();
    at_ = last;
    return true;
  }

  bool read_string() {
    const std::uint32_t index = add(JsonKind::string);
    value(index).next = end();
    const std::size_t begin = ++at_;
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '"') {
        value(index).text = source_.substr(begin, at_++ - begin);
        return true;
      }
      if (c == '\\') return read_escaped(index, begin);
      if (static_cast<unsigned char>(c) < 0x20) return fail("a string must end on its line");
      ++at_;
    }
    return fail("this string has no end");
  }

  bool read_escaped(std::uint32_t index, std::size_t begin) {
    std::string& text = tree_.unescaped_.emplace_back(source_.substr(begin, at_ - begin));
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == '"') {
        ++at_;
        value(index).text = text;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) return fail("a string must end on its line");
      if (c != '\\') {
        text.push_back(c);
        ++at_;
      } else if (!read_escape(text)) {
        return false;
      }
    }
    return fail("this string has no end");
  }

  bool read_escape(std::string& text) {
    static constexpr std::string_view kLetters = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char letter = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (letter == 'u') return read_code_point(text);
    const std::size_t which = letter == '\0' ? std::string_view::npos : kLetters.find(letter);
    if (which == std::string_view::npos) return fail("unknown escape; write \\\\ for a backslash");
    text.push_back(kMeanings[which]);
    at_ += 2;
    return true;
  }

  // The 16 bits of "\uXXXX" at `at`; false if they are not there.
  bool read_unit(std::size_t at, std::uint32_t& unit) const {
    if (at + 6 > source_.size() || source_[at] != '\\' || source_[at + 1] != 'u') return false;
    const char* digits = source_.data() + at + 2;
    const auto [rest, error] = std::from_chars(digits, digits + 4, unit, 16);
    return error == std::errc{} && rest == digits + 4;
  }

  bool read_code_point(std::string& text) {
    std::uint32_t code = 0;
    if (!read_unit(at_, code)) return fail("\\u needs four hexadecimal digits");
    std::size_t length = 6;
    if (code >= 0xD800 && code < 0xDC00) {
      std::uint32_t low = 0;
      if (!read_unit(at_ + 6, low) || low < 0xDC00 || low > 0xDFFF) {
        return fail("half of a surrogate pair");
      }
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      length = 12;
    } else if (code >= 0xDC00 && code < 0xE000) {
      return fail("half of a surrogate pair");
    }
    append_utf8(code, text);
    at_ += length;
    return true;
  }

  bool read_array(unsigned depth) {
    if (depth == kMaxDepth) return fail("nested too deeply");
    const std::uint32_t index = add(JsonKind::array);
    ++at_;
    skip_space();
    if (peek() == ']') return close(index, 0);
    for (std::uint32_t count = 1;; ++count) {
      if (!read_value(depth + 1)) return false;
      skip_space();
      if (peek() == ']') return close(index, count);
      if (peek() != ',') return fail("expected `,` or `]`");
      ++at_;
      skip_space();
      if (peek() == ']') return fail("no `,` before `]`, please: JSON does not allow it");
    }
  }

  bool read_object(unsigned depth) {
    if (depth == kMaxDepth) return fail("nested too deeply");
    const std::uint32_t index = add(JsonKind::object);
    ++at_;
    skip_space();
    if (peek() == '}') return close(index, 0);
    for (std::uint32_t count = 1;; ++count) {
      if (peek() == '}') return fail("no `,` before `}`, please: JSON does not allow it");
      if (peek() != '"') return fail("expected a key in double quotation marks");
      if (!read_string()) return false;
      skip_space();
      if (peek() != ':') return fail("expected `:` after the key");
      ++at_;
      skip_space();
      if (!read_value(depth + 1)) return false;
      skip_space();
      if (peek() == '}') return close(index, count);
      if (peek() != ',') return fail("expected `,` or `}`");
      ++at_;
      skip_space();
    }
  }

  bool close(std::uint32_t index, std::uint32_t count) {
    ++at_;
    value(index).count = count;
    value(index).next = end();
    return true;
  }

  JsonTree& tree_;
  std::string_view source_;
  std::size_t at_ = 0;
  const char* problem_ = "";
};

Result<JsonTree> JsonTree::read(std::string_view source, std::string file) {
  JsonTree tree;
  tree.source_ = source;
  tree.file_ = std::move(file);
  if (source.size() >= kNone) {
    return Error{ErrorCode::too_large, "a file of a rule pack holds at most 4 GB", {tree.file_}};
  }
  JsonReader reader(tree);
  if (!reader.read()) {
    const std::string problem = reader.problem();
    return Error{ErrorCode::bad_json, problem, tree.place_at(reader.offset())};
  }
  return tree;
}

std::uint32_t JsonTree::member(std::uint32_t object, std::string_view key) const {
  if (object == kNone) return kNone;
  for (JsonMembers members(*this, object); !members.done(); members.advance()) {
    if (members.key() == key) return members.value();
  }
  return kNone;
}

std::optional<std::string_view> JsonTree::text(std::uint32_t object, std::string_view key) const {
  const std::uint32_t index = member(object, key);
  if (index == kNone || values_[index].kind != JsonKind::string) return std::nullopt;
  return values_[index].text;
}

std::optional<double> JsonTree::number(std::uint32_t object, std::string_view key) const {
  const std::uint32_t index = member(object, key);
  if (index == kNone || values_[index].kind != JsonKind::number) return std::nullopt;
  return values_[index].number;
}

Place JsonTree::place_at(std::uint32_t offset) const {
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset) - 1;
  Place place{file_, static_cast<std::uint32_t>(line - line_starts_.begin() + 1), 1};
  for (const char c : source_.substr(*line, offset - *line)) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++place.column;
  }
  return place;
}

Place JsonTree::place_in(std::uint32_t index, std::size_t bytes) const {
  return place_at(values_[index].at + 1 + static_cast<std::uint32_t>(bytes));
}

}  // namespace quotary
