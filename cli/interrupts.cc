#include "interrupts.h"

#include <unistd.h>

#include <array>
#include <utility>

namespace quotary::cli {
namespace {

constexpr std::array<int, 3> kSignals = {SIGINT, SIGTERM, SIGHUP};
constexpr int kWakeUp = SIGUSR2;  // from the destructor: no signal came

bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

Interrupts::Interrupts(std::function<void()> before_end) : before_end_(std::move(before_end)) {
  sigemptyset(&awaited_);
  for (const int signal : kSignals) {
    if (!is_ignored(signal)) sigaddset(&awaited_, signal);
  }
  sigaddset(&awaited_, kWakeUp);
  pthread_sigmask(SIG_BLOCK, &awaited_, nullptr);
  thread_ = std::thread([this] { await(); });
}

Interrupts::~Interrupts() {
  pthread_kill(thread_.native_handle(), kWakeUp);
  thread_.join();
  sigdelset(&awaited_, kWakeUp);
  pthread_sigmask(SIG_UNBLOCK, &awaited_, nullptr);
}

void Interrupts::await() {
  int signal = 0;
  if (sigwait(&awaited_, &signal) != 0 || signal == kWakeUp) return;
  sigset_t again = awaited_;
  sigdelset(&again, kWakeUp);
  pthread_sigmask(SIG_UNBLOCK, &again, nullptr);  // the next one has its usual effect
  before_end_();
  std::signal(signal, SIG_DFL);
  raise(signal);
  _exit(128 + signal);  // not reached, unless somebody blocks the signal
}

}  // namespace quotary::cli
