#include "pattern/near_filter.h"

#include <bit>

#include "pattern/walk.h"

namespace quotary::pattern {

NearFilter::Sets NearFilter::near_sets(std::span<const Node> nodes, std::uint32_t root,
                                       const SymbolSets& sets) {
  Sets near;
  Distances ends = 1;
  if (root != kNone) {
    auto collect = [&](std::uint32_t node, Distances starts) {
      const SymbolSet symbols = sets.of(nodes, node);
      for (std::size_t k = 0; k < kNear; ++k) {
        if ((starts >> k & 1U) == 0) continue;
        for (std::size_t symbol = 0; symbol < symbols.size(); ++symbol) {
          if (symbols.test(symbol)) near[k].set(symbol);
        }
      }
      return starts;
    };
    ends = walk(nodes, root, Distances{1}, collect);
  }
  // Past the shortest match anything may stand, and the text may end.
  for (auto k = static_cast<std::size_t>(std::countr_zero(ends)); k < kNear; ++k) near[k].set();
  return near;
}

void NearFilter::add(const Split& split, const Variant& variant, const SymbolSets& sets) {
  rows_.push_back({.at = sets.of(split.nodes, variant.anchor),
                   .sides = {near_sets(split.nodes, variant.left, sets),
                             near_sets(split.nodes, variant.right, sets)}});
}

void NearFilter::build() {
  words_ = (rows_.size() + 63) / 64;
  const auto write = [&](Table& table, const auto& set_of) {
    table.assign(kRows * words_, 0);
    for (std::size_t variant = 0; variant < rows_.size(); ++variant) {
      const auto& set = set_of(rows_[variant]);
      for (std::size_t symbol = 0; symbol < set.size(); ++symbol) {
        if (!set.test(symbol)) continue;
        table[symbol * words_ + variant / 64] |= std::uint64_t{1} << (variant % 64);
      }
    }
  };
  write(at_, [](const Row& row) -> const SymbolSet& { return row.at; });
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t k = 0; k < kNear; ++k) {
      write(sides_[side][k],
            [&](const Row& row) -> const std::bitset<kRows>& { return row.sides[side][k]; });
    }
  }
  rows_.clear();
  rows_.shrink_to_fit();
}

std::uint64_t NearFilter::candidates(const Site& site, std::size_t word) const {
  std::uint64_t left_over = at_[site.symbols[site.at] * words_ + word];
  for (std::size_t k = 0; k < kNear && left_over != 0; ++k) {
    const std::size_t after = site.at + k + 1;
    const std::size_t left = site.at > k    ? site.symbols[site.at - k - 1]
                             : site.at == k ? kEdgeSymbol
                                            : kNothing;
    const std::size_t right = after < site.symbols.size()    ? site.symbols[after]
                              : after == site.symbols.size() ? kEdgeSymbol
                                                             : kNothing;
    left_over &= sides_[0][k][left * words_ + word] & sides_[1][k][right * words_ + word];
  }
  return left_over;
}

}  // namespace quotary::pattern
