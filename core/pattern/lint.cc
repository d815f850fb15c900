#include "pattern/lint.h"

#include <algorithm>

namespace quotary::pattern {
namespace {

Warning warning(const Pattern& pattern, std::uint32_t offset, std::string message) {
  Place place = pattern.place;
  place.column = std::max(place.column, 1U) + offset;
  return {std::move(place), std::move(message)};
}

}  // namespace

std::vector<Warning> lint(const Pattern& pattern) {
  std::vector<Warning> warnings;
  for (const Node& node : pattern.nodes) {
    if (node.kind != NodeKind::repeat || node.max != kUnbounded) continue;
    warnings.push_back(warning(pattern, node.text.begin,
                               "`" + std::string(pattern.text_of(node)) +
                                   "` has no upper bound; say how far it may reach: {" +
                                   std::to_string(node.min) + ",6}"));
  }
  return warnings;
}

}  // namespace quotary::pattern
