#include "provenance_command.h"

#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "job_options.h"
#include "output.h"
#include "packs.h"
#include "quotary/provenance_eval.h"
#include "quotary/quotary.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

constexpr const char* kProvenanceExamples = R"(
Examples:
  quotary provenance article.txt                  where its text and pictures come from
  quotary provenance --publisher apnews.com articles/ > provenance.jsonl
                                                  a record for each article, as JSON Lines
  quotary provenance --format csv -o credits.csv *.txt
                                                  a row for each statement, person and house
  quotary provenance --format ninjs article.txt   for a news system; prov, schema-org and
                                                  web-annotation likewise
  quotary provenance --format eval gold.jsonl     predictions for scorers, from "line",
                                                  "paragraphs" or "text"

Exit status: 0 everything done, 1 some inputs or the output failed, 2 wrong usage.
)";

const std::vector<std::string> kProvenanceFormats = {
    "view", "jsonl", "csv", "prov", "schema-org", "ninjs", "web-annotation", "eval"};

// Predictions for scorers, line by line.
class PredictionRun {
 public:
  explicit PredictionRun(const ExtractJob& job) : job_(job) {}

  int run() {
    const Result<Extractor> extractor = load_extractor(job_.packs);
    if (!extractor) {
      complain(extractor.error().to_string());
      return 1;
    }
    for (const std::string& input : job_.inputs) {
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

  const ExtractJob& job_;
  Output output_;
  bool failed_ = false;
};

}  // namespace

void add_provenance_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("provenance", "Find where texts and pictures come from")
          ->footer(kProvenanceExamples);
  const auto words = std::make_shared<JobWords>();
  add_input_options(*command, *words);
  add_output_options(*command, *words, kProvenanceFormats);
  add_publisher_option(*command, *words);
  add_work_options(*command, *words);
  command->callback([words, &status] {
    check_for_input(*words);
    words->job.provenance_only = true;
    words->job.records.provenance = true;
    const ExtractJob job = job_from(*words);
    status = job.format == Format::eval ? PredictionRun(job).run() : run(job);
  });
}

}  // namespace quotary::cli
