// What the grammars in code find in a text, for those who try them out (core/rules/grammars.h).
#pragma once

#include "quotary/rules.h"
#include "rules/grammars.h"

namespace quotary {

// Reads a text the whole way by `pack`. Roles of what is found:
//   a statement: person, house, via, pool, flag, place, date, licence, several of one joined by ";
//   "; a verdict:   origin, house (its id, or the name as written); a quote:     speaker, cue,
//   quote.
// Nothing is found by a pack that has no weights. The extractor is made at the first call.
[[nodiscard]] GrammarReader grammar_reader(const RulePack& pack);

}  // namespace quotary
