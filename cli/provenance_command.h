#pragma once

#include <CLI/CLI.hpp>

namespace quotary::cli {

// Adds `quotary provenance`.
void add_provenance_command(CLI::App& app, int& status);

}  // namespace quotary::cli
