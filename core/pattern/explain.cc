#include "pattern/explain.h"

#include <algorithm>
#include <bit>

#include "pattern/compile.h"
#include "pattern/split.h"
#include "pattern/walk.h"

namespace quotary::pattern {
namespace {

constexpr std::size_t kBeyond = 256;

bool holds(const SymbolSet& set, std::size_t symbol) {
  return symbol != kBeyond && set.test(symbol);
}

// How one side of an anchor went.
struct SideTrial {
  bool holds = false;
  std::uint32_t furthest = 0;           // distance from the anchor at which nothing fitted
  std::vector<std::uint32_t> expected;  // the expressions tried there
};

// What both sides and the anchor of one variant came to.
struct Trial {
  bool anchor = false;
  SideTrial left;
  SideTrial right;

  [[nodiscard]] bool holds() const { return anchor && left.holds && right.holds; }
  [[nodiscard]] std::uint32_t progress() const {
    if (!anchor) return 0;
    return 1 + left.furthest + right.furthest + (left.holds ? kWindow : 0) +
           (right.holds ? kWindow : 0);
  }
};

class Explainer {
 public:
  Explainer(const Pattern& pattern, const Alphabet& alphabet, const Site& site)
      : pattern_(pattern), alphabet_(alphabet), site_(site), sets_(pattern, alphabet) {}

  Explanation run() {
    const Result<Split> parts = split(pattern_);
    if (!parts || site_.at >= site_.symbols.size()) return {};
    split_ = &*parts;
    Trial best;
    const Variant* of_best = nullptr;
    for (const Variant& variant : parts->variants) {
      const Trial trial = trial_of(variant);
      if (trial.holds()) return {.matched = true};
      if (of_best != nullptr && trial.progress() <= best.progress()) continue;
      best = trial;
      of_best = &variant;
    }
    return told(best, *of_best);
  }

 private:
  [[nodiscard]] const Node& node(std::uint32_t at) const { return split_->nodes[at]; }

  [[nodiscard]] Trial trial_of(const Variant& variant) const {
    return {.anchor = sets_.of(split_->nodes, variant.anchor).test(site_.symbols[site_.at]),
            .left = side(variant.left, true),
            .right = side(variant.right, false)};
  }

  // The symbol at a distance from the anchor, or nothing at the edge.
  [[nodiscard]] std::uint32_t index_at(std::uint32_t distance, bool left) const {
    if (left) return distance < site_.at ? site_.at - 1 - distance : kNone;
    return std::min<std::uint32_t>(site_.at + 1 + distance,
                                   static_cast<std::uint32_t>(site_.symbols.size()));
  }

  // kEdgeSymbol right beyond the last symbol, kBeyond farther on.
  [[nodiscard]] std::size_t symbol_at(std::uint32_t index, std::uint32_t distance,
                                      bool left) const {
    if (index < site_.symbols.size()) return site_.symbols[index];
    const auto size = static_cast<std::uint32_t>(site_.symbols.size());
    const std::uint32_t there = left ? site_.at : size - site_.at - 1;
    return distance == there ? kEdgeSymbol : kBeyond;
  }

  [[nodiscard]] SideTrial side(std::uint32_t root, bool left) const {
    SideTrial trial;
    if (root == kNone) {
      trial.holds = true;
      return trial;
    }
    auto test = [&](std::uint32_t at, Distances starts) {
      const SymbolSet set = sets_.of(split_->nodes, at);
      Distances held = 0;
      for (Distances rest = starts; rest != 0; rest &= rest - 1) {
        const auto distance = static_cast<std::uint32_t>(std::countr_zero(rest));
        const std::uint32_t index = index_at(distance, left);
        if (distance < kWindow && holds(set, symbol_at(index, distance, left))) {
          held |= Distances{1} << distance;
        } else {
          note_failure(trial, distance, at);
        }
      }
      return held;
    };
    trial.holds = walk(split_->nodes, root, Distances{1}, test) != 0;
    return trial;
  }

  static void note_failure(SideTrial& trial, std::uint32_t distance, std::uint32_t at) {
    if (distance < trial.furthest) return;
    if (distance > trial.furthest) trial.expected.clear();
    trial.furthest = distance;
    trial.expected.push_back(at);
  }

  [[nodiscard]] Explanation told(const Trial& trial, const Variant& variant) const {
    Explanation told;
    if (!trial.anchor) {
      told.furthest = site_.at;
      told.expected = {std::string(pattern_.text_of(node(variant.anchor)))};
    } else {
      told.left = trial.right.holds;
      const SideTrial& failed = told.left ? trial.left : trial.right;
      told.furthest = index_at(failed.furthest, told.left);
      for (const std::uint32_t each : failed.expected) {
        std::string text(pattern_.text_of(node(each)));
        if (std::find(told.expected.begin(), told.expected.end(), text) == told.expected.end()) {
          told.expected.push_back(std::move(text));
        }
      }
      told.matched_through = held_part(failed.expected, told.left);
    }
    told.found = found_at(told.furthest);
    return told;
  }

  [[nodiscard]] std::string found_at(std::uint32_t index) const {
    if (index == kNone) return "the beginning";
    if (index >= site_.symbols.size()) return "the end";
    return alphabet_.describe(site_.symbols[index]);
  }

  // The outermost parts of the pattern that stand before (left: after) all that failed.
  [[nodiscard]] std::string held_part(const std::vector<std::uint32_t>& failed, bool left) const {
    const Node& root = pattern_.nodes[pattern_.root];
    if (root.kind != NodeKind::sequence) return {};
    std::uint32_t cut = left ? 0 : static_cast<std::uint32_t>(pattern_.text.size());
    for (std::uint32_t part = root.child; part != kNone; part = pattern_.nodes[part].next) {
      const Span text = pattern_.nodes[part].text;
      const bool holds_failure = std::any_of(failed.begin(), failed.end(), [&](std::uint32_t each) {
        return text.contains(node(each).text);
      });
      if (!holds_failure) continue;
      cut = left ? std::max(cut, text.end) : std::min(cut, text.begin);
    }
    const std::string_view text = pattern_.text;
    const std::string_view held = left ? text.substr(cut) : text.substr(0, cut);
    const std::size_t first = held.find_first_not_of(" \t\n\r");
    if (first == std::string_view::npos) return {};
    const std::size_t last = held.find_last_not_of(" \t\n\r");
    return std::string(held.substr(first, last - first + 1));
  }

  const Pattern& pattern_;
  const Alphabet& alphabet_;
  Site site_;
  SymbolSets sets_;
  const Split* split_ = nullptr;
};

}  // namespace

Explanation explain(const Pattern& pattern, const Alphabet& alphabet, const Site& site) {
  return Explainer(pattern, alphabet, site).run();
}

std::string Explanation::to_string() const {
  if (matched) return "match.";
  std::string text = "no match.";
  if (!matched_through.empty()) text += " Matched through: " + matched_through + ".";
  text += matched_through.empty() ? " Expected "
          : left                  ? " Before it expected "
                                  : " Then expected ";
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (i != 0) text += i + 1 == expected.size() ? " or " : ", ";
    text += expected[i];
  }
  return text + "; found " + found + ".";
}

}  // namespace quotary::pattern
