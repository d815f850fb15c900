#include "model/weights.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace quotary {
namespace {

using Weights = std::vector<std::pair<std::uint64_t, float>>;

std::int32_t units(float weight) {
  return static_cast<std::int32_t>(std::lround(weight * WeightTable::kUnit));
}

// What a Scorer adds up for a single feature, by its key.
std::int32_t scored(const WeightTable& table, Value word, Value place) {
  Scorer scorer(table);
  scorer("test.word", word, place);
  return scorer.units();
}

std::uint64_t key_of(Value word, Value place) {
  return feature_key(Template("test.word").seed, word, place);
}

TEST(WeightTable, FindsEveryWeightAtEverySize) {
  std::mt19937 random(7);
  for (const std::uint32_t count : {1U, 7U, 100U, 4'096U, 40'000U}) {
    Weights weights;
    for (Value word = 0; word < count; ++word) {
      weights.emplace_back(key_of(word, word % 3),
                           static_cast<float>(random() % 2000) / 512 + 0.5F);
    }
    const WeightTable table = WeightTable::of(weights);
    EXPECT_EQ(table.size(), count);
    std::uint32_t others = 0;  // features whose check is the same by chance add theirs
    for (Value word = 0; word < count; ++word) {
      others += table[weights[word].first] != units(weights[word].second) ? 1 : 0;
      EXPECT_EQ(scored(table, word, word % 3), table[weights[word].first]);
    }
    EXPECT_LE(others, count / 1000);
  }
}

TEST(WeightTable, FindsNothingForFeaturesThatItDoesNotHave) {
  Weights weights;
  for (Value word = 0; word < 30'000; ++word) weights.emplace_back(key_of(word, 0), 1.0F);
  const WeightTable table = WeightTable::of(weights);
  std::uint32_t found = 0;
  for (Value word = 0; word < 30'000; ++word) found += scored(table, word, 1) != 0 ? 1 : 0;
  EXPECT_LE(found, 30U);
}

TEST(WeightTable, FindsWhatCrowdsIntoOneBucket) {
  // The upper bits of a key choose the bucket; those in the middle tell keys apart there.
  Weights weights;
  for (std::uint64_t i = 1; i <= 40; ++i) weights.emplace_back(i << 32U, static_cast<float>(i) / 4);
  const WeightTable table = WeightTable::of(weights);
  for (const auto& [key, weight] : weights) EXPECT_EQ(table[key], units(weight)) << key;
  EXPECT_EQ(table[std::uint64_t{41} << 32U], 0);
}

TEST(WeightTable, ReadsWordsAndNumbersOfAFile) {
  const auto table = WeightTable::parse("# a comment\ntest.word\t'said'\t#2\t0.5\n", "weights.tsv");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), 1U);
  EXPECT_FALSE(WeightTable::parse("test.word\t'said'\tmuch\n", "weights.tsv"));
}

}  // namespace
}  // namespace quotary
