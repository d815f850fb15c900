// Which stretches make one speech, as far as marks and gaps tell.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"

namespace quotary {

// Marks as frames (QuotedStretch::frame) the chains of stretches over several paragraphs that make
// up most of the document and quote others: there, the nested stretches are what is said.
void find_frames(const Document& document, std::vector<QuotedStretch>& stretches);

// True for the stretches that stand for themselves: outermost, or outermost inside a frame.
[[nodiscard]] bool stands_alone(std::span<const QuotedStretch> stretches, std::uint32_t stretch);

// What stands between two stretches.
struct Gap {
  std::uint32_t words = 0;
  bool same_paragraph = false;
  bool continues = false;     // the second goes on with the first over the end of a paragraph
  bool own_sentence = false;  // a sentence begins in the gap and leads to the second: `He added, "`
};

// `first` and `second` are indices into `stretches`; the one ends before the other begins.
[[nodiscard]] Gap gap_between(const Document& document, std::span<const QuotedStretch> stretches,
                              std::uint32_t first, std::uint32_t second);

// A hint: whether two stretches, none that stands alone between them, are parts of one quotation:
// `"X," he said. "Y."` Who speaks may still part them.
[[nodiscard]] bool same_speech(const Gap& gap);

// The text of a stretch without its marks, together with the paragraphs that go on with it without
// a mark of their own. Empty for a stretch that is such a continuation itself: it is in the span of
// the one that it continues.
[[nodiscard]] Span content_span(std::span<const QuotedStretch> stretches, std::uint32_t stretch);

}  // namespace quotary
