#pragma once

#include <CLI/CLI.hpp>

namespace quotary::cli {

// Adds `quotary strip`.
void add_strip_command(CLI::App& app, int& status);

}  // namespace quotary::cli
