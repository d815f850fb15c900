#include "rules/lexicon.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "rules/fold_word.h"

namespace quotary {
namespace {

// Tokens between asking memory for the slot of a word and looking at it.
constexpr std::size_t kAhead = 8;

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

// By a number of bytes: what of so many letters does not depend on their case.
constexpr std::array<std::uint64_t, 9> letter_masks() {
  std::array<std::uint64_t, 9> masks = {};
  for (unsigned size = 1; size <= 8; ++size) {
    const unsigned rest = 8 * (8 - size);
    constexpr std::uint64_t kLetters = ~0x2020202020202020ULL;
    const bool little = std::endian::native == std::endian::little;
    masks[size] = little ? kLetters << rest >> rest : kLetters >> rest << rest;
  }
  return masks;
}
constexpr std::array<std::uint64_t, 9> kLetterMasks = letter_masks();

// Whether the first `size` bytes of eight, 1 to 8, are the same letters in any case. Takes some
// marks for each other (@ and `), which only matters if their words have the same hash as well.
bool same_letters(std::uint64_t a, std::uint64_t b, std::size_t size) {
  return ((a ^ b) & kLetterMasks[size]) == 0;
}

// The same for `size` bytes, at least one. Reads beyond the end of both.
bool same_letters(const char* text, const char* folded, std::size_t size) {
  for (; size > 8; size -= 8, text += 8, folded += 8) {
    if (!same_letters(eight_bytes(text), eight_bytes(folded), 8)) return false;
  }
  return same_letters(eight_bytes(text), eight_bytes(folded), size);
}

// How a token is capitalised, as the index of CasedSets: 0 lower case, 1 first capital, 2 all.
constexpr std::uint8_t kCases[] = {0, 1, 2, 2};
unsigned case_of(const Token& token) {
  static_assert(shape::capital == 1 && shape::all_caps == 2);
  return kCases[token.shape & (shape::capital | shape::all_caps)];
}

}  // namespace

ClassId Lexicon::class_id(std::string_view name) const {
  for (std::size_t id = 0; id < class_names_.size(); ++id) {
    if (class_names_[id] == name) return static_cast<ClassId>(id);
  }
  return kNoClass;
}

ClassSet Lexicon::class_set(std::span<const std::string_view> names) const {
  ClassSet set;
  for (const std::string_view name : names) set.add(class_id(name));
  return set;
}

const Lexicon::Word& Lexicon::find(const Token& token, std::string_view text) const {
  const std::string_view letters = text.substr(token.span.begin, token.span.size());
  return words_[probe(token.word, words_.size() - 1, [&](std::size_t at) {
    const Word& word = words_[at];
    return word.length == 0 || (word.hash == token.word && folds_to(letters, text_of(word)));
  })];
}

inline bool Lexicon::is_plain_word(const Word& word, const Token& token,
                                   std::string_view text) const {
  const std::size_t size = token.span.size();
  if (word.hash != token.word || size != word.length) return false;
  const char* letters = text.data() + token.span.begin;
  if (size <= 8) return same_letters(eight_bytes(letters), word.beginning, size);
  return same_letters(letters, letters_.data() + word.text, size);
}

std::uint32_t Lexicon::step(std::uint32_t node, std::uint32_t word) const {
  if (edges_.empty()) return kNone;
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t at = edge_hash(node, word) & mask; edges_[at].node != kNone;
       at = (at + 1) & mask) {
    if (edges_[at].node == node && edges_[at].word == word) return edges_[at].target;
  }
  return kNone;
}

inline WordEntry Lexicon::entry_of(const Word& word, const Token& token) {
  const SetId* const sets = word.sets.by_case;
  return {word.number, sets[case_of(token)], word.starts_phrase, sets[0] != 0};
}

WordEntry Lexicon::look_up(const Token& token, std::string_view text) const {
  return words_.empty() ? WordEntry{} : entry_of(find(token, text), token);
}

void Lexicon::look_up(std::span<const Token> tokens, std::string_view text,
                      std::vector<WordEntry>& entries,
                      std::vector<WordClasses>& tag_classes) const {
  if (words_.empty()) {
    entries.assign(tokens.size(), {});
    tag_classes.assign(tokens.size(), {});
    return;
  }
  entries.resize(tokens.size());
  tag_classes.resize(tokens.size());
  const Word* const words = words_.data();
  const std::size_t mask = words_.size() - 1;
  const std::size_t ahead = tokens.size() - std::min(tokens.size(), kAhead);
  const auto note = [&](std::size_t at, const Word& word) {
    entries[at] = entry_of(word, tokens[at]);
    tag_classes[at] = word.tag_classes;
  };
  static_assert(kAhead >= kPadding);  // a token has a byte at least
  for (std::size_t at = 0; at < ahead; ++at) {
    __builtin_prefetch(words + (tokens[at + kAhead].word & mask));
    const Token& token = tokens[at];
    if ((token.shape & shape::non_ascii) != 0) {
      note(at, find(token, text));
      continue;
    }
    note(at, words[probe(token.word, mask, [&](std::size_t slot) {
           return is_plain_word(words[slot], token, text) || words[slot].length == 0;
         })]);
  }
  for (std::size_t at = ahead; at < tokens.size(); ++at) note(at, find(tokens[at], text));
}

void Lexicon::look_up(std::span<const Token> tokens, std::string_view text,
                      std::vector<WordEntry>& entries) const {
  std::vector<WordClasses> tag_classes;
  look_up(tokens, text, entries, tag_classes);
}

std::optional<PhraseHit> Lexicon::phrase_at(const Document& document, std::uint32_t first,
                                            std::uint32_t last) const {
  const std::vector<Token>& tokens = document.tokens();
  if (first >= last) return std::nullopt;
  const WordEntry start = look_up(tokens[first], document.text());
  if (!start.starts_phrase) return std::nullopt;
  const unsigned letter_case = case_of(tokens[first]);
  std::optional<PhraseHit> best;
  std::uint32_t node = step(0, start.word);
  for (std::uint32_t i = first + 1; i < last && node != kNone; ++i) {
    const std::uint32_t word = look_up(tokens[i], document.text()).word;
    node = word == kNone ? kNone : step(node, word);
    if (node == kNone) break;
    const SetId set = nodes_[node].by_case[letter_case];
    if (set != 0) best = PhraseHit{{first, i + 1}, set};
  }
  return best;
}

std::optional<PhraseHit> Lexicon::phrase_at(std::span<const Token> tokens,
                                            std::span<const WordEntry> entries,
                                            std::uint32_t first) const {
  if (first + 1 >= entries.size()) return std::nullopt;
  if (!may_begin_phrase(entries[first], entries[first + 1])) return std::nullopt;
  const unsigned letter_case = case_of(tokens[first]);
  std::optional<PhraseHit> best;
  std::uint32_t node = step(0, entries[first].word);
  for (std::uint32_t i = first + 1; i < entries.size() && node != kNone; ++i) {
    node = entries[i].word == kNone ? kNone : step(node, entries[i].word);
    if (node == kNone) break;
    const SetId set = nodes_[node].by_case[letter_case];
    if (set != 0) best = PhraseHit{{first, i + 1}, set};
  }
  return best;
}

std::optional<PhraseHit> Lexicon::longest_at(const Document& document, std::uint32_t first,
                                             std::uint32_t last) const {
  if (std::optional<PhraseHit> phrase = phrase_at(document, first, last)) return phrase;
  if (first >= last) return std::nullopt;
  const SetId set = look_up(document.tokens()[first], document.text()).set;
  if (set == 0) return std::nullopt;
  return PhraseHit{{first, first + 1}, set};
}

}  // namespace quotary
