#include <algorithm>
#include <cstddef>

#include "quotary/document.h"

namespace quotary {

const TextRules& TextRules::none() {
  static const TextRules empty;
  return empty;
}

void TextRules::add_abbreviation(std::string_view word, Abbreviation kind) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (word.empty()) return;
  Slot& slot = slot_for(word_id(word));
  const bool capital = word.front() >= 'A' && word.front() <= 'Z';
  slot.capital = capital && (slot.kind != kind || slot.capital);
  slot.kind = kind;
  abbreviations_[slot.word % kFilterBits / 64] |= std::uint64_t{1} << slot.word % 64;
}

void TextRules::add_sentence_starter(std::string_view word) {
  if (!word.empty()) slot_for(word_id(word)).starter = true;
}

void TextRules::add_quote_verb(std::string_view word) {
  if (!word.empty()) slot_for(word_id(word)).quote_verb = true;
}

Abbreviation TextRules::abbreviation(std::uint32_t word, bool capital) const {
  if ((abbreviations_[word % kFilterBits / 64] >> word % 64 & 1U) == 0) return Abbreviation::none;
  const Slot* slot = find(word);
  if (slot == nullptr || (slot->capital && !capital)) return Abbreviation::none;
  return slot->kind;
}

bool TextRules::sentence_starter(std::uint32_t word) const {
  const Slot* slot = find(word);
  return slot != nullptr && slot->starter;
}

bool TextRules::quote_verb(std::uint32_t word) const {
  const Slot* slot = find(word);
  return slot != nullptr && slot->quote_verb;
}

const TextRules::Slot* TextRules::find(std::uint32_t word) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = word & mask; slots_[at].used(); at = (at + 1) & mask) {
    if (slots_[at].word == word) return &slots_[at];
  }
  return nullptr;
}

TextRules::Slot& TextRules::slot_for(std::uint32_t word) {
  if (4 * (used_ + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = word & mask;
  while (slots_[at].used() && slots_[at].word != word) at = (at + 1) & mask;
  if (!slots_[at].used()) ++used_;
  slots_[at].word = word;
  return slots_[at];
}

// Kept at most a quarter full: nearly every look-up is a miss and should end at its first slot.
void TextRules::grow() {
  std::vector<Slot> old(std::max<std::size_t>(64, slots_.size() * 2));
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.used()) slot_for(slot.word) = slot;
  }
}

}  // namespace quotary
