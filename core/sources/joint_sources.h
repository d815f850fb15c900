// Joint sources: all who say a quote together, "Cole, Lund and her lawyer said".
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/cast.h"
#include "sources/source_classes.h"

namespace quotary {

// Of one source phrase after the other. Nothing is written, or allocated, for one who speaks alone.
class JointSources {
 public:
  // `namings` is scratch. All arguments outlive it.
  JointSources(const Reading& reading, const SourceClasses& classes, Cast& cast,
               std::vector<std::uint32_t>& namings, Analysis& analysis)
      : r_(reading), classes_(classes), cast_(cast), namings_(namings), analysis_(analysis) {}

  void clear() {
    namings_.clear();
    nameless_ = kNone;
  }
  // Those with a name, in order of the text.
  [[nodiscard]] std::vector<std::uint32_t>& namings() { return namings_; }
  // Whoever `tokens` add without a name, if they begin with "and": "Cole and his lawyer". `beside`
  // is the naming before them, should it be the only one.
  void add_nameless(Range tokens, std::uint32_t beside);
  // Adds them to Analysis::joint_sources; empty unless there are several.
  [[nodiscard]] Range write();

 private:
  const Reading& r_;
  const SourceClasses& classes_;
  Cast& cast_;
  std::vector<std::uint32_t>& namings_;
  Analysis& analysis_;
  std::uint32_t nameless_ = kNone;  // a source
};

}  // namespace quotary
