#include <algorithm>

#include "attribution/content_options.h"
#include "attribution/cue_features.h"

namespace quotary {

namespace {

constexpr std::uint32_t kQuoteWindow = 3;
constexpr std::uint32_t kThatWindow = 5;
constexpr std::uint32_t kAppositiveWindow = 25;

bool stands_in_verb_group(Tag tag) {
  return tag == Tag::adv || is_auxiliary(tag) || tag == Tag::to;
}

// The chunk that ends right before token `at`, or kNone.
std::uint32_t chunk_before(const Reading& r, std::uint32_t at, std::uint32_t first) {
  if (at <= first || !r.in_chunk(at - 1)) return kNone;
  const std::uint32_t chunk = r.chunk_at[at - 1];
  return r.chunks[chunk].tokens.last == at ? chunk : kNone;
}

void find_subject(const Reading& r, CueContext& c) {
  c.subject = chunk_before(r, c.group_first, c.sentence.first);
  if (c.subject != kNone) {
    c.subject_place = CueContext::Subject::adjacent;
    return;
  }
  if (c.group_first > c.sentence.first && r.tag(c.group_first - 1) == Tag::punct &&
      r.word(c.group_first - 1) == ascii_id(",")) {
    // "Jane Smith, a doctor, said": back over one bracketed phrase.
    const std::uint32_t stop = c.group_first > c.sentence.first + kAppositiveWindow
                                   ? c.group_first - kAppositiveWindow
                                   : c.sentence.first;
    for (std::uint32_t at = c.group_first - 1; at > stop; --at) {
      if (r.tag(at - 1) == Tag::quote) break;
      if (r.tag(at - 1) != Tag::punct || r.word(at - 1) != ascii_id(",")) continue;
      c.subject = chunk_before(r, at - 1, c.sentence.first);
      if (c.subject == kNone) continue;
      c.subject_place = CueContext::Subject::past_commas;
      return;
    }
  }
  const std::uint32_t first = r.chunk_at[c.sentence.first];
  if (first < r.chunks.size() && r.chunks[first].tokens.last <= c.group_first &&
      (c.inside_quote || r.stretch[r.chunks[first].tokens.first] == kNone)) {
    c.subject = first;
    c.subject_place = CueContext::Subject::clause;
  }
}

// "The road is closed, Cole said; | Lund said it is open": what stands between semicolons is a
// sentence of its own.
Range part_between_semicolons(const Reading& r, std::uint32_t at, Range sentence) {
  const auto parts = [&](std::uint32_t token) {
    return r.word(token) == ascii_id(";") && r.stretch[token] == r.stretch[at];
  };
  const std::uint32_t low = at - std::min(at - sentence.first, kLongestClause);
  const std::uint32_t high = std::min(sentence.last, at + kLongestClause);
  for (std::uint32_t token = at; token > low; --token) {
    if (!parts(token - 1)) continue;
    sentence.first = token;
    break;
  }
  for (std::uint32_t token = at + 1; token < high; ++token) {
    if (!parts(token)) continue;
    sentence.last = token;
    break;
  }
  return sentence;
}

}  // namespace

CueContext look_around(const Reading& r, std::uint32_t head) {
  CueContext c;
  c.head = head;
  c.stem = word_id(r.stem(head));
  c.sentence = part_between_semicolons(r, head, r.sentence_range(head));
  c.inside_quote = r.stretch[head] != kNone;
  c.group_first = head;
  while (c.group_first > c.sentence.first && stands_in_verb_group(r.tag(c.group_first - 1))) {
    --c.group_first;
    const Tag tag = r.tag(c.group_first);
    if (tag != Tag::adv && c.auxiliary == Tag::none) c.auxiliary = tag;
  }
  find_subject(r, c);

  for (std::uint32_t on = 1; on <= kQuoteWindow && head + on < r.tokens.size(); ++on) {
    if (!opens_quote(r, head + on)) continue;
    c.quote_after = static_cast<std::uint8_t>(on);
    break;
  }
  std::uint32_t before = c.group_first;
  if (c.subject_place == CueContext::Subject::adjacent) {
    before = r.chunks[c.subject].tokens.first;
  }
  for (std::uint32_t back = 1; back <= kQuoteWindow && back <= before; ++back) {
    const std::uint32_t at = before - back;
    if (r.tag(at) != Tag::quote || r.stretch[at] == kNone || opens_quote(r, at)) continue;
    c.quote_before = static_cast<std::uint8_t>(back);
    break;
  }
  for (std::uint32_t on = 1; on <= kThatWindow && c.sentence.contains(head + on); ++on) {
    if (r.tag(head + on) != Tag::that) continue;
    c.that_after = static_cast<std::uint8_t>(on);
    break;
  }
  c.shape = shape_around(r, {before, head + 1}, c.sentence);
  return c;
}

}  // namespace quotary
