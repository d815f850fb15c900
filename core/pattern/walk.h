// Every place that a tree can lead to, all at once: a set of positions goes in, a set comes out.
#pragma once

#include <cstdint>
#include <span>

#include "pattern/matcher.h"
#include "pattern/syntax.h"

namespace quotary::pattern {

// A set of distances from the anchor, in symbols: bit k stands for k. Bounded by the window.
using Distances = std::uint32_t;
static_assert(kWindow < 32);
inline constexpr Distances kAllDistances = (Distances{1} << kWindow << 1U) - 1U;

// Where a match of `node` that starts at one of `starts` can end. `test(node, starts)` says at
// which of the starts an expression over classes holds. Time: tree size times kWindow.
template <typename Test>
Distances walk(std::span<const Node> nodes, std::uint32_t node, Distances starts, Test& test) {
  if (starts == 0) return 0;
  const Node& here = nodes[node];
  if (is_single(nodes, node)) return (test(node, starts) << 1U) & kAllDistances;
  switch (here.kind) {
    case NodeKind::alternation: {
      Distances ends = 0;
      for (std::uint32_t child = here.child; child != kNone; child = nodes[child].next) {
        ends |= walk(nodes, child, starts, test);
      }
      return ends;
    }
    case NodeKind::repeat: {
      Distances ends = here.min == 0 ? starts : 0;
      Distances now = starts;
      // What is repeated takes at least one symbol, so the window bounds the rounds too.
      for (std::uint32_t round = 1; round <= here.max && now != 0; ++round) {
        now = walk(nodes, here.child, now, test);
        if (round >= here.min) ends |= now;
      }
      return ends;
    }
    default: {  // a sequence, or a role with its one child
      Distances now = starts;
      for (std::uint32_t child = here.child; child != kNone; child = nodes[child].next) {
        now = walk(nodes, child, now, test);
      }
      return now;
    }
  }
}

}  // namespace quotary::pattern
