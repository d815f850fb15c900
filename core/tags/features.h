// What speaks for a tag: features of a token that the lexicon leaves open, hashed into rows of
// weights.
#pragma once

#include <array>
#include <cstdint>

#include "quotary/document.h"
#include "tags/model.h"

namespace quotary::tagging {

// What is known of a token before any weights are asked. Fields of one width, so that it is copied
// in registers.
struct Seen {
  std::uint32_t word = 0;  // word id, told apart by casing where the lexicon does
  TagSet tags = tag_bit(Tag::none);
  std::uint32_t index = tag_class::absent;  // of its class
};

// How a rare or unknown word is written.
struct Form {
  std::uint32_t suffix = 0;  // the last three bytes, in lower case
  std::uint8_t shape = 0;    // Token::shape
};

// Indices into TaggerModel::rows. The first four do not depend on the tags before: they can be
// fetched ahead.
using FeatureRows = std::array<std::uint32_t, kFeatures>;

// Features (after Collins 2002, and Honnibal's greedy tagger of 2013), hashed without keys. Which
// of them earn their time was found by leaving out one at a time.
class FeatureHash {
 public:
  explicit FeatureHash(std::uint32_t row_bits) : shift_(32 - row_bits) {}

  // A common word is known by its identity and its neighbours ...
  void of_word(const Seen& before, const Seen& word, const Seen& after, FeatureRows& rows) const {
    rows[0] = row<0>(word.word, 0);
    rows[1] = row<1>(word.word, after.index);
    rows[2] = row<2>(before.word, word.index);
    rows[3] = row<3>(after.word, word.index);
  }

  // ... a rare or unknown one by how it is written.
  void of_form(const Form& form, const Seen& word, const Seen& after, FeatureRows& rows) const {
    const std::uint32_t shape = word.index * 256U + (form.shape & kFormBits);
    rows[0] = row<6>(form.suffix, 0);
    rows[1] = row<7>(form.suffix, shape);
    rows[2] = row<8>(word.word, shape);
    rows[3] = row<9>(word.index, after.index);
  }

  // Either by the two tags before it, of which of_tags() knows: what comes of `word` alone is left
  // in rows[4] and rows[5].
  void of_class(const Seen& word, FeatureRows& rows) const {
    rows[4] = mix<4>(word.index, 0);
    rows[5] = mix<5>(word.index, 0);
  }
  void of_tags(Tag before, Tag before_that, FeatureRows& rows) const {
    const auto last = static_cast<std::uint32_t>(before);
    const auto last_but_one = static_cast<std::uint32_t>(before_that);
    rows[4] = (rows[4] + last * 0x9E3779B1U) >> shift_;
    rows[5] = (rows[5] + last * 0x9E3779B1U + last_but_one * 0xC2B2AE35U) >> shift_;
  }

 private:
  // Multiplicative hashing (Knuth 6.4) of two numbers, with a multiplier of each feature's own.
  template <std::uint32_t kKind>
  static std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
    constexpr std::uint32_t kTimes = 0x9E3779B1U + kKind * 0x3C6EF372U;
    constexpr std::uint32_t kPlus = kKind * 0x85EBCA6BU;
    const std::uint32_t hash = a * kTimes + b * 0xC2B2AE35U + kPlus;
    return (hash ^ (hash >> 15)) * 0x27D4EB2FU;
  }
  template <std::uint32_t kKind>
  [[nodiscard]] std::uint32_t row(std::uint32_t a, std::uint32_t b) const {
    return mix<kKind>(a, b) >> shift_;
  }

  static constexpr std::uint32_t kFormBits = shape::capital | shape::all_caps | shape::has_digit |
                                             shape::has_hyphen | shape::abbreviation |
                                             shape::non_ascii;
  std::uint32_t shift_;
};

}  // namespace quotary::tagging
