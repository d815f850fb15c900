// UTF-8, one sequence at a time.
#pragma once

#include <cstdint>
#include <string>

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

// The same for text that is known to be well-formed.
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

[[nodiscard]] inline bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80; }

}  // namespace quotary
