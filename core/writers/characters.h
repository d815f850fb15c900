// Which characters must not reach a terminal as they are.
#pragma once

namespace quotary {

// Control characters (C0, DEL, C1), line and paragraph separators, and the marks that turn the
// direction of text (Unicode's Bidi_Control): all that can make a terminal show something else than
// what is written.
[[nodiscard]] constexpr bool is_control(char32_t code) {
  if (code < 0x20 || (code >= 0x7F && code <= 0x9F)) return true;
  if (code < 0x061C) return false;
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

}  // namespace quotary
