// Tokens of a line of credits: finer than those of a Document, as such lines are glued together
// ("2023.Photograph:NAME/Getty"). Names of houses and words of the vocabulary are read by the same
// scanner, so that they are found as they are written.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quotary/span.h"

namespace quotary {

enum class LineTokenKind : std::uint8_t {
  word,    // letters with what may stand inside a name: "EPA-EFE", "O'Neill", "J.C.", "x.com"
  number,  // begins with a digit
  handle,  // @name
  link,    // an address of the web or of mail
  clitic,  // 's
  mark,    // anything else, one character each; "..." is one
};

struct LineToken {
  Span span;
  std::uint32_t word = 0;  // word_id() of a word
  LineTokenKind kind = LineTokenKind::mark;
  bool capital = false;  // its first letter
  bool caps = false;     // all its letters, at least two
  bool space = false;    // white space, or the beginning, before it
  bool plain = false;    // a word of ASCII letters, of which only the first may be a capital
  char32_t mark = 0;     // of a mark
  std::uint8_t letters = 0;
};

// Replaces the contents of `out`. `text` is well-formed UTF-8. Linear.
void scan_line(std::string_view text, std::vector<LineToken>& out);

}  // namespace quotary
