// Whom the text speaks of without a name: "a source at the station", "the transport department",
// and the words that come back to them.
#pragma once

#include <cstdint>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/cast.h"
#include "sources/word_map.h"

namespace quotary {

class Descriptions {
 public:
  // `latest` is scratch. All arguments outlive it.
  Descriptions(const Reading& reading, const Cast& cast, WordMap& latest, Analysis& analysis)
      : r_(reading), cast_(cast), latest_(latest), analysis_(analysis) {
    latest_.clear();
  }

  // The head of `mention` means, from here on, what mention `described` speaks of.
  void add(std::uint32_t mention, std::uint32_t described) {
    latest_[r_.word(analysis_.mentions[mention].head)] = described;
  }
  // Whether the text has just spoken of somebody in the same words without telling a name: "A
  // source close to Lund said ... The source said".
  [[nodiscard]] bool repeats(const Mention& who) const;
  // "The department", once the text has spoken of a department that has no name; and the source of
  // one cue, when it is that of the next: "A guard said ... and added". False if it is neither.
  bool refer(std::uint32_t mention);
  // The phrase before a bare "the department" that says more of it, "the transport department", as
  // a mention of its own; else `mention` itself.
  std::uint32_t fuller_mention(std::uint32_t mention);

 private:
  const Reading& r_;
  const Cast& cast_;
  WordMap& latest_;  // the latest mention, by its head word
  Analysis& analysis_;
};

}  // namespace quotary
