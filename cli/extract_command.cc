#include "extract_command.h"

#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "extract_job.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

constexpr const char* kExtractExamples = R"(
Examples:
  quotary extract article.txt                     read the quotes of one article
  quotary extract articles/ > quotes.jsonl        a record for each article, as JSON Lines
  quotary extract --format csv -o quotes.csv *.txt
                                                  a table for a spreadsheet
  quotary extract --with-text page.html           the article of a page, and its text
  quotary extract --text-field body news.jsonl    JSON Lines; other fields are carried through
  curl -s URL | quotary extract --input-format html -
                                                  read standard input
  quotary extract --explain article.txt           why each quote was given to whom it was given

Exit status: 0 everything done, 1 some inputs or the output failed, 2 wrong usage.
)";

// What the command line says, before anything is made of it.
struct Words {
  std::vector<std::string> inputs;
  std::string format;
  std::string unit = "bytes";
  std::string input_format = "auto";
  bool progress = false;
  bool no_progress = false;
  ExtractJob job;
};

const std::vector<std::string> kFormats = {"view", "jsonl", "csv", "brat", "eval"};
const std::vector<std::string> kUnits = {"bytes", "codepoints", "utf16"};
const std::vector<std::string> kInputFormats = {"auto", "text", "jsonl", "html"};

template <typename Enum>
Enum at_position_of(const std::string& name, const std::vector<std::string>& names) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

void add_input_options(CLI::App& command, Words& words) {
  command.add_option(
      "PATH", words.inputs,
      "Files, directories (searched through all levels for text, HTML and JSON Lines), "
      "or - for standard input");
  command
      .add_option("--input-format", words.input_format, "How to read the inputs; auto goes by name")
      ->type_name("FORM")
      ->check(CLI::IsMember(kInputFormats))
      ->capture_default_str();
  command
      .add_option("--charset", words.job.pages.charset,
                  "Encoding of HTML pages, as their server named it [default: what a page says]")
      ->type_name("NAME");
  command
      .add_option("--text-field", words.job.reading.text_field, "JSON field that holds the text")
      ->type_name("NAME")
      ->capture_default_str();
  command
      .add_option("--id-field", words.job.reading.id_field, "JSON field that names the document")
      ->type_name("NAME")
      ->capture_default_str();
}

void add_output_options(CLI::App& command, Words& words) {
  command
      .add_option("-f,--format", words.format,
                  "Form of the output [default: view on a terminal, else jsonl]")
      ->type_name("FORM")
      ->check(CLI::IsMember(kFormats));
  command
      .add_option("-o,--output", words.job.output,
                  "Write to this file, which appears once it is complete; for brat, a directory")
      ->type_name("PATH");
  command.add_option("--offsets", words.unit, "What begin and end count")
      ->type_name("UNIT")
      ->check(CLI::IsMember(kUnits))
      ->capture_default_str();
  CLI::Option* const progress =
      command.add_flag("--progress", words.progress,
                       "Show a bar on standard error [default: for long work at a terminal]");
  command.add_flag("--no-progress", words.no_progress, "Show none")->excludes(progress);
}

void add_choice_options(CLI::App& command, Words& words) {
  command.add_flag("-a,--all", words.job.records.all,
                   "Show scare quotes, titles, nicknames and mottos too, not only speech");
  command
      .add_option("--min-confidence", words.job.records.min_confidence,
                  "Leave out quotes that are less certain")
      ->type_name("X")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--explain", words.job.explain,
                   "Show what else was considered for each quote, and why it lost");
  command.add_flag("--with-text", words.job.records.text,
                   "Put the text that offsets point into, and where the blocks of a page stand "
                   "in it, into the record (jsonl)");
  command
      .add_option("--rules", words.job.packs,
                  "A rule pack of your own, added to the built-in one; may be repeated")
      ->type_name("PACK")
      ->check(CLI::ExistingDirectory)
      ->allow_extra_args(false);
  command
      .add_option("--publisher", words.job.publisher,
                  "Who published the texts (a name or a web domain): its own copy is no wire's")
      ->type_name("NAME");
  command.add_option("-j,--jobs", words.job.jobs, "Threads [default: one for each processor]")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
}

ExtractJob job_from(const Words& words) {
  ExtractJob job = words.job;
  job.inputs = words.inputs;
  if (job.inputs.empty()) job.inputs.emplace_back("-");
  job.reading.format = at_position_of<InputFormat>(words.input_format, kInputFormats);
  const bool to_terminal = job.output.empty() && is_terminal(STDOUT_FILENO);
  job.format = words.format.empty() ? (to_terminal ? Format::view : Format::jsonl)
                                    : format_named(words.format).value_or(Format::jsonl);
  job.records.unit = unit_of(job.format, at_position_of<OffsetUnit>(words.unit, kUnits));
  job.records.context = job.format == Format::view;
  job.records.blocks = job.explain;
  job.writing.candidates = job.explain;
  job.writing.colour = to_terminal && wants_colour(STDOUT_FILENO);
  job.writing.width = width_of_terminal(STDOUT_FILENO);
  job.writing.several_files = job.format == Format::brat && !job.output.empty();
  if (words.progress || words.no_progress) job.progress = words.progress;
  return job;
}

// Nobody who calls `quotary extract` alone at a terminal wants it to wait for them.
void check_for_input(const Words& words) {
  if (!words.inputs.empty() || !is_terminal(STDIN_FILENO)) return;
  throw CLI::RequiredError("nothing to read: name a file or a directory, or - to type the text in;",
                           CLI::ExitCodes::RequiredError);
}

}  // namespace

void add_extract_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("extract", "Find who said what in news text")->footer(kExtractExamples);
  const auto words = std::make_shared<Words>();
  add_input_options(*command, *words);
  add_output_options(*command, *words);
  add_choice_options(*command, *words);
  command->callback([words, &status] {
    check_for_input(*words);
    status = run(job_from(*words));
  });
}

}  // namespace quotary::cli
