// What rules ask of a symbol: `Name`, `CueNoun & !Verb`, `(Frame.that | Frame.bare) & Verb`. Two
// sets of classes that answer every question of every rule alike are one symbol.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "pattern/class_mask.h"
#include "pattern/syntax.h"

namespace quotary::pattern {

inline constexpr std::size_t kMaxTests = 1024;

// The answers of one set of classes, a bit each.
using TestAnswers = std::bitset<kMaxTests>;

class ClassTests {
 public:
  // Adds the questions of a pattern that have not been asked before; `bits` are the bits of
  // pattern.names. Past kMaxTests further questions are left out: see full().
  void add(const Pattern& pattern, std::span<const std::uint32_t> bits);

  [[nodiscard]] bool full() const { return full_; }
  [[nodiscard]] TestAnswers answers(const ClassMask& mask) const;

 private:
  void add_below(const Pattern& pattern, std::uint32_t at, std::span<const std::uint32_t> bits);
  std::uint32_t copy(const Pattern& pattern, std::uint32_t at, std::span<const std::uint32_t> bits,
                     std::string& key);
  [[nodiscard]] bool holds(std::uint32_t at, const ClassMask& mask) const;

  std::vector<Node> nodes_;  // `value` of a one_class node is the bit of its class
  std::vector<std::uint32_t> roots_;
  std::unordered_set<std::string> known_;
  bool full_ = false;
};

}  // namespace quotary::pattern
