#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

namespace quotary::cli {

// `quotary completion bash|zsh|fish`: prints a script made from the commands and options of `app`.
void add_completion_command(CLI::App& app, int& status);

// The script itself.
[[nodiscard]] std::string completion_script(const CLI::App& app, std::string_view shell);

}  // namespace quotary::cli
