// Credits: cut out of a line, then read into parts.
#pragma once

#include <string_view>
#include <vector>

#include "provenance/line.h"
#include "provenance/parts.h"

namespace quotary {

struct FoundCredit {
  Range tokens;           // label and brackets included
  std::string_view rule;  // what gave it away
  LineParts parts;
  std::vector<std::string_view> flags;  // of the label: "illustration"
};

// Replaces the contents of `out` by the credits of `line`, in order.
void find_credits(const Line& line, std::vector<FoundCredit>& out);

}  // namespace quotary
