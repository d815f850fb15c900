#include "tags/tagger.h"

#include <utility>

#include "tags/model.h"
#include "tags/walk.h"

namespace quotary {
namespace {

// Eight weights in one 128-bit register: every x86-64 and every ARMv8 has those.
using Lanes = std::int16_t __attribute__((vector_size(16)));
constexpr std::size_t kLanes = 8;

Lanes lanes_of(const WeightRow& row, std::size_t block) {
  Lanes lanes;
  __builtin_memcpy(&lanes, row.of_tag.data() + block * kLanes, sizeof lanes);
  return lanes;
}

// The sum of the rows of `features`.
WeightRow sum_of(const std::vector<WeightRow>& rows, const tagging::FeatureRows& features) {
  Lanes a = {};
  Lanes b = {};
  Lanes c = {};
  Lanes d = {};
  for (std::uint32_t i = 0; i < features.count; ++i) {
    const WeightRow& row = rows[features.at[i]];
    a += lanes_of(row, 0);
    b += lanes_of(row, 1);
    c += lanes_of(row, 2);
    d += lanes_of(row, 3);
  }
  WeightRow sum;
  __builtin_memcpy(sum.of_tag.data(), &a, sizeof a);
  __builtin_memcpy(sum.of_tag.data() + kLanes, &b, sizeof b);
  __builtin_memcpy(sum.of_tag.data() + 2 * kLanes, &c, sizeof c);
  __builtin_memcpy(sum.of_tag.data() + 3 * kLanes, &d, sizeof d);
  return sum;
}

// The tag of `candidates` with the highest score, the first of several.
Tag best_of(TagSet candidates, const WeightRow& scores) {
  int best = std::countr_zero(candidates);
  for (TagSet rest = candidates & (candidates - 1); rest != 0; rest &= rest - 1) {
    const int tag = std::countr_zero(rest);
    if (scores.of_tag[static_cast<std::size_t>(tag)] >
        scores.of_tag[static_cast<std::size_t>(best)]) {
      best = tag;
    }
  }
  return static_cast<Tag>(best);
}

}  // namespace

Result<Tagger> Tagger::load(std::string_view file, std::string name) {
  Result<TaggerModel> model = parse_tagger_model(file, std::move(name));
  if (!model) return model.error();
  return Tagger(std::make_shared<const TaggerModel>(*std::move(model)));
}

void Tagger::tag(const Document& document, Range tokens, std::span<Tag> out) const {
  const tagging::FeatureHash features(model_->row_bits);
  const auto decide = [&](std::uint32_t, const tagging::Context& context) {
    const bool rare = model_->classes[context.current.index].rare;
    return best_of(context.current.tags, sum_of(model_->rows, features(context, rare)));
  };
  const auto settled = [&](std::uint32_t token, Tag tag) { out[token - tokens.first] = tag; };
  tagging::Walk(*model_, document, tokens).run(decide, settled);
}

}  // namespace quotary
