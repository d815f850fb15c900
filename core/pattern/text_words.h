// TextWords: which text rules a text is worth asking, by words that they never match without. One
// look at a text costs less than one expression, and far less than compiling it.
#pragma once

#include <array>
#include <bitset>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quotary::pattern {

// Words of which each list has one in every text that a rule matches.
using WordLists = std::vector<std::vector<std::string>>;

// A word is a row of ASCII letters and digits, as \b of RE2 has it; any other character but white
// space is a word of its own. Case does not count. Immutable; const members are thread-safe.
class TextWords {
 public:
  // Rules with higher numbers are worth asking of every text.
  static constexpr std::size_t kMostRules = 256;
  // Lists beyond these are not looked at.
  static constexpr std::size_t kMostLists = 4;
  using Rules = std::bitset<kMostRules>;  // by number

  TextWords() = default;
  // By number of the rule; a rule without lists is asked of every text.
  explicit TextWords(std::span<const WordLists> of_rules);

  // Never leaves out a rule of each of whose lists a word stands in `text`. Linear; allocates
  // nothing.
  [[nodiscard]] Rules worth_asking(std::string_view text) const;

 private:
  struct Demand {
    std::uint32_t word = 0;
    std::uint16_t rule = 0;
    std::uint16_t list = 0;
    auto operator<=>(const Demand&) const = default;
  };

  static constexpr std::array<Rules, kMostLists> all_rules() {
    std::array<Rules, kMostLists> all;
    for (Rules& rules : all) rules.set();
    return all;
  }

  std::array<Rules, kMostLists> without_ = all_rules();  // by list: the rules that have none
  std::vector<Demand> demands_;                          // ascending
  std::bitset<16384> any_;  // by word modulo its size: few words of a text have a bit
};

}  // namespace quotary::pattern
