// LineGate: whether a paragraph can hold anything about provenance, from its tokens alone, so that
// body text costs next to nothing.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

#include "quotary/document.h"
#include "rules/line_words.h"

namespace quotary {

// What a paragraph may hold.
struct LineSigns {
  bool dateline = false;
  bool names = false;  // bylines, credits
  bool notice = false;

  [[nodiscard]] bool any() const { return dateline || names || notice; }
  static LineSigns all() { return {true, true, true}; }
};

class LineGate {
 public:
  explicit LineGate(const LineWords& words);

  // Requires a paragraph with tokens. Linear in its tokens; a few probes of small tables each.
  [[nodiscard]] LineSigns signs(const Document& document, const Paragraph& paragraph) const;

 private:
  // Words by id, ascending.
  using WordSet = std::vector<std::uint32_t>;

  // Anywhere, among the first words, among the last.
  struct Triggers {
    WordSet anywhere, head, tail;
  };

  // Whether some word of a set has an id that is the same modulo the size: few of a text have.
  using WordBits = std::bitset<16384>;

  static WordSet words_of(const LineWords& words, const std::string& group, WordBits& bits);

  [[nodiscard]] bool is_at_end(std::uint32_t word) const {
    return at_ends_[word % at_ends_.size()];
  }

  Triggers names_, notice_;
  WordBits anywhere_;  // the triggers that count anywhere,
  WordBits at_ends_;   // and those that count at either end
};

}  // namespace quotary
