// Knowledge: a rule pack made ready for use. What each stage needs, parsed and compiled once.
#pragma once

#include <memory>
#include <vector>

#include "attribution/medium.h"
#include "attribution/narrative.h"
#include "attribution/proposals.h"
#include "blocks/blocks.h"
#include "mentions/class_words.h"
#include "mentions/reading.h"
#include "model/weights.h"
#include "quotary/analysis.h"
#include "quotary/rules.h"
#include "quotes/marks.h"
#include "quotes/turns.h"
#include "quotes/uses.h"
#include "rules/pack.h"
#include "tags/tagger.h"

namespace quotary {

// Immutable and shared between threads.
struct Knowledge {
  RulePack pack;
  MarkRules mark_rules;
  Tagger tagger;
  ClassWords class_words;
  ChannelClasses channels;
  BlockRules block_rules;
  TurnRules turn_rules;
  const WeightTable& weights;  // of the pack
  CueGate gate;
  NarrativeJudge narrative;
  ClassSet speech_verbs;  // verbs that report quoted words
  ClassSet work_words;    // before the titles of works
  ClassSet motto_words;   // before slogans
  Thresholds thresholds;
  UseLimits use_limits;

  // Errors: bad_model, bad_pack.
  // `pack` stays shared.
  static Result<std::shared_ptr<const Knowledge>> of(const RulePack& pack);

  [[nodiscard]] const Lexicon& lexicon() const { return pack.data().lexicon; }
  // Pairs the quotation marks of `document` and names its blocks; `hints` as name_blocks() has
  // them.
  void prepare(const Document& document, MarkScratch& scratch, Marks& marks,
               std::vector<Block>& blocks, std::span<const ElementHint> hints = {}) const;
};

}  // namespace quotary
