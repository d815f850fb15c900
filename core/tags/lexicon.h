// TagLexicon: which tags a word can have. Most tokens of a text are decided by it alone.
#pragma once

#include <cstdint>
#include <vector>

#include "quotary/document.h"
#include "tags/tags.h"

namespace quotary {

// A set of tags, one bit each.
using TagSet = std::uint32_t;
[[nodiscard]] constexpr TagSet tag_bit(Tag tag) { return TagSet{1} << static_cast<unsigned>(tag); }
// The first of a set that is not empty: std::countr_zero would look out for an empty one.
[[nodiscard]] constexpr Tag first_of(TagSet tags) { return static_cast<Tag>(__builtin_ctz(tags)); }

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

// A hash table from word ids to the classes of each casing: flat and half empty, so that most words
// are found, or missed, where they are looked for first.
class TagLexicon {
 private:
  struct Slot {
    std::uint32_t word = 0;
    std::uint32_t classes = 0;  // a ClassIndex for each Casing, the first lowest; 0: empty
  };
  static constexpr unsigned shift_of(Casing casing) { return 8 * static_cast<unsigned>(casing); }

 public:
  // Room for `words` entries.
  explicit TagLexicon(std::uint32_t words = 0);

  // Requires fewer than `words` entries so far. An entry that is there already is kept.
  void insert(std::uint32_t word, Casing casing, ClassIndex index);

  // tag_class::absent if there is no entry.
  [[nodiscard]] ClassIndex find(std::uint32_t word, Casing casing) const {
    return static_cast<ClassIndex>(slots_[slot_of(word)].classes >> shift_of(casing));
  }

  // For many look-ups in a row: most entries, at first sight.
  class FirstSight {
   public:
    explicit FirstSight(const TagLexicon& lexicon)
        : slots_(lexicon.slots_.data()), mask_(lexicon.mask()) {}
    // tag_class::absent if there is no entry, or if it stands elsewhere.
    [[nodiscard]] ClassIndex find(std::uint32_t word, Casing casing) const {
      const Slot& slot = slots_[word & mask_];
      return slot.word == word ? static_cast<ClassIndex>(slot.classes >> shift_of(casing))
                               : tag_class::absent;
    }

   private:
    const Slot* slots_;
    std::uint32_t mask_;
  };

 private:
  friend struct ImageFields;  // core/rules
  [[nodiscard]] std::uint32_t mask() const { return static_cast<std::uint32_t>(slots_.size()) - 1; }
  // Where `word` is or would be; linear probing.
  [[nodiscard]] std::uint32_t slot_of(std::uint32_t word) const {
    std::uint32_t at = word & mask();
    while (slots_[at].word != word && slots_[at].classes != 0) at = (at + 1) & mask();
    return at;
  }

  std::vector<Slot> slots_;  // a power of two
};

}  // namespace quotary
