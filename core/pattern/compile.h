// Trees -> sets of symbols, and for people regular expressions over them, in RE2's syntax.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pattern/alphabet.h"
#include "pattern/syntax.h"

namespace quotary::pattern {

using SymbolSet = std::bitset<256>;

// The byte that stands for what is beyond the first and the last symbol of a paragraph. Only Edge
// holds there, nothing else does: neither _ nor !A.
inline constexpr std::uint8_t kEdgeSymbol = 255;
static_assert(kMaxSymbolsOfAlphabet <= kEdgeSymbol);

// The symbols of a pattern's expressions over classes. Refers to both for as long as it lives.
class SymbolSets {
 public:
  SymbolSets(const Pattern& pattern, const Alphabet& alphabet);
  // Requires is_single(nodes, node).
  [[nodiscard]] SymbolSet of(std::span<const Node> nodes, std::uint32_t node) const;

 private:
  const Alphabet* alphabet_;
  std::vector<std::uint32_t> bits_;  // by Pattern::names
};

// A side of an anchor as a regular expression, with a capturing group for each role.
struct SideExpression {
  std::string text;          // empty: anything holds
  std::vector<Role> groups;  // the roles of its groups, in their order; one may occur in branches
};

[[nodiscard]] SideExpression express(std::span<const Node> nodes, std::uint32_t root,
                                     const SymbolSets& sets);

// The expressions of a pattern that splits: one line a variant, "left < anchor > right", the left
// one written outwards from the anchor.
[[nodiscard]] std::string expressions(const Pattern& pattern, const Alphabet& alphabet);

}  // namespace quotary::pattern
