// What train_attribution writes: predictions for a scorer, and the weights of a rule pack.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "attribution/proposals.h"
#include "gold.h"
#include "learner.h"

namespace quotary::training {

// Writes the proposals that hold as one line of {"id", "quotes"}, in code points.
void write_prediction(std::ofstream& out, const Example& example,
                      const std::vector<Proposal>& proposals,
                      const std::vector<std::uint32_t>& held);

// Writes the weights above `least` in size as the file of a rule pack; returns how many.
std::size_t write_weights(const std::string& path, const Registry& registry,
                          const std::vector<float>& weights, float least);

}  // namespace quotary::training
