// The slow and obvious matcher: plain backtracking over the tree as it was written, one reading
// after the other. It shares nothing with the engine but the parser.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "pattern/pattern.h"

namespace quotary::pattern {

// One way in which a pattern holds.
struct OracleMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::array<Range, kRoleCount> roles = {};

  friend bool operator==(const OracleMatch&, const OracleMatch&) = default;
};

inline OracleMatch as_oracle_match(const Hit& hit) {
  return {hit.whole.first, hit.whole.last, hit.roles};
}

class Oracle {
 public:
  // Forwards reads from left to right, backwards from right to left: branches and repetitions are
  // tried in that order.
  enum class Direction : std::uint8_t { forwards, backwards };

  Oracle(const Pattern& pattern, const Alphabet& alphabet, Direction direction)
      : pattern_(pattern), alphabet_(alphabet), forwards_(direction == Direction::forwards) {}

  // Every match whose anchor is symbol `at`, the preferred first among those that begin (backwards:
  // end) at the same symbol. Stops after `steps` steps: see exhausted().
  std::vector<OracleMatch> matches(std::span<const std::uint8_t> symbols, std::uint32_t at,
                                   std::uint64_t steps = 1'000'000) {
    // With the edges, which stand one before the first symbol and one after the last.
    symbols_.assign(1, kEdge);
    symbols_.insert(symbols_.end(), symbols.begin(), symbols.end());
    symbols_.push_back(kEdge);
    anchor_ = at + 1;
    steps_ = steps;
    const auto clipped = [&](Range range) -> Range {
      const auto size = static_cast<std::uint32_t>(symbols.size());
      range = {std::min(std::max(range.first, 1U) - 1, size),
               std::min(std::max(range.last, 1U) - 1, size)};
      return range.empty() ? Range{} : range;
    };
    std::vector<OracleMatch> found;
    for (std::uint32_t start = 0; start <= symbols_.size(); ++start) {
      roles_ = {};
      head_ = kNone;
      match(pattern_.root, start, Inside::nothing, [&](std::uint32_t end) {
        if (head_ != anchor_) return;
        const Range whole = clipped({std::min(start, end), std::max(start, end)});
        found.push_back({whole.first, whole.last, {}});
        for (std::size_t i = 0; i < kRoleCount; ++i) found.back().roles[i] = clipped(roles_[i]);
      });
    }
    return found;
  }
  [[nodiscard]] bool exhausted() const { return steps_ == 0; }

 private:
  // Whether a node stands in the anchor's role, and whether its symbol is the anchor there.
  enum class Inside : std::uint8_t { nothing, head, tail };
  static constexpr std::uint8_t kEdge = 255;
  using Continue = std::function<void(std::uint32_t)>;

  [[nodiscard]] const Node& node(std::uint32_t at) const { return pattern_.nodes[at]; }
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t at) const {
    std::vector<std::uint32_t> list;
    for (std::uint32_t child = node(at).child; child != kNone; child = node(child).next) {
      list.push_back(child);
    }
    return list;
  }

  // Nothing but Edge holds at the edge.
  [[nodiscard]] bool meets(std::uint32_t at, std::uint8_t symbol) const {
    if (symbol == kEdge &&
        (node(at).kind == NodeKind::any || node(at).kind == NodeKind::negation)) {
      return false;
    }
    switch (node(at).kind) {
      case NodeKind::any:
        return true;
      case NodeKind::edge:
        return symbol == kEdge;
      case NodeKind::one_class: {
        const std::uint32_t bit = alphabet_.classes().bit(pattern_.names[node(at).value]);
        return bit != kNone && symbol < alphabet_.size() && alphabet_.mask(symbol).test(bit);
      }
      case NodeKind::negation:
        return !meets(node(at).child, symbol);
      case NodeKind::conjunction:
        for (const std::uint32_t child : children(at)) {
          if (!meets(child, symbol)) return false;
        }
        return true;
      default:
        for (const std::uint32_t child : children(at)) {
          if (meets(child, symbol)) return true;
        }
        return false;
    }
  }

  // The symbol that the anchor's role is anchored at: the first that is not optional.
  [[nodiscard]] bool carries_head(const std::vector<std::uint32_t>& parts,
                                  std::size_t which) const {
    for (std::size_t i = 0; i < which; ++i) {
      if (!is_optional(pattern_.nodes, parts[i])) return false;
    }
    return !is_optional(pattern_.nodes, parts[which]);
  }

  void match(std::uint32_t at, std::uint32_t position, Inside inside, const Continue& go_on) {
    if (steps_ == 0) return;
    --steps_;
    const Node& here = node(at);
    if (is_single(pattern_.nodes, at) && here.kind != NodeKind::alternation) {
      return match_symbol(at, position, inside, go_on);
    }
    switch (here.kind) {
      case NodeKind::sequence:
        return match_parts(children(at), 0, position, inside, go_on);
      case NodeKind::alternation:
        for (const std::uint32_t child : children(at)) match(child, position, inside, go_on);
        return;
      case NodeKind::repeat:
        return match_repeat(at, 0, position, inside, go_on);
      default:
        return match_role(at, position, inside, go_on);
    }
  }

  void match_symbol(std::uint32_t at, std::uint32_t position, Inside inside,
                    const Continue& go_on) {
    if (forwards_ ? position >= symbols_.size() : position == 0) return;
    const std::uint32_t index = forwards_ ? position : position - 1;
    if (!meets(at, symbols_[index])) return;
    const std::uint32_t before = head_;
    if (inside == Inside::head) head_ = index;
    go_on(forwards_ ? position + 1 : position - 1);
    head_ = before;
  }

  void match_parts(const std::vector<std::uint32_t>& parts, std::size_t done,
                   std::uint32_t position, Inside inside, const Continue& go_on) {
    if (done == parts.size()) return go_on(position);
    const std::size_t which = forwards_ ? done : parts.size() - 1 - done;
    const Inside part =
        inside == Inside::head && !carries_head(parts, which) ? Inside::tail : inside;
    match(parts[which], position, part,
          [&](std::uint32_t next) { match_parts(parts, done + 1, next, inside, go_on); });
  }

  // Greedy. The head is in the first round, which is the last one when reading backwards.
  void match_repeat(std::uint32_t at, std::uint32_t rounds, std::uint32_t position, Inside inside,
                    const Continue& go_on) {
    const Node here = node(at);
    const bool more = here.max == kUnbounded ? rounds <= symbols_.size() : rounds < here.max;
    if (inside != Inside::head) {
      if (more) {
        match(here.child, position, inside,
              [&](std::uint32_t next) { match_repeat(at, rounds + 1, next, inside, go_on); });
      }
      if (rounds >= here.min) go_on(position);
      return;
    }
    if (forwards_) {
      return match(here.child, position, Inside::head,
                   [&](std::uint32_t next) { match_repeat(at, 1, next, Inside::tail, go_on); });
    }
    if (more && rounds + 1 < here.max) {
      match(here.child, position, Inside::tail,
            [&](std::uint32_t next) { match_repeat(at, rounds + 1, next, inside, go_on); });
    }
    if (rounds + 1 >= here.min) match(here.child, position, Inside::head, go_on);
  }

  void match_role(std::uint32_t at, std::uint32_t position, Inside inside, const Continue& go_on) {
    const Node& here = node(at);
    const auto role = static_cast<std::size_t>(here.role);
    if (here.role == role_of(pattern_.anchor)) inside = Inside::head;
    match(here.child, position, inside, [&](std::uint32_t end) {
      const Range before = roles_[role];
      if (end != position) roles_[role] = {std::min(position, end), std::max(position, end)};
      go_on(end);
      roles_[role] = before;
    });
  }

  const Pattern& pattern_;
  const Alphabet& alphabet_;
  bool forwards_;
  std::vector<std::uint8_t> symbols_;
  std::uint32_t anchor_ = 0;
  std::uint32_t head_ = kNone;
  std::uint64_t steps_ = 0;
  std::array<Range, kRoleCount> roles_ = {};
};

}  // namespace quotary::pattern
