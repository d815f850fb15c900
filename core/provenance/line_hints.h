// LineHints: what may begin with a word of a line, so that a grammar looks only where it can find
// something.
#pragma once

#include <array>
#include <cstdint>

#include "rules/line_words.h"

namespace quotary {

// What begins with a word, or may begin with it: other words share its slot. Immutable once filled.
class LineHints {
 public:
  using Set = std::uint8_t;
  static constexpr Set kRole = 1, kLabel = 2, kLabelAdjective = 4, kGift = 8;
  static constexpr Set kLicensed = 16, kVia = 32, kPosting = 64, kMonth = 128;

  // Phrases of these groups give `hint`.
  void add(const LineWords& words, const LineGroups& groups, Set hint);

  // Never leaves out a hint whose phrases may begin with `token`.
  [[nodiscard]] Set of(const LineToken& token) const { return slots_[slot_of(token)]; }

 private:
  static std::size_t slot_of(const LineToken& token) {
    return (token.kind == LineTokenKind::mark ? token.mark : token.word) % kSlots;
  }

  static constexpr std::size_t kSlots = 4096;
  std::array<Set, kSlots> slots_ = {};
};

}  // namespace quotary
