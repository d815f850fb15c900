#include "attribution/cue_gate.h"

#include <algorithm>

#include "attribution/content_options.h"

namespace quotary {

namespace {

constexpr std::uint32_t kNear = 3;

template <typename... Values>
std::int32_t weight_of(const WeightTable& weights, Template kind, Values... values) {
  return weights[feature_key(kind.seed, static_cast<Value>(values)...)];
}

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
  for (std::size_t set = 0; set < class_words.set_count(); ++set) {
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      std::int32_t sum = 0;
      for (const Value name : class_words.of(static_cast<SetId>(set))) {
        sum += weight_of(weights, "gate.class", name, tag);
      }
      by_class_.push_back(sum);
    }
  }
  for (std::uint32_t before = 0; before < kTagCount; ++before) {
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      for (std::uint32_t after = 0; after < kTagCount; ++after) {
        const bool asked = may_head_cue(static_cast<Tag>(tag));
        by_tags_.push_back(asked ? weight_of(weights, "gate.tags", before, tag, after) : 0);
      }
    }
  }
  for (Value near = 0; near < 4; ++near) {
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      by_quote_.push_back(weight_of(weights, "gate") + weight_of(weights, "gate.quote", near, tag));
    }
  }
}

}  // namespace quotary
