#include <algorithm>

#include "attribution/content_options.h"

namespace quotary {

bool may_end(const Reading& r, std::uint32_t at, Range sentence) {
  if (at + 1 >= sentence.last) return true;
  switch (r.tag(at + 1)) {
    case Tag::punct:
    case Tag::quote:
    case Tag::prep:
    case Tag::sub:
    case Tag::that:
    case Tag::to:
    case Tag::conj:
    case Tag::adv:
    case Tag::wh:
    case Tag::vbg:
      return true;
    default:
      // "... last week": a noun phrase is over and another begins.
      return r.in_chunk(at) && r.chunks[r.chunk_at[at]].tokens.last == at + 1;
  }
}

std::uint32_t last_word(const Reading& r, std::uint32_t at, std::uint32_t first) {
  const std::uint32_t low = std::max(first, at > kLongestClause ? at - kLongestClause : 0U);
  while (at > low) {
    --at;
    if (r.tag(at) != Tag::punct && r.tag(at) != Tag::quote) return at;
  }
  return kNone;
}

bool opens_quote(const Reading& r, std::uint32_t at) {
  return at < r.stretch.size() && r.stretch[at] != kNone &&
         r.stretch_tokens[r.stretch[at]].first == at;
}

std::uint32_t end_of_speech(const Reading& r, std::uint32_t at) {
  std::uint32_t stretch = r.stretch[at];
  if (stretch == kNone) return r.sentence_range(at).last;
  while (r.continued_by[stretch] != kNone) stretch = r.continued_by[stretch];
  return r.stretch_tokens[stretch].last;
}

Frame frame_of(const Reading& r, const CueContext& context, Range cue, Range source) {
  Frame frame{context, cue, source, source.first > context.head, 0};
  const bool left = !source.empty() && !frame.source_right;
  const bool beside = frame.source_right && source.first <= cue.last + 1;
  const std::uint32_t first = left ? std::min(cue.first, source.first) : cue.first;
  const std::uint32_t last = beside ? std::max(cue.last, source.last) : cue.last;
  frame.shape = shape_around(r, {first, last}, context.sentence);
  // "..., signaling a shift away from Oslo": no attribution that trails.
  if (frame.source_right && !beside) frame.shape = shape_of_clause(frame.shape);
  return frame;
}

Value opener_of(const Reading& r, const Frame& frame) {
  const bool left = !frame.source.empty() && !frame.source_right;
  const std::uint32_t first =
      left ? std::min(frame.cue.first, frame.source.first) : frame.cue.first;
  if (first <= frame.context.sentence.first) return 0;
  const Tag tag = r.tag(first - 1);
  return tag == Tag::sub || tag == Tag::prep ? r.word(first - 1) : 0;
}

std::uint32_t speech_behind_colon(const Reading& r, const Frame& frame) {
  const Range sentence = frame.context.sentence;
  const std::uint32_t behind =
      frame.source_right ? std::max(frame.cue.last, frame.source.last) : frame.cue.last;
  const std::uint32_t last = std::min(sentence.last, behind + kLongestTail + 1);
  std::uint32_t colon = behind;
  while (colon < last && r.word(colon) != ascii_id(":")) ++colon;
  if (colon == last || !is_tail(r, {behind, colon})) return kNone;
  const std::uint32_t speech = colon + 1;
  const bool there = speech < r.tokens.size() && r.excluded[speech] == 0;
  return there && opens_quote(r, speech) ? speech : kNone;
}

std::uint32_t end_of_last_speech(const Reading& r, std::uint32_t at, std::uint32_t last) {
  const std::uint32_t stretch = r.stretch[last - 1];
  if (stretch == kNone) return at;
  const Range speech = r.stretch_tokens[stretch];
  return speech.first > at && speech.last > last ? end_of_speech(r, speech.first) : at;
}

Range room_right(const Reading& r, const Frame& frame) {
  constexpr std::uint32_t kGap = 3;  // tokens between a cue and the source that belongs behind it
  const std::uint32_t last = frame.context.sentence.last;
  if (frame.source.empty() || !frame.source_right) return {frame.cue.last, last};
  const std::uint32_t behind = std::max(frame.cue.last, frame.source.last);
  const bool apart =
      frame.source.first > frame.cue.last + kGap && r.tag(frame.source.first - 1) == Tag::punct;
  return apart ? Range{frame.cue.last, frame.source.first} : Range{behind, last};
}

std::uint32_t end_of_paused_quote(const Reading& r, Range words) {
  const std::uint32_t low = words.last - std::min(words.size(), kLongestClause);
  for (std::uint32_t at = words.last; at > low + 1; --at) {
    const std::uint32_t stretch = r.stretch[at - 1];
    const bool closes = stretch != kNone && r.stretch_tokens[stretch].last == at;
    if (closes && r.word(at - 2) == ascii_id(",")) return at;
  }
  return kNone;
}

namespace detail {

bool finite_after(const Reading& r, std::uint32_t at, std::uint32_t last) {
  while (at < last && r.tag(at) == Tag::adv) ++at;
  return at < last && is_finite_verb(r.tag(at));
}

Introduced introduced_speech(const Reading& r, std::uint32_t from, std::uint32_t last) {
  for (std::uint32_t at = from; at < std::min(from + kOpeningWindow, last); ++at) {
    if (!opens_quote(r, at)) continue;
    const std::uint32_t before = at > 0 ? r.word(at - 1) : 0;
    const std::uint32_t word = std::min(at + 1, last - 1);
    return {at,
            before == ascii_id(",")   ? 1U
            : before == ascii_id(":") ? 2U
                                      : 0U,
            r.has_capital(word)};
  }
  return {};
}

ClauseAhead clause_ahead(const Reading& r, std::uint32_t from, std::uint32_t last) {
  constexpr std::uint32_t kWindow = 10;
  Value subject = 0;
  const auto kind = [&](Tag tag) { return static_cast<Value>(tag) * 2 + subject; };
  for (std::uint32_t at = from; at < std::min(from + kWindow, last); ++at) {
    const Tag tag = r.tag(at);
    if (is_auxiliary(tag)) return {kind(Tag::be)};
    if (is_finite_verb(tag)) return {kind(tag), at};
    if (is_mark(tag) || tag == Tag::vbg || tag == Tag::to || tag == Tag::that || tag == Tag::wh) {
      return {kind(tag)};
    }
    if (r.in_chunk(at)) subject = 1;
  }
  return {kind(Tag::none)};
}

Joint joint_between(const Reading& r, const Chunk& left, const Chunk& right) {
  Joint joint = Joint::touching;
  for (std::uint32_t at = left.tokens.last; at < right.tokens.first; ++at) {
    const Tag tag = r.tag(at);
    if (tag == Tag::quote) return Joint::broken;
    Joint here = Joint::other;
    if (tag == Tag::prep) here = r.word(at) == ascii_id("of") ? Joint::of : Joint::prep;
    if (tag == Tag::conj) here = Joint::conj;
    if (tag == Tag::punct) {
      const std::uint32_t mark = r.word(at);
      if (mark == ascii_id(":") || mark == ascii_id(";")) return Joint::broken;
      here = Joint::comma;
    }
    if (tag == Tag::wh) here = Joint::relative;
    if (is_verb(tag) || is_auxiliary(tag)) here = is_finite_verb(tag) ? Joint::finite : Joint::verb;
    joint = std::max(joint, here);
  }
  return joint;
}

std::uint32_t tail_of_clause(const Reading& r, const Chunk& chunk, std::uint32_t cue) {
  constexpr std::uint32_t kLongest = 8;
  const std::uint32_t end = r.sentence_range(chunk.head).last;
  const std::uint32_t last = chunk.tokens.last - 1;
  for (std::uint32_t at = last + 1; at <= last + kLongest; ++at) {
    if (at >= end || at == cue || is_mark(r.tag(at))) return at - 1;
    if (r.in_chunk(at)) return last;
  }
  return last;
}

}  // namespace detail

}  // namespace quotary
