// Names: who is the same, and who is not.
#include "evaluation/names.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace quotary {
namespace {

bool same(std::string_view a, std::string_view b) {
  const bool forth = same_name(name_key(a), name_key(b));
  EXPECT_EQ(forth, same_name(name_key(b), name_key(a))) << a << " : " << b;
  return forth;
}

TEST(Names, AgreeWhateverIsPutAroundThem) {
  EXPECT_TRUE(same("Ilse Brandt", "ILSE BRANDT"));
  EXPECT_TRUE(same("Sen. Ilse Brandt", "Ilse Brandt"));
  EXPECT_TRUE(same("Oskar T. Lund", "lund"));
  EXPECT_TRUE(same("Oskar Lund Jr.", "Lund's"));
  EXPECT_TRUE(same("Oskar Lund", "Lund’s"));
  EXPECT_TRUE(same("O. Lund", "Oskar Lund"));
  EXPECT_TRUE(same("O'Dowd", "O’DOWD"));
  EXPECT_TRUE(same("Ana Groß", "ana gross"));
  EXPECT_TRUE(same("The Norwick Council", "norwick council"));
  EXPECT_TRUE(same("the minister", "Minister"));
}

TEST(Names, DisagreeWhereTheyContradict) {
  EXPECT_FALSE(same("Ilse Brandt", "Karl Brandt"));
  EXPECT_FALSE(same("Ilse Brandt", "Ilse Olsen"));
  EXPECT_FALSE(same("K. Brandt", "Ilse Brandt"));
  EXPECT_FALSE(same("Mr. Brandt", "Mrs Brandt"));
  EXPECT_FALSE(same("Lund Jr.", "Jr."));
  EXPECT_FALSE(same("", "Lund"));
  EXPECT_FALSE(same(".", "."));
  EXPECT_FALSE(same("Lund's engineer", "Lund"));
}

TEST(Names, ThePossessiveGoesOnlyAtTheEndOfAWord) {
  EXPECT_EQ(name_key("Lund's").words, (std::vector<std::u32string>{U"lund"}));
  EXPECT_EQ(name_key("L'sola").words, (std::vector<std::u32string>{U"lsola"}));
  EXPECT_EQ(name_key("Lund's_").words, (std::vector<std::u32string>{U"lunds_"}));
  EXPECT_EQ(name_key("'s Graven").words, (std::vector<std::u32string>{U"graven"}));
}

TEST(Names, AnyOfJointSpeakersWillDo) {
  const std::vector<Aliases> none;
  SpeakerNames names(none);
  EXPECT_TRUE(names.agree("Ilse Brandt; Oskar Lund", "Lund"));
  EXPECT_TRUE(names.agree("Lund", "Karl Olsen; Oskar Lund"));
  EXPECT_FALSE(names.agree("Ilse Brandt; Oskar Lund", "Olsen"));
}

TEST(Names, AliasesAreAsGoodButAFullNameIsHeldAgainstFullNames) {
  const std::vector<Aliases> aliases = {{"Ilse Brandt", {"the mayor", "Brandt", "Ilse M. Brandt"}}};
  SpeakerNames names(aliases);
  EXPECT_TRUE(names.agree("Ilse Brandt", "the Mayor"));
  EXPECT_TRUE(names.agree("Ilse Brandt", "Brandt"));
  EXPECT_FALSE(names.agree("Ilse Brandt", "Karl Brandt"));
  EXPECT_FALSE(names.agree("Karl Brandt", "the Mayor")) << "aliases are those of the gold name";
}

}  // namespace
}  // namespace quotary
