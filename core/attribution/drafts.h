// Drafts: quotes before they have a place in the Analysis.
#pragma once

#include <vector>

#include "attribution/proposals.h"
#include "quotes/turns.h"

namespace quotary {

struct Draft {
  std::vector<Range> parts;
  const Proposal* proposal = nullptr;  // null: a turn, or quoted words without a cue
  const Turn* turn = nullptr;
  bool block = false;  // paragraphs of their own, without marks

  // Whether it may hold other quotes.
  [[nodiscard]] bool encloses() const { return turn != nullptr || block; }
};

}  // namespace quotary
