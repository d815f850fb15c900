#include "evaluation/reliability.h"

#include <algorithm>
#include <cmath>

namespace quotary {
namespace {

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// 0 below a half, 1 to 5 for the tenths from there. Written decimals such as 0.7 may lie a hair
// below the border that they mean.
std::size_t bin_of(double confidence) {
  constexpr double kHair = 1e-9;
  const double tenth = std::floor(std::clamp(confidence, 0.0, 1.0) * 10 + kHair);
  return static_cast<std::size_t>(std::clamp(tenth - 4, 0.0, 5.0));
}

}  // namespace

void ReliabilityTally::add(double confidence, bool matched, bool right) {
  Bin& bin = bins_[bin_of(confidence)];
  ++bin.count;
  bin.stated += confidence;
  if (matched) {
    ++bin.matched;
    bin.stated_of_matched += confidence;
  }
  if (right) ++bin.right;
}

std::optional<Reliability> ReliabilityTally::result() const {
  Reliability out;
  std::uint64_t matched = 0;
  double gap = 0;
  double gap_of_matched = 0;
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = bins_[i];
    if (bin.count == 0) continue;
    const double from = i == 0 ? 0 : static_cast<double>(4 + i) / 10;
    const double to = static_cast<double>(5 + i) / 10;
    out.bins.push_back({.from = from,
                        .to = to,
                        .count = bin.count,
                        .stated = bin.stated / static_cast<double>(bin.count),
                        .right = share(bin.right, bin.count),
                        .matched = bin.matched,
                        .right_of_matched = share(bin.right, bin.matched)});
    // Counts times means: the sums themselves.
    gap += std::abs(bin.stated - static_cast<double>(bin.right));
    gap_of_matched += std::abs(bin.stated_of_matched - static_cast<double>(bin.right));
    out.count += bin.count;
    matched += bin.matched;
  }
  if (out.count == 0) return std::nullopt;
  out.calibration_error = gap / static_cast<double>(out.count);
  if (matched != 0)
    out.calibration_error_of_matched = gap_of_matched / static_cast<double>(matched);
  return out;
}

}  // namespace quotary
