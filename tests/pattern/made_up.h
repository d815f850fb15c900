// Patterns made up at random over an alphabet of four symbols.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "pattern/pattern.h"

namespace quotary::pattern {

inline const std::vector<std::string> kKnown = {"Quote", "A", "B"};

// Four symbols: Quote, A, B, and one that is both A and B.
inline Alphabet small_alphabet(std::span<const Pattern> patterns) {
  ClassTable classes = ClassTable::of(patterns).value();
  const std::vector<ClassMask> masks = {classes.mask({"Quote"}), classes.mask({"A"}),
                                        classes.mask({"B"}), classes.mask({"A", "B"})};
  return Alphabet::of(std::move(classes), masks).value();
}

inline std::vector<std::uint8_t> small_symbols(const Alphabet& alphabet) {
  return {alphabet.symbol({"Quote"}), alphabet.symbol({"A"}), alphabet.symbol({"B"}),
          alphabet.symbol({"A", "B"})};
}

// A pattern made up at random, from brackets `depth` deep. Never a role: those are put around it.
inline std::string made_up(std::mt19937& random, int depth) {
  const auto pick = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  static const std::vector<std::string> kSingles = {"A",  "B",     "Quote", "_",
                                                    "!A", "A & B", "A & !B"};
  if (depth == 0 || pick(3) == 0) return kSingles[pick(7)];
  switch (pick(4)) {
    case 0:
      return "(" + made_up(random, depth - 1) + " | " + made_up(random, depth - 1) + ")";
    case 1: {
      static const std::vector<std::string> kTimes = {"?", "*", "+", "{2}", "{0,2}", "{1,3}"};
      return "(" + made_up(random, depth - 1) + ")" + kTimes[pick(6)];
    }
    default:
      return made_up(random, depth - 1) + " " + made_up(random, depth - 1);
  }
}

// The same with roles around its parts and {cue} for an anchor.
inline std::string made_up_rule(std::mt19937& random) {
  std::string text = "{cue: " + made_up(random, 2) + "}";
  if (random() % 2 == 0) text = "{speaker: " + made_up(random, 2) + "} " + text;
  if (random() % 2 == 0) text += " {content: " + made_up(random, 2) + "}";
  if (random() % 3 == 0) text = made_up(random, 1) + " " + text;
  if (random() % 3 == 0) text += " " + made_up(random, 1);
  return text;
}

}  // namespace quotary::pattern
