// Why a rule does or does not hold at an anchor: for rule authors, not for the hot path.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pattern/alphabet.h"
#include "pattern/matcher.h"
#include "pattern/syntax.h"

namespace quotary::pattern {

struct Explanation {
  bool matched = false;
  bool left = false;                 // the side of the anchor on which it failed
  std::uint32_t furthest = 0;        // the symbol it could not get past; symbols.size(): the end,
                                     // kNone: the beginning
  std::string matched_through = {};  // the part of the pattern that held, as written
  std::vector<std::string> expected = {};  // what could have stood at `furthest`, as written
  std::string found = {};                  // what stands there: "Det", "the end"

  // "no match. Matched through: {quote}. Then expected ',' or Name; found Det."
  [[nodiscard]] std::string to_string() const;
};

// Requires a pattern that Matcher::compile accepts, and site.anchor == pattern.anchor.
[[nodiscard]] Explanation explain(const Pattern& pattern, const Alphabet& alphabet,
                                  const Site& site);

}  // namespace quotary::pattern
