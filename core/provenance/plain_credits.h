// Plain credits: what the words of the trade give away by themselves, without a label or a name
// of a house: "Contributed photo", "Ledger file photo", "(WXYZ)".
#pragma once

#include <vector>

#include "provenance/credits.h"
#include "provenance/line.h"

namespace quotary {

// Adds those of `line` to `out`.
void find_plain_credits(const Line& line, std::vector<FoundCredit>& out);

// The name that stands before a label and belongs to it, as in "Ledger photo by": its first
// token; that of the label if there is none.
[[nodiscard]] std::uint32_t start_of_owner(const Line& line, std::uint32_t label);

}  // namespace quotary
