// `quotary rules test`: does every rule do on its own examples what it says?
#pragma once

#include <cstddef>

#include "rules/check.h"
#include "rules/findings.h"

namespace quotary {

struct TrialReport {
  Findings findings;
  std::size_t rules = 0;
  std::size_t examples = 0;
};

// Tries each rule of the opened directory on its examples; and each grammar, if there is a reader
// that knows what they find. Requires pack.data.
// Errors: a match that does not give exactly its roles (a quote may be left unsaid), a reject that
// gives something, a todo that has come true. Notes: a match on which another rule of the pack
// ranks higher (sieve, then confidence, then order).
[[nodiscard]] TrialReport try_rules(const PackUnderTest& pack, const GrammarReader& reader = {});

}  // namespace quotary
