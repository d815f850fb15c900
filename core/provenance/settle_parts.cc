// Names that could be either: what stands beside them decides.
#include <algorithm>

#include "provenance/parts.h"

namespace quotary {
namespace {

// Stock houses have accounts: "AnnLee9/Shutterstock".
bool stands_beside_stock(const LineKnowledge& known, const std::vector<LinePart>& parts,
                         std::size_t at) {
  const auto is_stock = [&](const LinePart& other) {
    if (other.house == kNone) return false;
    const HouseKind kind = known.houses()[other.house].kind;
    return kind == HouseKind::stock || kind == HouseKind::platform;
  };
  if (at + 1 < parts.size() && is_stock(parts[at + 1]) && parts[at + 1].before == '/') return true;
  return at > 0 && is_stock(parts[at - 1]) && parts[at].before == '/';
}

// "Nordlicht/Ann Lee": the word is the house.
bool is_word_before_name(const std::vector<LinePart>& parts) {
  return parts.size() == 2 && parts[0].unclear && parts[0].words == 1 && parts[1].before == '/' &&
         parts[1].words > 1;
}

}  // namespace

void settle_parts(const LineKnowledge& known, const LinePartsContext& context, LineParts& parts) {
  const bool beside_house = parts.has(LinePartKind::house) || parts.has(LinePartKind::via) ||
                            is_word_before_name(parts.list);
  // Whoever hands a picture out alone is rather a firm.
  const bool handout = std::any_of(parts.list.begin(), parts.list.end(), [](const LinePart& part) {
    return part.kind == LinePartKind::flag && part.code == "handout";
  });
  const bool alone = parts.count(LinePartKind::person) == 1 && !parts.has(LinePartKind::house);
  bool first = true;
  bool any_person = std::any_of(parts.list.begin(), parts.list.end(), [](const LinePart& part) {
    return part.kind == LinePartKind::person && !part.unclear;
  });
  for (std::size_t i = 0; i < parts.list.size(); ++i) {
    LinePart& part = parts.list[i];
    if (part.kind == LinePartKind::flag || part.kind == LinePartKind::licence) continue;
    if (part.unclear) {
      part.unclear = false;
      const bool whoever_by = context.by && first && !any_person && !context.byline;
      const bool person = part.words == 1 ? whoever_by || stands_beside_stock(known, parts.list, i)
                                          : first || beside_house || any_person || context.byline;
      if (!person || (handout && alone)) part.kind = LinePartKind::house;
      any_person |= person;
    }
    first = false;
  }
}

}  // namespace quotary
