// Whether a text tells a story instead of reporting.
#pragma once

#include "mentions/reading.h"
#include "rules/pack.h"

namespace quotary {

// Weighs what reports are full of (figures, days, countries, organisations, names, offices,
// documents) against what stories are full of (persons without a name, questions and exclamations
// in what is said, semicolons). Weights are thresholds of the pack, "narrative.*".
class NarrativeJudge {
 public:
  explicit NarrativeJudge(const PackData& pack);

  // Linear in the tokens that it looks at, which are kMostTokens at most.
  [[nodiscard]] bool is_narrative(const Reading& reading) const;

 private:
  [[nodiscard]] float weigh(const Reading& reading, std::uint32_t at) const;

  ClassSet news_;     // with a capital
  ClassSet offices_;  // without: offices, houses, documents, events
  float news_weight_;
  float office_weight_;
  float name_weight_;
  float pronoun_weight_;
  float mark_weight_;
  float enough_;  // for each token
};

}  // namespace quotary
