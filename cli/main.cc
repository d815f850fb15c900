// quotary: one file for each command; this one puts them together.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "completion_command.h"
#include "extract_command.h"
#include "similar.h"
#include "terminal.h"
#if __has_include("rules_command.h")
#include "rules_command.h"
#define QUOTARY_HAS_RULES_COMMAND
#endif
#if __has_include("eval_command.h")
#include "eval_command.h"
#define QUOTARY_HAS_EVAL_COMMAND
#endif

namespace quotary::cli {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quotary extract article.txt       who said what in an article
  quotary extract --help            all about a command
  quotary completion bash --help    let the shell complete commands and options)";

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

// "; did you mean `--format`?" for the first argument that nobody knows.
std::string suggestion(const CLI::App& command, int argc, char** argv) {
  const std::vector<std::string> names = names_known_to(command);
  for (int i = 1; i < argc; ++i) {
    const std::string given = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
    const bool is_option = given.starts_with("--");
    const bool is_command = !given.starts_with("-") && command.get_parent() == nullptr;
    if (!is_option && !is_command) continue;
    const std::string similar = most_similar(given, names);
    if (!similar.empty() && similar != given) return "; did you mean `" + similar + "`?";
  }
  return "";
}

std::string invocation(const CLI::App& command) {
  const CLI::App* const parent = command.get_parent();
  return parent == nullptr ? "quotary" : invocation(*parent) + " " + command.get_name();
}

int explain_usage(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  const CLI::App& command = addressed(app);
  complain(std::string(error.what()) + suggestion(command, argc, argv));
  complain("`" + invocation(command) + " --help` shows what is possible");
  return kUsage;
}

int main(int argc, char** argv) {
  int status = 0;
  CLI::App app("Who said what, and where it came from: quotations and their sources in news text",
               "quotary");
  app.set_version_flag("--version", std::string("quotary ") + QUOTARY_VERSION);
  app.require_subcommand(1);
  app.footer(kExamples);
  add_extract_command(app, status);
#ifdef QUOTARY_HAS_RULES_COMMAND
  add_rules_command(app, status);
#endif
#ifdef QUOTARY_HAS_EVAL_COMMAND
  add_eval_command(app, status);
#endif
  add_completion_command(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    app.exit(success);  // help or version, on standard output
  } catch (const CLI::ParseError& error) {
    return explain_usage(app, error, argc, argv);
  }
  return status;
}

}  // namespace
}  // namespace quotary::cli

int main(int argc, char** argv) { return quotary::cli::main(argc, argv); }
