// TagLexicon: which tags a word can have. Most tokens of a text are decided by it alone.
#pragma once

#include <cstdint>
#include <vector>

#include "quotary/document.h"
#include "tags/tag_set.h"

namespace quotary {

// Words that can have the same tags. `rare`: seen too seldom to be trusted with features of its
// own.
struct TagClass {
  TagSet tags = 0;
  bool rare = false;
};

// Index into the classes of a lexicon.
using ClassIndex = std::uint8_t;

// Classes that stand for what is not in the lexicon; the others follow them.
namespace tag_class {
inline constexpr ClassIndex absent = 0;  // no such entry; beyond the end of a sentence
inline constexpr ClassIndex number = 1;
inline constexpr ClassIndex punctuation = 2;
inline constexpr ClassIndex quote_mark = 3;
inline constexpr ClassIndex symbol = 4;
inline constexpr ClassIndex lower = 5;     // unknown words: in lower case,
inline constexpr ClassIndex capital = 6;   // with a capital,
inline constexpr ClassIndex start = 7;     // with a capital where one is due,
inline constexpr ClassIndex compound = 8;  // with a hyphen or a digit in them
inline constexpr ClassIndex clitic = 9;
inline constexpr ClassIndex first_learned = 10;
}  // namespace tag_class

// The class of what is no word, told by its kind alone; absent for words.
[[nodiscard]] constexpr ClassIndex class_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::number:
      return tag_class::number;
    case TokenKind::punctuation:
      return tag_class::punctuation;
    case TokenKind::quote_mark:
      return tag_class::quote_mark;
    case TokenKind::other:
      return tag_class::symbol;
    case TokenKind::word:
    case TokenKind::clitic:
      break;
  }
  return tag_class::absent;
}

// What an entry speaks of: the word in lower case, "bush"; with a capital that its place in the
// sentence does not call for, "Bush"; with the capital of the first word. The last is there for
// common words alone: for others it follows from the first two.
enum class Casing : std::uint8_t { lower, capital, start };

// What a lexicon says of a word in each casing.
class WordClasses {
 public:
  // tag_class::absent if there is no entry.
  [[nodiscard]] ClassIndex of(Casing casing) const {
    return static_cast<ClassIndex>(bits_ >> shift_of(casing));
  }
  void set(Casing casing, ClassIndex index) { bits_ |= std::uint32_t{index} << shift_of(casing); }
  // False until some lexicon has been asked for the word.
  [[nodiscard]] bool asked() const { return bits_ != 0; }
  [[nodiscard]] WordClasses when_asked() const {
    WordClasses classes = *this;
    classes.bits_ |= kAsked;
    return classes;
  }

 private:
  static constexpr std::uint32_t kAsked = 1U << 24U;
  static constexpr unsigned shift_of(Casing casing) { return 8 * static_cast<unsigned>(casing); }
  std::uint32_t bits_ = 0;  // a ClassIndex for each Casing, the first lowest
};

// A hash table from word ids to the classes of each casing: flat and half empty, so that most words
// are found, or missed, where they are looked for first.
class TagLexicon {
 public:
  // Room for `words` entries.
  explicit TagLexicon(std::uint32_t words = 0);

  // Requires fewer than `words` entries so far. An entry that is there already is kept.
  void insert(std::uint32_t word, Casing casing, ClassIndex index);

  [[nodiscard]] WordClasses find(std::uint32_t word) const {
    return slots_[slot_of(word)].classes.when_asked();
  }
  // tag_class::absent if there is no entry.
  [[nodiscard]] ClassIndex find(std::uint32_t word, Casing casing) const {
    return find(word).of(casing);
  }

 private:
  friend struct ImageFields;  // core/rules
  struct Slot {
    std::uint32_t word = 0;
    WordClasses classes;  // not asked: an empty slot
  };
  [[nodiscard]] std::uint32_t mask() const { return static_cast<std::uint32_t>(slots_.size()) - 1; }
  // Where `word` is or would be; linear probing.
  [[nodiscard]] std::uint32_t slot_of(std::uint32_t word) const {
    std::uint32_t at = word & mask();
    while (slots_[at].word != word && slots_[at].classes.asked()) at = (at + 1) & mask();
    return at;
  }

  std::vector<Slot> slots_;  // a power of two
};

}  // namespace quotary
