// Members of JSON objects, written one after the other; what is empty is left out.
#pragma once

#include <cstdint>
#include <string_view>

#include "quotary/record.h"
#include "writers/json_buffer.h"

namespace quotary {

class MemberWriter {
 public:
  explicit MemberWriter(JsonBuffer& out) : out_(out) {}

  void key(std::string_view name) {
    out_.separate();
    out_.raw('"');
    out_.raw(name);
    out_.raw("\":");
  }

  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    out_.string(value);
  }
  void text_or_null(std::string_view name, std::string_view value) {
    key(name);
    if (value.empty()) {
      out_.raw("null");
    } else {
      out_.string(value);
    }
  }
  void number(std::string_view name, std::uint32_t value) {
    key(name);
    out_.number(value);
  }
  void fraction(std::string_view name, float value) {
    key(name);
    out_.fraction(value);
  }

  // "begin", "end" and "text" of the object that is open.
  void passage(const Passage& passage) {
    number("begin", passage.begin);
    number("end", passage.end);
    key("text");
    out_.string(passage.text);
  }
  void passage(std::string_view name, const Passage& value) {
    if (value.empty()) return;
    open(name, '{');
    passage(value);
    close('}');
  }

  // The next element of a list.
  void open(char bracket) {
    out_.separate();
    out_.raw(bracket);
  }
  void open(std::string_view name, char bracket) {
    key(name);
    out_.raw(bracket);
  }
  void close(char bracket) { out_.raw(bracket); }

  // An element of a list that is open.
  void element(std::string_view value) {
    out_.separate();
    out_.string(value);
  }

  // A list of what `write` makes of each of `items`; with `always` also where there are none.
  template <typename Items, typename Write>
  void list(std::string_view name, const Items& items, const Write& write, bool always = false) {
    if (items.empty() && !always) return;
    open(name, '[');
    for (const auto& item : items) write(item);
    close(']');
  }
  // The same, each an object.
  template <typename Items, typename Write>
  void objects(std::string_view name, const Items& items, const Write& write, bool always = false) {
    list(
        name, items,
        [&](const auto& item) {
          open('{');
          write(item);
          close('}');
        },
        always);
  }

  [[nodiscard]] JsonBuffer& buffer() { return out_; }

 private:
  JsonBuffer& out_;
};

}  // namespace quotary
