#include "rules/fold_word.h"

#include <utf8proc.h>

#include <cstdint>

namespace quotary {
namespace {

constexpr utf8proc_int32_t kCurlyApostrophe = 0x2019;
constexpr utf8proc_int32_t kHyphen = 0x2010;
constexpr utf8proc_int32_t kNonBreakingHyphen = 0x2011;

// The next character of `word`, folded: up to 8 code points of up to 4 bytes.
struct Folded {
  char bytes[32];
  std::size_t size = 0;
  std::size_t consumed = 0;
};

Folded fold_next(std::string_view word) {
  Folded out;
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
  const utf8proc_ssize_t length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(word.size()), &code);
  if (length <= 0) {
    out.bytes[0] = word.front();
    out.size = out.consumed = 1;
    return out;
  }
  out.consumed = static_cast<std::size_t>(length);
  if (code == kCurlyApostrophe) code = '\'';
  if (code == kHyphen || code == kNonBreakingHyphen) code = '-';
  utf8proc_int32_t folded[8] = {};
  int boundary = 0;
  utf8proc_ssize_t count = utf8proc_decompose_char(code, folded, 8, UTF8PROC_CASEFOLD, &boundary);
  if (count < 1 || count > 8) {
    folded[0] = code;
    count = 1;
  }
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    auto* to = reinterpret_cast<utf8proc_uint8_t*>(out.bytes) + out.size;
    out.size += static_cast<std::size_t>(utf8proc_encode_char(folded[i], to));
  }
  return out;
}

char fold_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

std::string fold_word(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  while (!word.empty()) {
    if (is_ascii(word.front())) {
      out.push_back(fold_ascii(word.front()));
      word.remove_prefix(1);
      continue;
    }
    const Folded next = fold_next(word);
    out.append(next.bytes, next.size);
    word.remove_prefix(next.consumed);
  }
  return out;
}

bool folds_to(std::string_view word, std::string_view folded) {
  while (!word.empty()) {
    if (is_ascii(word.front())) {
      if (folded.empty() || folded.front() != fold_ascii(word.front())) return false;
      word.remove_prefix(1);
      folded.remove_prefix(1);
      continue;
    }
    const Folded next = fold_next(word);
    if (!folded.starts_with(std::string_view(next.bytes, next.size))) return false;
    word.remove_prefix(next.consumed);
    folded.remove_prefix(next.size);
  }
  return folded.empty();
}

}  // namespace quotary
