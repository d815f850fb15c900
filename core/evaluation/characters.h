// Code points as the measure sees them. Its words are those of Python's regular expressions, where
// it was first defined: letters and numbers of any script, marks not among them.
#pragma once

#include <cstdint>

namespace quotary {

using Codepoint = std::int32_t;

[[nodiscard]] bool is_letter_or_digit(Codepoint code);
[[nodiscard]] bool is_upper_case(Codepoint code);
[[nodiscard]] bool is_white_space(Codepoint code);

}  // namespace quotary
