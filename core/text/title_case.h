// Lines written as headlines are: "Harbour Deal Wins Over Doubters in Talsen".
#pragma once

#include <cstdint>
#include <span>

#include "quotary/document.h"

namespace quotary {

// Whether words have capitals throughout, so that capitals tell nothing of names. Words of three
// letters count for nothing, and those of four may be small if `may_be_small`, asked with the
// number of a token, says so: "with", not "came".
[[nodiscard]] bool is_in_title_case(std::span<const Token> tokens, const auto& may_be_small) {
  constexpr std::uint32_t kShort = 3;  // letters
  constexpr std::uint32_t kMayBeSmall = 4;
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if (token.kind != TokenKind::word || token.span.size() <= kShort) continue;
    const bool capital = (token.shape & shape::capital) != 0;
    if (!capital && (token.span.size() > kMayBeSmall || !may_be_small(at))) return false;
    ++words;
    capitals += capital ? 1 : 0;
  }
  return words >= 3 && capitals * 10 >= words * 8;
}

}  // namespace quotary
