// How fast each stage is, in bytes of text a second, and how fast pages become text. Each iteration
// takes 2 MB of articles, one at a time as the program does, through all stages, and counts the
// time of one.
#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "articles.h"
#include "attribution/assemble.h"
#include "attribution/knowledge.h"
#include "attribution/proposals.h"
#include "attribution/rule_sieve.h"
#include "pages.h"
#include "quotary/quotary.h"
#include "sources/resolve.h"

namespace quotary::bench {
namespace {

enum Stage : std::uint8_t {
  decode_and_divide,
  marks_and_blocks,
  reading,
  layout,
  proposals,
  settling,
  rules,
  assembly,
  resolution,
  record,
  json_lines,
  everything,
};

constexpr const char* kStages[] = {
    "decode and divide", "marks and blocks", "tags and chunks", "turns",
    "proposals",         "settling",         "rules",           "assembly",
    "resolution",        "record",           "JSON Lines",      "everything",
};
static_assert(std::size(kStages) == everything + 1);

// The time since the last lap goes to the stage named.
class Laps {
 public:
  void start() { last_ = begin_ = Clock::now(); }
  void lap(Stage stage) {
    const Clock::time_point now = Clock::now();
    taken_[stage] += now - last_;
    last_ = now;
  }
  void finish() { taken_[everything] += last_ - begin_; }
  [[nodiscard]] double seconds(Stage stage) const {
    return std::chrono::duration<double>(taken_[stage]).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begin_, last_;
  std::array<Clock::duration, everything + 1> taken_ = {};
};

// Extractor::analyze() and what stands before and behind it, with laps.
class Course {
 public:
  void run(std::string bytes, Laps& laps) {
    laps.start();
    const Document document =
        Document::from_bytes(std::move(bytes), "article", data().text_rules_of_language);
    laps.lap(decode_and_divide);
    Analysis analysis;
    knowledge_->prepare(document, marks_scratch_, marks_, analysis.blocks);
    laps.lap(marks_and_blocks);
    reading_.fill(document, knowledge_->tagger, marks_, analysis.blocks);
    laps.lap(reading);
    find_turns({document, analysis.blocks, reading_.entries, reading_.stretch},
               knowledge_->turn_rules, turns_);
    reading_.narrative = !is_transcript(turns_) && knowledge_->narrative.is_narrative(reading_);
    laps.lap(layout);
    const SumModel model(knowledge_->weights);
    propose(reading_, model, knowledge_->gate, proposal_scratch_, proposals_);
    laps.lap(proposals);
    auto held = settle(reading_, model, knowledge_->thresholds, proposals_);
    laps.lap(settling);
    apply_rules(reading_, data(), knowledge_->turn_rules.first_person(), rule_scratch_, proposals_,
                held);
    laps.lap(rules);
    analysis.stretches = marks_.stretches;
    analysis.repairs = marks_.repairs;
    assemble(reading_, *knowledge_, {proposals_, held, turns_}, analysis);
    laps.lap(assembly);
    resolve_sources(reading_, {source_classes_, resolve_scratch_}, analysis);
    laps.lap(resolution);
    record_ = make_record(document, analysis, {}, std::move(record_));
    laps.lap(record);
    line_.clear();
    writer_->write(record_, line_);
    laps.lap(json_lines);
    laps.finish();
  }

 private:
  [[nodiscard]] const PackData& data() const { return knowledge_->pack.data(); }

  std::shared_ptr<const Knowledge> knowledge_ = Knowledge::of(RulePack::built_in().value()).value();
  SourceClasses source_classes_{data()};
  std::unique_ptr<Writer> writer_ = make_writer(Format::jsonl);
  MarkScratch marks_scratch_;
  Marks marks_;
  Reading reading_{knowledge_->lexicon(), knowledge_->class_words};
  ProposalScratch proposal_scratch_;
  RuleScratch rule_scratch_;
  std::vector<Proposal> proposals_;
  std::vector<Turn> turns_;
  ResolveScratch resolve_scratch_{source_classes_};
  Record record_;
  std::string line_;
};

const std::vector<std::string>& articles() {
  static const std::vector<std::string> made = [] {
    std::vector<std::string> out;
    for (ArticleWriter writer; writer.counts().bytes < 2'000'000;) out.push_back(writer.next());
    return out;
  }();
  return made;
}

// Each takes the time of everything, however little its own stage takes.
constexpr int kIterations = 10;

void measure(benchmark::State& state, Stage stage) {
  Course course;
  std::size_t bytes = 0;
  for (auto _ : state) {
    Laps laps;
    for (const std::string& article : articles()) {
      course.run(article, laps);
      bytes += article.size();
    }
    state.SetIterationTime(laps.seconds(stage));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

const std::vector<std::string>& pages() {
  static const std::vector<std::string> made = [] {
    std::vector<std::string> out;
    for (const std::string& article : articles()) out.push_back(page_of(article, out.size()));
    return out;
  }();
  return made;
}

// HTML to text, in bytes of the page.
void read_pages(benchmark::State& state) {
  const PageReader reader = PageReader::create(RulePack::built_in().value()).value();
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& page : pages()) {
      benchmark::DoNotOptimize(reader.read(page).has_value());
      bytes += page.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void start_up(benchmark::State& state) {
  for (auto _ : state) {
    const RulePack pack = RulePack::built_in().value();
    benchmark::DoNotOptimize(Extractor::create(pack).has_value());
    benchmark::DoNotOptimize(PageReader::create(pack).has_value());
  }
}

}  // namespace
}  // namespace quotary::bench

int main(int argc, char** argv) {
  using namespace quotary::bench;
  for (std::size_t stage = 0; stage < std::size(kStages); ++stage) {
    benchmark::RegisterBenchmark(kStages[stage], measure, static_cast<Stage>(stage))
        ->UseManualTime()
        ->Iterations(kIterations)
        ->Unit(benchmark::kMillisecond);
  }
  benchmark::RegisterBenchmark("pages to text", read_pages)->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("start-up", start_up)->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
