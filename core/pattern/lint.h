// What is legal in a pattern but likely to be a mistake.
#pragma once

#include <string>
#include <vector>

#include "pattern/syntax.h"

namespace quotary::pattern {

struct Warning {
  Place place;
  std::string message;
};

// Unbounded gaps.
[[nodiscard]] std::vector<Warning> lint(const Pattern& pattern);

}  // namespace quotary::pattern
