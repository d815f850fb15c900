// A first sieve for rules: the three symbols on each side of an anchor, and the anchor's own, tell
// by table which variants can hold there at all. A few loads instead of a program each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pattern/compile.h"
#include "pattern/matcher.h"
#include "pattern/split.h"

namespace quotary::pattern {

class NearFilter {
 public:
  // Symbols that are looked at on each side.
  static constexpr std::size_t kNear = 3;

  // Variants are numbered in the order in which they are added.
  void add(const Split& split, const Variant& variant, const SymbolSets& sets);
  // Writes the tables; call it once, after the last add().
  void build();

  [[nodiscard]] std::size_t words() const { return words_; }
  // The variants 64 * word .. 64 * word + 63 that may hold at `site`, one bit each. Never leaves
  // out one that holds. Requires word < words(), site.at inside site.symbols, and kNear symbols
  // after it unless they are complete.
  [[nodiscard]] std::uint64_t candidates(const Site& site, std::size_t word) const;

 private:
  static constexpr std::size_t kNothing = 256;  // the row of what is beyond the edge
  static constexpr std::size_t kRows = 257;
  // What a side allows at each distance.
  struct Near {
    std::array<SymbolSet, kNear> symbols;
    std::size_t shortest = 0;  // from here on anything may stand, and the text may end
  };
  struct Row {
    SymbolSet at;
    std::array<Near, 2> sides;  // left, right
  };
  // For each symbol the variants that allow it.
  using Table = std::vector<std::uint64_t>;

  static Near near_of(std::span<const Node> nodes, std::uint32_t root, const SymbolSets& sets);

  std::size_t words_ = 0;
  std::vector<Row> rows_;  // empty once built
  Table at_;
  std::array<std::array<Table, kNear>, 2> sides_;
};

}  // namespace quotary::pattern
