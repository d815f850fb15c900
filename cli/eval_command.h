// quotary eval GOLD [--pred FILE]: how well quotations agree with annotated ones.
#pragma once

#include <CLI/CLI.hpp>

namespace quotary::cli {

// Adds the command to `app`. When it has been parsed it runs, and `exit_code` is set: 0, or 1 when
// an input could not be read or annotations do not fit their text.
void add_eval_command(CLI::App& app, int& exit_code);

}  // namespace quotary::cli
