// Result<T>: a value, or an Error that says what went wrong, where, and what to do.
//
// No exception leaves the library. std::expected is C++23 and does not compile with Debian 12's
// clang, so the part of it that we use is spelled out here under the same names.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>

namespace quotary {

// Stable, published codes, printed as "E101". Groups: 1xx input, 2xx rule packs, 3xx output.
enum class ErrorCode : std::uint16_t {
  cannot_read = 101,
  bad_json = 102,
  missing_field = 103,
  nothing_to_read = 104,
  too_large = 105,
  bad_annotation = 106,
  bad_encoding = 107,
  bad_pack = 201,
  bad_lexicon = 202,
  bad_rule = 203,
  unknown_name = 204,
  bad_example = 205,
  bad_model = 206,
  cannot_write = 301,
  interrupted = 302,
};

// A place in a file. Line and column count from 1; 0 means "the file as a whole".
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Error {
  ErrorCode code;
  std::string message;  // what was found, what was expected, what to try
  Place place = {};

  // "E203 rules/en/quotes.json:12:7: unknown class `SpeachVerb`; did you mean `SpeechVerb`?"
  [[nodiscard]] std::string to_string() const {
    std::string out = "E" + std::to_string(static_cast<unsigned>(code)) + " ";
    if (!place.file.empty()) {
      out += place.file;
      if (place.line != 0) out += ":" + std::to_string(place.line);
      if (place.column != 0) out += ":" + std::to_string(place.column);
      out += ": ";
    }
    return out + message;
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  [[nodiscard]] bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Requires has_value(); otherwise prints the error and aborts, which is fine for an example.
  [[nodiscard]] T& value() & { return check(), *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return check(), *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return check(), std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
  [[nodiscard]] T* operator->() { return &value(); }
  [[nodiscard]] const T* operator->() const { return &value(); }

  // Requires !has_value().
  [[nodiscard]] const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  void check() const {
    if (has_value()) return;
    std::fprintf(stderr, "quotary: %s\n", error().to_string().c_str());
    std::abort();
  }
  std::variant<T, Error> state_;
};

// The value of an operation that yields nothing but success.
struct Done {};

}  // namespace quotary
