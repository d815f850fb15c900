#include "eval_command.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "input_advice.h"
#include "output.h"
#include "packs.h"
#include "quotary/evaluation.h"
#include "quotary/quotary.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

struct EvalJob {
  std::string gold;
  std::string predictions;         // empty: extract from the text of the gold
  std::vector<std::string> packs;  // directories of rules, added to the built-in ones in order
  EvaluationOptions options;
  bool json = false;
};

constexpr const char* kEvalExamples = R"(
Examples:
  quotary eval gold.jsonl                         what this program finds in annotated texts
  quotary eval corrected/ --pred predicted/       brat standoff, one directory against another
  quotary eval gold.jsonl --rules my-rules        what rules of your own change
  quotary eval gold.jsonl --errors 20             what went wrong
  quotary eval gold.jsonl --direct-only --json    direct speech alone, for programs

Exit status: 0 everything done, 1 some documents or the output failed, 2 wrong usage.
)";

using Quotes = std::vector<AnnotatedQuote>;

// What is held against a document of the gold.
using Predict = std::function<Result<Quotes>(const AnnotatedDocument& gold)>;

class EvalRun {
 public:
  explicit EvalRun(const EvalJob& job) : job_(job), evaluation_(job.options) {}

  int run() {
    const Predict predict = job_.predictions.empty() ? from_extractor() : from_file();
    if (predict) {
      compare(predict);
      if (judged_ != 0) {
        print();
      } else if (!failed_) {
        complain_of({ErrorCode::nothing_to_read, "no annotated document in it", {job_.gold}});
      }
    }
    return failed_ ? 1 : 0;
  }

 private:
  // Null when the rules cannot be loaded.
  Predict from_extractor() {
    Result<Extractor> loaded = load_extractor(job_.packs);
    if (!loaded) {
      complain_of(loaded.error());
      return nullptr;
    }
    auto workspace = std::make_shared<Workspace>();
    std::shared_ptr<const Writer> writer = make_writer(Format::eval);
    // By way of the written form: what is judged here is what any other scorer would be given.
    return [extractor = *std::move(loaded), workspace,
            writer](const AnnotatedDocument& gold) -> Result<Quotes> {
      const Document document = extractor.read(gold.text, gold.id);
      const Analysis analysis = extractor.analyze(document, *workspace);
      std::string line;
      writer->write(make_record(document, analysis, {.unit = OffsetUnit::codepoints}), line);
      Result<AnnotatedDocument> written = parse_annotations(line);
      if (!written) return written.error();
      return std::move(written->quotes);
    };
  }

  // Documents that the file does not have count as documents without predictions.
  Predict from_file() {
    AnnotationSource source(job_.predictions, AnnotationSource::Text::optional);
    while (auto document = source.next()) {
      if (!*document) {
        complain_of(document->error());
      } else {
        predictions_[(*document)->id] = std::move((*document)->quotes);
      }
    }
    return [this](const AnnotatedDocument& gold) -> Result<Quotes> {
      const auto found = predictions_.find(gold.id);
      return found == predictions_.end() ? Quotes{} : found->second;
    };
  }

  void compare(const Predict& predict) {
    std::unordered_set<std::string> known;
    AnnotationSource source(job_.gold);
    while (auto gold = source.next()) {
      if (!*gold) {
        complain_of(gold->error());
        continue;
      }
      add(**gold, predict(**gold));
      if (!predictions_.empty()) known.insert((*gold)->id);
    }
    complain_of_unknown(known);
  }

  void complain_of_unknown(const std::unordered_set<std::string>& known) {
    std::size_t count = 0;
    const std::string* first = nullptr;
    for (const auto& [id, quotes] : predictions_) {
      if (known.contains(id)) continue;
      ++count;
      if (first == nullptr) first = &id;
    }
    if (count == 0) return;
    complain_of({ErrorCode::bad_annotation,
                 "it has documents that are not in " + job_.gold + " (" + std::to_string(count) +
                     "), such as `" + *first + "`: is it the right file?",
                 {job_.predictions}});
  }

  // A document whose predictions cannot be used counts as one without.
  void add(const AnnotatedDocument& gold, const Result<Quotes>& predicted) {
    if (predicted) {
      const Result<Done> added = evaluation_.add(gold, *predicted);
      if (added) {
        ++judged_;
        return;
      }
      complain_of(added.error());
    } else {
      complain_of(predicted.error());
    }
    if (evaluation_.add(gold, {})) {
      ++judged_;
    } else {
      failed_ = true;
    }
  }

  void print() {
    const Report report = evaluation_.report();
    Output output;
    const Result<Done> written =
        output.write(job_.json ? to_json(report) + "\n" : to_table(report));
    if (!written && !output.abandoned()) complain_of(written.error());
  }

  void complain_of(const Error& error) {
    failed_ = true;
    complain(with_advice(error).to_string());
  }

  const EvalJob& job_;
  Evaluation evaluation_;
  std::map<std::string, Quotes> predictions_;
  std::size_t judged_ = 0;  // documents
  bool failed_ = false;
};

}  // namespace

void add_eval_command(CLI::App& app, int& exit_code) {
  auto job = std::make_shared<EvalJob>();
  CLI::App* command = app.add_subcommand(
      "eval", "Measure how well quotations agree with those that people have annotated");
  command->footer(kEvalExamples);
  command
      ->add_option("GOLD", job->gold,
                   "Annotated documents: JSON Lines (`-`: standard input), or a directory or .ann "
                   "file of brat standoff")
      ->type_name("")
      ->required();
  command
      ->add_option("--pred", job->predictions,
                   "Predictions in either form, to be judged instead of what this program finds")
      ->type_name("PATH");
  command
      ->add_option("--rules", job->packs,
                   "A rule pack of your own, added to the built-in one; may be repeated")
      ->type_name("PACK")
      ->check(CLI::ExistingDirectory)
      ->allow_extra_args(false);
  command->add_flag("--direct-only", job->options.direct_only,
                    "For annotations of direct speech only: ignore indirect quotes");
  command->add_flag("--pieces", job->options.pieces,
                    "For annotations of each quoted stretch by itself: so count every span");
  command->add_flag("--no-nested", job->options.no_nested,
                    "Ignore annotated quotes that are nested, and what was found there");
  command
      ->add_option("--errors", job->options.errors,
                   "Show the first N annotated quotes that were not found exactly with the "
                   "right source")
      ->type_name("N");
  command->add_flag("--json", job->json, "Print JSON instead of a table");
  command->callback([job, &exit_code] { exit_code = EvalRun(*job).run(); });
}

}  // namespace quotary::cli
