#include "provenance_command.h"

#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "output.h"
#include "quotary/provenance_eval.h"
#include "quotary/quotary.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

struct Words {
  std::vector<std::string> inputs;
  std::vector<std::string> packs;
  std::string format;
};

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
    const Result<Extractor> extractor = load_extractor(words_.packs);
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

}  // namespace

void add_provenance_command(CLI::App& app, int& status) {
  CLI::App* const command =
      app.add_subcommand("provenance", "Find where texts and pictures come from");
  const auto words = std::make_shared<Words>();
  command->add_option("PATH", words->inputs, "Files, directories, or - for standard input");
  command->add_option("-f,--format", words->format, "Form of the output")->type_name("FORM");
  command->add_option("--rules", words->packs, "A rule pack of your own")->type_name("PACK");
  command->callback([words, &status] {
    if (words->inputs.empty()) words->inputs.emplace_back("-");
    status = PredictionRun(*words).run();
  });
}

}  // namespace quotary::cli
