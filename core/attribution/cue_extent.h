// How far a cue reaches to both sides of its head: "has also | said | in a statement".
#pragma once

#include <algorithm>
#include <vector>

#include "attribution/content_options.h"

namespace quotary {

inline constexpr std::uint32_t kCueLeft = 4;   // tokens before the head that may belong to the cue
inline constexpr std::uint32_t kCueRight = 4;  // and after it

// Candidate first tokens of the cue around `c.head`.
template <typename Model>
void cue_begins(const Reading& r, const CueContext& c, const Model& model,
                std::vector<EdgeOption<typename Model::Score>>& options) {
  options.clear();
  for (std::uint32_t back = 0; back <= kCueLeft && c.head - back >= c.sentence.first; ++back) {
    const std::uint32_t at = c.head - back;
    options.push_back({at, false, model([&](auto& f) {
                         const Value before = at == c.sentence.first ? 0 : r.word(at - 1);
                         const Tag tag_before = at == c.sentence.first ? Tag::none : r.tag(at - 1);
                         f("begin.back", back, r.tag(c.head));
                         f("begin.tags", tag_before, r.tag(at), back != 0);
                         f("begin.before", before, back != 0);
                       })});
    if (at == 0 || (r.tag(at - 1) == Tag::punct && back > 0) || r.tag(at - 1) == Tag::quote) break;
  }
}

// Candidate last tokens of the cue.
template <typename Model>
void cue_ends(const Reading& r, const CueContext& c, const Model& model,
              std::vector<EdgeOption<typename Model::Score>>& options) {
  options.clear();
  const Value head = r.word(c.head);
  for (std::uint32_t on = 0; on <= kCueRight && c.head + on < c.sentence.last; ++on) {
    const std::uint32_t at = c.head + on;
    if (r.tag(at) == Tag::quote) break;
    options.push_back({at, false, model([&](auto& f) {
                         const bool last = at + 1 >= c.sentence.last;
                         const Value after = last ? 0 : r.word(at + 1);
                         const Tag tag_after = last ? Tag::none : r.tag(at + 1);
                         f("finish.tags", r.tag(at), tag_after, on);
                         f("finish.after", after, on != 0);
                         f("finish.after,cue", after, head, on != 0);
                         for (const ClassValue name : r.classes(at)) f("finish.class", name, on);
                       })});
  }
}

}  // namespace quotary
