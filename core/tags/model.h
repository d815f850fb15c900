// TaggerModel: the lexicon and the weights of the tagger, and the text file that they come from.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/result.h"
#include "tags/lexicon.h"

namespace quotary {

// The weights of one feature, one for each tag: half a cache line.
struct alignas(32) WeightRow {
  std::array<std::int8_t, 32> of_tag = {};
};

// So many features speak for a token, each with so large a weight at most: sums fit into 8 bits.
inline constexpr std::uint32_t kFeatures = 6;
inline constexpr int kLargestWeight = 21;
static_assert(kFeatures * kLargestWeight < 128);

// Classes for what a file says nothing of, so that every token has a tag.
[[nodiscard]] constexpr std::array<TagClass, 256> default_classes() {
  std::array<TagClass, 256> classes = {};
  classes[tag_class::number].tags = tag_bit(Tag::num);
  classes[tag_class::punctuation].tags = tag_bit(Tag::punct);
  classes[tag_class::quote_mark].tags = tag_bit(Tag::quote);
  classes[tag_class::symbol].tags = tag_bit(Tag::other);
  for (ClassIndex index = tag_class::lower; index < tag_class::first_learned; ++index) {
    classes[index].tags = tag_bit(Tag::noun);
  }
  return classes;
}

struct TaggerModel {
  TagLexicon lexicon;
  std::array<TagClass, 256> classes = default_classes();
  std::uint32_t row_bits = 0;  // rows.size() is 2 to the power of it
  std::vector<WeightRow> rows;
};

// Reads rules/<lang>/models/tagger.tsv. Lines, their fields separated by one space:
//   # ...                            anything, above everything else
//   tags other noun ...              the names of the tags, in the order of the letters below
//   rows 15                          2 to that power is the number of rows
//   class 10 known noun verb         a class of the lexicon, `known` or `rare`, and its tags
//   lower 10 claim report            words of that class, written small
//   capital 11 Baker Bush            ... with a capital that their place does not call for
//   start 12 The                     ... with a capital at the start of a sentence or quotation
//   3f2c B12U-7                      row 0x3f2c: 12 for tag B, -7 for tag U (A is the first tag)
// `name` is used in errors alone. Errors: bad_model, with the line.
[[nodiscard]] Result<TaggerModel> parse_tagger_model(std::string_view file, std::string name);

}  // namespace quotary
