#include "batch.h"

#include <utility>

namespace quotary::cli {
namespace {

// A buffer that one huge document has blown up is not kept.
constexpr std::size_t kKeptBytes = std::size_t{4} << 20;

}  // namespace

std::unique_ptr<Batch> BatchPool::take() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (free_.empty()) return std::make_unique<Batch>();
  std::unique_ptr<Batch> batch = std::move(free_.back());
  free_.pop_back();
  return batch;
}

void BatchPool::give_back(std::unique_ptr<Batch> batch) {
  batch->documents.clear();
  batch->records.clear();
  if (batch->records.capacity() > kKeptBytes) batch->records.shrink_to_fit();
  batch->ends.clear();
  batch->files.clear();
  batch->complaints.clear();
  batch->done = 0;
  const std::lock_guard<std::mutex> lock(mutex_);
  free_.push_back(std::move(batch));
}

}  // namespace quotary::cli
