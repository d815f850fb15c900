// Bytes -> text: the first stage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quotary/document.h"

namespace quotary {

struct DecodedText {
  std::string text;                 // empty when `same`
  bool same = true;                 // the bytes are the text
  bool plain = true;                // same, and ASCII throughout
  std::vector<OffsetShift> shifts;  // ascending by text; empty while offsets coincide
  DecodeNotes notes;
};

// Reads `bytes` as UTF-8 and mends what no later stage should have to know of:
// - an ill-formed sequence or a NUL becomes U+FFFD ("?" in inputs over 1.4 GB, where the text might
//   not fit in 32 bits otherwise);
// - CR LF and a lone CR become LF;
// - BOM, soft hyphens, zero-width spaces and marks of direction go; joiners (U+200C, U+200D) stay
//   only after letters of scripts that use them and in emoji;
// - accents, kana marks and Hangul parts are composed with the letter before them.
// Linear in bytes.size(), whatever they are.
[[nodiscard]] DecodedText decode(std::string_view bytes);

}  // namespace quotary
