#include "rules/lexicon.h"

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

// Whether `size` bytes are the same letters in any case. Reads eight bytes at a time, beyond the
// end of both. Takes some marks for each other (@ and `), which only matters if their words
// have the same hash as well.
bool same_letters(const char* text, const char* folded, std::size_t size) {
  constexpr std::uint64_t kLower = 0x2020202020202020ULL;
  for (; size > 8; size -= 8, text += 8, folded += 8) {
    if (((eight_bytes(text) ^ eight_bytes(folded)) & ~kLower) != 0) return false;
  }
  const std::uint64_t differ = (eight_bytes(text) ^ eight_bytes(folded)) & ~kLower;
  if constexpr (std::endian::native == std::endian::little) {
    return differ << (64 - 8 * size) == 0;
  }
  return differ >> (64 - 8 * size) == 0;
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

std::uint32_t Lexicon::find_word(const Token& token, std::string_view text) const {
  if (slots_.empty()) return kNone;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = token.word & mask; slots_[at] != 0; at = (at + 1) & mask) {
    if (!may_be(slots_[at], token.word)) continue;
    const std::uint32_t word = word_of(slots_[at]);
    if (is_word(words_[word], token, text)) return word;
  }
  return kNone;
}

bool Lexicon::is_word(const Word& word, const Token& token, std::string_view text) const {
  if (word.hash != token.word) return false;
  const std::string_view folded = std::string_view(letters_).substr(word.text, word.length);
  const std::string_view letters = text.substr(token.span.begin, token.span.size());
  const bool near_end = text.size() - token.span.end < kPadding;
  if ((token.shape & shape::non_ascii) != 0 || near_end) return folds_to(letters, folded);
  return letters.size() == folded.size() && !letters.empty() &&
         same_letters(letters.data(), folded.data(), folded.size());
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

WordEntry Lexicon::look_up(const Token& token, std::string_view text) const {
  const std::uint32_t word = find_word(token, text);
  if (word == kNone) return {};
  const Word& entry = words_[word];
  return {word, entry.sets.by_case[case_of(token)], entry.starts_phrase};
}

void Lexicon::look_up(std::span<const Token> tokens, std::string_view text,
                      std::vector<WordEntry>& out) const {
  out.resize(tokens.size());
  const std::size_t mask = slots_.empty() ? 0 : slots_.size() - 1;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < tokens.size()) {
      __builtin_prefetch(slots_.data() + (tokens[i + kAhead].word & mask));
    }
    out[i] = look_up(tokens[i], text);
  }
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
