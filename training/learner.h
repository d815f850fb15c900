// Learning the weights of a log-linear model: features by name, choices among options, AdaGrad.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/weights.h"

namespace quotary::training {

// All features seen, numbered from 0 in order of first sight.
class Registry {
 public:
  // `classes` are the names of the lexicon's classes, in its order.
  explicit Registry(std::vector<std::string> classes) : classes_(std::move(classes)) {}

  // How the trainer writes a value: words from `words`, numbers as "#3".
  void know_word(std::uint32_t id, std::string_view word);

  template <typename... Values>
  std::uint32_t number(Template kind, Values... values) {
    const std::uint64_t key = feature_key(kind.seed, values...);
    const auto [at, added] = numbers_.try_emplace(key, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back({kind.name, {static_cast<Value>(values)...}});
    return at->second;
  }
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string>& classes() const { return classes_; }
  // Lives as long as the Registry.
  [[nodiscard]] NamedWeight named(std::uint32_t number, float weight) const;
  // "cue.word<TAB>said"
  [[nodiscard]] std::string name(std::uint32_t number) const;

 private:
  struct Name {
    std::string_view kind;
    std::vector<Value> values;
  };
  std::vector<std::string> classes_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
  std::unordered_map<std::uint32_t, std::string> words_;
  std::vector<Name> names_;
};

using Features = std::vector<std::uint32_t>;

// A model in the sense of the attribution stage whose scores are the features themselves.
class RecordModel {
 public:
  struct Score {
    Features features;
    Score& operator+=(const Score& other) {
      features.insert(features.end(), other.features.begin(), other.features.end());
      return *this;
    }
  };
  explicit RecordModel(Registry& registry) : registry_(&registry) {}

  template <typename Emit>
  Score operator()(Emit&& emit) const {
    Score score;
    auto sink = [&](Template kind, auto... values) {
      score.features.push_back(registry_->number(kind, values...));
    };
    emit(sink);
    return score;
  }
  [[nodiscard]] std::vector<Score>& starts() const { return starts_; }
  [[nodiscard]] std::vector<Score>& ends() const { return ends_; }

 private:
  Registry* registry_;
  mutable std::vector<Score> starts_;
  mutable std::vector<Score> ends_;
};

// One decision: the options and which is right. With a single option it is a yes-or-no decision,
// right when `gold` is 0.
struct Choice {
  std::vector<Features> options;
  std::uint32_t gold = 0;
  std::uint32_t document = 0;
};

struct LearnOptions {
  int epochs = 8;
  float rate = 0.1F;
  float decay = 1e-5F;                // of the weights, a step
  std::uint32_t least_documents = 3;  // features seen in fewer get no weight
};

// Weights by feature number. Deterministic.
std::vector<float> learn(const std::vector<const Choice*>& choices, std::size_t feature_count,
                         const LearnOptions& options);

// The weights above `least` in size.
WeightTable table_of(const Registry& registry, const std::vector<float>& weights, float least);

}  // namespace quotary::training
