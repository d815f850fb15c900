#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace quotary::cli {

// Ends the process in an orderly way at SIGINT, SIGTERM or SIGHUP. The signals are held back from
// all threads (build it before any are started) and awaited by one of its own, so that nothing is
// interrupted half-way: `before_end` runs as ordinary code, then the process ends by the signal,
// as the shell expects. A second signal ends it at once. Signals that the process was started to
// ignore stay ignored.
class Interrupts {
 public:
  explicit Interrupts(std::function<void()> before_end);
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

 private:
  void await();

  std::function<void()> before_end_;
  sigset_t awaited_{};
  std::thread thread_;
};

}  // namespace quotary::cli
