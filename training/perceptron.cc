#include "perceptron.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <random>

#include "tags/walk.h"

namespace quotary::training {
namespace {

// One weight, with its sum over all steps so far (Collins 2002, in the lazy form of H. Daumé).
struct Cell {
  std::int32_t weight = 0;
  std::uint32_t since = 0;
  std::int64_t sum = 0;
};

class Perceptron {
 public:
  Perceptron(const TaggerModel& model, const TrainOptions& options)
      : model_(model),
        cells_(std::size_t{32} << model.row_bits),
        uses_(std::size_t{1} << model.row_bits),
        least_use_(options.least_use),
        largest_(static_cast<std::int32_t>(kLargestWeight / options.scale)) {}

  // Counts how many tokens use each row; before the first epoch.
  void count(const TaggedDocument& tagged) {
    const auto decide = [&](std::uint32_t at, TagSet, const tagging::FeatureRows& rows) {
      for (const std::uint32_t row : rows) ++uses_[row];
      return tagged.tags[at] == Tag::none ? Tag::noun : tagged.tags[at];
    };
    walk(tagged, decide);
  }

  // The number of tokens tagged wrongly on the way.
  std::uint32_t learn(const TaggedDocument& tagged) {
    std::uint32_t wrong = 0;
    const auto decide = [&](std::uint32_t at, TagSet candidates,
                            const tagging::FeatureRows& active) {
      const Tag guess = best(active, candidates);
      const Tag truth = tagged.tags[at];
      ++step_;
      if (truth == Tag::none || truth == guess) return guess;
      ++wrong;
      if ((candidates & tag_bit(truth)) == 0) return guess;
      for (const std::uint32_t row : active) {
        if (uses_[row] < least_use_) continue;
        add(row, truth, 1);
        add(row, guess, -1);
      }
      return guess;
    };
    walk(tagged, decide);
    return wrong;
  }

  // The average of a weight over all steps.
  [[nodiscard]] double average(std::uint32_t row, std::uint32_t tag) const {
    const Cell& cell = cells_[row * 32 + tag];
    const auto pending = static_cast<std::int64_t>(cell.weight) * (step_ - cell.since);
    return static_cast<double>(cell.sum + pending) / std::max(1U, step_);
  }

 private:
  template <typename Decide>
  void walk(const TaggedDocument& tagged, Decide&& decide) const {
    std::vector<Tag> tags(tagged.tags.size());
    const Range all = {0, static_cast<std::uint32_t>(tags.size())};
    tagging::Walk(model_, tagged.document, all).run(decide, tags);
  }

  [[nodiscard]] Tag best(const tagging::FeatureRows& active, TagSet candidates) const {
    int best = -1;
    std::int32_t best_score = 0;
    for (TagSet rest = candidates; rest != 0; rest &= rest - 1) {
      const int tag = std::countr_zero(rest);
      std::int32_t score = 0;
      for (const std::uint32_t row : active) {
        score += cells_[row * 32 + static_cast<std::uint32_t>(tag)].weight;
      }
      if (best < 0 || score > best_score) {
        best = tag;
        best_score = score;
      }
    }
    return static_cast<Tag>(best);
  }

  void add(std::uint32_t row, Tag tag, std::int32_t change) {
    Cell& cell = cells_[row * 32 + static_cast<std::uint32_t>(tag)];
    cell.sum += static_cast<std::int64_t>(cell.weight) * (step_ - cell.since);
    cell.since = step_;
    cell.weight = std::clamp(cell.weight + change, -largest_, largest_);
  }

  const TaggerModel& model_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> uses_;
  std::uint32_t least_use_;
  std::int32_t largest_;
  std::uint32_t step_ = 0;
};

}  // namespace

void train(const std::vector<const TaggedDocument*>& documents, const TrainOptions& options,
           TaggerModel& model) {
  model.rows.assign(std::size_t{1} << model.row_bits, WeightRow{});
  Perceptron perceptron(model, options);
  for (const TaggedDocument* tagged : documents) perceptron.count(*tagged);
  std::vector<const TaggedDocument*> order = documents;
  std::mt19937 random(1);
  for (std::uint32_t epoch = 1; epoch <= options.epochs; ++epoch) {
    std::shuffle(order.begin(), order.end(), random);
    std::uint32_t wrong = 0;
    for (const TaggedDocument* tagged : order) wrong += perceptron.learn(*tagged);
    std::fprintf(stderr, "epoch %u: %u wrong\n", epoch, wrong);
  }
  for (std::uint32_t row = 0; row < model.rows.size(); ++row) {
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      const double weight = std::round(perceptron.average(row, tag) * options.scale);
      if (std::abs(weight) < options.least_weight) continue;
      const double largest = kLargestWeight;
      model.rows[row].of_tag[tag] = static_cast<std::int8_t>(std::clamp(weight, -largest, largest));
    }
  }
}

}  // namespace quotary::training
