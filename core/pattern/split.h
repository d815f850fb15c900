// A pattern is matched from its anchor outwards: here it is cut in two there.
#pragma once

#include <cstdint>
#include <vector>

#include "pattern/syntax.h"
#include "quotary/result.h"

namespace quotary::pattern {

// One way of passing the anchor. A pattern has several if alternatives stand around the anchor.
//
//   Adverb? {speaker: Name} {cue: Aux? SpeechVerb} 'that'?
//   left, outwards:  {cue: Aux?} {speaker: Name} Adverb?      anchor: SpeechVerb, which is of {cue}
//   right:           'that'?
struct Variant {
  std::uint32_t left = kNone;    // a tree read outwards, or kNone if nothing stands there
  std::uint32_t right = kNone;   // the same
  std::uint32_t anchor = kNone;  // the expression that the anchor's symbol has to meet
  std::uint32_t roles = 0;       // bit per Role: those that the anchor's symbol belongs to
};

struct Split {
  std::vector<Node> nodes;        // those of the pattern, then those that the variants are made of
  std::vector<Variant> variants;  // in order of preference
};

inline constexpr std::size_t kMaxVariants = 16;

// The anchor's symbol is the first one of the anchor's role that is not optional: SpeechVerb in
// {cue: Aux? SpeechVerb Prep?}. Errors (bad_rule): the role is missing, optional, or absent from a
// branch; more than kMaxVariants.
[[nodiscard]] Result<Split> split(const Pattern& pattern);

}  // namespace quotary::pattern
