// TagLexicon: which tags a word can have. Most tokens of a text are decided by it alone.
#pragma once

#include <array>
#include <bit>
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

// What an entry speaks of: the word in lower case, "bush"; with a capital that its place in the
// sentence does not call for, "Bush"; with the capital of the first word. The last is there for
// common words alone: for others it follows from the first two. `kind`: of no word, but of a kind
// of token, see TagLexicon::word_of().
enum class Casing : std::uint8_t { lower, capital, start, kind };

// A hash table from (word id, casing) to a class, in buckets of four slots that are compared at
// once: looking up takes no branch but the one on success. A slot keeps the upper 24 bits of the
// key, the lower ones decide where it stands: an unknown word is taken for a known one hardly more
// often than two words share an id.
class TagLexicon {
 public:
  // Room for `words` entries. Those of the kinds of token other than words are there already.
  explicit TagLexicon(std::uint32_t words = 0);

  // Requires fewer than `words` entries so far. An entry that is there already is kept.
  void insert(std::uint32_t word, Casing casing, ClassIndex index);

  // What an entry is found by. To ask for many, first make all keys and fetch() them: the table is
  // too large for the first-level cache.
  using Key = std::uint32_t;
  [[nodiscard]] static constexpr Key key_of(std::uint32_t word, Casing casing) {
    const std::uint32_t mixed =
        (word ^ static_cast<std::uint32_t>(casing) * 0x5BD1E995U) * 0x9E3779B1U;
    return mixed ^ (mixed >> 15);
  }
  void fetch(Key key) const { __builtin_prefetch(buckets_.data() + (key & mask_)); }

  // tag_class::absent if there is no entry.
  [[nodiscard]] ClassIndex find(Key key) const {
    for (std::uint32_t at = key;; ++at) {
      const Bucket bucket = buckets_[at & mask_];
      const Bucket equal = ((bucket ^ key) >> 8) == 0;
      const Bucket found = bucket & equal;
      const auto halves = std::bit_cast<std::array<std::uint64_t, 2>>(found);
      const std::uint64_t either = halves[0] | halves[1];
      const auto index = static_cast<ClassIndex>(either | either >> 32);
      if (index != tag_class::absent || bucket[3] == 0) return index;
    }
  }
  [[nodiscard]] ClassIndex find(std::uint32_t word, Casing casing) const {
    return find(key_of(word, casing));
  }

  // What stands for the word id in entries with Casing::kind.
  static constexpr std::uint32_t word_of(TokenKind kind) {
    return static_cast<std::uint32_t>(kind);
  }

 private:
  friend struct ImageFields;  // core/rules
  using Bucket = std::uint32_t __attribute__((vector_size(16)));

  std::vector<Bucket> buckets_;  // filled from their first slot on
  std::uint32_t mask_;
};

}  // namespace quotary
