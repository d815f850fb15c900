#include "extract_job.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "batch.h"
#include "batch_stages.h"
#include "interrupts.h"
#include "output.h"
#include "packs.h"
#include "progress.h"
#include "terminal.h"

namespace quotary::cli {
namespace {

namespace fs = std::filesystem;

struct Readers {
  PageReader pages;
  Extractor extractor;
};

Result<Readers> make_readers(const ExtractJob& job, const RulePack& pack) {
  Result<PageReader> pages = PageReader::create(pack);
  if (!pages) return pages.error();
  const bool provenance = job.records.provenance || job.strip;
  Result<Extractor> extractor = Extractor::create(pack, {.keep_candidates = job.explain,
                                                         .provenance = provenance,
                                                         .nested = job.nested,
                                                         .each_part = job.each_part});
  if (!extractor) return extractor.error();
  return Readers{*std::move(pages), *std::move(extractor)};
}

// Bytes of all inputs, or 0 when that cannot be known beforehand.
std::uint64_t total_bytes(const std::vector<std::string>& inputs) {
  std::uint64_t total = 0;
  for (const std::string& input : inputs) {
    std::error_code error;
    if (!fs::is_regular_file(input, error)) return 0;
    total += fs::file_size(input, error);
    if (error) return 0;
  }
  return total;
}

Progress::Options progress_options(const ExtractJob& job) {
  const bool output_is_seen = job.output.empty() && is_terminal(STDOUT_FILENO);
  const bool shown = job.progress.value_or(is_terminal(STDERR_FILENO) && !output_is_seen);
  return {shown, shown ? total_bytes(job.inputs) : 0, width_of_terminal(STDERR_FILENO)};
}

class Extraction {
 public:
  Extraction(const ExtractJob& job, const Readers& readers, Output& output, Progress& progress)
      : job_(job),
        readers_(readers),
        writer_(job.provenance_only ? make_provenance_writer(job.format, job.writing)
                                    : make_writer(job.format, job.writing)),
        reader_(job),
        delivery_(job, output, progress) {}

  void run(unsigned jobs) {
    Batch opening;
    if (!job_.strip) writer_->begin(opening.records);
    if (!delivery_.deliver(opening)) return;
    if (jobs == 1) {
      run_alone();
    } else {
      run_together(jobs);
    }
  }

  [[nodiscard]] bool output_failed() const { return delivery_.output_failed(); }
  [[nodiscard]] bool some_inputs_failed() const { return delivery_.some_inputs_failed(); }

 private:
  [[nodiscard]] BatchExtractor::Tools tools() const {
    return {readers_.pages, readers_.extractor, *writer_};
  }

  void run_alone() {
    BatchExtractor extractor(job_, tools());
    bool going_on = true;
    while (going_on) {
      std::unique_ptr<Batch> batch = pool_.take();
      if (!reader_.fill(*batch)) return;
      extractor.extract(*batch);
      going_on = delivery_.deliver(*batch);
      pool_.give_back(std::move(batch));
    }
  }

  // Raw pointers between the stages, as the pipeline copies what it passes on. The locks are never
  // contended, as TBB runs these stages one at a time: they are there to be seen
  // (Batch::hand_over).
  void run_together(unsigned jobs) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
    tbb::enumerable_thread_specific<BatchExtractor> extractors(
        [this] { return BatchExtractor(job_, tools()); });
    std::atomic<bool> going_on = true;
    std::mutex reading;
    std::mutex delivering;
    const auto read = [&](tbb::flow_control& control) -> Batch* {
      const std::lock_guard<std::mutex> lock(reading);
      std::unique_ptr<Batch> batch = pool_.take();
      if (!going_on || !reader_.fill(*batch)) {
        control.stop();
        return nullptr;
      }
      batch->hand_over();
      return batch.release();
    };
    const auto extract = [&](Batch* batch) {
      batch->take_over();
      extractors.local().extract(*batch);
      batch->hand_over();
      return batch;
    };
    const auto deliver = [&](Batch* delivered) {
      const std::lock_guard<std::mutex> lock(delivering);
      std::unique_ptr<Batch> batch(delivered);
      batch->take_over();
      if (going_on) going_on = delivery_.deliver(*batch);
      pool_.give_back(std::move(batch));
    };
    const std::size_t in_flight = jobs + std::size_t{2};
    tbb::parallel_pipeline(
        in_flight, tbb::make_filter<void, Batch*>(tbb::filter_mode::serial_in_order, read) &
                       tbb::make_filter<Batch*, Batch*>(tbb::filter_mode::parallel, extract) &
                       tbb::make_filter<Batch*, void>(tbb::filter_mode::serial_in_order, deliver));
    const std::scoped_lock all_is_delivered(reading, delivering);
  }

  const ExtractJob& job_;
  const Readers& readers_;
  std::unique_ptr<Writer> writer_;
  BatchPool pool_;
  BatchReader reader_;
  BatchDelivery delivery_;
};

Result<Done> open_output(const ExtractJob& job, Output& output) {
  if (job.output.empty()) return Done{};
  if (!job.writing.several_files) return output.open(job.output);
  std::error_code error;
  fs::create_directories(job.output, error);
  if (!error) return Done{};
  return Error{ErrorCode::cannot_write,
               "cannot make this directory: " + error.message() + "; name another with --output",
               {job.output}};
}

}  // namespace

int run(const ExtractJob& job) {
  Output output;
  Progress progress(progress_options(job));
  const Interrupts interrupts([&] {
    output.end_at_record();
    progress.end();
    complain(Error{ErrorCode::interrupted,
                   "interrupted; what has been written ends with a whole "
                   "record"}
                 .to_string());
  });
  const Result<RulePack> pack = load_packs(job.packs);
  if (!pack) {
    progress.say(pack.error().to_string());
    return 1;
  }
  ExtractJob with_pack = job;
  with_pack.records.pack = &*pack;
  const Result<Readers> readers = make_readers(job, *pack);
  if (!readers) {
    progress.say(readers.error().to_string());
    return 1;
  }
  if (const Result<Done> opened = open_output(job, output); !opened) {
    progress.say(opened.error().to_string());
    return 1;
  }
  const unsigned jobs =
      job.jobs != 0 ? job.jobs : std::max(1U, std::thread::hardware_concurrency());
  Extraction extraction(with_pack, *readers, output, progress);
  extraction.run(jobs);
  if (extraction.output_failed()) return 1;
  if (const Result<Done> done = output.commit(); !done) {
    progress.say(done.error().to_string());
    return 1;
  }
  return extraction.some_inputs_failed() ? 1 : 0;
}

}  // namespace quotary::cli
