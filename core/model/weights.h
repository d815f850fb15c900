// Weights of linear models as data: a text file of named features, looked up by what they are made
// of.
//
// A feature is a template ("cue.word-before") and up to three values. A value is a word id (see
// word_id()), a small number (a tag, a distance, a flag) or a class of words. The file writes words
// and classes out and numbers as "#3", so that it can be read and reviewed.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/hashed_weights.h"
#include "model/number_templates.h"
#include "quotary/result.h"

namespace quotary {

using Value = std::uint32_t;

// A class of words as a value: in a file, and beside words, it is its name; beside small numbers it
// is the number that the lexicon gives it.
struct ClassValue {
  Value name = 0;  // word_id() of the name
  std::uint32_t number = 0;
  constexpr explicit operator Value() const { return name; }
};

// The name of a kind of feature; where its weights are is worked out at compile time.
struct Template {
  std::string_view name;
  std::uint64_t seed;
  NumberPlace place;

  // NOLINTNEXTLINE(*-explicit-*): written where a feature is, as a literal
  consteval Template(const char* literal)
      : name(literal), seed(seed_of(literal)), place(number_place(literal)) {}
  static constexpr std::uint64_t seed_of(std::string_view name) {
    std::uint64_t hash = 0x243F6A8885A308D3ULL;
    for (const char c : name) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15ULL;
      hash ^= hash >> 29;
    }
    return hash;
  }
};

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
  ((key += value_key(place++, static_cast<Value>(values))), ...);
  return key;
}

// A feature with its weight, as a file has it.
struct NamedWeight {
  std::string_view kind;
  std::array<Value, kMostValues> values = {};  // of classes, the word ids of their names
  std::size_t count = 0;                       // of values
  float weight = 0;
};

// The weights of a model. Immutable; thread-safe.
class WeightTable {
 public:
  // Parses "template<TAB>value<TAB>...<TAB>weight" lines; lines that start with '#' and a space are
  // comments. `file` names the text in errors (bad_model, with its line), `classes` are the names
  // of the lexicon's classes, in its order: others say nothing.
  static Result<WeightTable> parse(std::string_view text, const std::string& file,
                                   std::span<const std::string> classes);

  // A table of the given weights. Requires numbers within the bounds of their templates.
  static WeightTable of(std::span<const NamedWeight> weights, std::span<const std::string> classes);

  // The weight of a feature in units of 1/kUnit, 0 when the model has none.
  template <typename... Values>
  [[nodiscard]] std::int32_t operator()(Template kind, Values... values) const {
    switch (kind.place.kind) {
      case NumberPlace::Kind::numbers:
        return numbers_[index_of(kind.place, values...)];
      case NumberPlace::Kind::classes:
        return rows_[index_of(kind.place, values...)];
      default:
        return hashed_[feature_key(kind.seed, values...)];
    }
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  static constexpr float kUnit = 1024;

 private:
  friend class Scorer;
  friend struct ImageFields;  // core/rules
  class Builder;

  // Requires values within the bounds of the template.
  template <typename... Values>
  static std::size_t index_of(const NumberPlace& place, Values... values) {
    std::size_t at = 0;
    [[maybe_unused]] std::size_t next = 0;
    [[maybe_unused]] const auto take = [&](auto value) {
      if constexpr (std::same_as<decltype(value), ClassValue>) {
        at += value.number * std::size_t{kRowSize};
      } else {
        at += static_cast<Value>(value) * std::size_t{place.times(next++)};
      }
    };
    (take(values), ...);
    return at + place.first;
  }

  HashedWeights hashed_;               // of features that hold words
  std::vector<std::int16_t> numbers_;  // of those of small numbers alone: kNumbersSize
  std::vector<std::int16_t> rows_;     // of classes and small numbers: kRowSize for each class
  std::size_t size_ = 0;
};

// Adds up the weights of the features it is given.
class Scorer {
 public:
  explicit Scorer(const WeightTable& weights)
      : buckets_(weights.hashed_.buckets_.data()),
        shift_(weights.hashed_.shift_),
        numbers_(weights.numbers_.data()),
        rows_(weights.rows_.data()),
        hashed_(&weights.hashed_) {}

  template <typename... Values>
  void operator()(Template kind, Values... values) {
    switch (kind.place.kind) {
      case NumberPlace::Kind::numbers:
        sum_ += numbers_[WeightTable::index_of(kind.place, values...)];
        break;
      case NumberPlace::Kind::classes:
        sum_ += rows_[WeightTable::index_of(kind.place, values...)];
        break;
      default:
        add(feature_key(kind.seed, values...));
    }
  }
  [[nodiscard]] float sum() const { return static_cast<float>(units()) / WeightTable::kUnit; }

  // The sum in units of 1/kUnit.
#ifdef __SSE2__
  [[nodiscard]] std::int32_t units() const { return HashedWeights::sum_of(lanes_) + sum_; }

 private:
  void add(std::uint64_t key) {
    const HashedWeights::Bucket& bucket = buckets_[key >> shift_];
    lanes_ = _mm_add_epi32(lanes_, HashedWeights::lanes_in(bucket, key));
    if (bucket.check[HashedWeights::kInBucket] != 0) [[unlikely]]
      sum_ += hashed_->elsewhere(bucket, key);
  }
  __m128i lanes_ = _mm_setzero_si128();
#else
  [[nodiscard]] std::int32_t units() const { return sum_; }

 private:
  void add(std::uint64_t key) { sum_ += (*hashed_)[key]; }
#endif
  std::int32_t sum_ = 0;
  // Of the table, kept at hand.
  const HashedWeights::Bucket* buckets_;
  unsigned shift_;
  const std::int16_t* numbers_;
  const std::int16_t* rows_;
  const HashedWeights* hashed_;
};

}  // namespace quotary
