// quotary: one file for each command; this one puts them together.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "completion_command.h"
#include "eval_command.h"
#include "extract_command.h"
#include "heap.h"
#include "output.h"
#include "provenance_command.h"
#include "rules_command.h"
#include "similar.h"
#include "strip_command.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quotary extract article.txt       who said what in an article
  quotary provenance article.txt    where its text and pictures come from
  quotary extract --help            all about a command
  quotary completion bash --help    let the shell complete commands and options
)";

constexpr int kUsage = 2;

std::vector<std::string> names_known_to(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// The command that the arguments were meant for.
const CLI::App& addressed(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().back();
  return *at;
}

std::string invocation(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  return parent == nullptr ? "quotary" : invocation(*parent) + " " + command.get_name();
}

bool has_commands(const CLI::App& app) {
  return !app.get_subcommands([](const CLI::App*) { return true; }).empty();
}

// How many names of commands lead to `command`: two for `quotary rules check`.
int depth_of(const CLI::App& command) {
  return command.get_parent() == nullptr ? 0 : depth_of(*command.get_parent()) + 1;
}

// The first argument that looks like a name `command` should know, and that it does not.
std::string unknown_name(const CLI::App& command, std::span<char* const> arguments) {
  const std::vector<std::string> names = names_known_to(command);
  int names_on_the_way = depth_of(command);
  for (const std::string_view argument : arguments) {
    const bool is_option = argument.starts_with("-");
    if (!is_option && names_on_the_way-- > 0) continue;
    std::string given(argument.substr(0, argument.find('=')));
    const bool is_name = given.starts_with("--") || (!is_option && has_commands(command));
    if (is_name && std::find(names.begin(), names.end(), given) == names.end()) return given;
  }
  return "";
}

// One line: what is wrong, what may have been meant, where to read on.
int complain_of_usage(const CLI::App& app, const CLI::ParseError& error,
                      std::span<char* const> arguments) {
  const CLI::App& command = addressed(app);
  std::string message = error.what();
  const std::string unknown = unknown_name(command, arguments);
  if (!unknown.empty() && has_commands(command)) {
    const bool is_option = unknown.starts_with("-");
    message = (is_option ? "there is no option `" : "there is no command `") + unknown + "`";
  }
  const std::string similar = most_similar(unknown, names_known_to(command));
  if (!similar.empty()) message += "; did you mean `" + similar + "`?";
  complain(message + "; see `" + invocation(command) + " --help`");
  return kUsage;
}

int main(int argc, char** argv) {
  use_large_pages();
  // A reader that goes away and a file beyond its limit are errors to write(), for every command.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  int status = 0;
  CLI::App app("Who said what, and where it came from: quotations and their sources in news text",
               "quotary");
  app.set_version_flag("--version", std::string("quotary ") + QUOTARY_VERSION);
  app.require_subcommand(1);
  app.footer(kExamples);
  add_extract_command(app, status);
  add_provenance_command(app, status);
  add_strip_command(app, status);
  add_rules_command(app, status);
  add_eval_command(app, status);
  add_completion_command(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    std::ostringstream said;  // help or version
    app.exit(success, said);
    return print(said.str());
  } catch (const CLI::ParseError& error) {
    return complain_of_usage(app, error,
                             std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  }
  return status;
}

}  // namespace
}  // namespace quotary::cli

int main(int argc, char** argv) { return quotary::cli::main(argc, argv); }
