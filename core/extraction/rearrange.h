// The quotes of an Analysis in another order, or divided.
#pragma once

#include "quotary/analysis.h"

namespace quotary {

// Puts quotes in the order of their first parts, and what points at them right. A quote that holds
// another has to stand before it already.
void put_in_order(Analysis& analysis);

// Makes each part a quote of its own, with the same cue, source and speaker. What stood in a quote
// stands in its last part before it.
void divide_into_parts(Analysis& analysis);

}  // namespace quotary
