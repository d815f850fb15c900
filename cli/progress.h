#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace quotary::cli {

// A bar on standard error for work that takes longer than a second:
// "[#####-----] 48%  12,000 documents  61 MB/s". Lines on standard error go through say(), so that
// they and the bar do not overwrite each other.
class Progress {
 public:
  struct Options {
    bool shown = false;
    std::uint64_t total_bytes = 0;  // 0: not known, then there is no bar, only the counts
    unsigned width = 80;
  };
  explicit Progress(Options options);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void set_bytes(std::uint64_t bytes) { bytes_.store(bytes, std::memory_order_relaxed); }
  void add_documents(std::uint64_t count) {
    documents_.fetch_add(count, std::memory_order_relaxed);
  }
  [[nodiscard]] std::uint64_t documents() const { return documents_.load(); }

  // One line of complaint, "quotary: ...".
  void say(const std::string& message);
  // Takes the bar away for good.
  void end();

 private:
  void run();
  void draw();
  void erase();
  [[nodiscard]] std::string line() const;

  Options options_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::atomic<std::uint64_t> bytes_ = 0;
  std::atomic<std::uint64_t> documents_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_up_;
  bool ended_ = false;
  bool drawn_ = false;
  std::thread thread_;
};

}  // namespace quotary::cli
