// Documents travel through the pipeline in batches, so that short ones cost no more than long ones.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "quotary/quotary.h"

namespace quotary::cli {

// A pair of files of brat's.
struct BratFiles {
  std::string id;
  std::string text;
  std::string annotations;
};

struct Batch {
  std::vector<RawDocument> documents;
  std::string records;            // of all documents, ready to be written
  std::vector<std::size_t> ends;  // where in `records` each of them ends
  std::vector<BratFiles> files;   // instead of `records`, when each document gets files of its own
  std::vector<std::string> complaints;  // one line for each input that failed
  std::uint64_t bytes_read = 0;         // of all inputs, up to the end of this batch
  std::size_t done = 0;                 // documents that came through

  // Between the stages of the pipeline, which may be different threads. TBB sees to their order;
  // this says so to the tools that check it and cannot look into TBB.
  void hand_over() { handed_over_.store(true, std::memory_order_release); }
  void take_over() { handed_over_.exchange(false, std::memory_order_acquire); }

 private:
  std::atomic<bool> handed_over_ = false;
};

// Batches that have been delivered are filled anew: their buffers need not be allocated again.
class BatchPool {
 public:
  [[nodiscard]] std::unique_ptr<Batch> take();
  void give_back(std::unique_ptr<Batch> batch);

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Batch>> free_;
};

}  // namespace quotary::cli
