#include "text/word_id.h"

#include "quotary/document.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace quotary {

std::uint32_t hash_wide(std::uint32_t hash, char32_t code) {
  const FoldedCharacter character(code);
  for (const char byte : character.text()) {
    hash = hash_byte(hash, static_cast<unsigned char>(byte));
  }
  return hash;
}

std::uint32_t word_id(std::string_view word) {
  std::uint32_t hash = kHashStart;
  const auto* at = reinterpret_cast<const unsigned char*>(word.data());
  const auto* const end = at + word.size();
  while (at != end) {
    if (*at < 0x80) {
      hash = hash_byte(hash, *at >= 'A' && *at <= 'Z' ? *at | 0x20U : *at);
      ++at;
      continue;
    }
    const Utf8Sequence sequence = read_utf8(at, end);
    hash = hash_wide(hash, sequence.code);
    at += sequence.size;
  }
  return hash;
}

}  // namespace quotary
