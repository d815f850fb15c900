// TextWords: which text rules a text is worth asking, by words that they never match without. One
// look at a text costs less than one expression, and far less than compiling it.
#pragma once

#include <bitset>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quotary::pattern {

// A word is a row of ASCII letters and digits, as \b of RE2 has it; any other character above ASCII
// is a word of its own. Case does not count. Immutable; const members are thread-safe.
class TextWords {
 public:
  // Rules with higher numbers are worth asking of every text.
  static constexpr std::size_t kMostRules = 256;
  using Rules = std::bitset<kMostRules>;  // by number

  // By rule: words without one of which it matches no text; none: it is asked of every text.
  using WordLists = std::vector<std::span<const std::string>>;

  TextWords() = default;
  explicit TextWords(const WordLists& words_of_rules);

  // Never leaves out a rule of whose words one stands in `text`. Linear; allocates nothing.
  [[nodiscard]] Rules worth_asking(std::string_view text) const;

 private:
  struct Demand {
    std::uint32_t word = 0;
    std::uint32_t rule = 0;
    auto operator<=>(const Demand&) const = default;
  };

  Rules always_ = ~Rules();      // those without words
  std::vector<Demand> demands_;  // ascending
  std::bitset<4096> any_;        // by word modulo its size: nearly no word of a text has a bit
};

}  // namespace quotary::pattern
