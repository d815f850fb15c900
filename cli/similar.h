#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quotary::cli {

// Of `known`, the name most like `given`: at most a third of its letters differ. Empty if none is.
[[nodiscard]] std::string most_similar(std::string_view given,
                                       const std::vector<std::string>& known);

}  // namespace quotary::cli
