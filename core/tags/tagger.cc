#include "tags/tagger.h"

#include <utility>
#include <vector>

#include "tags/best_tag.h"
#include "tags/model.h"
#include "tags/walk.h"

namespace quotary {
namespace {

// The sum of the rows of `features`.
tagging::Scores sum_of(const std::vector<WeightRow>& rows, const tagging::FeatureRows& features) {
  static_assert(kFeatures == 6);  // written out: no compiler unrolls it at -O2
  tagging::Scores scores(rows[features[0]]);
  scores.add(rows[features[1]]);
  scores.add(rows[features[2]]);
  scores.add(rows[features[3]]);
  scores.add(rows[features[4]]);
  scores.add(rows[features[5]]);
  return scores;
}

}  // namespace

Result<Tagger> Tagger::load(std::string_view file, std::string name) {
  Result<TaggerModel> model = parse_tagger_model(file, std::move(name));
  if (!model) return model.error();
  return Tagger(std::make_shared<const TaggerModel>(*std::move(model)));
}

void Tagger::tag(const Document& document, Range tokens, std::span<Tag> out) const {
  tag(document, tokens, {}, out);
}

void Tagger::tag(const Document& document, Range tokens, std::span<const WordClasses> known,
                 std::span<Tag> out) const {
  const auto decide = [&](std::uint32_t, TagSet candidates, const tagging::FeatureRows& features) {
    return sum_of(model_->rows, features).best_of(candidates);
  };
  tagging::Walk(*model_, document, tokens, known).run(decide, out);
}

WordClasses Tagger::classes_of(std::uint32_t word) const { return model_->lexicon.find(word); }

bool Tagger::knows_lower_case(std::uint32_t word) const {
  return model_->lexicon.find(word, Casing::lower) != tag_class::absent;
}

}  // namespace quotary
