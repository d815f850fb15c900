// Matching: the contents of gold and predicted quotes, and which belongs to which.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "evaluation/words.h"
#include "quotary/annotations.h"
#include "quotary/evaluation.h"
#include "quotary/span.h"

namespace quotary {

// A quote made ready for comparing. Points into the AnnotatedQuote it was made from.
struct Comparable {
  const AnnotatedQuote* quote = nullptr;
  std::span<const CodepointSpan> content;  // one span only where pieces are compared
  std::vector<TouchedWord> words;          // of the content, ascending; never empty
  std::uint64_t letters = 0;               // of the content

  std::uint32_t partner = kNone;  // index on the other side
  double iou = 0;                 // with the partner

  [[nodiscard]] bool matched() const { return iou >= 0.5; }
};

// The quotes that `options` leave, without those whose content has no word.
[[nodiscard]] std::vector<Comparable> comparable(const std::vector<AnnotatedQuote>& quotes,
                                                 const Words& words,
                                                 const EvaluationOptions& options);

// Sets partners one to one, greedily by IoU, best first; of equals the earlier gold quote goes
// first, then the earlier prediction. `words` is the number of words of the text.
void match(std::vector<Comparable>& gold, std::vector<Comparable>& predicted, std::uint32_t words);

// True when the contents touch the same words.
[[nodiscard]] bool same_words(const Comparable& a, const Comparable& b);

}  // namespace quotary
