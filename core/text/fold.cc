#include "text/fold.h"

#include <utf8proc.h>

#include <algorithm>

namespace quotary {

namespace {

constexpr bool is_ascii(utf8proc_int32_t code) { return code < 0x80; }

bool is_mark(utf8proc_int32_t code) {
  return utf8proc_get_property(code)->category == UTF8PROC_CATEGORY_MN;
}

// Letters that Unicode does not take apart into a letter and a mark, and the variants of ' and -
// (after the transform Latin-ASCII of the CLDR).
std::string_view plain_form(char32_t code) {
  switch (code) {
    case U'’':
      return "'";
    case U'\u2010':
    case U'\u2011':
      return "-";
    case U'Æ':
    case U'æ':
      return "ae";
    case U'Œ':
    case U'œ':
      return "oe";
    case U'Ø':
    case U'ø':
      return "o";
    case U'Đ':
    case U'đ':
    case U'Ð':
    case U'ð':
      return "d";
    case U'Þ':
    case U'þ':
      return "th";
    case U'Ħ':
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'Ł':
    case U'ł':
      return "l";
    default:
      return {};
  }
}

}  // namespace

// Case folding after the Unicode standard, section 3.13.
FoldedCharacter::FoldedCharacter(char32_t code) {
  if (const std::string_view plain = plain_form(code); !plain.empty()) {
    size_ = plain.copy(bytes_, sizeof bytes_);
    return;
  }
  const auto character = static_cast<utf8proc_int32_t>(code);
  utf8proc_int32_t parts[kMostCodes] = {};
  const auto take_apart = [&](int how) {
    int boundary = 0;
    const auto count = utf8proc_decompose_char(character, parts, kMostCodes,
                                               static_cast<utf8proc_option_t>(how), &boundary);
    return count < 1 || count > kMostCodes ? utf8proc_ssize_t{0} : count;
  };
  utf8proc_ssize_t count = take_apart(UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE);
  if (std::any_of(parts, parts + count, is_ascii)) {
    count = std::remove_if(parts, parts + count, is_mark) - parts;
  } else if (count > 1) {
    count = take_apart(UTF8PROC_CASEFOLD);  // other scripts keep theirs: "й" is no "и"
  }
  if (count == 0) parts[count++] = character;
  for (utf8proc_ssize_t i = 0; i < count; ++i) append(static_cast<char32_t>(parts[i]));
}

void FoldedCharacter::append(char32_t code) {
  auto* const to = reinterpret_cast<utf8proc_uint8_t*>(bytes_) + size_;
  size_ += static_cast<std::size_t>(utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), to));
}

}  // namespace quotary
