// Reliability: whether stated confidences hold (reliability diagram and expected calibration error,
// Naeini et al. 2015).
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "quotary/evaluation.h"

namespace quotary {

class ReliabilityTally {
 public:
  // `right` implies `matched`.
  void add(double confidence, bool matched, bool right);
  // Empty when nothing was added.
  [[nodiscard]] std::optional<Reliability> result() const;

 private:
  static constexpr std::size_t kBins = 6;  // below .5, then tenths
  struct Bin {
    std::uint64_t count = 0;
    std::uint64_t matched = 0;
    std::uint64_t right = 0;
    double stated = 0;             // sum
    double stated_of_matched = 0;  // sum
  };
  std::array<Bin, kBins> bins_;
};

}  // namespace quotary
