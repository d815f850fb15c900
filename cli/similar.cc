#include "similar.h"

#include <algorithm>
#include <numeric>

namespace quotary::cli {
namespace {

// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
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
