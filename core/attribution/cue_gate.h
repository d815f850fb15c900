// The gate: a first look at every token that drops nearly all that are no cues, at the price of one
// look-up each.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/reading.h"
#include "model/weights.h"

namespace quotary {

// The parts of speech of words that a cue may be built around; the gate is asked of no others.
[[nodiscard]] constexpr bool may_head_cue(Tag tag) {
  return is_verb(tag) || tag == Tag::punct || tag == Tag::noun || tag == Tag::nouns ||
         tag == Tag::adj || tag == Tag::adv || tag == Tag::prep;
}

// How near a quotation begins and ends: 1 if one opens within three tokens after `at`, 2 if one
// closes within three before it, added up.
[[nodiscard]] Value quote_near(const Reading& reading, std::uint32_t at);

// What speaks for a token being the head of a cue at first sight, but for the classes of its word.
template <typename Sink>
void gate_features_but_classes(const Reading& r, std::uint32_t at, Sink& f) {
  const Tag tag = r.tag(at);
  const Tag before = at > 0 ? r.tag(at - 1) : Tag::none;
  f("gate");
  f("gate.word", r.word(at), tag);
  f("gate.tags", before, tag, r.tag(at + 1));
  f("gate.quote", quote_near(r, at), tag);
}

// The same with them.
template <typename Sink>
void gate_features(const Reading& r, std::uint32_t at, Sink& f) {
  gate_features_but_classes(r, at, f);
  for (const ClassValue name : r.classes(at)) f("gate.class", name, r.tag(at));
}

// What the classes of a word say is summed up beforehand. Immutable; made from weights, with which
// it is asked, and the classes of a lexicon.
class CueGate {
 public:
  CueGate(const WeightTable& weights, const ClassWords& class_words);

  // Whether the token is worth a closer look. The weight of "gate" is set by the trainer so that
  // this is the case for nearly every head of a cue.
  [[nodiscard]] bool lets_in(const Reading& r, std::uint32_t at, const WeightTable& weights) const {
    Scorer sum(weights);
    gate_features_but_classes(r, at, sum);
    const auto tag = static_cast<std::size_t>(r.tag(at));
    return sum.units() + by_class_[r.entries[at].set * kTagCount + tag] >= 0;
  }

 private:
  std::vector<std::int32_t> by_class_;  // [class set][tag], in the units of the table
};

}  // namespace quotary
