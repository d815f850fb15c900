// The marks of a document, and what each of them may be by what stands around it.
#pragma once

#include <cstdint>
#include <vector>

#include "quotary/document.h"
#include "quotes/mark_rules.h"

namespace quotary {

// One mark and the price of each way to take it (MarkCosts).
struct Mark {
  Span span;
  std::uint32_t paragraph = 0;
  float open = 0;
  float close = 0;
  float neither = 0;  // an apostrophe, a sign of inches, or a slip
  MarkForm form = kNoForm;
  bool single = false;
  bool doubled = false;      // ""X"": two marks taken as one
  bool leads = false;        // nothing but marks before it in its paragraph
  bool after_stop = false;   // follows the end of a sentence and a space
  bool ends_phrase = false;  // after a comma or stop, before a space: as speech is closed
};

// Which marks a document uses for speech.
struct MarkStyle {
  bool single_speech = false;  // ‘British’: single marks outside, double inside
};

// Replaces the contents of `marks` by all that are in `document`, in order. Apostrophes that
// cannot be anything else are left out.
MarkStyle find_marks(const Document& document, const MarkRules& rules, std::vector<Mark>& marks);

}  // namespace quotary
