// Weights of linear models as data: a text file of named features, looked up by a 64-bit key.
//
// A feature is a template ("cue.word-before") and up to three values. A value is a word id (see
// word_id()) or a small number (a tag, a distance, a flag). The file writes words out and numbers
// as
// "#3", so that it can be read and reviewed; the program only ever sees keys.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quotary/result.h"

namespace quotary {

// The name of a kind of feature, hashed at compile time.
struct Template {
  std::string_view name;
  std::uint64_t seed;

  // NOLINTNEXTLINE(*-explicit-*): written where a feature is, as a literal
  consteval Template(const char* literal) : name(literal), seed(seed_of(literal)) {}
  static constexpr std::uint64_t seed_of(std::string_view name) {
    std::uint64_t hash = 0x243F6A8885A308D3ULL;
    for (const char c : name) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 29;
    }
    return hash;
  }
};

using Value = std::uint32_t;
inline constexpr std::size_t kMostValues = 3;

// What a value adds to the key of a feature, by its place among the values.
constexpr std::uint64_t value_key(std::size_t place, Value value) {
  constexpr std::uint64_t kTimes[kMostValues] = {0x9E3779B97F4A7C15ULL, 0xC2B2AE3D27D4EB4FULL,
                                                 0xD6E8FEB86659FD93ULL};
  return value * kTimes[place];
}

// Multilinear hashing (Lemire and Kaser 2014, "Strongly universal string hashing is fast"): the
// upper bits are as good as random. What a value adds does not depend on the others, so that the
// product of a word that stands in many features is worked out once.
template <typename... Values>
constexpr std::uint64_t feature_key(std::uint64_t seed, Values... values) {
  static_assert(sizeof...(Values) <= kMostValues);
  std::uint64_t key = seed;
  std::size_t place = 0;
  ((key += value_key(place++, values)), ...);
  return key;
}

// An immutable table from feature keys to weights. Thread-safe.
class WeightTable {
 public:
  // Parses "template<TAB>value<TAB>...<TAB>weight" lines; lines that start with '#' and a space are
  // comments. `file` names the text in errors (bad_model, with its line).
  static Result<WeightTable> parse(std::string_view text, const std::string& file);

  // A table of the given keys and weights.
  static WeightTable of(std::span<const std::pair<std::uint64_t, float>> weights);

  // The weight of a key in units of 1/kUnit, 0 when the model has none.
  [[nodiscard]] std::int32_t operator[](std::uint64_t key) const {
    const Bucket& home = buckets_[key >> shift_];
    const std::int32_t weight = weight_in(home, key);
    return home.check[kInBucket] == 0 ? weight : weight + elsewhere(home, key);
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  static constexpr float kUnit = 1024;

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
  void reserve(std::size_t count);
  void insert(std::uint64_t key, float weight);

  std::vector<Bucket> buckets_ = std::vector<Bucket>(kDoors);
  // What found no room next door either.
  struct Spilled {
    std::uint64_t key = 0;
    std::int64_t weight = 0;
  };
  std::vector<Spilled> spilled_;
  unsigned shift_ = 62;
  std::size_t size_ = 0;
};

// Adds up the weights of the features it is given.
class Scorer {
 public:
  explicit Scorer(const WeightTable& weights)
      : buckets_(weights.buckets_.data()), shift_(weights.shift_), weights_(&weights) {}

  template <typename... Values>
  void operator()(Template kind, Values... values) {
    add(feature_key(kind.seed, static_cast<Value>(values)...));
  }
  [[nodiscard]] float sum() const { return static_cast<float>(units()) / WeightTable::kUnit; }

  // The sum in units of 1/kUnit.
#ifdef __SSE2__
  [[nodiscard]] std::int32_t units() const { return WeightTable::sum_of(lanes_) + sum_; }

 private:
  void add(std::uint64_t key) {
    const WeightTable::Bucket& bucket = buckets_[key >> shift_];
    lanes_ = _mm_add_epi32(lanes_, WeightTable::lanes_in(bucket, key));
    if (bucket.check[WeightTable::kInBucket] != 0) [[unlikely]]
      sum_ += weights_->elsewhere(bucket, key);
  }
  __m128i lanes_ = _mm_setzero_si128();
#else
  [[nodiscard]] std::int32_t units() const { return sum_; }

 private:
  void add(std::uint64_t key) { sum_ += (*weights_)[key]; }
#endif
  std::int32_t sum_ = 0;
  // Of the table, kept at hand.
  const WeightTable::Bucket* buckets_;
  unsigned shift_;
  const WeightTable* weights_;
};

}  // namespace quotary
