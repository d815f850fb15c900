// The rules of the pack at work: they name the pattern behind a proposal that holds, and attribute
// quotations that no proposal covers.
#pragma once

#include <cstdint>
#include <vector>

#include "attribution/proposals.h"
#include "mentions/reading.h"
#include "rules/pack.h"
#include "rules/symbols.h"

namespace quotary {

// Buffers of one thread.
struct RuleScratch {
  SymbolString symbols;
  std::vector<Range> quotes;  // tokens of the outermost stretches
};

// Sets `rule` of the proposals that hold, and adds one (accepted, with the rule's confidence) for
// each outermost stretch that no proposal covers and a rule attributes, and for each paragraph
// without marks that a colon introduces and that holds a word of `first_person`. `held` grows with
// them and stays in order of heads. Linear: the sentences around a quotation or a cue are read, and
// no more.
void apply_rules(const Reading& reading, const PackData& pack, const ClassSet& first_person,
                 RuleScratch& scratch, std::vector<Proposal>& proposals,
                 std::vector<std::uint32_t>& held);

// Whether the content of a proposal is a block quote: paragraphs of their own after the cue's.
[[nodiscard]] bool is_block_quote(const Reading& reading, const Proposal& proposal);

}  // namespace quotary
