// Tokens -> paragraphs: which newlines divide, and which only wrap lines.
#pragma once

#include <cstdint>
#include <vector>

#include "quotary/document.h"
#include "text/tokens.h"

namespace quotary {

// The first token of each paragraph, ascending; the first is 0. Empty without tokens.
//
// A blank line always divides. So does a single newline, unless the document is hard-wrapped: then
// most of the lines after single newlines go on in the middle of a sentence, in lower case. In such
// a document a single newline divides only before an indented line, or after a line of less than
// half the width that ends a sentence and before a capital.
[[nodiscard]] std::vector<std::uint32_t> paragraph_starts(const TokenisedText& text);

}  // namespace quotary
