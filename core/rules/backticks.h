// Names and words as messages show them.
#pragma once

#include <string>
#include <string_view>

namespace quotary {

inline std::string in_backticks(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace quotary
