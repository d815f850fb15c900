// Bylines and sign-offs: who wrote, reported, edited; and the names in lines of contribution.
#pragma once

#include "provenance/found_statement.h"
#include "provenance/line.h"

namespace quotary {

// Where the line stands.
struct BylinePlace {
  bool head = false;        // near the top of a text, or alone: names need no "by"
  bool above_text = false;  // text follows, and no picture stands before: a house needs no name
  bool is_byline = false;   // its block is one: a name is enough
};

// Adds the bylines of `line` to `out`.
void find_bylines(const Line& line, BylinePlace place, FoundStatements& out);

// The people, houses and places in [tokens), whatever stands between them.
void read_names(const Line& line, Range tokens, std::vector<LinePart>& out);

// What the roles of sign-offs amount to: true if all are additions to somebody else's text.
[[nodiscard]] bool is_addition(std::string_view role);

}  // namespace quotary
