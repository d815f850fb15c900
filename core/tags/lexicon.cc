#include "tags/lexicon.h"

#include <bit>

namespace quotary {

TagLexicon::TagLexicon(std::uint32_t words)
    : slots_(std::bit_ceil(words * 2 + 2)), mask_(static_cast<std::uint32_t>(slots_.size()) - 1) {}

void TagLexicon::insert(std::uint32_t word, Casing casing, ClassIndex index) {
  if (find(word, casing) != tag_class::absent) return;
  const std::uint32_t key = key_of(word, casing);
  std::uint32_t at = key;
  while (slots_[at & mask_] != 0) ++at;
  slots_[at & mask_] = (key & ~0xFFU) | index;
}

}  // namespace quotary
