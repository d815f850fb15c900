// The options that the commands have in common that read texts one by one.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "extract_job.h"

namespace quotary::cli {

// What the command line says, before anything is made of it.
struct JobWords {
  std::vector<std::string> inputs;
  std::string format;
  std::string unit = "bytes";
  std::string input_format = "auto";
  bool progress = false;
  bool no_progress = false;
  ExtractJob job;
};

void add_input_options(CLI::App& command, JobWords& words);
// `formats`: the values of --format; none: the command has no such option.
void add_output_options(CLI::App& command, JobWords& words,
                        const std::vector<std::string>& formats);
void add_publisher_option(CLI::App& command, JobWords& words);
void add_work_options(CLI::App& command, JobWords& words);

// Nobody who calls a command alone at a terminal wants it to wait for them: wrong usage.
void check_for_input(const JobWords& words);

[[nodiscard]] ExtractJob job_from(const JobWords& words);

}  // namespace quotary::cli
