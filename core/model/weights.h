// Weights of linear models as data: a text file of named features, looked up by a 64-bit key.
//
// A feature is a template ("cue.word-before") and up to three values. A value is a word id (see
// word_id()) or a small number (a tag, a distance, a flag). The file writes words out and numbers as
// "#3", so that it can be read and reviewed; the program only ever sees keys.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quotary/result.h"

namespace quotary {

namespace detail {
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}
}  // namespace detail

// The name of a kind of feature, hashed at compile time.
struct Template {
  std::string_view name;
  std::uint64_t seed;

  // NOLINTNEXTLINE(*-explicit-*): written where a feature is, as a literal
  consteval Template(const char* literal) : name(literal), seed(seed_of(literal)) {}
  static constexpr std::uint64_t seed_of(std::string_view name) {
    std::uint64_t hash = 0x243F6A8885A308D3ULL;
    for (const char c : name) hash = detail::mix(hash, static_cast<unsigned char>(c));
    return hash;
  }
};

using Value = std::uint32_t;

template <typename... Values>
constexpr std::uint64_t feature_key(std::uint64_t seed, Values... values) {
  static_assert(sizeof...(Values) <= 3);
  std::uint64_t hash = seed;
  ((hash = detail::mix(hash, values)), ...);
  return hash;
}

// An immutable table from feature keys to weights. Thread-safe.
class WeightTable {
 public:
  // Parses "template<TAB>value<TAB>...<TAB>weight" lines; lines that start with '#' and a space are
  // comments. `file` names the text in errors (bad_model, with its line).
  static Result<WeightTable> parse(std::string_view text, const std::string& file);

  // A table of the given keys and weights.
  static WeightTable of(std::span<const std::pair<std::uint64_t, float>> weights);

  // The weight of a key, 0 when the model has none.
  [[nodiscard]] float operator[](std::uint64_t key) const {
    for (std::uint64_t at = key & mask_;; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.check == check_of(key)) return slot.weight;
      if (slot.check == 0) return 0;
    }
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint32_t check = 0;  // 0: empty
    float weight = 0;
  };
  static std::uint32_t check_of(std::uint64_t key) {
    return static_cast<std::uint32_t>(key >> 32U) | 1U;
  }
  void reserve(std::size_t count);
  void insert(std::uint64_t key, float weight);

  std::vector<Slot> slots_ = std::vector<Slot>(2);
  std::uint64_t mask_ = 1;
  std::size_t size_ = 0;
};

// Adds up the weights of the features it is given.
class Scorer {
 public:
  explicit Scorer(const WeightTable& weights) : weights_(&weights) {}

  template <typename... Values>
  void operator()(Template kind, Values... values) {
    sum_ += (*weights_)[feature_key(kind.seed, static_cast<Value>(values)...)];
  }
  [[nodiscard]] float sum() const { return sum_; }

 private:
  const WeightTable* weights_;
  float sum_ = 0;
};

}  // namespace quotary
