#include "attribution/cue_gate.h"

#include <algorithm>
#include <array>
#include <unordered_map>

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
  std::unordered_map<Value, std::array<std::int32_t, kTagCount>> by_name;  // of a class
  by_class_.resize(class_words.set_count() * kTagCount);
  for (std::size_t set = 0; set < class_words.set_count(); ++set) {
    for (const Value name : class_words.of(static_cast<SetId>(set))) {
      const auto [known, is_new] = by_name.try_emplace(name);
      for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
        if (is_new) known->second[tag] = weight_of(weights, "gate.class", name, tag);
        by_class_[set * kTagCount + tag] += known->second[tag];
      }
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
