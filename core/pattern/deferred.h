// Deferred: what is compiled at once, or when it is first needed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace quotary::pattern {

// When expressions are compiled. `when_needed` is for rules that are known to be right, those that
// are built in: a program that reads one article needs a tenth of them, and does not wait for the
// rest.
enum class Compiling : std::uint8_t { at_once, when_needed };

// Immutable as seen from outside; const members are thread-safe.
template <typename Made>
class Deferred {
 public:
  Deferred(std::function<Made()> make, Compiling when)
      : state_(std::make_unique<State>(std::move(make))) {
    if (when == Compiling::at_once) (void)**this;
  }

  const Made& operator*() const {
    std::call_once(state_->once, [this] { state_->made.emplace(state_->make()); });
    return *state_->made;
  }
  const Made* operator->() const { return &**this; }

 private:
  struct State {
    explicit State(std::function<Made()> maker) : make(std::move(maker)) {}
    std::function<Made()> make;
    std::once_flag once;
    std::optional<Made> made;
  };
  std::unique_ptr<State> state_;
};

}  // namespace quotary::pattern
