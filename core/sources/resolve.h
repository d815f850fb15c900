// Resolution: who or what stands behind each mention.
#pragma once

#include "mentions/reading.h"
#include "quotary/analysis.h"

namespace quotary {

// Gives every mention of `analysis` its source, gives quotes without a cue the source of the speech
// they go on with, and fills Analysis::sources. Quotes, cues, mentions and attributions are there
// already, in the order of the text.
void resolve_sources(const Reading& reading, Analysis& analysis);

}  // namespace quotary
