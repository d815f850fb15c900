// Weights by 64-bit keys: a table that is read with one look into memory a key.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <cstddef>
#include <cstdint>
#include <vector>

namespace quotary {

// Filled once, then read-only. Thread-safe.
class HashedWeights {
 public:
  // Makes room for `count` weights, and forgets those it has.
  void reserve(std::size_t count);
  // Keys whose upper bits are as good as random are spread well.
  void insert(std::uint64_t key, std::int16_t weight);

  // The weight of a key, 0 if it has none.
  [[nodiscard]] std::int32_t operator[](std::uint64_t key) const {
    const Bucket& home = buckets_[key >> shift_];
    const std::int32_t weight = weight_in(home, key);
    return home.check[kInBucket] == 0 ? weight : weight + elsewhere(home, key);
  }

 private:
  friend class Scorer;
  friend struct ImageFields;  // core/rules

  // Half a cache line: a look-up touches one, and no branch depends on what it finds. What finds no
  // room goes next door, to one of the three buckets whose numbers differ in the last two bits.
  // Checks are 16 bits: one look-up in 20,000 finds a weight that belongs to another feature, which
  // the trainer sees as the program does.
  static constexpr unsigned kInBucket = 7;
  struct alignas(32) Bucket {
    std::uint16_t check[kInBucket + 1] = {};  // the last: where else to look, a bit for each door
    std::int16_t weight[kInBucket + 1] = {};  // 0: empty, whatever its check; the last: 0
  };
  static constexpr unsigned kDoors = 4;
  static constexpr std::uint16_t kSpilled = 1U << kDoors;  // look in spilled_
  static std::uint16_t check_of(std::uint64_t key) {
    return static_cast<std::uint16_t>(key >> 32U);
  }
#ifdef __SSE2__
  // All compares of a bucket at once: four numbers whose sum is the weight.
  [[nodiscard]] static __m128i lanes_in(const Bucket& bucket, std::uint64_t key) {
    const __m128i checks = _mm_load_si128(reinterpret_cast<const __m128i*>(bucket.check));
    // Eight times check_of(): the third word of the key.
    const __m128i words = _mm_shufflelo_epi16(_mm_cvtsi64_si128(static_cast<long long>(key)), 0xAA);
    const __m128i found = _mm_cmpeq_epi16(checks, _mm_unpacklo_epi64(words, words));
    const __m128i weights = _mm_load_si128(reinterpret_cast<const __m128i*>(bucket.weight));
    return _mm_madd_epi16(_mm_and_si128(found, weights), _mm_set1_epi16(1));
  }
  [[nodiscard]] static std::int32_t sum_of(__m128i lanes) {
    const __m128i pairs = _mm_add_epi32(lanes, _mm_unpackhi_epi64(lanes, lanes));
    return _mm_cvtsi128_si32(_mm_add_epi32(pairs, _mm_shuffle_epi32(pairs, 1)));
  }
  [[nodiscard]] static std::int32_t weight_in(const Bucket& bucket, std::uint64_t key) {
    return sum_of(lanes_in(bucket, key));
  }
#else
  [[nodiscard]] static std::int32_t weight_in(const Bucket& bucket, std::uint64_t key) {
    std::int32_t sum = 0;
    for (unsigned i = 0; i < kInBucket; ++i) {
      sum += bucket.check[i] == check_of(key) ? bucket.weight[i] : 0;
    }
    return sum;
  }
#endif
  // The weight of a key that may have found no room at home.
  [[nodiscard]] std::int32_t elsewhere(const Bucket& home, std::uint64_t key) const;

  std::vector<Bucket> buckets_ = std::vector<Bucket>(kDoors);
  // What found no room next door either.
  struct Spilled {
    std::uint64_t key = 0;
    std::int64_t weight = 0;
  };
  std::vector<Spilled> spilled_;
  unsigned shift_ = 62;
};

}  // namespace quotary
