// The word that somebody may have meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace quotary::pattern {

// The known name nearest to `name` by edit distance (insertions, deletions, substitutions,
// neighbours swapped), the first of equals; empty when none is near.
[[nodiscard]] std::string nearest_name(std::string_view name, std::span<const std::string> known);

}  // namespace quotary::pattern
