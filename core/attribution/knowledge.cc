#include "attribution/knowledge.h"

namespace quotary {

Result<std::shared_ptr<const Knowledge>> Knowledge::of(const RulePack& pack) {
  const PackData& data = pack.data();
  auto tagger = Tagger::load(data.model("tagger.tsv"), "models/tagger.tsv");
  if (!tagger) return tagger.error();
  auto weights = WeightTable::parse(data.model("attribution.tsv"), "models/attribution.tsv");
  if (!weights) return weights.error();
  return std::make_shared<const Knowledge>(
      Knowledge{pack, MarkRules(data.quote_marks), std::move(*tagger), ClassWords(data.lexicon),
                ChannelClasses(data.lexicon), BlockRules(data), std::move(*weights),
                static_cast<float>(data.threshold("attribution.accept", 0.35))});
}

void Knowledge::prepare(const Document& document, MarkScratch& scratch, Marks& marks,
                        std::vector<Block>& blocks) const {
  pair_marks(document, mark_rules, marks, scratch);
  name_blocks(document, block_rules, blocks);
}

}  // namespace quotary
