#include "quotary/writers.h"
#include "text/utf8.h"
#include "writers/characters.h"

namespace quotary {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void append_hex(std::string& out, char32_t code, unsigned digits) {
  while (digits-- > 0) out += kHexDigits[code >> (4 * digits) & 0xFU];
}

void append_visible_control(std::string& out, char32_t code) {
  if (code == '\n') {
    out += "\\n";
  } else if (code == '\t') {
    out += "\\t";
  } else if (code < 0x100) {
    out += "\\x";
    append_hex(out, code, 2);
  } else {
    out += "\\u";
    append_hex(out, code, 4);
  }
}

}  // namespace

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Sequence character = character_at(text, at);
    if (!character.valid) {
      for (std::size_t i = at; i < at + character.size; ++i) {
        out += "\\x";
        append_hex(out, static_cast<unsigned char>(text[i]), 2);
      }
    } else if (is_control(character.code)) {
      append_visible_control(out, character.code);
    } else {
      out.append(text.data() + at, character.size);
    }
    at += character.size;
  }
  return out;
}

}  // namespace quotary
