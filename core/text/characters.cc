#include "text/characters.h"

#include <utf8proc.h>

namespace quotary {
namespace {

CharClass classify_punctuation(char32_t code) {
  switch (code) {
    case 0x2018:  // ‘
    case 0x201A:  // ‚
    case 0x201B:  // ‛
    case 0x201C:  // “
    case 0x201D:  // ”
    case 0x201E:  // „
    case 0x201F:  // ‟
    case 0x00AB:  // «
    case 0x00BB:  // »
    case 0x2039:  // ‹
    case 0x203A:  // ›
    case 0x300C:  // 「
    case 0x300D:  // 」
    case 0x300E:  // 『
    case 0x300F:  // 』
    case 0x301D:  // 〝
    case 0x301E:  // 〞
    case 0x301F:  // 〟
    case 0xFF02:  // ＂
    case 0x00B4:  // ´
      return CharClass::quote;
    case 0x2019:  // ’
      return CharClass::apostrophe;
    case 0x2026:  // …
      return CharClass::ellipsis;
    case 0x203C:  // ‼
    case 0x203D:  // ‽
    case 0x2047:  // ⁇
    case 0x2048:  // ⁈
    case 0x2049:  // ⁉
    case 0x3002:  // 。
    case 0xFF01:  // ！
    case 0xFF1F:  // ？
    case 0x061F:  // ؟
    case 0x06D4:  // ۔
    case 0x0964:  // ।
      return CharClass::terminator;
    default:
      return CharClass::punctuation;
  }
}

}  // namespace

CharClass classify(char32_t code) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharClass::letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharClass::digit;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:  // joiners; what else there is means nothing to us
      return CharClass::mark;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
      return CharClass::space;
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharClass::newline;
    case UTF8PROC_CATEGORY_PD:
      return CharClass::dash;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return classify_punctuation(code);
    case UTF8PROC_CATEGORY_SK:
      return code == 0xB4 ? CharClass::quote : CharClass::other;
    default:
      return CharClass::other;
  }
}

std::uint8_t seen_bits(char32_t code) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return seen::upper | seen::letter | seen::non_ascii;
    case UTF8PROC_CATEGORY_LL:
      return seen::lower | seen::letter | seen::non_ascii;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return seen::letter | seen::non_ascii;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return seen::digit | seen::non_ascii;
    default:
      return seen::non_ascii;
  }
}

}  // namespace quotary
