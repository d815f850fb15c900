// `quotary rules explain`: what a rule makes of a text, symbol by symbol.
#pragma once

#include <string>
#include <string_view>

#include "quotary/result.h"
#include "rules/pack.h"

namespace quotary {

// What to show of a rule: how it reads a text, the expressions it was compiled to, or the symbols
// that its pack tells apart.
enum class RuleView : unsigned char { result, re2, alphabet };

// Lines for a person:
//   text     "It rained,"   Jane Smith   said
//   symbol   Quote          Name         SpeechVerb
//   pattern  {quote} ','? {speaker: Name} {cue: SpeechVerb}
//   result   match: speaker `Jane Smith`, cue `said`
// one block for each paragraph. `text` is used by RuleView::result only.
// Error bad_rule: the pack has no rule of that id; the nearest is named.
[[nodiscard]] Result<std::string> explain_rule(const PackData& pack, std::string_view id,
                                               std::string_view text,
                                               RuleView view = RuleView::result);

}  // namespace quotary
