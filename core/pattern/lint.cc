#include "pattern/lint.h"

#include <algorithm>
#include <set>

namespace quotary::pattern {
namespace {

constexpr std::size_t kFastRoles = 4;

Warning warning(const Pattern& pattern, std::uint32_t offset, std::string message) {
  Place place = pattern.place;
  place.column = std::max(place.column, 1U) + offset;
  return {std::move(place), std::move(message)};
}

}  // namespace

std::vector<Warning> lint(const Pattern& pattern) {
  std::vector<Warning> warnings;
  std::set<Role> roles;
  for (const Node& node : pattern.nodes) {
    if (node.kind == NodeKind::role) roles.insert(node.role);
    if (node.kind != NodeKind::repeat || node.max != kUnbounded) continue;
    warnings.push_back(warning(pattern, node.text.begin,
                               "`" + std::string(pattern.text_of(node)) +
                                   "` has no upper bound; say how far it may reach: {" +
                                   std::to_string(node.min) + ",6}"));
  }
  if (roles.size() > kFastRoles) {
    warnings.push_back(warning(pattern, 0,
                               "more than " + std::to_string(kFastRoles) +
                                   " roles; RE2 leaves its fast engine for this rule"));
  }
  return warnings;
}

}  // namespace quotary::pattern
