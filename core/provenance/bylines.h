// Bylines and sign-offs: who wrote, reported, edited; and the names in lines of contribution.
#pragma once

#include "provenance/found_statement.h"
#include "provenance/line.h"

namespace quotary {

// Adds the bylines of `line` to `out`. `head`: it stands near the top of a text (or alone), where
// names need no "by".
void find_bylines(const Line& line, bool head, FoundStatements& out);

// The people, houses and places in [tokens), whatever stands between them.
void read_names(const Line& line, Range tokens, std::vector<LinePart>& out);

// What the roles of sign-offs amount to: true if all are additions to somebody else's text.
[[nodiscard]] bool is_addition(std::string_view role);

}  // namespace quotary
