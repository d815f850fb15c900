// One word: which characters belong to it, and its id. Used for what is not plain ASCII letters.
#pragma once

#include <cstddef>
#include <cstdint>

#include "quotary/document.h"
#include "text/characters.h"
#include "text/word_id.h"

namespace quotary {

struct Word {
  const unsigned char* start = nullptr;
  const unsigned char* at = nullptr;   // past what has been read
  const unsigned char* run = nullptr;  // where the letters after the last mark in it begin
  std::ptrdiff_t longest_run = 0;      // of those before
  std::uint32_t hash = kHashStart;
  std::uint8_t seen = 0;    // bits of namespace seen
  bool inner_stop = false;  // "U.S", "example.org"
  bool final_stop = false;  // it is an abbreviation and took its stop
  bool title = false;       // ... of the kind that never ends a sentence
};

// Reads the word, number, address, handle or tag that begins at `start`, in well-formed text that
// ends in a NUL. Linear in its length.
[[nodiscard]] Word read_word(const unsigned char* start, const TextRules& rules);

// Bits of Token::shape that the word itself decides.
[[nodiscard]] std::uint8_t shape_of(const Word& word);

// Whether an s that ends a word stands here: after an apostrophe it is a possessive.
[[nodiscard]] inline bool is_possessive_s(const unsigned char* at) {
  return (*at == 's' || *at == 'S') && !is_word_character(at + 1);
}

}  // namespace quotary
