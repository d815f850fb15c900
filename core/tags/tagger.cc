#include "tags/tagger.h"

#include <utility>
#include <vector>

#include "tags/best_tag.h"
#include "tags/model.h"
#include "tags/walk.h"

namespace quotary {
namespace {

class Judge {
 public:
  explicit Judge(const std::vector<WeightRow>& rows) : rows_(rows.data()) {}

  using Early = tagging::Scores;
  [[nodiscard]] Early weigh(const tagging::EarlyRows& rows) const {
    Early scores(rows_[rows[0]]);  // written out: no compiler unrolls it at -O2
    scores.add(rows_[rows[1]]);
    scores.add(rows_[rows[2]]);
    scores.add(rows_[rows[3]]);
    return scores;
  }
  [[nodiscard]] Tag decide(std::uint32_t /*token*/, TagSet candidates, Early scores,
                           const tagging::LateRows& rows) const {
    scores.add(rows_[rows[0]]);
    scores.add(rows_[rows[1]]);
    return scores.best_of(candidates);
  }

 private:
  const WeightRow* rows_;
};

}  // namespace

Result<Tagger> Tagger::load(std::string_view file, std::string name) {
  Result<TaggerModel> model = parse_tagger_model(file, std::move(name));
  if (!model) return model.error();
  return Tagger(std::make_shared<const TaggerModel>(*std::move(model)));
}

void Tagger::tag(const Document& document, Range tokens, std::span<Tag> out) const {
  tagging::Walk(*model_, document, tokens).run(Judge(model_->rows), out);
}

bool Tagger::knows_lower_case(std::uint32_t word) const {
  return model_->lexicon.find(word, Casing::lower) != tag_class::absent;
}

}  // namespace quotary
