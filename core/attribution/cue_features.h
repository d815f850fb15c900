// What speaks for a token being the head of a cue.
#pragma once

#include <algorithm>

#include "mentions/reading.h"

namespace quotary {

// How a possible cue stands in its sentence; worked out once for each candidate.
struct CueContext {
  enum class Subject : std::uint8_t { none, adjacent, past_commas, clause };

  std::uint32_t head = 0;
  Value stem = 0;  // word_id() of the stem of the head
  Range sentence;
  std::uint32_t group_first = 0;  // first token of its verb group: "has also said"
  std::uint32_t subject = kNone;  // the chunk that looks like its subject
  Subject subject_place = Subject::none;
  Tag auxiliary = Tag::none;      // the nearest of have, be, do, modal, to before it
  std::uint8_t quote_after = 0;   // 1 + words between it and an opening mark, 0: none within 3
  std::uint8_t quote_before = 0;  // the same to a closing mark before its group or subject
  std::uint8_t that_after = 0;    // 1 + words between it and "that", 0: none within 5
  bool inside_quote = false;
  Value shape = 0;  // around it and its subject, see shape_around()
};

[[nodiscard]] CueContext look_around(const Reading& reading, std::uint32_t head);

static_assert(number_templates::kTags == kTagCount);

// Buckets of distances, so that weights are shared: 0 1 2 3 4 5-6 7-9 10-14 15-24 25+.
[[nodiscard]] constexpr Value bucket(std::uint32_t distance) {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 9) return 6;
  if (distance <= 14) return 7;
  return distance <= 24 ? 8 : 9;
}

template <typename Sink>
void cue_features(const Reading& r, const CueContext& c, Sink& f) {
  const std::uint32_t h = c.head;
  const Value word = r.word(h);
  const Tag tag = r.tag(h);
  const auto inside = [&](std::uint32_t at) { return c.sentence.contains(at); };
  const auto word_at = [&](std::uint32_t at) { return inside(at) ? r.word(at) : Value{0}; };
  const auto tag_at = [&](std::uint32_t at) { return inside(at) ? r.tag(at) : Tag::none; };

  f("cue.word", word);
  f("cue.stem", c.stem);
  f("cue.stem,tag", c.stem, tag);
  f("cue.tag-1,tag,tag+1", tag_at(h - 1), tag, tag_at(h + 1));
  f("cue.word+1", word_at(h + 1), tag);
  f("cue.tag,tag+1,tag+2", tag, tag_at(h + 1), tag_at(h + 2));
  f("cue.tag+1,tag+2,tag+3", tag_at(h + 1), tag_at(h + 2), tag_at(h + 3));

  const auto quote = static_cast<Value>(c.quote_after * 8U + c.quote_before);
  f("cue.quote", quote, c.inside_quote);
  f("cue.that", c.that_after, tag);
  f("cue.shape", c.shape, tag);
  f("cue.auxiliary", c.auxiliary, tag);
  f("cue.room", bucket(c.sentence.last - h), tag);
  f("cue.paragraph", std::min(r.paragraph[h], 1U), h == c.sentence.first);

  const auto place = static_cast<Value>(c.subject_place);
  Value kind = 9;
  if (c.subject != kNone) {
    const Chunk& subject = r.chunks[c.subject];
    kind = static_cast<Value>(subject.kind);
    for (const ClassValue name : r.classes(subject.head)) f("cue.subject-class", name, place);
  }
  f("cue.subject-kind", kind, place, tag);
  for (const ClassValue name : r.classes(h)) {
    f("cue.class", name, tag);
    f("cue.class,word+1", name, word_at(h + 1));
    f("cue.class,subject", name, place, kind);
    f("cue.class,auxiliary", name, c.auxiliary, c.that_after != 0);
  }
}

}  // namespace quotary
