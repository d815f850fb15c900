#include "tags/best_tag.h"

#include <gtest/gtest.h>

#include <random>

namespace quotary::tagging {
namespace {

WeightRow made_up_row(std::mt19937& random) {
  WeightRow row;
  for (std::int8_t& weight : row.of_tag) {
    weight = static_cast<std::int8_t>(static_cast<int>(random() % (2 * kLargestWeight + 1)) -
                                      kLargestWeight);
  }
  return row;
}

TEST(Scores, FindTheBestTagAsOneByOne) {
  std::mt19937 random(11);
  for (int i = 0; i < 20'000; ++i) {
    WeightRow sums = made_up_row(random);
    Scores scores(sums);
    for (std::uint32_t more = 1; more < kFeatures; ++more) {
      const WeightRow row = made_up_row(random);
      scores.add(row);
      for (std::size_t tag = 0; tag < row.of_tag.size(); ++tag) {
        sums.of_tag[tag] = static_cast<std::int8_t>(sums.of_tag[tag] + row.of_tag[tag]);
      }
    }
    const TagSet some = static_cast<TagSet>(random() & random() & random());
    const TagSet candidates = some | tag_bit(Tag::vbd);
    EXPECT_EQ(scores.best_of(candidates), best_one_by_one(candidates, sums));
  }
}

TEST(Scores, TakesTheFirstOfEquals) {
  const Scores scores{WeightRow()};
  EXPECT_EQ(scores.best_of(tag_bit(Tag::verb) | tag_bit(Tag::noun)), Tag::noun);
  EXPECT_EQ(scores.best_of(tag_bit(Tag::wh) | tag_bit(Tag::verb)), Tag::verb);
}

}  // namespace
}  // namespace quotary::tagging
