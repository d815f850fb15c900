#include "rules/pack_image.h"

#include <gtest/gtest.h>

#include <vector>

#include "rules/embedded_rules.h"

namespace quotary {
namespace {

std::shared_ptr<const PackData> made_from(std::string_view image) {
  std::vector<Error> errors;
  return compile_built_in_pack(image, errors);
}

TEST(PackImage, HoldsWhatTheFilesSay) {
  const auto from_files = made_from({});
  const auto from_image = made_from(embedded_pack_image());
  ASSERT_NE(from_files, nullptr);
  ASSERT_NE(from_image, nullptr);
  EXPECT_TRUE(write_pack_image(*from_files) == embedded_pack_image());
  EXPECT_TRUE(write_pack_image(*from_image) == embedded_pack_image());
}

TEST(PackImage, LeavesNothingOut) {
  const auto pack = made_from(embedded_pack_image());
  ASSERT_NE(pack, nullptr);
  EXPECT_NE(pack->lexicon.class_id("SpeechVerb"), kNoClass);
  EXPECT_EQ(pack->houses[pack->houses.with_domain("www.apnews.com")].id, "ap");
  EXPECT_EQ(pack->houses[pack->houses.named("Agence France-Presse")].id, "afp");
  EXPECT_LT(pack->line_words.group("month.1"), kMaxLineGroups);
  EXPECT_FALSE(pack->line_words.forms_of("citing").empty());
  EXPECT_EQ(pack->text_rules_of_language.abbreviation(word_id("mr"), true), Abbreviation::title);
  EXPECT_TRUE(pack->tagger->knows_lower_case(word_id("harbour")));
  EXPECT_GT(pack->attribution->size(), 10'000U);
}

TEST(PackImageDeathTest, StopsWhereTheBytesEndTooSoon) {
  const std::string_view image = embedded_pack_image();
  PackData pack;
  EXPECT_DEATH(read_pack_image(image.substr(0, image.size() / 2), pack), "");
}

}  // namespace
}  // namespace quotary
