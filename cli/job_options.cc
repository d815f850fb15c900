#include "job_options.h"

#include <unistd.h>

#include <algorithm>

#include "terminal.h"

namespace quotary::cli {
namespace {

const std::vector<std::string> kUnits = {"bytes", "codepoints", "utf16"};
const std::vector<std::string> kInputFormats = {"auto", "text", "jsonl", "html"};

template <typename Enum>
Enum at_position_of(const std::string& name, const std::vector<std::string>& names) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

// The forms that say where things come from, and need to know what each paragraph is.
bool is_form_of_others(Format format) {
  return format == Format::prov || format == Format::schema_org || format == Format::ninjs ||
         format == Format::web_annotation;
}

}  // namespace

void add_input_options(CLI::App& command, JobWords& words) {
  command
      .add_option("PATH", words.inputs,
                  "Files, directories (searched through all levels for text, HTML and JSON Lines), "
                  "or - for standard input")
      ->type_name("");
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

void add_output_options(CLI::App& command, JobWords& words,
                        const std::vector<std::string>& formats) {
  if (!formats.empty()) {
    command
        .add_option("-f,--format", words.format,
                    "Form of the output [default: view on a terminal, else jsonl]")
        ->type_name("FORM")
        ->check(CLI::IsMember(formats));
  }
  const bool has_brat = std::find(formats.begin(), formats.end(), "brat") != formats.end();
  command
      .add_option("-o,--output", words.job.output,
                  std::string("Write to this file, which appears once it is complete") +
                      (has_brat ? "; for brat, a directory" : ""))
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

void add_publisher_option(CLI::App& command, JobWords& words) {
  command
      .add_option("--publisher", words.job.publisher,
                  "Who published the texts, by name or domain: its own name in them is no sign of "
                  "syndication [default: the JSON field \"publisher\"]")
      ->type_name("NAME");
}

void add_work_options(CLI::App& command, JobWords& words) {
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

void check_for_input(const JobWords& words) {
  if (!words.inputs.empty() || !is_terminal(STDIN_FILENO)) return;
  throw CLI::RequiredError("nothing to read: name a file or a directory, or - to type the text in;",
                           CLI::ExitCodes::RequiredError);
}

ExtractJob job_from(const JobWords& words) {
  ExtractJob job = words.job;
  job.inputs = words.inputs;
  if (job.inputs.empty()) job.inputs.emplace_back("-");
  job.reading.format = at_position_of<InputFormat>(words.input_format, kInputFormats);
  job.to_terminal = job.output.empty() && is_terminal(STDOUT_FILENO);
  job.format = words.format.empty() ? (job.to_terminal ? Format::view : Format::jsonl)
                                    : format_named(words.format).value_or(Format::jsonl);
  job.records.unit = unit_of(job.format, at_position_of<OffsetUnit>(words.unit, kUnits));
  job.records.context = job.format == Format::view;
  job.records.blocks = job.explain || is_form_of_others(job.format);
  if (is_form_of_others(job.format)) job.records.provenance = true;
  job.writing.candidates = job.explain;
  job.writing.colour = job.to_terminal && wants_colour(STDOUT_FILENO);
  job.writing.width = width_of_terminal(STDOUT_FILENO);
  job.writing.several_files = job.format == Format::brat && !job.output.empty();
  if (words.progress || words.no_progress) job.progress = words.progress;
  return job;
}

}  // namespace quotary::cli
