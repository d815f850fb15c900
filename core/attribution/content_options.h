// The stretches of text that could be the content of a cue: one part before it, one after it.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "attribution/cue_features.h"
#include "attribution/sentence_shape.h"
#include "attribution/source_options.h"
#include "mentions/reading.h"

namespace quotary {

// What is known of an attribution when its content is looked for.
struct Frame {
  CueContext context;
  Range cue;
  Range source;  // empty: none
  bool source_right = false;
  Value shape = 0;  // what stands around the attribution, see shape_around()
};

[[nodiscard]] Frame frame_of(const Reading& reading, const CueContext& context, Range cue,
                             Range source);

// An edge of a content: the first or the last token of a part.
template <typename Score>
struct EdgeOption {
  std::uint32_t token = 0;
  bool none = false;
  Score score;
};

// Whether a content may end with token `at`: something that parts phrases follows.
[[nodiscard]] bool may_end(const Reading& reading, std::uint32_t at, Range sentence);
// The last token before `at`, down to `first`, that is no punctuation or mark; kNone if none.
[[nodiscard]] std::uint32_t last_word(const Reading& reading, std::uint32_t at,
                                      std::uint32_t first);
// True when the token opens the outermost stretch that it belongs to.
[[nodiscard]] bool opens_quote(const Reading& reading, std::uint32_t at);
// The token after which the speech that begins at `at` is over: the end of its stretch, of those
// that continue it in later paragraphs, else the end of its sentence.
[[nodiscard]] std::uint32_t end_of_speech(const Reading& reading, std::uint32_t at);

// The same for a speech that opens behind `at` and goes on beyond token `last`, where the sentence
// ends: `said that "it is late. Go home."` `at` if there is none.
[[nodiscard]] std::uint32_t end_of_last_speech(const Reading& reading, std::uint32_t at,
                                               std::uint32_t last);
// Behind the marks of the last quotation in `words` that ends in a comma: `"It works," | the tall`.
// kNone if there is none.
[[nodiscard]] std::uint32_t end_of_paused_quote(const Reading& reading, Range words);
// Where the quotation opens that the attribution leads to with a colon, in the next paragraph too:
// "In a statement, the company said: |". kNone if there is none.
[[nodiscard]] std::uint32_t speech_behind_colon(const Reading& reading, const Frame& frame);
// Where in the sentence of the cue a content to its right can stand: behind the source where that
// follows the cue, before it where the source comes later: "Promising help, the mayor left."
[[nodiscard]] Range room_right(const Reading& reading, const Frame& frame);

// What opens the clause that the attribution stands in, if that is no main clause: "After | the
// ministry said it would close, workers ..."; 0 if nothing does.
[[nodiscard]] Value opener_of(const Reading& reading, const Frame& frame);

// Scores that depend on a small number alone (below kCount, at most 64): each is worked out once.
template <typename Score, std::size_t kCount>
class ScoreByNumber {
 public:
  template <typename Work>
  const Score& get(std::size_t number, Work&& work) {
    const std::uint64_t bit = std::uint64_t{1} << number;
    if ((known_ & bit) == 0) {
      scores_[number] = work();
      known_ |= bit;
    }
    return scores_[number];
  }

 private:
  static_assert(kCount <= 64);
  std::array<Score, kCount> scores_;
  std::uint64_t known_ = 0;
};

inline constexpr std::uint32_t kStartWindow =
    7;  // tokens after the cue at which a content may begin
inline constexpr std::uint32_t kOpeningWindow = 18;  // and at which a quotation may open
inline constexpr std::uint32_t kEndsRight = 12;      // candidate ends that are looked at
inline constexpr std::uint32_t kSentencesBack = 6;
inline constexpr std::uint32_t kPhrasesBack = 2;  // noun phrases that a left part may be all of

// The first quotation that opens after a cue and how it is led up to.
struct Introduced {
  std::uint32_t opens = kNone;  // its first token
  Value mark = 0;               // 1 after a comma, 2 after a colon, 0 after anything else
  bool capital = false;         // it begins as a sentence does
};

namespace detail {
// Looks from token `from` on, no further than kOpeningWindow or `last`.
[[nodiscard]] Introduced introduced_speech(const Reading& reading, std::uint32_t from,
                                           std::uint32_t last);

// What goes on behind an end.
struct ClauseAhead {
  // The tag that tells the kind of clause (a verb, "to", "that", a relative pronoun, a mark;
  // Tag::none if none is near) and, in the last bit, whether a noun phrase comes before it: "| and
  // added that" is no new sentence, "| and the mayor added that" is.
  Value kind = 0;
  std::uint32_t verb = kNone;  // if it is a finite one
};
// Looks from token `from` on.
[[nodiscard]] ClauseAhead clause_ahead(const Reading& reading, std::uint32_t from,
                                       std::uint32_t last);
}  // namespace detail

// Where a part to the right of the cue may begin. The first option is "there is none".
template <typename Model>
void right_starts(const Reading& r, const Frame& frame, const Model& model,
                  std::vector<EdgeOption<typename Model::Score>>& options) {
  options.clear();
  const CueContext& c = frame.context;
  const Value head = r.word(c.head);
  const Tag tag = r.tag(c.head);
  const Value quote = static_cast<Value>(c.quote_after * 8U + c.quote_before);
  const Value side = frame.source.empty() ? 2 : frame.source_right ? 1 : 0;
  const Range room = room_right(r, frame);
  const std::uint32_t from = room.first;
  const bool at_end = first_word(r, from, c.sentence.last) >= c.sentence.last;

  options.push_back({0, true, model([&](auto& f) {
                       f("right.none", side, quote, at_end);
                       f("right.none,cue", head, at_end);
                       f("right.none,cue,quote", head, c.quote_before != 0, c.quote_after != 0);
                       f("right.none,after", r.word(from), side);
                       f("right.none,tag-after", r.tag(from), side, tag);
                       f("right.none,shape", frame.shape, side);
                       for (const ClassValue name : r.classes(c.head))
                         f("right.none,class", name, at_end);
                     })});

  const Introduced speech = detail::introduced_speech(r, from, room.last);
  const auto add = [&](std::uint32_t at, bool next_sentence) {
    options.push_back({at, false, model([&](auto& f) {
                         const std::uint32_t offset = at - from;
                         const bool opens = opens_quote(r, at);
                         if (speech.opens != kNone) {
                           const Value place = at < speech.opens ? 0 : at == speech.opens ? 1 : 2;
                           f("right.speech", place, speech.mark, speech.capital);
                         }
                         f("right.offset", bucket(offset), side, next_sentence);
                         f("right.offset,tag", bucket(offset), tag, r.tag(at));
                         f("right.word", r.word(at), offset == 0);
                         f("right.before-time", at > from && r.is_time(at - 1), r.is_time(at),
                           r.tag(at));
                         f("right.tags", r.tag(at - 1), r.tag(at), r.tag(at + 1));
                         f("right.next-tags", r.tag(at), r.tag(at + 1), r.tag(at + 2));
                         f("right.opens", opens, next_sentence, quote);
                         for (const ClassValue name : r.classes(c.head))
                           f("right.class", name, r.tag(at), bucket(offset));
                         if (at + 1 < c.sentence.last) {
                           for (const ClassValue name : r.classes(at + 1))
                             f("right.second-class", name, r.tag(at), bucket(offset));
                         }
                       })});
  };
  for (std::uint32_t at = from; at < std::min(from + kOpeningWindow, room.last); ++at) {
    const Tag here = r.tag(at);
    if (at >= from + kStartWindow && here != Tag::that && !opens_quote(r, at)) continue;
    // No content begins in the middle of a noun phrase.
    if (r.in_chunk(at) && r.chunks[r.chunk_at[at]].tokens.first != at && at != from &&
        !opens_quote(r, at)) {
      continue;
    }
    if (here == Tag::punct || (here == Tag::quote && !opens_quote(r, at))) continue;
    add(at, false);
  }
  const Range paragraph = r.paragraph_range(c.head);
  if (c.sentence.last < paragraph.last) {
    if (opens_quote(r, c.sentence.last) || r.word(c.sentence.last - 1) == ascii_id(":")) {
      add(c.sentence.last, true);
    }
  } else if (c.sentence.last < r.tokens.size() && r.word(c.sentence.last - 1) == ascii_id(":") &&
             !r.excluded[c.sentence.last]) {
    add(c.sentence.last, true);  // a block quotation introduced by a colon
  }
}

// Where a part that begins at `start` may end (its last token).
template <typename Model>
void right_ends(const Reading& r, const Frame& frame, std::uint32_t start, const Model& model,
                std::vector<EdgeOption<typename Model::Score>>& options) {
  options.clear();
  const CueContext& c = frame.context;
  const Value head = r.word(c.head);
  Range sentence = r.sentence_range(start);
  const Range room = room_right(r, frame);
  if (room.contains(start)) sentence.last = room.last;
  sentence.last = std::min(sentence.last, start + kLongestClause);
  const bool opens = opens_quote(r, start);
  const std::uint32_t speech = last_word(
      r, opens ? end_of_speech(r, start) : end_of_last_speech(r, start, sentence.last), start);
  const Value how = opens ? 7U : static_cast<Value>(r.tag(start));
  const Tail tail = tail_of(r, {start, sentence.last});
  const Value opener = opener_of(r, frame);
  std::uint32_t commas = 0;
  std::uint32_t verbs = 0;
  std::int32_t depth = 0;

  const auto add = [&](std::uint32_t at) {
    const std::uint32_t next = std::min(first_word(r, at + 1, sentence.last), sentence.last);
    const bool last = next >= sentence.last;
    const Tag tag_after = last ? Tag::none : r.tag(at + 1);
    options.push_back(
        {at, false, model([&](auto& f) {
           const Value after = last ? 0 : r.word(at + 1);
           const std::uint32_t second = next == at + 1 ? at + 2 : next;
           const Value after2 = last ? 0 : r.word(second);
           const Tag tag_after2 = last ? Tag::none : r.tag(second);
           const bool closes = at == speech;
           const bool cuts = !closes && r.stretch[at] != kNone &&
                             last_word(r, r.stretch_tokens[r.stretch[at]].last, at) != kNone &&
                             last_word(r, r.stretch_tokens[r.stretch[at]].last, at) > at;
           const Value some = std::min(verbs, 2U);
           f("end.last", last, how, some);
           f("end.last,cue", last, head);
           if (opener != 0) f("end.last,opener", last, opener);
           const bool told = tail.medium != kNone;
           const std::uint32_t word = r.tag(next) == Tag::quote ? next + 1 : next;
           const Value of_tail = last ? 4U + (tail.time != kNone ? 1U : 0U) + (told ? 2U : 0U)
                                 : word == tail.medium ? 2U
                                 : word == tail.time   ? (told ? 3U : 1U)
                                                       : 0U;
           f("end.tail", of_tail, tag_after, some);
           f("end.tail,cue", of_tail, c.stem);
           f("end.speech", closes, opens, last);
           f("end.length", bucket(at - start), last, some);
           f("end.cuts", cuts, opens, (last ? 2U : 0U) + (depth > 0 ? 1U : 0U));
           if (last) return;
           f("end.after", after, some);
           f("end.after,after2", after, after2);
           f("end.next-tags", tag_after, tag_after2,
             second + 1 < sentence.last ? r.tag(second + 1) : Tag::none);
           const detail::ClauseAhead ahead = detail::clause_ahead(r, second, sentence.last);
           f("end.ahead", tag_after, ahead.kind, some);
           if (opener != 0) f("end.ahead,opener", tag_after, ahead.kind, opener);
           if (ahead.verb != kNone) {
             for (const ClassValue name : r.classes(ahead.verb))
               f("end.ahead-class", name, ahead.kind % 2, tag_after);
           }
           if (second < sentence.last) {
             for (const ClassValue name : r.classes(second))
               f("end.second-class", name, tag_after, tag_after2);
           }
           f("end.commas", std::min(commas, 3U), tag_after);
           f("end.cue,after", head, after);
           f("end.chunk", at + 1 < r.chunk_at.size() && r.chunk_at[at] != r.chunk_at[at + 1],
             tag_after, verbs == 0 && r.in_chunk(start) && r.chunk_at[start] == r.chunk_at[at]);
         })});
  };
  // Nobody ends a content in the middle of a quotation that it opened, but with its sentence.
  const auto cuts_quote = [&](std::uint32_t at) {
    const std::uint32_t stretch = r.stretch[at];
    if (stretch == kNone || r.stretch_tokens[stretch].first < start) return false;
    const std::uint32_t closes = last_word(r, r.stretch_tokens[stretch].last, at);
    return closes != kNone && closes > at && first_word(r, at + 1, sentence.last) < sentence.last;
  };
  for (std::uint32_t at = start; at < sentence.last && options.size() < kEndsRight; ++at) {
    const Tag here = r.tag(at);
    if (here == Tag::punct) {
      const Value mark = r.word(at);
      commas += mark == ascii_id(",") ? 1 : 0;
      depth += mark == ascii_id("(") ? 1 : mark == ascii_id(")") ? -1 : 0;
      continue;
    }
    if (here == Tag::quote) continue;
    verbs += is_verb(here) ? 1 : 0;
    if (may_end(r, at, sentence) && !cuts_quote(at)) add(at);
  }
  // The two likeliest ends, where the list was too short for them: of the speech, of the sentence.
  for (const std::uint32_t at : {speech, last_word(r, sentence.last, start)}) {
    if (at != kNone && (options.empty() || at > options.back().token)) add(at);
  }
}

// Where a part to the left of the cue may end. The first option is "there is none".
template <typename Model>
void left_ends(const Reading& r, const Frame& frame, const Model& model,
               std::vector<EdgeOption<typename Model::Score>>& options) {
  options.clear();
  const CueContext& c = frame.context;
  const Value head = r.word(c.head);
  const Tag tag = r.tag(c.head);
  const Value quote = static_cast<Value>(c.quote_after * 8U + c.quote_before);
  const std::uint32_t to = frame.source.empty() || frame.source_right
                               ? frame.cue.first
                               : std::min(frame.cue.first, frame.source.first);
  const Value side = frame.source.empty() ? 2 : frame.source_right ? 1 : 0;
  const bool at_start = last_word(r, to, c.sentence.first) == kNone;
  const std::uint32_t finite = last_finite_verb(r, {c.sentence.first, to});

  options.push_back({0, true, model([&](auto& f) {
                       f("left.none", side, at_start, quote);
                       f("left.none,cue", head, at_start, side);
                       f("left.none,tag", tag, side, at_start);
                       f("left.none,shape", frame.shape, side);
                       f("left.none,clause", finite != kNone, frame.shape, side);
                       f("left.none,before", to > c.sentence.first ? r.word(to - 1) : 0U, side);
                     })});
  const auto add = [&](std::uint32_t at, std::uint32_t rank, bool earlier) {
    options.push_back({at, false, model([&](auto& f) {
                         const bool closes =
                             r.stretch[at] != kNone && r.stretch[at] != r.stretch[to];
                         f("left.rank", rank, side, earlier);
                         f("left.closes", closes, earlier, side);
                         f("left.closes,cue", closes, earlier, head);
                         f("left.after", r.word(at + 1), side, rank);
                         f("left.gap", bucket(to - at - 1), side, closes);
                         f("left.tags", r.tag(at), r.tag(at + 1), side);
                         f("left.room", bucket(at - c.sentence.first), earlier);
                         for (const ClassValue name : r.classes(c.head))
                           f("left.class", name, r.word(at + 1), side);
                       })});
  };
  std::uint32_t rank = 0;
  const std::uint32_t low =
      std::max(c.sentence.first, to > kLongestClause ? to - kLongestClause : 0U);
  for (std::uint32_t at = to; at > low && rank < 4; --at) {
    const Tag here = r.tag(at - 1);
    if (is_mark(here)) continue;
    const bool boundary = at == to || is_mark(r.tag(at));
    if (boundary) add(at - 1, rank++, false);
  }
  const Range paragraph = r.paragraph_range(c.head);
  if (c.sentence.first > paragraph.first && at_start) {
    const std::uint32_t at = last_word(r, c.sentence.first, paragraph.first);
    if (at != kNone && r.stretch[at] != kNone) add(at, 5, true);
  }
}

// Where a part that ends at `end` may begin.
template <typename Model>
void left_starts(const Reading& r, const Frame& frame, std::uint32_t end, const Model& model,
                 std::vector<EdgeOption<typename Model::Score>>& options) {
  options.clear();
  const CueContext& c = frame.context;
  const Range paragraph = r.paragraph_range(end);
  const std::uint32_t quoted = r.stretch[end];
  const std::uint32_t finite = last_finite_verb(r, {r.sentence_range(end).first, end + 1});
  // What the classes of the head say of a start is the same for most of them.
  ScoreByNumber<typename Model::Score, kSentencesBack * 2> by_place;
  const auto classes_say = [&](bool first, std::uint32_t sentences) {
    return by_place.get(sentences * 2 + (first ? 1 : 0), [&] {
      return model([&](auto& f) {
        for (const ClassValue name : r.classes(c.head)) f("start.class", name, first, sentences);
      });
    });
  };
  const auto add = [&](std::uint32_t at, std::uint32_t sentences) {
    for (const auto& option : options) {
      if (option.token == at) return;
    }
    const bool first = at == r.sentence_range(at).first;
    auto score = model([&](auto& f) {
      const bool opens = opens_quote(r, at);
      const bool same = quoted != kNone && r.stretch[at] == quoted;
      f("start.opens", opens, same, quoted != kNone);
      const bool ahead = quoted != kNone && !same;
      const std::uint32_t open = quoted == kNone ? 0 : r.stretch_tokens[quoted].first;
      f("start.ahead", ahead, ahead && open > 0 ? r.word(open - 1) : 0U, first);
      f("start.ahead,tag", ahead, r.tag(at), ahead && open > 0 ? r.tag(open - 1) : Tag::none);
      f("start.before", first ? 0U : r.word(at - 1), quoted != kNone);
      f("start.tags", first ? Tag::none : r.tag(at - 1), r.tag(at), quoted != kNone);
      f("start.length", bucket(end - at), first);
      f("start.clause", finite == kNone ? 0U : at <= finite ? 1U : 2U, first, quoted != kNone);
    });
    score += classes_say(first, sentences);
    options.push_back({at, false, std::move(score)});
  };
  std::uint32_t sentence = r.sentence[end];
  for (std::uint32_t back = 0; back < kSentencesBack; ++back) {
    Range range = r.sentences[sentence];
    if (range.contains(c.sentence.first)) range.first = c.sentence.first;
    if (r.excluded[range.first] != 0) break;
    add(first_word(r, range.first, range.last), back);
    if (sentence == 0 || r.sentences[sentence - 1].first < paragraph.first) break;
    --sentence;
    if (quoted == kNone && back >= 1) break;
  }
  if (quoted != kNone) {
    const std::uint32_t open = r.stretch_tokens[quoted].first;
    if (open <= end) add(open, 0);
  }
  Range range = r.sentence_range(end);
  if (range.contains(c.sentence.first)) range.first = c.sentence.first;
  std::uint32_t inner = 0;
  std::uint32_t phrases = 0;
  const std::uint32_t low = std::max(range.first, end > kLongestClause ? end - kLongestClause : 0U);
  for (std::uint32_t at = end; at > low && inner < 8; --at) {
    const Tag before = r.tag(at - 1);
    if (r.tag(at) == Tag::punct) continue;
    const Tag here = r.tag(at);
    const bool opens_chunk = r.in_chunk(at) && r.chunks[r.chunk_at[at]].tokens.first == at;
    phrases += opens_chunk ? 1 : 0;
    if (before == Tag::punct || before == Tag::conj || before == Tag::that || before == Tag::sub ||
        before == Tag::adv || here == Tag::that || here == Tag::wh || opens_quote(r, at) ||
        (opens_chunk && phrases <= kPhrasesBack)) {
      add(at, 0);
      ++inner;
    }
  }
}

}  // namespace quotary
