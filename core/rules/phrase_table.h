// PhraseTable: names and words of several tokens each, found in a row of LineTokens.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/line_tokens.h"

namespace quotary {

// How a spelling is compared.
enum class Spelling : std::uint16_t {
  folded,  // whatever its case
  exact,   // letter by letter: "AP", "dpa"
};

struct FoundPhrase {
  std::uint32_t tokens = 0;  // how many it takes; 0: none
  std::uint32_t phrase = 0;  // number of the entry
  bool as_written = false;   // in the very case of its spelling
};

// Immutable once filled. A look-up costs a probe for each token that goes on with a phrase, and
// next to nothing where none begins or goes on.
class PhraseTable {
 public:
  static constexpr std::uint32_t kMaxTokens = 12;

  // Adds a spelling for entry `phrase`; false if it holds no word, or too many. Marks inside it
  // ("A.P.", "AT&T") have to be there. Of two entries with one spelling the later holds.
  bool add(std::string_view spelling, Spelling how, std::uint32_t phrase);
  // The entry of exactly this spelling; kNone if there is none.
  [[nodiscard]] std::uint32_t find(std::string_view spelling, Spelling how) const;
  // The entry that is spelled so, whatever the case of either; kNone if there is none.
  [[nodiscard]] std::uint32_t find_folded(std::string_view text) const;
  // What entry `index` is spelled like, in the order in which they were added.
  [[nodiscard]] std::string_view spelling(std::uint32_t index) const {
    return letters(entries_[index].written);
  }
  // The longest phrase that begins with token `first` and ends before `last`.
  [[nodiscard]] FoundPhrase longest_at(std::string_view text, const std::vector<LineToken>& tokens,
                                       std::uint32_t first, std::uint32_t last) const {
    if (!may_begin_with(tokens[first])) return {};
    return longest_from(text, tokens, first, last);
  }
  // Whether some phrase may begin with this token, or the word of this word_id(); a probe of 8 kB.
  [[nodiscard]] bool may_begin_with(const LineToken& token) const {
    return first_[key(0, token) % first_.size()];
  }
  [[nodiscard]] bool may_begin_with(std::uint32_t word) const {
    return first_[key(0, word) % first_.size()];
  }
  // Whether some phrase may begin with these two words, or is the first of them.
  [[nodiscard]] bool may_begin_with(std::uint32_t word, std::uint32_t next) const;
  [[nodiscard]] bool empty() const { return entries_.empty(); }

 private:
  friend struct ImageFields;
  struct Entry {
    Span written;  // into letters_: the spelling,
    Span folded;   // and its folded form
    std::uint32_t phrase = 0;
    std::uint32_t next = 0;  // one with the same hash, plus one
    std::uint16_t tokens = 0;
    Spelling how = Spelling::folded;
  };
  [[nodiscard]] static constexpr std::uint64_t key(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29U);
  }
  [[nodiscard]] static std::uint64_t key(std::uint64_t hash, const LineToken& token) {
    return key(hash, token.kind == LineTokenKind::mark ? 0x100000000ULL + token.mark : token.word);
  }
  // How one or more phrases begin, whole phrases included.
  struct Beginning {
    std::uint64_t hash = 0;   // of its tokens; 0: an empty slot
    std::uint64_t entry = 0;  // the phrase that ends here, plus one; 0: all of them go on
  };
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const;
  void grow();
  Beginning& beginning(std::uint64_t hash);
  [[nodiscard]] FoundPhrase longest_from(std::string_view text,
                                         const std::vector<LineToken>& tokens, std::uint32_t first,
                                         std::uint32_t last) const;
  [[nodiscard]] const Entry* match(std::uint64_t entry, std::string_view text,
                                   const std::vector<LineToken>& tokens, std::uint32_t first,
                                   std::uint32_t count, bool& as_written) const;

  [[nodiscard]] std::string_view letters(Span span) const {
    return std::string_view(letters_).substr(span.begin, span.size());
  }
  Span store(std::string_view text);

  std::vector<LineToken> scratch_;  // of add()
  std::string letters_;
  std::vector<Entry> entries_;
  std::vector<Beginning> beginnings_ = std::vector<Beginning>(2);  // power of two, half are empty
  std::size_t beginning_count_ = 0;
  // By the hash of a beginning of one token, and of longer ones: none is there where it is not set.
  // The beginnings themselves are too many for the caches.
  std::bitset<65536> first_;
  std::bitset<65536> longer_;
};

}  // namespace quotary
