#include "quotary/document.h"

#include <algorithm>
#include <utility>

#include "text/decode.h"
#include "text/paragraphs.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace quotary {

Document Document::from_bytes(std::string bytes, std::string id, const TextRules& rules) {
  Document document;
  document.id_ = std::move(id);
  document.bytes_ = std::move(bytes);

  DecodedText decoded = decode(document.bytes_);
  document.text_ = std::move(decoded.text);
  document.same_ = decoded.same;
  document.plain_ = decoded.plain;
  document.shifts_ = std::move(decoded.shifts);
  document.notes_ = decoded.notes;

  TokenisedText tokenised = tokenise(document.text(), rules);
  DividedText divided = divide({document.text(), tokenised, rules}, paragraph_starts(tokenised));
  document.tokens_ = std::move(tokenised.tokens);
  document.quote_marks_ = std::move(tokenised.quote_marks);
  for (const Stop& stop : tokenised.stops) {
    if (stop.kind == StopKind::ellipsis) document.ellipses_.push_back(stop.token);
  }
  document.sentences_ = std::move(divided.sentences);
  document.paragraphs_ = std::move(divided.paragraphs);
  return document;
}

std::uint32_t Document::paragraph_of(std::uint32_t token) const {
  const auto after = std::upper_bound(
      paragraphs_.begin(), paragraphs_.end(), token,
      [](std::uint32_t t, const Paragraph& paragraph) { return t < paragraph.tokens.first; });
  return static_cast<std::uint32_t>(after - paragraphs_.begin()) - 1;
}

std::uint32_t Document::sentence_of(std::uint32_t token) const {
  const auto after = std::upper_bound(
      sentences_.begin(), sentences_.end(), token,
      [](std::uint32_t t, const Sentence& sentence) { return t < sentence.tokens.first; });
  return static_cast<std::uint32_t>(after - sentences_.begin()) - 1;
}

std::uint32_t Document::token_at(std::uint32_t at) const {
  const auto found =
      std::upper_bound(tokens_.begin(), tokens_.end(), at,
                       [](std::uint32_t a, const Token& token) { return a < token.span.end; });
  return static_cast<std::uint32_t>(found - tokens_.begin());
}

std::uint32_t Document::original_offset(std::uint32_t at) const {
  const auto after =
      std::upper_bound(shifts_.begin(), shifts_.end(), at,
                       [](std::uint32_t a, const OffsetShift& shift) { return a < shift.text; });
  if (after == shifts_.begin()) return at;
  const OffsetShift& shift = *(after - 1);
  return shift.original + (at - shift.text) / shift.text_step * shift.original_step;
}

}  // namespace quotary
