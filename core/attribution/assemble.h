// Assembly: the proposals that hold, and the quoted stretches that none of them covers, become the
// quotes, cues, mentions and attributions of an Analysis. Who the mentions are is for core/sources.
#pragma once

#include <vector>

#include "attribution/knowledge.h"
#include "attribution/proposals.h"
#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "quotes/turns.h"

namespace quotary {

// The bytes of a part of a content: its words, with the marks and the stop that belong to it.
[[nodiscard]] Span part_span(const Reading& reading, Range words);

// Proposals of a document, the indices of those that hold, and what its layout attributes.
struct Settled {
  const std::vector<Proposal>& proposals;
  const std::vector<std::uint32_t>& held;
  const std::vector<Turn>& turns;
};

// Fills quotes, parts, cues, mentions and attributions of `analysis`, whose stretches and blocks
// are there already, in the order of the text.
void assemble(const Reading& reading, const Knowledge& knowledge, const Settled& settled,
              Analysis& analysis);

}  // namespace quotary
