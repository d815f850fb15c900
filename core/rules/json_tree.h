// JsonTree: a JSON text read into one flat vector of values that know where they stand.
//
// Rule packs are written by people: an error in one must name line and column of the very value
// that is wrong, which nlohmann/json does not keep; and the whole English pack has to be read
// within a few milliseconds at every start. Strings without escapes are views into the source.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/result.h"
#include "quotary/span.h"

namespace quotary {

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

// A value, or the key of a member: key and value follow each other as children of their object.
struct JsonValue {
  JsonKind kind = JsonKind::null;
  bool truth = false;       // of a boolean
  std::uint32_t at = 0;     // byte offset of its first character in the source
  std::uint32_t count = 0;  // elements of an array, members of an object
  std::uint32_t next = 0;   // index of the value after it and all that it holds
  double number = 0;
  std::string_view text;  // of a string (unescaped)
};

// Lives no longer than the source text that it was read from. Values are named by index; the root
// is 0.
class JsonTree {
 public:
  // Errors: bad_json, with its place in `file`. Values nested deeper than 64 are an error.
  static Result<JsonTree> read(std::string_view source, std::string file);

  [[nodiscard]] const JsonValue& operator[](std::uint32_t index) const { return values_[index]; }
  // The value of member `key` of object `object`; kNone if there is none or it is no object.
  [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view key) const;
  // The same as a string or a number, if it is one.
  [[nodiscard]] std::optional<std::string_view> text(std::uint32_t object,
                                                     std::string_view key) const;
  [[nodiscard]] std::optional<double> number(std::uint32_t object, std::string_view key) const;

  [[nodiscard]] const std::string& file() const { return file_; }
  // Line and column (in characters, from 1) of byte `offset` of the source, or of a value.
  [[nodiscard]] Place place_at(std::uint32_t offset) const;
  [[nodiscard]] Place place(std::uint32_t index) const { return place_at(values_[index].at); }
  // The place `bytes` into the string `index`: where a pattern or an entry goes wrong. Exact while
  // the string has no escapes before it.
  [[nodiscard]] Place place_in(std::uint32_t index, std::size_t bytes) const;

 private:
  friend class JsonReader;
  std::string_view source_;
  std::string file_;
  std::vector<JsonValue> values_;
  std::vector<std::uint32_t> line_starts_{0};  // as far as the reader came
  std::deque<std::string> unescaped_;
};

// For each element: `for (JsonChildren c(tree, array); !c.done(); c.advance()) tree[c.index()]`.
class JsonChildren {
 public:
  JsonChildren(const JsonTree& tree, std::uint32_t parent)
      : tree_(tree), index_(parent + 1), left_(tree[parent].count) {
    if (tree[parent].kind != JsonKind::array) left_ = 0;
  }
  [[nodiscard]] bool done() const { return left_ == 0; }
  [[nodiscard]] std::uint32_t index() const { return index_; }
  void advance() {
    index_ = tree_[index_].next;
    --left_;
  }

 private:
  const JsonTree& tree_;
  std::uint32_t index_;
  std::uint32_t left_;
};

// For each member of an object, in the order of the file.
class JsonMembers {
 public:
  JsonMembers(const JsonTree& tree, std::uint32_t parent)
      : tree_(tree), key_(parent + 1), left_(tree[parent].count) {
    if (tree[parent].kind != JsonKind::object) left_ = 0;
  }
  [[nodiscard]] bool done() const { return left_ == 0; }
  [[nodiscard]] std::string_view key() const { return tree_[key_].text; }
  [[nodiscard]] std::uint32_t key_index() const { return key_; }
  [[nodiscard]] std::uint32_t value() const { return key_ + 1; }
  void advance() {
    key_ = tree_[key_ + 1].next;
    --left_;
  }

 private:
  const JsonTree& tree_;
  std::uint32_t key_;
  std::uint32_t left_;
};

}  // namespace quotary
