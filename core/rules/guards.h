// Guards: what a rule asks beside its pattern. Tested after the pattern has matched, the same for
// the examples of rules and for the texts that they are applied to.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "quotary/document.h"
#include "rules/pack.h"
#include "rules/symbols.h"

namespace quotary {

// Where a rule has matched. Views: must outlive the call only.
struct GuardedMatch {
  const Document& document;
  const PackData& pack;
  std::span<const WordEntry> entries;  // of all tokens of the document
  const SymbolString& symbols;
  const pattern::Hit& hit;
};

// The first guard of the rule that does not hold, or nothing.
[[nodiscard]] std::optional<Guard> failed_guard(const GuardedMatch& match);

// As a rule pack writes it.
[[nodiscard]] std::string_view name_of(Guard guard);

}  // namespace quotary
