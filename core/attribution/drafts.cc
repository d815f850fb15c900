#include "attribution/drafts.h"

#include <algorithm>
#include <utility>

namespace quotary {

void Drafts::put_in_order() {
  const auto by_draft = [](const DraftPart& a, const DraftPart& b) {
    return std::pair(a.draft, a.words.first) < std::pair(b.draft, b.words.first);
  };
  std::sort(parts_.begin(), parts_.end(), by_draft);
  for (std::uint32_t i = 0; i < parts_.size(); ++i) {
    Range& parts = all_[parts_[i].draft].parts;
    if (parts.empty()) parts.first = i;
    parts.last = i + 1;
  }
  const auto by_place = [this](const Draft& a, const Draft& b) {
    const std::uint32_t first = parts_of(a).front().words.first;
    const std::uint32_t second = parts_of(b).front().words.first;
    return first != second ? first < second : a.encloses() && !b.encloses();
  };
  if (std::is_sorted(all_.begin(), all_.end(), by_place)) return;
  std::stable_sort(all_.begin(), all_.end(), by_place);
}

}  // namespace quotary
