#include "rules/lexicon.h"

#include "rules/fold_word.h"

namespace quotary {
namespace {

bool equal_folded_ascii(std::string_view text, std::string_view folded) {
  if (text.size() != folded.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c != folded[i]) return false;
  }
  return true;
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

std::uint32_t Lexicon::find_word(std::uint32_t hash, std::string_view text, bool non_ascii) const {
  if (slots_.empty()) return kNone;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].word != kNone; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const std::uint32_t word = slots_[at].word;
    const std::string_view folded = word_text(word);
    if (non_ascii ? folds_to(text, folded) : equal_folded_ascii(text, folded)) return word;
  }
  return kNone;
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
  const std::string_view letters = text.substr(token.span.begin, token.span.size());
  const std::uint32_t word =
      find_word(token.word, letters, (token.shape & shape::non_ascii) != 0);
  if (word == kNone) return {};
  const Word& entry = words_[word];
  return {word, entry.sets.by_case[case_of(token)], entry.starts_phrase};
}

void Lexicon::look_up(std::span<const Token> tokens, std::string_view text,
                      std::vector<WordEntry>& out) const {
  out.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) out[i] = look_up(tokens[i], text);
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
  if (!entries[first].starts_phrase) return std::nullopt;
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
