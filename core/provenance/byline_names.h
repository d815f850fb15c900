// The names of a byline or a sign-off: people, houses, places, and what stands between them.
#pragma once

#include <cstdint>
#include <vector>

#include "provenance/line.h"
#include "provenance/parts.h"

namespace quotary {

struct BylineNames {
  std::vector<LinePart> parts;
  std::uint32_t end = 0;           // the first token that was not read
  std::uint32_t people = 0;        // persons among `parts`
  std::uint32_t known_houses = 0;  // houses of the table among them
  bool prose = false;              // it runs into text
  bool staff = false;              // "staff writer", "agencies"
};

// Reads [tokens) as far as it can be read as names. `lenient`: whatever stands between them.
void read_byline_names(const Line& line, Range tokens, bool lenient, BylineNames& out);

}  // namespace quotary
