#include "attribution/knowledge.h"

#include <algorithm>
#include <array>

namespace quotary {

namespace {

ClassSet speech_verbs_of(const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 3> kNames = {"SpeechVerb", "QuoteVerb", "AskVerb"};
  return lexicon.class_set(kNames);
}

ClassSet class_of(const Lexicon& lexicon, std::string_view name) {
  return lexicon.class_set(std::array{name});
}

UseLimits use_limits_of(const PackData& data) {
  const auto get = [&](std::string_view name, std::uint32_t otherwise) {
    const double most = data.threshold(name, static_cast<double>(otherwise));
    return static_cast<std::uint32_t>(std::clamp(most, 0.0, 1e6));
  };
  UseLimits limits;
  limits.title_words = get("use.title-words", limits.title_words);
  limits.nickname_words = get("use.nickname-words", limits.nickname_words);
  limits.motto_words = get("use.motto-words", limits.motto_words);
  limits.scare_words = get("use.scare-words", limits.scare_words);
  limits.speech_words = get("use.speech-words", limits.speech_words);
  return limits;
}

Thresholds thresholds_of(const PackData& data) {
  const auto get = [&](std::string_view name, float otherwise) {
    return static_cast<float>(data.threshold(name, static_cast<double>(otherwise)));
  };
  Thresholds thresholds;
  thresholds.accept = get("attribution.accept", thresholds.accept);
  thresholds.accept_quoted = get("attribution.accept-quoted", thresholds.accept_quoted);
  thresholds.accept_narrative = get("attribution.accept-narrative", thresholds.accept_narrative);
  return thresholds;
}

}  // namespace

Result<std::shared_ptr<const Knowledge>> Knowledge::of(const RulePack& pack) {
  const PackData& data = pack.data();
  if (!data.tagger || !data.attribution) {
    return Error{
        ErrorCode::bad_model, "the pack has no models/tagger.tsv and models/attribution.tsv", {}};
  }
  ClassWords class_words(data.lexicon);
  CueGate gate(*data.attribution, class_words);
  return std::make_shared<const Knowledge>(
      Knowledge{pack, MarkRules(data.quote_marks), *data.tagger, std::move(class_words),
                ChannelClasses(data.lexicon), BlockRules(data), TurnRules(data), *data.attribution,
                std::move(gate), NarrativeJudge(data), speech_verbs_of(data.lexicon),
                class_of(data.lexicon, "WorkNoun"), class_of(data.lexicon, "MottoNoun"),
                thresholds_of(data), use_limits_of(data)});
}

void Knowledge::prepare(const Document& document, MarkScratch& scratch, Marks& marks,
                        std::vector<Block>& blocks, std::span<const ElementHint> hints) const {
  pair_marks(document, mark_rules, marks, scratch);
  name_blocks(document, block_rules, blocks, hints);
}

}  // namespace quotary
