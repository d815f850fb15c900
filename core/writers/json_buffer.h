// JSON at the speed of memory: a cursor into a string that grows ahead of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace quotary {

// Appends to a string; between construction and finish() the string belongs to the buffer.
class JsonBuffer {
 public:
  // `expected`: bytes that will probably be written.
  JsonBuffer(std::string& out, std::size_t expected);
  ~JsonBuffer() { finish(); }
  JsonBuffer(const JsonBuffer&) = delete;
  JsonBuffer& operator=(const JsonBuffer&) = delete;

  // JSON that is written as it stands. Inline, so that literals become plain stores.
  void raw(std::string_view json) {
    ensure(json.size());
    std::memcpy(at_, json.data(), json.size());
    at_ += json.size();
  }
  void raw(char c) {
    ensure(1);
    *at_++ = c;
  }

  // `text` as a JSON string with its quotation marks. Control characters, also those beyond ASCII,
  // are escaped, so that the output is safe on a terminal; invalid UTF-8 becomes U+FFFD.
  void string(std::string_view text) {
    raw('"');
    escaped(text);
    raw('"');
  }
  // The same without the marks.
  void escaped(std::string_view text);

  // Where the next byte goes; repeat() appends what stands between two such places once more.
  [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(at_ - out_.data()); }
  void repeat(std::size_t from, std::size_t to) {
    ensure(to - from);
    std::memcpy(at_, out_.data() + from, to - from);
    at_ += to - from;
  }

  void number(std::uint32_t number);
  void fraction(float number);  // 0..1, at most three decimals
  void decimal(float number);

  // A comma, unless a list or an object has just been opened.
  void separate() {
    if (at_[-1] != '[' && at_[-1] != '{') raw(',');
  }
  // Closes the object that was opened by `opening`, or takes it back if nothing is in it.
  void close_unless_empty(std::string_view opening);

  // Gives the string its length.
  void finish();

 private:
  void ensure(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
  }
  void grow(std::size_t bytes);
  std::size_t copy_plain(std::string_view text);
  std::size_t character(std::string_view text);
  void escape(char32_t code);

  std::string& out_;
  std::size_t begin_;  // of what this buffer writes
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace quotary
