#pragma once

namespace CLI {
class App;
}

namespace quotary::cli {

// Adds `quotary rules check|test|explain`. When one of them has run, `exit_code` is 0 if all is
// well and 1 if there is something to mend or the pack does not load.
void add_rules_command(CLI::App& app, int& exit_code);

}  // namespace quotary::cli
