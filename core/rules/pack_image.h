// The image of a pack: the tables that take longest to make from its files (words, houses, weights)
// as bytes that are read back as they are. It is written when the library is built, for the pack
// that is compiled in; a pack of a user's own is always made from its files.
#pragma once

#include <string>
#include <string_view>

#include "rules/pack.h"

namespace quotary {

// The same bytes for the same tables. They hold for programs of the same build alone, since types
// lie in them as the compiler laid them out. Requires a pack with both models.
[[nodiscard]] std::string write_pack_image(const PackData& pack);

// Fills lexicon, text_rules_of_language, houses, line_words and the models of `pack`, and says of
// each of its files, which must be those of the image, what kind it is. Requires bytes that
// write_pack_image() gave, at a multiple of 64; stops the program where they end too soon.
void read_pack_image(std::string_view image, PackData& pack);

}  // namespace quotary
