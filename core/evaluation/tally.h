// Tally: what is counted of all quotes or of those of one kind, and the figures made of it.
#pragma once

#include <cstdint>

#include "quotary/evaluation.h"

namespace quotary {

// What is counted on one side: of gold quotes for recall, of predictions for precision.
struct SideTally {
  std::uint64_t quotes = 0;
  std::uint64_t exact = 0;
  std::uint64_t matched = 0;
  double covered =
      0;  // sum of the shares of a quote's words that lie in some quote of the other side
  std::uint64_t with_source = 0;
  std::uint64_t right_source = 0;
  std::uint64_t with_cue = 0;
  std::uint64_t right_cue = 0;
};

struct Tally {
  SideTally gold;
  SideTally predicted;
  std::uint64_t right_kind = 0;
  std::uint64_t with_attribution = 0;
  std::uint64_t matched_with_attribution = 0;
  std::uint64_t right_attribution = 0;
  std::uint64_t with_speaker = 0;
  std::uint64_t right_speaker = 0;

  [[nodiscard]] Scores scores() const;
};

// Spans of one role, not linked to quotes.
struct RoleTally {
  std::uint64_t gold = 0;
  std::uint64_t predicted = 0;
  std::uint64_t both = 0;

  [[nodiscard]] Prf prf() const;
};

}  // namespace quotary
