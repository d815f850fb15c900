#include "pattern/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "text/ascii.h"

namespace quotary::pattern {
namespace {

constexpr std::size_t kLongestName = 48;

// Optimal string alignment; a wrong capital costs nothing.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongestName + 1>;
  Row before{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = ascii_lower(a[i - 1]) == ascii_lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && ascii_lower(a[i - 1]) == ascii_lower(b[j - 2]) &&
                           ascii_lower(a[i - 2]) == ascii_lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> known) {
  if (name.size() > kLongestName) return {};
  // Half of a short word is another word: two errors in six letters, at most.
  std::size_t best = name.size() / 3 + 1;
  std::string nearest;
  for (const std::string& each : known) {
    if (each.size() > kLongestName) continue;
    const std::size_t errors = distance(name, each);
    if (errors < best) {
      best = errors;
      nearest = each;
    }
  }
  return nearest;
}

}  // namespace quotary::pattern
