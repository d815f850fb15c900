// SymbolTable: what the set of classes of a word means for the class string.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"
#include "quotary/document.h"
#include "rules/lexicon.h"

namespace quotary {

// Classes that come from the shape of the text, not from a lexicon. Every pack has them:
//   Quote    a stretch between quotation marks
//   Name     a run of capitalised words with its titles: "Deputy Prime Minister Maria Kovac"
//   Nominal  a noun phrase that names a source by its kind: "a senior official", "two police
//   officers" Word Number Mark Clitic   what kind of token it is; a Mark is any punctuation Capital
//   a word with a capital that is no part of a Name Verb     a word that the tagger takes for a
//   verb, if there is a tagger
enum class SymbolKind : std::uint8_t {
  word,
  capital_word,
  verb,
  number,
  mark,
  clitic,
  other,
  quote,
  name,
  nominal,
};
inline constexpr std::size_t kTokenSymbolKinds = 7;  // those before `quote`
inline constexpr std::size_t kSymbolKinds = 10;

[[nodiscard]] const std::vector<std::string>& structural_classes();

// Which classes of the pack take which part in names and nominals (pack.json, "symbols").
struct PhraseClasses {
  ClassSet title;          // stands before a name and belongs to it: titles, honorifics, roles
  ClassSet first_name;     // begins a name even where a capital is due
  ClassSet particle;       // inside a name in lower case: "van", "bin"
  ClassSet suffix;         // after a name: "Jr."
  ClassSet never_name;     // no part of a name, though capitalised: "The", "Monday"
  ClassSet determiner;     // begins a nominal: "the", "his", "two"
  ClassSet head;           // heads a nominal: "official", "company"
  ClassSet modifier;       // inside a nominal without a determiner: "senior", "Russian"
  ClassSet never_nominal;  // ends a nominal: verbs, prepositions, pronouns
  ClassSet male;           // tells the gender of whoever is meant: "he", "Mr.", "chairman"
  ClassSet female;
};

// The same, as bits of one set of classes.
namespace phrase_bit {
inline constexpr std::uint16_t title = 1;
inline constexpr std::uint16_t first_name = 2;
inline constexpr std::uint16_t particle = 4;
inline constexpr std::uint16_t suffix = 8;
inline constexpr std::uint16_t never_name = 16;
inline constexpr std::uint16_t determiner = 32;
inline constexpr std::uint16_t head = 64;
inline constexpr std::uint16_t modifier = 128;
inline constexpr std::uint16_t never_nominal = 256;
inline constexpr std::uint16_t male = 512;
inline constexpr std::uint16_t female = 1024;
}  // namespace phrase_bit

// Immutable. All look-ups are one access to a table.
class SymbolTable {
 public:
  SymbolTable() = default;
  SymbolTable(const Lexicon& lexicon, const PhraseClasses& phrases,
              const pattern::Alphabet& alphabet);

  // Every set of classes that a symbol can have, for Alphabet::of.
  [[nodiscard]] static std::vector<pattern::ClassMask> masks(const Lexicon& lexicon,
                                                             const pattern::ClassTable& classes);

  [[nodiscard]] std::uint16_t phrase_bits(SetId set) const { return phrase_bits_[set]; }
  // The byte that stands for a token of this kind with these classes.
  [[nodiscard]] std::uint8_t symbol(SetId set, SymbolKind kind) const {
    return symbols_[set * kTokenSymbolKinds + static_cast<std::size_t>(kind)];
  }
  // Of a collapsed symbol: quote, name or nominal.
  [[nodiscard]] std::uint8_t symbol(SymbolKind kind) const {
    return collapsed_[static_cast<std::size_t>(kind) - kTokenSymbolKinds];
  }

 private:
  std::vector<std::uint16_t> phrase_bits_;
  std::vector<std::uint8_t> symbols_;
  std::uint8_t collapsed_[kSymbolKinds - kTokenSymbolKinds] = {0, 0, 0};
};

}  // namespace quotary
