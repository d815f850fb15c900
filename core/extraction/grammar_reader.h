// What the grammars in code find in a text, for those who try them out (core/rules/grammars.h).
#pragma once

#include "quotary/rules.h"
#include "rules/grammars.h"

namespace quotary {

// Reads a text the whole way by `pack`. The roles of a statement are person, house, via, pool,
// flag, place, date and licence, several of one joined by a semicolon; of a verdict origin and
// house (its id, or the name as written); of a quote speaker, cue and quote. A pack without
// weights finds nothing. The extractor is made at the first call.
[[nodiscard]] GrammarReader grammar_reader(const RulePack& pack);

}  // namespace quotary
