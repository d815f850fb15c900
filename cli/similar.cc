#include "similar.h"

#include <algorithm>
#include <numeric>

namespace quotary::cli {
namespace {

// How many letters have to be inserted, removed, replaced or swapped with the next one (optimal
// string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string most_similar(std::string_view given, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 255;  // of a file name
  std::string best;
  if (given.empty()) return best;
  std::size_t best_distance = std::min(given.size(), kLongest) / 3 + 1;
  for (const std::string& name : known) {
    if (given.size() > kLongest || name.size() > kLongest) continue;
    const std::size_t found = distance(given, name);
    if (found >= best_distance) continue;
    best_distance = found;
    best = name;
  }
  return best;
}

}  // namespace quotary::cli
