#pragma once

#include <CLI/CLI.hpp>

namespace quotary::cli {

// `quotary extract`. Its exit status goes into `status`.
void add_extract_command(CLI::App& app, int& status);

}  // namespace quotary::cli
