// WordMap against the map of the standard library.
#include "sources/word_map.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace quotary {
namespace {

TEST(WordMapTest, KeepsWhatAnyMapWouldAndForgetsAllOfIt) {
  std::mt19937 random(7);
  WordMap map;
  for (const std::uint32_t words : {5U, 4000U, 40U}) {
    std::unordered_map<std::uint32_t, std::uint32_t> plain;
    std::uniform_int_distribution<std::uint32_t> any_word(0, words);
    for (std::uint32_t i = 0; i < 3 * words; ++i) {
      const std::uint32_t word = any_word(random) * 0x10001U;
      const auto [at, fresh] = plain.try_emplace(word, i);
      std::uint32_t& number = map[word];
      EXPECT_EQ(number == kNone, fresh);
      number = at->second = i;
    }
    for (std::uint32_t word = 0; word <= words; ++word) {
      const auto at = plain.find(word * 0x10001U);
      EXPECT_EQ(map.of(word * 0x10001U), at == plain.end() ? kNone : at->second);
    }
    map.clear();
    for (const auto& [word, number] : plain) EXPECT_FALSE(map.contains(word)) << number;
  }
}

}  // namespace
}  // namespace quotary
