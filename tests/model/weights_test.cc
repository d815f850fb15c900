#include "model/weights.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "quotary/document.h"

namespace quotary {
namespace {

using Weights = std::vector<std::pair<std::uint64_t, std::int16_t>>;

HashedWeights table_of(const Weights& weights) {
  HashedWeights table;
  table.reserve(weights.size());
  for (const auto& [key, weight] : weights) table.insert(key, weight);
  return table;
}

std::uint64_t key_of(Value word, Value place) {
  return feature_key(Template("test.word").seed, word, place);
}

TEST(HashedWeights, FindsEveryWeightAtEverySize) {
  std::mt19937 random(7);
  for (const std::uint32_t count : {1U, 7U, 100U, 4'096U, 40'000U}) {
    Weights weights;
    for (Value word = 0; word < count; ++word) {
      weights.emplace_back(key_of(word, word % 3), static_cast<std::int16_t>(random() % 4000 + 1));
    }
    const HashedWeights table = table_of(weights);
    std::uint32_t others = 0;  // features whose check is the same by chance add theirs
    for (const auto& [key, weight] : weights) others += table[key] != weight ? 1 : 0;
    EXPECT_LE(others, count / 1000);
  }
}

TEST(HashedWeights, FindsNothingForFeaturesThatItDoesNotHave) {
  Weights weights;
  for (Value word = 0; word < 30'000; ++word) weights.emplace_back(key_of(word, 0), 1);
  const HashedWeights table = table_of(weights);
  std::uint32_t found = 0;
  for (Value word = 0; word < 30'000; ++word) found += table[key_of(word, 1)] != 0 ? 1 : 0;
  EXPECT_LE(found, 30U);
}

TEST(HashedWeights, FindsWhatCrowdsIntoOneBucket) {
  // The upper bits of a key choose the bucket; those in the middle tell keys apart there.
  Weights weights;
  for (std::uint64_t i = 1; i <= 40; ++i) weights.emplace_back(i << 32U, i);
  const HashedWeights table = table_of(weights);
  for (const auto& [key, weight] : weights) EXPECT_EQ(table[key], weight) << key;
  EXPECT_EQ(table[std::uint64_t{41} << 32U], 0);
}

const std::vector<std::string> kClasses = {"SpeechVerb", "Title"};

TEST(WeightTable, ReadsWordsNumbersAndClassesOfAFile) {
  const auto table = WeightTable::parse(
      "# a comment\n"
      "cue.class\tTitle\t#3\t-0.5\n"
      "cue.class\tUnheardOf\t#3\t4\n"
      "cue.that\t#1\t#2\t0.25\n"
      "cue.word\tsaid\t2\n"
      "gate\t1\n",
      "weights.tsv", kClasses);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->size(), 5U);
  const ClassValue speech{word_id("SpeechVerb"), 0};
  const ClassValue title{word_id("Title"), 1};
  EXPECT_EQ((*table)("cue.class", title, 3U), -512);
  EXPECT_EQ((*table)("cue.class", title, 4U), 0);
  EXPECT_EQ((*table)("cue.class", speech, 3U), 0);
  EXPECT_EQ((*table)("cue.that", 1U, 2U), 256);
  EXPECT_EQ((*table)("cue.that", 2U, 1U), 0);
  EXPECT_EQ((*table)("cue.word", word_id("said")), 2048);
  EXPECT_EQ((*table)("gate"), 1024);

  Scorer scorer(*table);
  scorer("cue.class", title, 3U);
  scorer("cue.that", 1U, 2U);
  scorer("cue.word", word_id("said"));
  EXPECT_EQ(scorer.units(), -512 + 256 + 2048);
}

TEST(WeightTable, SaysWhatIsWrongWithAFile) {
  const auto wrong = [](const char* text) {
    const auto table = WeightTable::parse(text, "weights.tsv", kClasses);
    return table ? std::string() : table.error().message;
  };
  EXPECT_EQ(wrong("cue.word\tsaid\tmuch\n"), "the last field is no number");
  EXPECT_EQ(wrong("cue.word\n"), "expected template<TAB>...<TAB>weight");
  EXPECT_EQ(wrong("cue.that\t#6\t#2\t1\n"), "a number is too large for its template");
  EXPECT_EQ(wrong("cue.class\t1\n"), "a template of classes needs one");
  EXPECT_EQ(wrong("cue.word\ta\tb\tc\td\t1\n"), "a feature has at most three values");
}

}  // namespace
}  // namespace quotary
