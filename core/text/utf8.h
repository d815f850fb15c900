// UTF-8, one sequence at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Utf8Sequence {
  char32_t code = kReplacement;
  std::uint8_t size = 1;  // bytes
  bool valid = false;
};

// Reads the sequence at `at`; requires at < end. An ill-formed one is as long as its maximal
// subpart (Unicode 15, section 3.9, table 3-7 and "U+FFFD substitution of maximal subparts").
[[nodiscard]] inline Utf8Sequence read_utf8(const unsigned char* at, const unsigned char* end) {
  const unsigned char lead = *at;
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {};
  const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  char32_t code = lead & (0x3FU >> more);
  for (int i = 1; i <= more; ++i) {
    if (at + i == end || at[i] < low || at[i] > high) {
      return {kReplacement, static_cast<std::uint8_t>(i), false};
    }
    code = code << 6 | (at[i] & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {code, static_cast<std::uint8_t>(more + 1), true};
}

// The same at a place in a text; requires at < text.size().
[[nodiscard]] inline Utf8Sequence character_at(std::string_view text, std::size_t at) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  return read_utf8(begin + at, begin + text.size());
}

// The same as read_utf8() for text that is known to be well-formed.
[[nodiscard]] inline Utf8Sequence read_valid_utf8(const unsigned char* at) {
  const unsigned char lead = *at;
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xE0) return {(lead & 0x1FU) << 6 | (at[1] & 0x3FU), 2, true};
  if (lead < 0xF0) {
    return {(lead & 0x0FU) << 12 | (at[1] & 0x3FU) << 6 | (at[2] & 0x3FU), 3, true};
  }
  return {(lead & 0x07U) << 18 | (at[1] & 0x3FU) << 12 | (at[2] & 0x3FU) << 6 | (at[3] & 0x3FU), 4,
          true};
}

// Requires a code point that is no surrogate.
inline void append_utf8(char32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
    return;
  }
  constexpr unsigned kLead[] = {0, 0xC0, 0xE0, 0xF0};
  unsigned more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  out += static_cast<char>(kLead[more] | code >> 6 * more);
  while (more-- > 0) out += static_cast<char>(0x80U | (code >> 6 * more & 0x3FU));
}

[[nodiscard]] inline bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80; }

}  // namespace quotary
