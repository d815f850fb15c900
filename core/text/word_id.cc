#include "text/word_id.h"

#include <utf8proc.h>

#include <array>
#include <cstddef>

#include "quotary/document.h"
#include "text/utf8.h"

namespace quotary {

std::uint32_t hash_wide(std::uint32_t hash, const unsigned char* at, std::uint8_t size,
                        char32_t code) {
  if (code == 0x2019) return hash_byte(hash, '\'');
  if (code == 0x2010 || code == 0x2011) return hash_byte(hash, '-');
  std::array<utf8proc_int32_t, 8> folded = {};
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(code), folded.data(),
      static_cast<utf8proc_ssize_t>(folded.size()), UTF8PROC_CASEFOLD, &boundary);
  const bool same = count == 1 && folded[0] == static_cast<utf8proc_int32_t>(code);
  if (count < 1 || count > static_cast<utf8proc_ssize_t>(folded.size()) || same) {
    for (std::uint8_t i = 0; i < size; ++i) hash = hash_byte(hash, at[i]);
    return hash;
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    std::array<utf8proc_uint8_t, 4> bytes = {};
    const utf8proc_ssize_t length = utf8proc_encode_char(folded[i], bytes.data());
    for (std::size_t k = 0; k < static_cast<std::size_t>(length); ++k) {
      hash = hash_byte(hash, bytes[k]);
    }
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
    hash = hash_wide(hash, at, sequence.size, sequence.code);
    at += sequence.size;
  }
  return hash;
}

}  // namespace quotary
