#include "progress.h"

#include <algorithm>
#include <cstdio>

#include "terminal.h"

namespace quotary::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 1s;
constexpr auto kInterval = 200ms;
constexpr double kMegabyte = 1e6;

std::string with_separators(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

void write_to_stderr(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

Progress::Progress(Options options) : options_(options) {
  if (options_.shown) thread_ = std::thread([this] { run(); });
}

Progress::~Progress() {
  end();
  if (thread_.joinable()) thread_.join();
}

void Progress::end() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ended_ = true;
  erase();
  wake_up_.notify_all();
}

void Progress::run() {
  std::unique_lock<std::mutex> lock(mutex_);
  if (wake_up_.wait_for(lock, kPatience, [this] { return ended_; })) return;
  do {
    draw();
  } while (!wake_up_.wait_for(lock, kInterval, [this] { return ended_; }));
}

void Progress::say(const std::string& message) {
  const std::lock_guard<std::mutex> lock(mutex_);
  erase();
  complain(message);
}

void Progress::draw() {
  erase();
  write_to_stderr(line());
  drawn_ = true;
}

void Progress::erase() {
  if (!drawn_) return;
  write_to_stderr("\r\x1b[K");
  drawn_ = false;
}

std::string Progress::line() const {
  const std::uint64_t bytes = bytes_.load(std::memory_order_relaxed);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  const double speed = static_cast<double>(bytes) / kMegabyte / elapsed.count();
  char numbers[96];
  std::snprintf(numbers, sizeof numbers, "%s documents  %.0f MB/s",
                with_separators(documents()).c_str(), speed);
  if (options_.total_bytes == 0) return numbers;
  const double share =
      std::min(1.0, static_cast<double>(bytes) / static_cast<double>(options_.total_bytes));
  constexpr unsigned kCells = 24;
  const auto full = static_cast<unsigned>(share * kCells);
  char percent[16];
  std::snprintf(percent, sizeof percent, "%3.0f%%  ", share * 100);
  std::string text = percent + std::string(numbers);
  if (options_.width < kCells + text.size() + 4) return text;
  return "[" + std::string(full, '#') + std::string(kCells - full, '-') + "] " + text;
}

}  // namespace quotary::cli
