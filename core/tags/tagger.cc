#include "tags/tagger.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

#include "tags/model.h"
#include "tags/walk.h"

namespace quotary {
namespace {

// Sixteen weights in one 128-bit register: every x86-64 and every ARMv8 has those.
using Lanes = std::int8_t __attribute__((vector_size(16)));

Lanes lanes_of(const std::int8_t* weights) {
  Lanes lanes;
  std::memcpy(&lanes, weights, sizeof lanes);
  return lanes;
}

struct Scores {
  std::array<std::int8_t, 48> of_tag;  // those beyond the tags are lower than any sum
};

// The sum of the rows of `features`.
Scores sum_of(const std::vector<WeightRow>& rows, const tagging::FeatureRows& features) {
  Lanes low = {};
  Lanes high = {};
  const auto add = [&](std::uint32_t feature) {
    low += lanes_of(rows[feature].of_tag.data());
    high += lanes_of(rows[feature].of_tag.data() + 16);
  };
  static_assert(kFeatures == 6);  // written out: no compiler unrolls it at -O2
  add(features[0]), add(features[1]), add(features[2]);
  add(features[3]), add(features[4]), add(features[5]);
  Scores scores;
  std::memcpy(scores.of_tag.data(), &low, sizeof low);
  std::memcpy(scores.of_tag.data() + 16, &high, sizeof high);
  std::memset(scores.of_tag.data() + 32, -128, 16);
  return scores;
}

// The tag of `candidates` with the highest score, the first of several. Most words have two to four
// candidates: four are compared without branches on how many there are.
Tag best_of(TagSet candidates, const Scores& scores) {
  const auto next = [&] {
    const int tag = std::countr_zero(candidates);  // 32 when there are no more
    candidates &= candidates - 1;
    return scores.of_tag[static_cast<std::size_t>(tag)] * 64 + 63 - tag;
  };
  int best = std::max(std::max(next(), next()), std::max(next(), next()));
  while (candidates != 0) best = std::max(best, next());
  return static_cast<Tag>(63 - (best & 63));
}

}  // namespace

Result<Tagger> Tagger::load(std::string_view file, std::string name) {
  Result<TaggerModel> model = parse_tagger_model(file, std::move(name));
  if (!model) return model.error();
  return Tagger(std::make_shared<const TaggerModel>(*std::move(model)));
}

void Tagger::tag(const Document& document, Range tokens, std::span<Tag> out) const {
  const auto decide = [&](std::uint32_t, TagSet candidates, const tagging::FeatureRows& features) {
    return best_of(candidates, sum_of(model_->rows, features));
  };
  tagging::Walk(*model_, document, tokens).run(decide, out);
}

bool Tagger::knows_lower_case(std::uint32_t word) const {
  return model_->lexicon.find(word, Casing::lower) != tag_class::absent;
}

}  // namespace quotary
