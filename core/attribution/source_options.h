// The spans that could be the source of a cue, each with its score.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "attribution/cue_features.h"
#include "mentions/reading.h"

namespace quotary {

// A choice among spans. `none` stands for "there is no such span".
template <typename Score>
struct SpanOption {
  Range tokens;
  bool none = false;
  Score score;
};

namespace detail {

// What stands between two neighbouring chunks of one phrase.
enum class Joint : std::uint8_t {
  touching,
  of,
  comma,
  conj,
  prep,
  relative,
  verb,
  finite,
  other,
  broken
};

// Whether a finite verb or an auxiliary follows at `at`, past adverbs: what stands before is a
// subject.
[[nodiscard]] bool finite_after(const Reading& reading, std::uint32_t at, std::uint32_t last);

[[nodiscard]] Joint joint_between(const Reading& reading, const Chunk& left, const Chunk& right);

// The last word of the clause that goes on after `chunk` without another one: before a mark, token
// `cue`, or the end of the sentence. The last token of the chunk if nothing follows.
[[nodiscard]] std::uint32_t tail_of_clause(const Reading& reading, const Chunk& chunk,
                                           std::uint32_t cue);

}  // namespace detail

// How far to look: chunks next to the cue on its left, those that its sentence begins with, chunks
// at which a phrase to its right may begin; chunks in a phrase, tokens in a phrase.
inline constexpr std::uint32_t kChunksLeft = 7;
inline constexpr std::uint32_t kChunksFirst = 3;
inline constexpr std::uint32_t kChunksRight = 5;
inline constexpr std::uint32_t kChunksInSource = 8;
inline constexpr std::uint32_t kTokensInSource = 40;
// Chunks that are looked through for those to the left.
inline constexpr std::uint32_t kChunksBack = 40;

// Fills `options` with every candidate source of the cue `c`, whose words are `cue`; the first
// option is "no source". A Model turns features into a Score: Scorer sums in the program, the
// trainer also keeps the features.
template <typename Model>
void source_options(const Reading& r, const CueContext& c, Range cue, const Model& model,
                    std::vector<SpanOption<typename Model::Score>>& options) {
  using Score = typename Model::Score;
  constexpr Value kClause = 7;  // beside the kinds of chunks: the end of a relative clause
  using detail::finite_after;
  using detail::Joint;
  options.clear();
  const Value head = r.word(c.head);
  const Tag tag = r.tag(c.head);
  const bool cue_quoted = c.inside_quote;

  options.push_back({{}, true, model([&](auto& f) {
                       f("source.none");
                       f("source.none,cue", head);
                       for (const ClassValue name : r.classes(c.head))
                         f("source.none,class", name, tag);
                     })});

  const auto in_reach = [&](const Chunk& chunk) {
    return c.sentence.contains(chunk.tokens.first) && chunk.tokens.last <= c.sentence.last &&
           !r.excluded[chunk.tokens.first];
  };
  // Nobody is named as the source inside a quotation, unless all of it stands there.
  const auto speaks = [&](const Chunk& chunk) {
    return cue_quoted || r.stretch[chunk.tokens.first] == kNone;
  };
  // `kind`: of the chunk that the phrase ends with, or kClause.
  const auto end_features = [&](const Chunk& chunk, Value kind, std::uint32_t last, bool right,
                                std::uint32_t rank, auto& f) {
    const Value side = right ? 1 : 0;
    const std::uint32_t gap = right ? chunk.tokens.first - cue.last : cue.first - 1 - last;
    const Value after = c.sentence.contains(last + 1) ? r.word(last + 1) : 0;
    const Tag tag_after = c.sentence.contains(last + 1) ? r.tag(last + 1) : Tag::none;
    f("source.end.gap", bucket(gap), side, kind);
    f("source.end.after", after, side);
    f("source.end.tag-after,tag", tag_after, tag, side * 16U + std::min(rank, 8U));
    f("source.end.finite,rank", finite_after(r, last + 1, c.sentence.last), std::min(rank, 8U),
      side * 32U + static_cast<Value>(tag));
    f("source.end.tags", tag_after, c.sentence.contains(last + 2) ? r.tag(last + 2) : Tag::none,
      side);
    f("source.end.word", r.word(last), side);
    f("source.end.cue", head, side, bucket(gap));
    for (const ClassValue name : r.classes(chunk.head)) f("source.end.class", name, side);
  };
  // "signaling a shift away | from Oslo"; not "criticism | from Oslo", "welcomed on Friday | by
  // Oslo".
  const auto is_governed_far_off = [&](const Chunk& chunk) {
    const std::uint32_t first = chunk.tokens.first;
    return first > cue.last + 1 && r.tag(first - 1) == Tag::prep && !r.leads_to_agent(first - 1);
  };
  // "said the fence was | two metres": the cue is done with when a clause follows.
  const auto is_behind_verb = [&](const Chunk& chunk) {
    const auto tags = r.tags.begin();
    const std::uint32_t first = std::max(cue.last, chunk.tokens.first);
    return first - cue.last > kTokensInSource ||
           std::any_of(tags + cue.last, tags + first, is_finite_verb);
  };
  // `chunks` in the order of the text.
  const auto add_side = [&](std::span<const std::uint32_t> chunks, bool right) {
    const auto count = static_cast<std::uint32_t>(chunks.size());
    const auto rank_of = [&](std::uint32_t i) { return right ? i : count - 1 - i; };
    const std::uint32_t starts_at = right ? std::min(count, kChunksRight) : count;
    // Scores that depend on one end alone are worked out once.
    std::vector<Score>& starts = model.starts();
    std::vector<Score>& ends = model.ends();
    starts.clear();
    ends.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
      const Chunk& chunk = r.chunks[chunks[i]];
      const std::uint32_t first = chunk.tokens.first;
      const Value side = right ? 1 : 0;
      if (i < starts_at) {
        starts.push_back(model([&](auto& f) {
          const bool opens = first == c.sentence.first;
          const Value before = opens ? 0 : r.word(first - 1);
          const Tag tag_before = opens ? Tag::none : r.tag(first - 1);
          f("source.start.before", before, side);
          f("source.start.tag-before", tag_before, side, static_cast<Value>(chunk.kind));
          f("source.start.tags", c.sentence.contains(first - 2) ? r.tag(first - 2) : Tag::none,
            tag_before, side);
          f("source.start.word", r.word(first), side);
          f("source.start.rank", std::min(rank_of(i), 8U), side, tag_before);
        }));
      }
      ends.push_back(model([&](auto& f) {
        end_features(chunk, static_cast<Value>(chunk.kind), chunk.tokens.last - 1, right,
                     rank_of(i), f);
      }));
    }
    for (std::uint32_t i = 0; i < starts_at; ++i) {
      const Chunk& from = r.chunks[chunks[i]];
      if (right && (is_governed_far_off(from) || is_behind_verb(from))) continue;
      Joint worst = Joint::touching;
      std::uint32_t commas = 0;
      bool relative = from.kind == ChunkKind::relative;
      for (std::uint32_t j = i; j < std::min(count, i + kChunksInSource); ++j) {
        const Chunk& to = r.chunks[chunks[j]];
        if (chunks[j] - chunks[i] != j - i) break;
        if (to.tokens.last - from.tokens.first > kTokensInSource) break;
        Joint joint = Joint::touching;
        if (j > i) {
          joint = detail::joint_between(r, r.chunks[chunks[j - 1]], to);
          // A phrase goes on past a finite verb in a relative clause alone.
          relative = relative || joint == Joint::relative || to.kind == ChunkKind::relative;
          if (joint == Joint::broken || (joint == Joint::finite && !relative)) break;
          commas += joint == Joint::comma ? 1 : 0;
          worst = std::max(worst, joint);
        }
        const auto pair_features = [&](std::uint32_t last, Value kind, auto& f) {
          const Value side = right ? 1 : 0;
          f("source.joint", worst, joint, side);
          f("source.chunks", j - i, static_cast<Value>(from.kind), kind);
          f("source.commas,after", commas, right ? Tag::none : r.tag(last + 1), side);
        };
        // A phrase may be the pronoun of a relative clause, but not end with it.
        const std::uint32_t last = to.tokens.last - 1;
        if (j == i || to.kind != ChunkKind::relative) {
          Score pair = model([&](auto& f) { pair_features(last, static_cast<Value>(to.kind), f); });
          pair += starts[i];
          pair += ends[j];
          options.push_back({{from.tokens.first, last + 1}, false, std::move(pair)});
        }
        // "... people | who | asked not to be named": the clause ends after its last chunk.
        const std::uint32_t tail =
            relative && j > i ? detail::tail_of_clause(r, to, cue.first) : last;
        if (tail == last) continue;
        Score with_tail = model([&](auto& f) {
          pair_features(tail, kClause, f);
          end_features(to, kClause, tail, right, rank_of(j), f);
        });
        with_tail += starts[i];
        options.push_back({{from.tokens.first, tail + 1}, false, std::move(with_tail)});
      }
    }
  };

  std::array<std::uint32_t, kChunksLeft + kChunksFirst> left;
  std::uint32_t count = 0;
  const std::uint32_t here = cue.first < r.chunk_at.size() ? r.chunk_at[cue.first] : 0;
  std::uint32_t low = here;
  while (low > 0 && count < kChunksLeft && here - low < kChunksBack &&
         in_reach(r.chunks[low - 1])) {
    --low;
    if (speaks(r.chunks[low])) left[count++] = low;
  }
  // The subject of a long sentence: "Smith said that ..., and added".
  if (count == kChunksLeft) {
    const std::uint32_t first = r.chunk_at[c.sentence.first];
    for (std::uint32_t i = std::min(low, first + kChunksFirst); i > first; --i) {
      const Chunk& chunk = r.chunks[i - 1];
      if (in_reach(chunk) && speaks(chunk)) left[count++] = i - 1;
    }
  }
  std::reverse(left.begin(), left.begin() + count);
  if (count > 0) add_side(std::span(left).first(count), false);

  std::array<std::uint32_t, kChunksRight + kChunksInSource> right;
  count = 0;
  std::uint32_t next = cue.last < r.chunk_at.size() ? r.chunk_at[cue.last]
                                                    : static_cast<std::uint32_t>(r.chunks.size());
  while (next < r.chunks.size() && r.chunks[next].tokens.first < cue.last) ++next;
  // To the right, phrases grow past the last chunk at which one may begin.
  for (; next < r.chunks.size() && count < kChunksRight + kChunksInSource - 1; ++next) {
    if (!in_reach(r.chunks[next]) || !speaks(r.chunks[next])) break;
    right[count++] = next;
  }
  if (count > 0) add_side(std::span(right).first(count), true);
}

}  // namespace quotary
