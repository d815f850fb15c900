// Text -> tokens, in one pass that also notes what sentences and paragraphs are decided by.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "quotary/document.h"

namespace quotary {

enum class StopKind : std::uint8_t {
  stop,          // . ! ? or their like: token of its own
  ellipsis,      // ... or …
  abbreviation,  // a word with its full stop, that may end a sentence as well
  title,         // one that never does
};

// A token after which a sentence may end.
struct Stop {
  std::uint32_t token = 0;
  StopKind kind = StopKind::stop;
};

// The white space before a token, when a newline is in it.
struct LineBreak {
  std::uint32_t token = 0;  // the first of the new line
  bool blank = false;       // at least one blank line between
  bool indented = false;    // two spaces or a tab before it
};

struct TokenisedText {
  std::vector<Token> tokens;
  std::vector<Stop> stops;                 // ascending
  std::vector<LineBreak> breaks;           // ascending; none for the first token of the text
  std::vector<std::uint32_t> quote_marks;  // as Document has them
};

// Divides `text`, which must be well-formed UTF-8 without NULs and with a NUL after its last byte
// (as std::string has it). Linear in its size. Every character that is no white space is in exactly
// one token.
[[nodiscard]] TokenisedText tokenise(std::string_view text, const TextRules& rules);

}  // namespace quotary
