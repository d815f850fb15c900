// Conversation: who says a quotation that stands without a cue.
#pragma once

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/cast.h"
#include "sources/register.h"

namespace quotary {

// Gives quotes without a cue the source of the speech that they go on with or, in a dialogue, of
// who spoke before. `confidence`: of all attributions so made. Requires those with a cue to be
// resolved.
void hold_conversation(const Reading& reading, const Register& names, float confidence, Cast& cast,
                       Analysis& analysis);

}  // namespace quotary
