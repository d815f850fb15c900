#include "attribution/sentence_shape.h"

#include <algorithm>

#include "tags/tag_set.h"

namespace quotary {

namespace {

// Without the marks that it ends in, of which a sentence has but a few.
Range without_last_marks(const Reading& r, Range tokens) {
  constexpr std::uint32_t kMarks = 4;
  const std::uint32_t low = tokens.last - std::min(tokens.size(), kMarks);
  while (tokens.last > low && r.tag(tokens.last - 1) == Tag::punct) --tokens.last;
  return tokens;
}

// Whether the tokens are a time and no more: "on Thursday", "late in May 2019".
bool is_time_phrase(const Reading& r, Range tokens) {
  constexpr std::uint32_t kLongest = 8;
  constexpr TagSet kBesides = tag_set({Tag::prep, Tag::num, Tag::punct, Tag::adv, Tag::det});
  if (tokens.size() > kLongest) return false;
  bool time = false;
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    const bool is_time = r.is_time(at);
    if (!is_time && !is_in(r.tag(at), kBesides)) return false;
    time = time || is_time;
  }
  return time;
}

// "... on Monday, | will close": a comma, past a time at most.
bool goes_on_past_comma(const Reading& r, Range tokens) {
  constexpr std::uint32_t kLongest = 5;
  const std::uint32_t last = std::min(tokens.last, tokens.first + kLongest);
  std::uint32_t comma = tokens.first;
  while (comma < last && r.word(comma) != ascii_id(",")) ++comma;
  return comma < last && (comma == tokens.first || is_time_phrase(r, {tokens.first, comma}));
}

Value shape_before(const Reading& r, std::uint32_t first, Range sentence) {
  if (first == sentence.first) return 0;
  if (r.tag(first - 1) == Tag::quote) return 2;
  return r.word(first - 1) == ascii_id(",") ? 1 : 3;
}

Value shape_behind(const Reading& r, Range behind) {
  constexpr Value kColon = ascii_id(":");
  if (r.word(behind.first) == kColon || r.word(behind.last - 1) == kColon) return 20;
  if (first_word(r, behind.first, behind.last) >= behind.last) return 0;
  if (is_time_phrase(r, behind)) return 4;
  if (is_tail(r, behind)) return 12;
  return goes_on_past_comma(r, behind) ? 16 : 8;
}

}  // namespace

std::uint32_t first_word(const Reading& r, std::uint32_t at, std::uint32_t last) {
  while (at < last && r.tag(at) == Tag::punct) ++at;
  return at;
}

Value shape_around(const Reading& r, Range words, Range sentence) {
  return shape_before(r, words.first, sentence) + shape_behind(r, {words.last, sentence.last});
}

bool is_tail(const Reading& r, Range tokens) {
  constexpr TagSet kClause = tag_set({Tag::that, Tag::wh, Tag::sub, Tag::to, Tag::quote});
  tokens = without_last_marks(r, tokens);
  if (tokens.size() > kLongestTail) return false;
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    const Tag tag = r.tag(at);
    if (is_verb(tag) || is_auxiliary(tag) || is_in(tag, kClause)) return false;
    if (tag == Tag::punct && r.word(at) != ascii_id("-")) return false;
  }
  return true;
}

std::uint32_t last_finite_verb(const Reading& r, Range words) {
  const std::uint32_t low = words.last - std::min(words.size(), kLongestClause);
  for (std::uint32_t at = words.last; at > low; --at) {
    if (is_finite_verb(r.tag(at - 1))) return at - 1;
  }
  return kNone;
}

Tail tail_of(const Reading& r, Range words) {
  constexpr std::uint32_t kLongest = 8;
  constexpr TagSet kOpens = tag_set({Tag::prep, Tag::adv, Tag::num, Tag::noun, Tag::propn});
  Tail tail;
  words = without_last_marks(r, words);
  const std::uint32_t low = words.last - std::min(words.size(), kLongest);
  for (std::uint32_t at = words.last; at > low; --at) {
    if (is_in(r.tag(at - 1), kOpens) && is_time_phrase(r, {at - 1, words.last})) tail.time = at - 1;
  }
  bool told = false;
  for (std::uint32_t at = std::min(tail.time, words.last); at > low; --at) {
    const Tag tag = r.tag(at - 1);
    if (is_mark(tag) || is_verb(tag) || is_auxiliary(tag)) break;
    told = told || r.tells_medium(at - 1);
    if (tag != Tag::prep || !told) continue;
    tail.medium = at - 1;
    break;
  }
  return tail;
}

}  // namespace quotary
