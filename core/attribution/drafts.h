// Drafts: quotes before they have a place in the Analysis.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attribution/proposals.h"
#include "quotes/turns.h"

namespace quotary {

struct Draft {
  const Proposal* proposal = nullptr;  // null: a turn, or quoted words without a cue
  const Turn* turn = nullptr;
  bool block = false;                 // paragraphs of their own, without marks
  Range parts = {};                   // of Drafts::parts(), once they are in order
  std::uint32_t latest_part = kNone;  // of them, until then

  // Whether it may hold other quotes.
  [[nodiscard]] bool encloses() const { return turn != nullptr || block; }
};

struct DraftPart {
  Range words;
  std::uint32_t draft = 0;
};

// The drafts of a document. Parts are added to any of them until put_in_order().
class Drafts {
 public:
  void reserve(std::size_t drafts) {
    all_.reserve(drafts);
    parts_.reserve(drafts + drafts / 2);
  }
  // The number of the new draft, which has no parts yet.
  std::uint32_t add(const Draft& draft) {
    all_.push_back(draft);
    return static_cast<std::uint32_t>(all_.size() - 1);
  }
  void add_part(std::uint32_t draft, Range words) {
    all_[draft].latest_part = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back({words, draft});
  }
  // Lets the part that was added last to a draft end later. Requires that there is one.
  void prolong(std::uint32_t draft, std::uint32_t last) {
    parts_[all_[draft].latest_part].words.last = last;
  }

  [[nodiscard]] const std::vector<Draft>& all() const { return all_; }
  // In the order in which they were added, until put_in_order().
  [[nodiscard]] const std::vector<DraftPart>& parts() const { return parts_; }
  // In the order of the text. Requires put_in_order().
  [[nodiscard]] std::span<const DraftPart> parts_of(const Draft& draft) const {
    return std::span(parts_).subspan(draft.parts.first, draft.parts.size());
  }
  // Puts drafts in the order of the text, a turn before what is quoted in it.
  void put_in_order();

 private:
  std::vector<Draft> all_;
  std::vector<DraftPart> parts_;
};

}  // namespace quotary
