// The three stages that every batch goes through: reading, extraction, delivery.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>

#include "batch.h"
#include "extract_job.h"
#include "output.h"
#include "progress.h"

namespace quotary::cli {

// Inputs -> documents. One thread at a time.
class BatchReader {
 public:
  BatchReader(const ExtractJob& job) : source_(job.inputs, job.reading) {}

  // Fills an empty batch; false when there is nothing more to read.
  [[nodiscard]] bool fill(Batch& batch);

 private:
  DocumentSource source_;
};

// Documents -> records. One for each thread.
class BatchExtractor {
 public:
  struct Tools {
    const PageReader& reader;
    const Extractor& extractor;
    const Writer& writer;
  };
  BatchExtractor(const ExtractJob& job, const Tools& tools) : job_(job), tools_(tools) {}

  void extract(Batch& batch);

 private:
  // Errors: those of read_document().
  [[nodiscard]] Result<Done> extract(RawDocument& raw, Batch& batch);
  [[nodiscard]] DocumentContext context_of(const ReadDocument& read) const;

  const ExtractJob& job_;
  Tools tools_;
  Workspace workspace_;
  Record record_;
};

// Records -> output, in the order of the inputs. One thread at a time.
class BatchDelivery {
 public:
  BatchDelivery(const ExtractJob& job, Output& output, Progress& progress)
      : job_(job), output_(output), progress_(progress) {}

  // False: nothing more can be written.
  [[nodiscard]] bool deliver(const Batch& batch);

  [[nodiscard]] bool some_inputs_failed() const { return inputs_failed_; }
  [[nodiscard]] bool output_failed() const { return output_failed_; }

 private:
  [[nodiscard]] Result<Done> write_records(const Batch& batch);
  [[nodiscard]] bool fail(const Error& error);
  [[nodiscard]] Result<Done> write(const BratFiles& files);
  [[nodiscard]] std::string unused_name_for(const std::string& id);

  const ExtractJob& job_;
  Output& output_;
  Progress& progress_;
  std::unordered_set<std::uint64_t> names_;  // hashes of the file names given so far
  bool begun_ = false;                       // something has been written
  bool inputs_failed_ = false;
  bool output_failed_ = false;
};

}  // namespace quotary::cli
