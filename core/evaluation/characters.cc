#include "evaluation/characters.h"

#include <utf8proc.h>

namespace quotary {

bool is_letter_or_digit(Codepoint code) {
  if (code < 0x80) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= '0' && code <= '9');
  }
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

bool is_upper_case(Codepoint code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  const bool roman_numeral = code >= 0x2160 && code <= 0x216F;  // Other_Uppercase
  return roman_numeral || utf8proc_category(code) == UTF8PROC_CATEGORY_LU;
}

bool is_white_space(Codepoint code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || (code >= 0x1C && code <= 0x1F) ||
         code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

}  // namespace quotary
