#include "attribution/cue_gate.h"

#include <algorithm>

#include "attribution/content_options.h"

namespace quotary {

namespace {

constexpr std::uint32_t kNear = 3;

}  // namespace

Value quote_near(const Reading& r, std::uint32_t at) {
  const auto count = static_cast<std::uint32_t>(r.stretch.size());
  const std::uint32_t here = r.stretch[at];
  const std::uint32_t ahead = r.stretch[std::min(at + kNear, count - 1)];
  const std::uint32_t behind = r.stretch[at - std::min(at, kNear)];
  return (ahead != kNone && ahead != here ? 1U : 0U) +
         (behind != kNone && behind != here ? 2U : 0U);
}

CueGate::CueGate(const WeightTable& weights, const ClassWords& class_words) {
  by_class_.resize(class_words.set_count() * kTagCount);
  for (std::size_t set = 0; set < class_words.set_count(); ++set) {
    for (const ClassValue name : class_words.of(static_cast<SetId>(set))) {
      for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
        by_class_[set * kTagCount + tag] += weights("gate.class", name, tag);
      }
    }
  }
}

}  // namespace quotary
