// Characters as HTML knows them.
#pragma once

namespace quotary {

// ASCII white space of the HTML standard.
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace quotary
