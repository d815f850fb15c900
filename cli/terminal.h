// What the command line has to know about terminals.
#pragma once

#include <string>

namespace quotary::cli {

[[nodiscard]] bool is_terminal(int descriptor);

// Whether output to `descriptor` is to be coloured: a terminal, unless NO_COLOR is set to anything
// (https://no-color.org) or TERM is "dumb".
[[nodiscard]] bool wants_colour(int descriptor);

// In columns; COLUMNS goes before what the terminal says; 80 if nobody knows.
[[nodiscard]] unsigned width_of_terminal(int descriptor);

// One line on standard error: "quotary: ...". Control characters in it are made visible.
void complain(const std::string& message);

}  // namespace quotary::cli
