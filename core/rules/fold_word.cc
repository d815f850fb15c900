#include "rules/fold_word.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace quotary {
namespace {

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
    const Utf8Sequence next = character_at(word, 0);
    out += FoldedCharacter(next.code).text();
    word.remove_prefix(next.size);
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
    const Utf8Sequence next = character_at(word, 0);
    const FoldedCharacter character(next.code);
    if (!folded.starts_with(character.text())) return false;
    word.remove_prefix(next.size);
    folded.remove_prefix(character.text().size());
  }
  return folded.empty();
}

}  // namespace quotary
