// Candidates: what else each quote could have been given to, for those who ask why.
#pragma once

#include "attribution/assemble.h"

namespace quotary {

// Fills `analysis.candidates`, for each quote: the attribution that won, first; other sources for
// its cue; other cues for its words. Likelier ones first, a handful of each. To be called right
// after assemble().
void list_candidates(const Reading& reading, const Knowledge& knowledge, const Settled& settled,
                     Analysis& analysis);

}  // namespace quotary
