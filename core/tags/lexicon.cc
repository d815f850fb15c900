#include "tags/lexicon.h"

#include <bit>

namespace quotary {

TagLexicon::TagLexicon(std::uint32_t words) : slots_(std::bit_ceil(words * 2 + 8)) {}

void TagLexicon::insert(std::uint32_t word, Casing casing, ClassIndex index) {
  if (find(word, casing) != tag_class::absent) return;
  Slot& slot = slots_[slot_of(word)];
  slot.word = word;
  slot.classes.set(casing, index);
}

}  // namespace quotary
