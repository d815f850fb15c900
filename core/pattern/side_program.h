// One side of an anchor as a small program over symbols, read outwards. It sees a window of symbols
// at most, and most sides that are tried fail at the third: RE2 takes longer to set itself up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pattern/compile.h"
#include "pattern/matcher.h"
#include "pattern/syntax.h"

namespace quotary::pattern {

// The symbols on one side of an anchor, outwards, and the edge of the paragraph if it is in sight.
// It is open if more symbols may follow within the window.
class Outlook {
 public:
  enum class Side : std::uint8_t { left, right };

  // Refers to the symbols of the site, whose anchor is one of them.
  Outlook(const Site& site, Side side)
      : anchor_(site.symbols.data() + site.at), step_(side == Side::left ? -1 : 1) {
    const auto size = static_cast<std::uint32_t>(site.symbols.size());
    const std::uint32_t there = side == Side::left ? site.at : size - site.at - 1;
    symbols_ = std::min(there, kWindow);
    open_ = side == Side::right && !site.complete && there < kWindow;
    size_ = open_ ? there : std::min(there + 1, kWindow);
  }

  // With the edge, if that is in sight.
  [[nodiscard]] std::uint32_t size() const { return size_; }
  // Without it.
  [[nodiscard]] std::uint32_t symbols() const { return symbols_; }
  // Requires distance < size().
  [[nodiscard]] std::uint8_t operator[](std::uint32_t distance) const {
    return distance == symbols_ ? kEdgeSymbol : anchor_[step_ * (std::ptrdiff_t{distance} + 1)];
  }

  [[nodiscard]] bool is_open() const { return open_; }
  // Whether somebody would have liked to see what follows an open one.
  void look_beyond() { looked_beyond_ = looked_beyond_ || open_; }
  [[nodiscard]] bool looked_beyond() const { return looked_beyond_; }

 private:
  const std::uint8_t* anchor_;
  std::ptrdiff_t step_;
  std::uint32_t symbols_;
  std::uint32_t size_;
  bool open_;
  bool looked_beyond_ = false;
};

// How a side holds. Distances count outwards from the anchor; the edge is no symbol of it.
struct SideMatch {
  std::uint32_t length = 0;
  std::array<Range, kRoleCount> roles = {};
};

// The programs of all sides of all rules, one after the other: matching touches few of their lines,
// and these lie together.
class SidePrograms {
 public:
  // Where the program of a side lies. Of a side where nothing stands: anything holds.
  struct Side {
    std::uint32_t begin = 0;  // of its steps
    std::uint16_t entry = 0;  // counted from there
    std::uint16_t forks = 0;
  };

  // The tree below `root`, or of kNone: then anything holds. Nothing if it branches too often.
  std::optional<Side> add(std::span<const Node> nodes, std::uint32_t root, const SymbolSets& sets);

  // The preferred way in which the side holds: greedily, first branches first. Nothing is tried
  // twice at one place, so that it is linear whatever the rule says.
  [[nodiscard]] std::optional<SideMatch> match(Side side, Outlook& outlook) const;

 private:
  enum class StepKind : std::uint8_t { symbol, fork, begin, end, done };
  struct Step {
    StepKind kind = StepKind::done;
    Role role = Role::quote;   // of begin and end
    std::uint16_t number = 0;  // of a symbol: index into sets_; of a fork: which of them it is
    std::uint16_t next = 0;    // counted from the first step; of a fork: what is tried last
    std::uint16_t first = 0;   // of a fork: what is tried first
  };
  class Writer;
  class Run;
  static constexpr std::uint32_t kMaxForks = 1024;
  static constexpr std::size_t kMaxSteps = 65536;  // of a side

  std::vector<Step> steps_ = {Step{}};
  std::vector<SymbolSet> sets_;  // each once
};

}  // namespace quotary::pattern
