// LineGate: whether a paragraph can hold anything about provenance, from its tokens alone, so that
// body text costs next to nothing.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
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
  // A set of words by id.
  class WordSet {
   public:
    void fill(const LineWords& words, std::string_view group);
    [[nodiscard]] bool has(std::uint32_t word) const;

   private:
    std::vector<std::uint32_t> words_;  // ascending
    std::bitset<4096> bits_;            // by word modulo its size
  };

  // Anywhere, among the first words, among the last.
  struct Triggers {
    WordSet anywhere, head, tail;
  };
  Triggers names_, notice_;
};

}  // namespace quotary
