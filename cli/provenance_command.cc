#include "provenance_command.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "extract_job.h"
#include "output.h"
#include "quotary/provenance_eval.h"
#include "quotary/quotary.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

constexpr const char* kExamples = R"(
Examples:
  quotary provenance article.txt                  where its text and its pictures come from
  quotary provenance --publisher apnews.com articles/ > provenance.jsonl
                                                  a record for each article, as JSON Lines
  quotary provenance --text-field body news.jsonl JSON Lines; a field "publisher" is heeded
  quotary provenance --format eval gold.jsonl     predictions for a scorer: lines, paragraphs, texts

Exit status: 0 everything done, 1 some inputs or the output failed, 2 wrong usage.
)";

struct Words {
  std::vector<std::string> inputs;
  std::string format;
  std::string unit = "bytes";
  std::string input_format = "auto";
  ExtractJob job;
};

const std::vector<std::string> kFormats = {"view", "jsonl", "eval"};
const std::vector<std::string> kUnits = {"bytes", "codepoints", "utf16"};
const std::vector<std::string> kInputFormats = {"auto", "text", "jsonl"};

template <typename Enum>
Enum at_position_of(const std::string& name, const std::vector<std::string>& names) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

Result<Extractor> load_extractor(const std::vector<std::string>& directories) {
  Result<RulePack> pack = RulePack::built_in();
  for (const std::string& directory : directories) {
    if (!pack) break;
    const RulePack base = *pack;
    pack = RulePack::load(directory, &base);
  }
  if (!pack) return pack.error();
  return Extractor::create(*pack);
}

// Predictions for scorers, line by line.
class PredictionRun {
 public:
  explicit PredictionRun(const Words& words) : words_(words) {}

  int run() {
    const Result<Extractor> extractor = load_extractor(words_.job.packs);
    if (!extractor) {
      complain(extractor.error().to_string());
      return 1;
    }
    for (const std::string& input : words_.inputs) {
      if (input == "-") {
        predict_all(*extractor, std::cin, input);
        continue;
      }
      std::ifstream file(input, std::ios::binary);
      if (!file) {
        fail({ErrorCode::cannot_read, "cannot read it", {input}});
        continue;
      }
      predict_all(*extractor, file, input);
    }
    return failed_ ? 1 : 0;
  }

 private:
  void predict_all(const Extractor& extractor, std::istream& stream, const std::string& name) {
    std::string line;
    std::string prediction;
    for (std::uint32_t number = 1; std::getline(stream, line); ++number) {
      if (line.empty()) continue;
      prediction.clear();
      const Result<Done> done = predict_provenance(extractor, line, prediction);
      if (!done) {
        Error error = done.error();
        error.place = {name, number, 0};
        fail(error);
        continue;
      }
      const Result<Done> written = output_.write(prediction);
      if (!written) {
        if (!output_.abandoned()) fail(written.error());
        return;
      }
    }
  }

  void fail(const Error& error) {
    failed_ = true;
    complain(error.to_string());
  }

  const Words& words_;
  Output output_;
  bool failed_ = false;
};

ExtractJob job_from(const Words& words) {
  ExtractJob job = words.job;
  job.inputs = words.inputs;
  job.provenance_only = true;
  job.reading.format = at_position_of<InputFormat>(words.input_format, kInputFormats);
  const bool to_terminal = job.output.empty() && is_terminal(STDOUT_FILENO);
  job.format = words.format.empty() ? (to_terminal ? Format::view : Format::jsonl)
                                    : format_named(words.format).value_or(Format::jsonl);
  job.records.unit = at_position_of<OffsetUnit>(words.unit, kUnits);
  job.writing.colour = to_terminal && wants_colour(STDOUT_FILENO);
  job.writing.width = width_of_terminal(STDOUT_FILENO);
  return job;
}

void add_options(CLI::App& command, Words& words) {
  command.add_option(
      "PATH", words.inputs,
      "Files, directories (searched through all levels for text and JSON Lines), or - "
      "for standard input");
  command
      .add_option("-f,--format", words.format,
                  "Form of the output [default: view on a terminal, else jsonl]")
      ->type_name("FORM")
      ->check(CLI::IsMember(kFormats));
  command
      .add_option("-o,--output", words.job.output,
                  "Write to this file, which appears once it is complete")
      ->type_name("PATH");
  command
      .add_option("--publisher", words.job.publisher,
                  "Who published the texts (a name or a web domain): its own copy is no wire's")
      ->type_name("NAME");
  command
      .add_option("--input-format", words.input_format, "How to read the inputs; auto goes by name")
      ->type_name("FORM")
      ->check(CLI::IsMember(kInputFormats))
      ->capture_default_str();
  command
      .add_option("--text-field", words.job.reading.text_field, "JSON field that holds the text")
      ->type_name("NAME")
      ->capture_default_str();
  command
      .add_option("--id-field", words.job.reading.id_field, "JSON field that names the document")
      ->type_name("NAME")
      ->capture_default_str();
  command.add_option("--offsets", words.unit, "What begin and end count")
      ->type_name("UNIT")
      ->check(CLI::IsMember(kUnits))
      ->capture_default_str();
  command
      .add_option("--rules", words.job.packs,
                  "A rule pack of your own, added to the built-in one; may be repeated")
      ->type_name("PACK")
      ->check(CLI::ExistingDirectory)
      ->allow_extra_args(false);
  command.add_option("-j,--jobs", words.job.jobs, "Threads [default: one for each processor]")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
}

// Nobody who calls it alone at a terminal wants it to wait for them.
void check_for_input(const Words& words) {
  if (!words.inputs.empty() || !is_terminal(STDIN_FILENO)) return;
  throw CLI::RequiredError("nothing to read: name a file or a directory, or - to type the text in;",
                           CLI::ExitCodes::RequiredError);
}

}  // namespace

void add_provenance_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("provenance", "Find where texts and pictures come from")
          ->footer(kExamples);
  const auto words = std::make_shared<Words>();
  add_options(*command, *words);
  command->callback([words, &status] {
    check_for_input(*words);
    if (words->inputs.empty()) words->inputs.emplace_back("-");
    status = words->format == "eval" ? PredictionRun(*words).run() : run(job_from(*words));
  });
}

}  // namespace quotary::cli
