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

// The class of an ASCII character that is neither letter nor digit.
constexpr CharClass ascii_class(unsigned char c) {
  switch (c) {
    case 0:
      return CharClass::end;
    case '\n':
      return CharClass::newline;
    case '.':
      return CharClass::dot;
    case '-':
      return CharClass::dash;
    case '\'':
      return CharClass::apostrophe;
    case '"':
    case '`':
      return CharClass::quote;
    case ',':
      return CharClass::comma;
    case '#':
    case '@':
      return CharClass::sign;
    case '!':
    case '?':
      return CharClass::terminator;
    case ';':
    case ':':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
      return CharClass::punctuation;
    default:
      return c <= ' ' || c == 0x7F ? CharClass::space : CharClass::other;
  }
}

constexpr CharTables make_char_tables() {
  CharTables tables;
  for (unsigned i = 0; i < 256; ++i) {
    const auto c = static_cast<unsigned char>(i);
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z')) {
      tables.classes[c] = CharClass::letter;
      tables.fold[c] = c | 0x20;
      tables.letter_fold[c] = c | 0x20;
      tables.bits[c] = seen::letter | (upper ? seen::upper : seen::lower);
    } else if (c >= '0' && c <= '9') {
      tables.classes[c] = CharClass::digit;
      tables.fold[c] = c;
      tables.bits[c] = seen::digit;
      tables.joins[c] = true;
      tables.joins_letters[c] = true;
    } else if (c >= 0x80) {
      tables.classes[c] = CharClass::wide;
      tables.joins[c] = true;
      tables.joins_letters[c] = true;
    } else {
      tables.classes[c] = ascii_class(c);
    }
  }
  for (const char c : {'\'', '`', '-', '.', '&', '_', '@', ':', '/', ','}) {
    const auto at = static_cast<unsigned char>(c);
    tables.joins[at] = true;
    tables.joins_letters[at] = c != '/' && c != ',';
  }
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
