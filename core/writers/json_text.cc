#include "writers/json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "writers/characters.h"

namespace quotary {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighs = 0x8080808080808080ULL;

constexpr std::uint64_t has_zero_byte(std::uint64_t word) {
  return (word - kOnes) & ~word & kHighs;
}

// Of eight bytes at a time: can all of them stand in a JSON string as they are?
bool all_plain(std::uint64_t word) {
  const std::uint64_t below_space = (word - kOnes * 0x20) & ~word;
  const std::uint64_t special = has_zero_byte(word ^ (kOnes * '"')) |
                                has_zero_byte(word ^ (kOnes * '\\')) |
                                has_zero_byte(word ^ (kOnes * 0x7F));
  return ((below_space | special | word) & kHighs) == 0;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

std::size_t skip_plain(std::string_view text, std::size_t at) {
  while (at + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if (!all_plain(word)) break;
    at += sizeof word;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

void append_escape(std::string& out, char32_t code) {
  switch (code) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";  // all that is escaped stands below U+10000
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kHex[code >> static_cast<unsigned>(shift) & 0xFU];
  }
}

bool needs_escape(const Utf8Sequence& character) {
  return !character.valid || character.code == '"' || character.code == '\\' ||
         is_control(character.code);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t written = 0;
  std::size_t at = skip_plain(text, 0);
  while (at < text.size()) {
    const Utf8Sequence character = character_at(text, at);
    if (needs_escape(character)) {
      out.append(text.data() + written, at - written);
      append_escape(out, character.code);
      written = at + character.size;
    }
    at = skip_plain(text, at + character.size);
  }
  out.append(text.data() + written, text.size() - written);
  out += '"';
}

void append_number(std::string& out, std::uint32_t number) {
  std::array<char, 10> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void append_fraction(std::string& out, float number) {
  const float bounded = number > 0 ? std::min(number, 1.0F) : 0.0F;  // NaN counts as 0
  const auto thousandths = static_cast<std::uint32_t>(std::lround(bounded * 1000.0F));
  if (thousandths == 1000 || thousandths == 0) {
    out += thousandths == 0 ? '0' : '1';
    return;
  }
  std::array<char, 5> digits = {'0', '.', static_cast<char>('0' + thousandths / 100),
                                static_cast<char>('0' + thousandths / 10 % 10),
                                static_cast<char>('0' + thousandths % 10)};
  std::size_t size = digits.size();
  while (digits[size - 1] == '0') --size;
  out.append(digits.data(), size);
}

void append_decimal(std::string& out, float number) {
  std::array<char, 64> digits{};
  const float finite = std::isfinite(number) ? number : 0.0F;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), finite,
                                 std::chars_format::fixed, 3)
                       .ptr;
  out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

}  // namespace quotary
