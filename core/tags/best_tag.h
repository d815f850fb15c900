// Sums of the rows of weights that speak for a token, and the tag that has the highest of them.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <cstdint>

#include "tags/model.h"

namespace quotary::tagging {

// The tag of `candidates`, of which there is one at least, with the highest score, the first of
// several.
[[nodiscard]] inline Tag best_one_by_one(TagSet candidates, const WeightRow& scores) {
  const auto score_of = [&](Tag tag) { return scores.of_tag[static_cast<std::size_t>(tag)]; };
  Tag best = first_of(candidates);
  for (TagSet rest = candidates & (candidates - 1); rest != 0; rest &= rest - 1) {
    if (score_of(first_of(rest)) > score_of(best)) best = first_of(rest);
  }
  return best;
}

// A score for each tag.
class Scores {
 public:
  explicit Scores(const WeightRow& first);
  void add(const WeightRow& row);
  // As best_one_by_one().
  [[nodiscard]] Tag best_of(TagSet candidates) const;

 private:
#ifdef __SSE2__
  // All tags at once, sixteen to a register, and no branch on how many candidates there are.
  static const __m128i* lanes_of(const WeightRow& row) {
    return reinterpret_cast<const __m128i*>(row.of_tag.data());
  }
  // Scores from 1 on in the order of the sums; 0 where the bit of a tag is not set in the byte of
  // the candidates that is in its lane.
  static __m128i of_set(__m128i sums, __m128i candidates) {
    const __m128i bits = _mm_set1_epi64x(static_cast<long long>(0x8040201008040201ULL));
    const __m128i is_in = _mm_cmpeq_epi8(_mm_and_si128(candidates, bits), bits);
    return _mm_and_si128(_mm_xor_si128(sums, _mm_set1_epi8(-128)), is_in);
  }
  // The greatest lane, in all of them.
  static __m128i greatest(__m128i lanes) {
    lanes = _mm_max_epu8(lanes, _mm_srli_si128(lanes, 8));
    lanes = _mm_max_epu8(lanes, _mm_srli_si128(lanes, 4));
    lanes = _mm_max_epu8(lanes, _mm_srli_si128(lanes, 2));
    lanes = _mm_max_epu8(lanes, _mm_srli_si128(lanes, 1));
    lanes = _mm_unpacklo_epi8(lanes, lanes);
    return _mm_shuffle_epi32(_mm_shufflelo_epi16(lanes, 0), 0);
  }
  __m128i low_;
  __m128i high_;
#else
  WeightRow sums_;
#endif
};

#ifdef __SSE2__
inline Scores::Scores(const WeightRow& first)
    : low_(_mm_load_si128(lanes_of(first))), high_(_mm_load_si128(lanes_of(first) + 1)) {}

inline void Scores::add(const WeightRow& row) {
  low_ = _mm_add_epi8(low_, _mm_load_si128(lanes_of(row)));
  high_ = _mm_add_epi8(high_, _mm_load_si128(lanes_of(row) + 1));
}

inline Tag Scores::best_of(TagSet candidates) const {
  const __m128i set = _mm_cvtsi32_si128(static_cast<int>(candidates));
  const __m128i twice = _mm_unpacklo_epi8(set, set);
  const __m128i fourfold = _mm_unpacklo_epi16(twice, twice);
  const __m128i low = of_set(low_, _mm_unpacklo_epi32(fourfold, fourfold));
  const __m128i high = of_set(high_, _mm_unpackhi_epi32(fourfold, fourfold));
  const __m128i best = greatest(_mm_max_epu8(low, high));
  const auto in_low = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(low, best)));
  const auto in_high = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(high, best)));
  return first_of(in_low | in_high << 16U);
}
#else
inline Scores::Scores(const WeightRow& first) : sums_(first) {}

inline void Scores::add(const WeightRow& row) {
  for (std::size_t tag = 0; tag < row.of_tag.size(); ++tag) {
    sums_.of_tag[tag] = static_cast<std::int8_t>(sums_.of_tag[tag] + row.of_tag[tag]);
  }
}

inline Tag Scores::best_of(TagSet candidates) const { return best_one_by_one(candidates, sums_); }
#endif

}  // namespace quotary::tagging
