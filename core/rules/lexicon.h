// Lexicon: which classes a word belongs to, and which words form one phrase ("according to").
//
// Built once from the files of a rule pack (lexicon_builder.h), then read-only and shared between
// threads. A look-up is one probe of a flat table and never allocates. Ambiguity stays: "May" is in
// as many classes as lexicons list it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "quotary/span.h"
#include "rules/class_set.h"
#include "tags/lexicon.h"

namespace quotary {

// One of the distinct sets of classes that a Lexicon knows; 0 is the empty set.
using SetId = std::uint16_t;

// What a Lexicon says about one token. 8 bytes.
struct WordEntry {
  std::uint32_t word = kNone;  // number of the word in this Lexicon; kNone: it is not listed
  SetId set = 0;               // its classes, given how the token is capitalised
  bool starts_phrase = false;  // some phrase of several words begins with it
  bool common = false;         // it has classes in lower case, too
};

// A phrase of at least two tokens.
struct PhraseHit {
  Range tokens;
  SetId set = 0;
};

class Lexicon {
 public:
  // kNoClass if the pack has no class of this name.
  [[nodiscard]] ClassId class_id(std::string_view name) const;
  [[nodiscard]] std::string_view class_name(ClassId id) const { return class_names_[id]; }
  [[nodiscard]] std::size_t class_count() const { return class_names_.size(); }
  [[nodiscard]] const std::vector<std::string>& class_names() const { return class_names_; }
  // The set of the named classes; names that the pack does not have are left out.
  [[nodiscard]] ClassSet class_set(std::span<const std::string_view> names) const;

  // Requires an id given out by this Lexicon. The set lives as long as the Lexicon.
  [[nodiscard]] const ClassSet& classes(SetId id) const { return sets_[id]; }
  [[nodiscard]] std::size_t set_count() const { return sets_.size(); }

  // `text` is the text of the Document that the token belongs to.
  [[nodiscard]] WordEntry look_up(const Token& token, std::string_view text) const;
  [[nodiscard]] const ClassSet& classes(const Token& token, std::string_view text) const {
    return sets_[look_up(token, text).set];
  }
  // One entry for each token of `tokens` (all, or a window), and what the lexicon of the tagger
  // says of each that is listed; both are overwritten.
  void look_up(std::span<const Token> tokens, std::string_view text,
               std::vector<WordEntry>& entries, std::vector<WordClasses>& tag_classes) const;
  // The entries alone; allocates.
  void look_up(std::span<const Token> tokens, std::string_view text,
               std::vector<WordEntry>& entries) const;

  // Whether a phrase may begin with these two entries: false for nearly all pairs that begin none,
  // and without a look at the trie, which is too large for the first-level cache.
  [[nodiscard]] bool may_begin_phrase(const WordEntry& first, const WordEntry& second) const {
    if (!first.starts_phrase || second.word == kNone) return false;
    const std::uint32_t bit = pair_bit(first.word, second.word);
    return ((pairs_[bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  // The longest phrase of two or more tokens that begins with token `first` and ends before
  // `last`.
  [[nodiscard]] std::optional<PhraseHit> phrase_at(const Document& document, std::uint32_t first,
                                                   std::uint32_t last) const;
  // The same over entries that look_up() has filled; indices count from the first entry.
  [[nodiscard]] std::optional<PhraseHit> phrase_at(std::span<const Token> tokens,
                                                   std::span<const WordEntry> entries,
                                                   std::uint32_t first) const;
  // As phrase_at, and failing that the single token if it has classes.
  [[nodiscard]] std::optional<PhraseHit> longest_at(const Document& document, std::uint32_t first,
                                                    std::uint32_t last) const;

  // Number of distinct words, those inside phrases included, and of phrases.
  [[nodiscard]] std::size_t word_count() const { return word_count_; }
  [[nodiscard]] std::size_t phrase_count() const { return phrase_count_; }
  // Calls visit(text, sets) for each word: its folded form, and its sets in lower case, with a
  // first capital, all in capitals.
  void visit_words(auto&& visit) const {
    for (const Word& word : words_) {
      if (word.length != 0) visit(text_of(word), std::span<const SetId, 3>(word.sets.by_case));
    }
  }
  // The sets of the phrase that ends at node `node` of the trie, as those of a word.
  [[nodiscard]] std::span<const SetId, 3> sets_of_node(std::uint32_t node) const {
    return nodes_[node].by_case;
  }
  [[nodiscard]] std::size_t node_count() const { return nodes_.size(); }

 private:
  friend class LexiconBuilder;
  friend struct ImageFields;

  // Sets for a token in lower case, with a first capital, and all in capitals: an entry written
  // "Reuters" is only in the last two, one written "WHO" only in the last.
  struct CasedSets {
    SetId by_case[3] = {0, 0, 0};
  };
  // A word, in the slot of the table where it is looked for: half a cache line, with all that a
  // look-up asks for. Without letters: an empty slot, and what is said of words that are not
  // listed.
  struct alignas(32) Word {
    std::uint64_t beginning = 0;   // its first eight bytes, zeros behind a shorter one: of most all
    std::uint32_t hash = 0;        // word_id()
    std::uint32_t text = 0;        // into letters_
    std::uint32_t number = kNone;  // in the order of the files
    WordClasses tag_classes;
    CasedSets sets;
    std::uint8_t length = 0;
    bool starts_phrase = false;
  };
  static constexpr std::size_t kMaxWords = 262'142;
  // The step of the trie from `node` by `word`. Node 0 is the root.
  struct Edge {
    std::uint32_t node = kNone;  // kNone: empty
    std::uint32_t word = 0;
    std::uint32_t target = 0;
  };

  [[nodiscard]] static constexpr std::uint32_t edge_hash(std::uint32_t node, std::uint32_t word) {
    const std::uint32_t hash = (node * 0x9E3779B1U) ^ (word * 0x85EBCA77U);
    return hash ^ (hash >> 15U);
  }
  // Where pairs_ says whether some phrase begins with two words of that hash.
  static constexpr unsigned kPairBits = 17;
  [[nodiscard]] static constexpr std::uint32_t pair_bit(std::uint32_t first, std::uint32_t second) {
    return (first * 0x9E3779B1U + second * 0x85EBCA77U) >> (32 - kPairBits);
  }
  // The slot of the word that a token is, or the empty one where the search for it ends. Requires
  // slots, of which one at least is empty.
  [[nodiscard]] const Word& find(const Token& token, std::string_view text) const;
  // Calls is_it(slot) for one slot after another where a word of that hash may stand, both of a
  // cache line before those of the next, until it says yes. Returns that slot.
  static std::size_t probe(std::uint32_t hash, std::size_t mask, auto&& is_it) {
    for (std::size_t at = hash & mask;; at = (at + 2) & mask) {
      if (is_it(at)) return at;
      if (is_it(at ^ 1U)) return at ^ 1U;
    }
  }
  // Whether a token of ASCII, with kPadding bytes of text behind it, is this word.
  [[nodiscard]] bool is_plain_word(const Word& word, const Token& token,
                                   std::string_view text) const;
  [[nodiscard]] static WordEntry entry_of(const Word& word, const Token& token);
  [[nodiscard]] std::string_view text_of(const Word& word) const {
    return std::string_view(letters_).substr(word.text, word.length);
  }
  [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word) const;

  static constexpr std::size_t kPadding = 8;
  std::string letters_;      // with kPadding bytes behind the last word
  std::vector<Word> words_;  // a power of two of slots
  std::size_t word_count_ = 0;
  std::vector<Edge> edges_;  // power of two; linear probing
  std::vector<CasedSets> nodes_;
  std::vector<std::uint64_t> pairs_ = std::vector<std::uint64_t>((1U << kPairBits) / 64);
  std::vector<ClassSet> sets_{ClassSet{}};
  std::vector<std::string> class_names_;
  std::size_t phrase_count_ = 0;
};

}  // namespace quotary
