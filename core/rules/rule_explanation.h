// `quotary rules explain`: what a rule makes of a text, symbol by symbol.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "quotary/result.h"
#include "rules/grammars.h"
#include "rules/pack.h"

namespace quotary {

// What to show of a rule: how it reads a text, the expressions it was compiled to, or the symbols
// that its pack tells apart.
enum class RuleView : unsigned char { result, re2, alphabet };

struct RuleQuestion {
  std::string_view id;
  std::optional<std::string_view> text;  // for RuleView::result
  RuleView view = RuleView::result;
};

// Lines for a person:
//   text     "It rained,"   Jane Smith   said
//   symbol   Quote          Name         SpeechVerb
//   pattern  {quote} ','? {speaker: Name} {cue: SpeechVerb}
//   result   match: speaker `Jane Smith`, cue `said`
// one block for each paragraph. Without a text, what the rule is for and what it makes of its own
// first example. The same for grammars, by what `reader` finds; they have no expressions to show.
// Error bad_rule: the pack has no rule of that id; the nearest is named.
[[nodiscard]] Result<std::string> explain_rule(const PackData& pack, const RuleQuestion& question,
                                               const GrammarReader& reader = {});

}  // namespace quotary
