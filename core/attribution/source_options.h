// The spans that could be the source of a cue, each with its score.
#pragma once

#include <algorithm>
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
// Whether a quotation stands among the tokens.
[[nodiscard]] bool quoted_between(const Reading& reading, std::uint32_t first, std::uint32_t last);

[[nodiscard]] Joint joint_between(const Reading& reading, const Chunk& left, const Chunk& right);

}  // namespace detail

// How far to look: chunks left and right of the cue, chunks in a phrase, tokens in a phrase.
inline constexpr std::uint32_t kChunksLeft = 7;
inline constexpr std::uint32_t kChunksRight = 3;
inline constexpr std::uint32_t kChunksInSource = 5;
inline constexpr std::uint32_t kTokensInSource = 40;

// Fills `options` with every candidate source of the cue `c`, whose words are `cue`; the first
// option is "no source". A Model turns features into a Score: Scorer sums in the program, the
// trainer also keeps the features.
template <typename Model>
void source_options(const Reading& r, const CueContext& c, Range cue, const Model& model,
                    std::vector<SpanOption<typename Model::Score>>& options) {
  using Score = typename Model::Score;
  using detail::finite_after;
  using detail::Joint;
  using detail::quoted_between;
  options.clear();
  const Value head = r.word(c.head);
  const Tag tag = r.tag(c.head);
  const bool cue_quoted = c.inside_quote;

  options.push_back({{}, true, model([&](auto& f) {
                       f("source.none");
                       f("source.none,cue", head);
                       f("source.none,tag,subject", tag, c.subject_place);
                       f("source.none,tag-1", tag, r.tag(c.head - 1));
                       f("source.none,auxiliary", c.auxiliary, tag);
                       for (const Value name : r.classes(c.head)) f("source.none,class", name, tag);
                     })});

  const auto usable = [&](const Chunk& chunk) {
    return c.sentence.contains(chunk.tokens.first) && chunk.tokens.last <= c.sentence.last &&
           !r.excluded[chunk.tokens.first] &&
           (cue_quoted || r.stretch[chunk.tokens.first] == kNone);
  };
  const auto add_side = [&](std::uint32_t low, std::uint32_t high, bool right) {
    const auto count = static_cast<std::uint32_t>(high - low);
    // Scores that depend on one end alone are worked out once.
    std::vector<Score>& starts = model.starts();
    std::vector<Score>& ends = model.ends();
    starts.clear();
    ends.clear();
    for (std::uint32_t i = low; i < high; ++i) {
      const Chunk& chunk = r.chunks[i];
      const std::uint32_t first = chunk.tokens.first;
      const std::uint32_t last = chunk.tokens.last - 1;
      const auto kind = static_cast<Value>(chunk.kind);
      const Value side = right ? 1 : 0;
      const std::uint32_t rank = right ? i - low : high - 1 - i;
      starts.push_back(model([&](auto& f) {
        const bool opens = first == c.sentence.first;
        const Value before = opens ? 0 : r.word(first - 1);
        const Tag tag_before = opens ? Tag::none : r.tag(first - 1);
        f("source.start.before", before, side);
        f("source.start.tag-before", tag_before, side, kind);
        f("source.start.word", r.word(first), side);
        f("source.start.rank", std::min(rank, 6U), side, tag_before);
        f("source.start.subject", i == c.subject, c.subject_place, tag);
      }));
      ends.push_back(model([&](auto& f) {
        const std::uint32_t gap = right ? first - cue.last : cue.first - 1 - last;
        const Value after = c.sentence.contains(last + 1) ? r.word(last + 1) : 0;
        const Tag tag_after = c.sentence.contains(last + 1) ? r.tag(last + 1) : Tag::none;
        f("source.end.gap", bucket(gap), side, kind);
        f("source.end.gap,tag", bucket(gap), side, tag);
        f("source.end.after", after, side);
        f("source.end.tag-after", tag_after, side, bucket(gap));
        f("source.end.tag-after,tag", tag_after, tag, side * 8U + std::min(rank, 6U));
        f("source.end.finite,rank", finite_after(r, last + 1, c.sentence.last), std::min(rank, 6U),
          side * 32U + static_cast<Value>(tag));
        f("source.end.quoted-between",
          quoted_between(r, right ? cue.last : last + 1, right ? first : cue.first), side, tag);
        f("source.end.word", r.word(last), side);
        f("source.end.cue", head, side, bucket(gap));
        f("source.end.subject", i == c.subject, c.subject_place, tag);
        for (const Value name : r.classes(chunk.head)) f("source.end.class", name, side);
      }));
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      Joint worst = Joint::touching;
      std::uint32_t commas = 0;
      bool relative = r.chunks[low + i].kind == ChunkKind::relative;
      for (std::uint32_t j = i; j < std::min(count, i + kChunksInSource); ++j) {
        const Chunk& from = r.chunks[low + i];
        const Chunk& to = r.chunks[low + j];
        if (to.tokens.last - from.tokens.first > kTokensInSource) break;
        Joint joint = Joint::touching;
        if (j > i) {
          joint = detail::joint_between(r, r.chunks[low + j - 1], to);
          // A phrase goes on past a finite verb in a relative clause alone.
          relative = relative || joint == Joint::relative || to.kind == ChunkKind::relative;
          if (joint == Joint::broken || (joint == Joint::finite && !relative)) break;
          commas += joint == Joint::comma ? 1 : 0;
          worst = std::max(worst, joint);
        }
        Score pair = model([&](auto& f) {
          const Value side = right ? 1 : 0;
          f("source.joint", worst, joint, side);
          f("source.chunks", j - i, static_cast<Value>(from.kind), static_cast<Value>(to.kind));
          f("source.commas,after", commas, right ? Tag::none : r.tag(to.tokens.last), side);
        });
        pair += starts[i];
        pair += ends[j];
        options.push_back({{from.tokens.first, to.tokens.last}, false, std::move(pair)});
      }
    }
  };

  const std::uint32_t here = cue.first < r.chunk_at.size() ? r.chunk_at[cue.first] : 0;
  std::uint32_t low = here;
  while (low > 0 && here - low < kChunksLeft && usable(r.chunks[low - 1])) --low;
  if (low < here) add_side(low, here, false);
  std::uint32_t first = cue.last < r.chunk_at.size() ? r.chunk_at[cue.last]
                                                     : static_cast<std::uint32_t>(r.chunks.size());
  while (first < r.chunks.size() && r.chunks[first].tokens.first < cue.last) ++first;
  std::uint32_t high = first;
  // To the right, phrases grow past the last chunk at which one may begin.
  while (high < r.chunks.size() && high - first < kChunksRight + 2 && usable(r.chunks[high]))
    ++high;
  if (first < high) add_side(first, high, true);
}

}  // namespace quotary
