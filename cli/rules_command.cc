#include "rules_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extraction/grammar_reader.h"
#include "output.h"
#include "packs.h"
#include "rules/check.h"
#include "rules/rule_explanation.h"
#include "rules/rule_trial.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

constexpr int kProblems = 1;

constexpr const char* kRulesExamples = R"(
Examples:
  quotary rules check my-rules
  quotary rules test my-rules
  quotary rules explain en.quote-name-verb --text '"It rained," Jane Smith said.'
  quotary rules explain verdict.wire-dateline

Exit status: 0 nothing wrong, 1 something is wrong with the pack or the output failed, 2 wrong usage.
)";

std::string counted(std::size_t count, const std::string& what) {
  const char* const plural = what.ends_with('s') ? "es" : "s";
  return std::to_string(count) + " " + what + (count == 1 ? "" : plural);
}

// Findings, then `summary`; the status to end with.
int report(const Findings& findings, const PackFiles& files, const std::string& summary) {
  std::string text;
  for (const Finding& finding : findings) text += describe(finding, files);
  return std::max(any_problem(findings) ? kProblems : 0, print(text + summary));
}

int run_check(const std::string& directory) {
  const PackUnderTest pack = open_pack(directory);
  const Findings findings = check_pack(pack);
  std::string summary;
  if (pack.data != nullptr) {
    summary = directory + ": " + counted(pack.data->rules.size(), "rule") + " over symbols, " +
              counted(pack.data->text_rules.size(), "rule") + " over text, " +
              counted(pack.data->lexicon.word_count(), "word") + ", " +
              counted(pack.data->lexicon.phrase_count(), "phrase") + ", " +
              counted(pack.data->lexicon.class_count(), "class") +
              "; those of the pack beneath included\n";
  }
  return report(findings, pack.files, summary);
}

int run_test(const std::string& directory) {
  const PackUnderTest pack = open_pack(directory);
  if (pack.data == nullptr) return report(pack.findings, pack.files, "");
  const TrialReport trial = try_rules(pack, grammar_reader(RulePack(pack.data)));
  return report(trial.findings, pack.files,
                directory + ": " + counted(trial.rules, "rule") + " tried on " +
                    counted(trial.examples, "example") + "\n");
}

struct ExplainJob {
  std::string rule;
  std::optional<std::string> text;
  std::string directory;
  std::string view;  // "re2", "alphabet"; empty: the result
};

int run_explain(const ExplainJob& job) {
  const bool own = !job.directory.empty();
  const Result<RulePack> pack =
      load_packs(own ? std::vector{job.directory} : std::vector<std::string>{});
  if (!pack) return complain(pack.error().to_string()), kProblems;
  const RuleView view = job.view.empty()    ? RuleView::result
                        : job.view == "re2" ? RuleView::re2
                                            : RuleView::alphabet;
  const RuleQuestion question{job.rule, job.text, view};
  const Result<std::string> explained = explain_rule(pack->data(), question, grammar_reader(*pack));
  if (!explained) return complain(explained.error().to_string()), kProblems;
  return print(*explained);
}

void add_check(CLI::App& rules, int& exit_code) {
  CLI::App* const check =
      rules.add_subcommand("check", "Say what is wrong or doubtful in a rule pack, and where");
  auto directory = std::make_shared<std::string>();
  check->add_option("DIR", *directory, "A rule pack: pack.json, lexicons/, rules")
      ->type_name("")
      ->required();
  check->callback([directory, &exit_code] { exit_code = run_check(*directory); });
}

void add_test(CLI::App& rules, int& exit_code) {
  CLI::App* const test =
      rules.add_subcommand("test", "Try every rule of a pack on its own examples");
  auto directory = std::make_shared<std::string>();
  test->add_option("DIR", *directory, "A rule pack: pack.json, lexicons/, rules")
      ->type_name("")
      ->required();
  test->callback([directory, &exit_code] { exit_code = run_test(*directory); });
}

void add_explain(CLI::App& rules, int& exit_code) {
  CLI::App* const explain =
      rules.add_subcommand("explain", "Show why a rule does or does not match a text");
  auto job = std::make_shared<ExplainJob>();
  explain->add_option("RULE", job->rule, "An id as it stands in a record: of a rule or a grammar")
      ->type_name("")
      ->required();
  explain->add_option(
      "--text", job->text,
      "The text to match it on; otherwise what it is for, with an example of its own");
  explain->add_option("--rules", job->directory, "A rule pack to load over the built-in one")
      ->type_name("PACK");
  explain
      ->add_option("--show", job->view,
                   "Instead: `re2`, the expressions that the rule is compiled to, or `alphabet`, "
                   "the symbols that the rules tell apart")
      ->type_name("WHAT")
      ->check(CLI::IsMember(std::vector<std::string>{"re2", "alphabet"}));
  explain->callback([job, &exit_code] { exit_code = run_explain(*job); });
}

}  // namespace

void add_rules_command(CLI::App& app, int& exit_code) {
  CLI::App* const rules =
      app.add_subcommand("rules", "Check, test and explain the rules of a rule pack");
  rules->require_subcommand(1);
  rules->footer(kRulesExamples);
  add_check(*rules, exit_code);
  add_test(*rules, exit_code);
  add_explain(*rules, exit_code);
}

}  // namespace quotary::cli
