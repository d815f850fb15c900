#include "tags/lexicon.h"

#include <bit>

namespace quotary {

TagLexicon::TagLexicon(std::uint32_t words)
    : buckets_(std::bit_ceil(words / 3 + 8)),
      mask_(static_cast<std::uint32_t>(buckets_.size()) - 1) {
  insert(word_of(TokenKind::number), Casing::kind, tag_class::number);
  insert(word_of(TokenKind::punctuation), Casing::kind, tag_class::punctuation);
  insert(word_of(TokenKind::quote_mark), Casing::kind, tag_class::quote_mark);
  insert(word_of(TokenKind::other), Casing::kind, tag_class::symbol);
}

void TagLexicon::insert(std::uint32_t word, Casing casing, ClassIndex index) {
  if (find(word, casing) != tag_class::absent) return;
  const std::uint32_t key = key_of(word, casing);
  for (std::uint32_t at = key;; ++at) {
    Bucket& bucket = buckets_[at & mask_];
    for (int slot = 0; slot < 4; ++slot) {
      if (bucket[slot] != 0) continue;
      bucket[slot] = (key & ~0xFFU) | index;
      return;
    }
  }
}

}  // namespace quotary
