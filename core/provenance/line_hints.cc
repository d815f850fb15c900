#include "provenance/line_hints.h"

#include <vector>

namespace quotary {

void LineHints::add(const LineWords& words, const LineGroups& groups, Set hint) {
  std::vector<LineToken> tokens;
  for (std::uint32_t phrase = 0; phrase < words.size(); ++phrase) {
    if ((words.groups_of(phrase) & groups).none()) continue;
    scan_line(words.spelling(phrase), tokens);
    slots_[slot_of(tokens.front())] |= hint;
  }
}

}  // namespace quotary
