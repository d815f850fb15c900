// What each character means to the tokeniser: tables for ASCII, utf8proc for the rest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "text/utf8.h"

namespace quotary {

// What kind of token a character begins, or what it is to the token before it.
enum class CharClass : std::uint8_t {
  end,  // NUL: only ever the terminator of the text
  space,
  newline,
  letter,
  digit,
  mark,  // combines with what stands before it
  dot,
  dash,        // hyphens and dashes
  apostrophe,  // ' and ’: marks of quotation, too
  quote,       // all other marks that can open or close a quotation
  comma,
  sign,        // # and @: begin a word when a letter follows
  terminator,  // ! ? and their like
  ellipsis,
  punctuation,
  other,
  wide,  // a byte of a non-ASCII character: ask classify()
};

// Bits of what has been seen in a word.
namespace seen {
inline constexpr std::uint8_t upper = 1;
inline constexpr std::uint8_t lower = 2;
inline constexpr std::uint8_t digit = 4;
inline constexpr std::uint8_t letter = 8;  // any, cased or not
inline constexpr std::uint8_t hyphen = 16;
inline constexpr std::uint8_t non_ascii = 32;
}  // namespace seen

struct CharTables {
  std::array<CharClass, 256> classes = {};
  std::array<std::uint8_t, 256> fold = {};         // ASCII letters and digits in lower case; else 0
  std::array<std::uint8_t, 256> letter_fold = {};  // ASCII letters in lower case; else 0
  std::array<std::uint8_t, 256> bits = {};         // of namespace seen
  std::array<bool, 256> joins = {};          // may stand inside a word, or follow it as its part
  std::array<bool, 256> joins_letters = {};  // ... when only ASCII letters stand before it
};

constexpr CharTables make_char_tables() {
  CharTables tables;
  for (std::size_t c = 0; c < 256; ++c) {
    CharClass kind = CharClass::other;
    if (c == 0) {
      kind = CharClass::end;
    } else if (c == '\n') {
      kind = CharClass::newline;
    } else if (c <= ' ' || c == 0x7F) {
      kind = CharClass::space;
    } else if (c >= 0x80) {
      kind = CharClass::wide;
      tables.joins[c] = true;
    } else if (c >= '0' && c <= '9') {
      kind = CharClass::digit;
      tables.fold[c] = static_cast<std::uint8_t>(c);
      tables.bits[c] = seen::digit;
      tables.joins[c] = true;
    } else if (c >= 'A' && c <= 'Z') {
      kind = CharClass::letter;
      tables.fold[c] = static_cast<std::uint8_t>(c + 0x20);
      tables.letter_fold[c] = tables.fold[c];
      tables.bits[c] = seen::upper | seen::letter;
    } else if (c >= 'a' && c <= 'z') {
      kind = CharClass::letter;
      tables.fold[c] = static_cast<std::uint8_t>(c);
      tables.letter_fold[c] = tables.fold[c];
      tables.bits[c] = seen::lower | seen::letter;
    }
    tables.classes[c] = kind;
  }
  for (const char c : {';', ':', '(', ')', '[', ']', '{', '}', '/'}) {
    tables.classes[c] = CharClass::punctuation;
  }
  for (const unsigned char c : {'!', '?'}) {
    tables.classes[c] = CharClass::terminator;
  }
  for (const unsigned char c : {'#', '@'}) tables.classes[c] = CharClass::sign;
  tables.classes['.'] = CharClass::dot;
  tables.classes['-'] = CharClass::dash;
  tables.classes['\''] = CharClass::apostrophe;
  tables.classes['"'] = CharClass::quote;
  tables.classes['`'] = CharClass::quote;
  tables.classes[','] = CharClass::comma;
  for (const unsigned char c : {'\'', '`', '-', '.', '&', '_', '@', ':', '/', ','}) {
    tables.joins[c] = true;
  }
  tables.joins_letters = tables.joins;
  tables.joins_letters['/'] = false;
  tables.joins_letters[','] = false;
  return tables;
}

inline constexpr CharTables kChars = make_char_tables();

// The class of any character but those below U+0080 (never `wide`).
[[nodiscard]] CharClass classify(char32_t code);

// The bits (namespace seen) of a character of class letter, digit or mark.
[[nodiscard]] std::uint8_t seen_bits(char32_t code);

// Of the character at `at`, in well-formed text that ends in a NUL.
[[nodiscard]] inline CharClass class_of(const unsigned char* at) {
  const CharClass kind = kChars.classes[*at];
  return kind == CharClass::wide ? classify(read_valid_utf8(at).code) : kind;
}

[[nodiscard]] inline bool is_word_character(const unsigned char* at) {
  const CharClass kind = class_of(at);
  return kind == CharClass::letter || kind == CharClass::digit;
}

[[nodiscard]] inline bool is_letter(const unsigned char* at) {
  return class_of(at) == CharClass::letter;
}

[[nodiscard]] inline bool is_upper(const unsigned char* at) {
  if (*at < 0x80) return (kChars.bits[*at] & seen::upper) != 0;
  return (seen_bits(read_valid_utf8(at).code) & seen::upper) != 0;
}

[[nodiscard]] inline bool is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }

}  // namespace quotary
