#include "pattern/near_filter.h"

#include <bit>

#include "pattern/walk.h"

namespace quotary::pattern {

NearFilter::Near NearFilter::near_of(std::span<const Node> nodes, std::uint32_t root,
                                     const SymbolSets& sets) {
  Near near;
  Distances ends = 1;
  if (root != kNone) {
    auto collect = [&](std::uint32_t node, Distances starts) {
      if ((starts & ((1U << kNear) - 1U)) == 0) return starts;
      const SymbolSet symbols = sets.of(nodes, node);
      for (std::size_t k = 0; k < kNear; ++k) {
        if ((starts >> k & 1U) != 0) near.symbols[k] |= symbols;
      }
      return starts;
    };
    ends = walk(nodes, root, Distances{1}, collect);
  }
  near.shortest = static_cast<std::size_t>(std::countr_zero(ends));
  for (std::size_t k = near.shortest; k < kNear; ++k) near.symbols[k].set();
  return near;
}

void NearFilter::add(const Split& split, const Variant& variant, const SymbolSets& sets) {
  rows_.push_back({.at = sets.of(split.nodes, variant.anchor),
                   .sides = {near_of(split.nodes, variant.left, sets),
                             near_of(split.nodes, variant.right, sets)}});
}

void NearFilter::build() {
  words_ = (rows_.size() + 63) / 64;
  const auto allow = [&](Table& table, std::size_t symbol, std::size_t variant) {
    table[symbol * words_ + variant / 64] |= std::uint64_t{1} << (variant % 64);
  };
  const auto allow_all = [&](Table& table, const SymbolSet& symbols, std::size_t variant) {
    for (std::size_t symbol = 0; symbol < symbols.size(); ++symbol) {
      if (symbols.test(symbol)) allow(table, symbol, variant);
    }
  };
  at_.assign(kRows * words_, 0);
  for (auto& side : sides_) {
    for (Table& table : side) table.assign(kRows * words_, 0);
  }
  for (std::size_t variant = 0; variant < rows_.size(); ++variant) {
    allow_all(at_, rows_[variant].at, variant);
    for (std::size_t side = 0; side < 2; ++side) {
      const Near& near = rows_[variant].sides[side];
      for (std::size_t k = 0; k < kNear; ++k) {
        allow_all(sides_[side][k], near.symbols[k], variant);
        if (k >= near.shortest) allow(sides_[side][k], kNothing, variant);
      }
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
