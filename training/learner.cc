#include "learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace quotary::training {

namespace {

// Splits of one training set share the numbering; features that are rare in it are left out.
std::vector<bool> frequent(const std::vector<const Choice*>& choices, std::size_t count,
                           std::uint32_t least) {
  std::vector<std::uint32_t> documents(count, 0);
  std::vector<std::uint32_t> last(count, 0xFFFFFFFFU);
  for (const Choice* choice : choices) {
    for (const Features& option : choice->options) {
      for (const std::uint32_t feature : option) {
        if (last[feature] == choice->document) continue;
        last[feature] = choice->document;
        ++documents[feature];
      }
    }
  }
  std::vector<bool> result(count);
  for (std::size_t i = 0; i < count; ++i) result[i] = documents[i] >= least;
  return result;
}

}  // namespace

NamedWeight Registry::named(std::uint32_t number, float weight) const {
  NamedWeight named{names_[number].kind, {}, names_[number].values.size(), weight};
  std::copy(names_[number].values.begin(), names_[number].values.end(), named.values.begin());
  return named;
}

void Registry::know_word(std::uint32_t id, std::string_view word) { words_.try_emplace(id, word); }

std::string Registry::name(std::uint32_t number) const {
  std::string result(names_[number].kind);
  for (const Value value : names_[number].values) {
    result += '\t';
    const auto word = words_.find(value);
    if (word == words_.end()) {
      result += '#' + std::to_string(value);
    } else {
      if (word->second.starts_with('#') || word->second.starts_with('\\')) result += '\\';
      result += word->second;
    }
  }
  return result;
}

std::vector<float> learn(const std::vector<const Choice*>& choices, std::size_t feature_count,
                         const LearnOptions& options) {
  const std::vector<bool> kept = frequent(choices, feature_count, options.least_documents);
  std::vector<float> weights(feature_count, 0);
  std::vector<float> squares(feature_count, 1e-6F);
  std::vector<double> sums(feature_count, 0);  // of the weights after each epoch, for their mean
  std::vector<std::uint32_t> order(choices.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(20160801);  // NOLINT(cert-msc51-cpp): the same weights each time
  std::vector<float> probabilities;
  const auto score = [&](const Features& features) {
    float sum = 0;
    for (const std::uint32_t feature : features) {
      if (kept[feature]) sum += weights[feature];
    }
    return sum;
  };
  const auto step = [&](const Features& features, float slope) {
    for (const std::uint32_t feature : features) {
      if (!kept[feature]) continue;
      const float gradient = slope + options.decay * weights[feature];
      squares[feature] += gradient * gradient;
      weights[feature] -= options.rate * gradient / std::sqrt(squares[feature]);
    }
  };
  int averaged = 0;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    std::shuffle(order.begin(), order.end(), random);
    for (const std::uint32_t index : order) {
      const Choice& choice = *choices[index];
      if (choice.options.size() == 1) {
        const float odds = score(choice.options[0]);
        step(choice.options[0], 1 / (1 + std::exp(-odds)) - (choice.gold == 0 ? 1.0F : 0.0F));
        continue;
      }
      probabilities.clear();
      float best = -1e9F;
      for (const Features& option : choice.options) {
        probabilities.push_back(score(option));
        best = std::max(best, probabilities.back());
      }
      float sum = 0;
      for (float& p : probabilities) sum += p = std::exp(p - best);
      for (std::uint32_t i = 0; i < choice.options.size(); ++i) {
        const float slope = probabilities[i] / sum - (i == choice.gold ? 1.0F : 0.0F);
        if (std::fabs(slope) > 1e-3F) step(choice.options[i], slope);
      }
    }
    if (epoch * 2 >= options.epochs) {
      for (std::size_t i = 0; i < feature_count; ++i) sums[i] += weights[i];
      ++averaged;
    }
  }
  for (std::size_t i = 0; i < feature_count; ++i) {
    weights[i] = averaged == 0 ? weights[i] : static_cast<float>(sums[i] / averaged);
  }
  return weights;
}

WeightTable table_of(const Registry& registry, const std::vector<float>& weights, float least) {
  std::vector<NamedWeight> named;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    if (std::fabs(weights[i]) > least) named.push_back(registry.named(i, weights[i]));
  }
  return WeightTable::of(named, registry.classes());
}

}  // namespace quotary::training
