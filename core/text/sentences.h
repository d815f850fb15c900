// Tokens and paragraphs -> sentences.
#pragma once

#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "text/tokens.h"

namespace quotary {

struct SentenceInput {
  std::string_view text;
  const TokenisedText& tokenised;
  const TextRules& rules;
};

struct DividedText {
  std::vector<Sentence> sentences;
  std::vector<Paragraph> paragraphs;
};

// Divides the paragraphs that begin at the tokens `starts`. A sentence ends with its paragraph, or
// after . ! ? ... and the closing marks behind it, unless what follows goes on with it: a word in
// lower case, a comma, a name after a title. It ends inside quotation marks as elsewhere.
[[nodiscard]] DividedText divide(const SentenceInput& input,
                                 const std::vector<std::uint32_t>& starts);

}  // namespace quotary
