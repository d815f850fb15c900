// The averaged perceptron that train_tagger trains.
#pragma once

#include <cstdint>
#include <vector>

#include "silver.h"
#include "tags/model.h"

namespace quotary::training {

struct TrainOptions {
  std::uint32_t epochs = 8;
  double scale = 2;             // weights are written as integers, so many to one
  std::uint32_t least_use = 3;  // rows used by fewer tokens than that are left empty
  int least_weight = 1;         // written weights smaller than that are left out
};

// Fills the rows of `model`, whose lexicon and row_bits are set.
void train(const std::vector<const TaggedDocument*>& documents, const TrainOptions& options,
           TaggerModel& model);

}  // namespace quotary::training
