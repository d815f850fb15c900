#include "tags/tags.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace quotary {
namespace {

TEST(Tags, EveryTagIsFoundByItsNameAndNoTwoShareOne) {
  std::set<std::string_view> names;
  for (std::uint32_t i = 0; i < kTagCount; ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(tag_of_name(tag_name(tag)), tag);
    names.insert(tag_name(tag));
  }
  EXPECT_EQ(names.size(), kTagCount);
}

TEST(Tags, KeepTheNamesThatModelsAreWrittenWith) {
  EXPECT_EQ(tag_name(Tag::do_), "do");
  EXPECT_EQ(tag_name(Tag::propn), "propn");
  EXPECT_EQ(tag_name(Tag::none), "none");
}

TEST(Tags, UnknownNamesAreNoTags) {
  EXPECT_EQ(tag_of_name("nuon"), std::nullopt);
  EXPECT_EQ(tag_of_name(""), std::nullopt);
}

}  // namespace
}  // namespace quotary
