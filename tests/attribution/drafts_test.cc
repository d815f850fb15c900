// Drafts: in which order they come out.
#include "attribution/drafts.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

std::vector<std::vector<Range>> in_order(Drafts drafts) {
  drafts.put_in_order();
  std::vector<std::vector<Range>> all;
  for (const Draft& draft : drafts.all()) {
    std::vector<Range>& parts = all.emplace_back();
    for (const DraftPart& part : drafts.parts_of(draft)) parts.push_back(part.words);
  }
  return all;
}

using Parts = std::vector<std::vector<Range>>;

TEST(DraftsTest, ComeInTheOrderOfTheirFirstParts) {
  Drafts drafts;
  const std::uint32_t later = drafts.add({});
  const std::uint32_t earlier = drafts.add({});
  drafts.add_part(later, {30, 34});
  drafts.add_part(earlier, {20, 24});
  drafts.add_part(later, {8, 9});
  drafts.add_part(earlier, {2, 5});
  EXPECT_EQ(in_order(drafts), (Parts{{{2, 5}, {20, 24}}, {{8, 9}, {30, 34}}}));
}

TEST(DraftsTest, WhatHoldsOthersComesFirst) {
  const Turn turn;
  Drafts drafts;
  drafts.add_part(drafts.add({}), {4, 9});
  drafts.add_part(drafts.add({.turn = &turn}), {4, 40});
  EXPECT_EQ(in_order(drafts), (Parts{{{4, 40}}, {{4, 9}}}));
}

TEST(DraftsTest, ThePartThatWasAddedLastIsProlonged) {
  Drafts drafts;
  const std::uint32_t first = drafts.add({});
  drafts.add_part(first, {10, 12});
  drafts.add_part(first, {2, 5});
  drafts.add_part(drafts.add({}), {20, 22});
  drafts.prolong(first, 7);
  EXPECT_EQ(in_order(drafts), (Parts{{{2, 7}, {10, 12}}, {{20, 22}}}));
}

}  // namespace
}  // namespace quotary
