// Characters as HTML knows them.
#pragma once

#include <string>
#include <string_view>

namespace quotary {

// ASCII white space of the HTML standard.
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// `text`, with U+FFFD for what is no UTF-8, which gumbo makes of numeric references beyond all
// bounds. A view of `text` itself where nothing is wrong, else of `mended`.
[[nodiscard]] std::string_view as_utf8(std::string_view text, std::string& mended);

}  // namespace quotary
