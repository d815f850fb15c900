// Reports and stories: what is told without marks is said in the one and thought in the other.
#include <gtest/gtest.h>

#include "resolved.h"

namespace quotary {
namespace {

TEST(Narrative, AReportOfPlacesThatNoListKnows) {
  const Resolved r(
      "Ostavia's foreign ministry summoned the Lurian ambassador to protest against a violation of "
      "its airspace.\n\nIn a statement, the ministry said two jets had crossed the border.\n\n"
      "Luria denied this. Its defense minister, Anatol Berezin, told state television that the "
      "jets had never left Lurian airspace, adding that Ostavia was \"seeing ghosts.\"");
  EXPECT_EQ(r.said("said"), "the ministry: two jets had crossed the border");
  EXPECT_EQ(r.speaker("told"), "Anatol Berezin");
}

TEST(Narrative, AStory) {
  const Resolved r(
      "She closed the door behind her and listened; nothing moved in the house. He had told her "
      "that the stairs would creak, and they did.\n\n\"Who is there?\" she asked.\n\nHe said "
      "nothing. She knew that he was standing behind the curtain, and she believed that he would "
      "stay there until the lamp went out.\n\n\"Come out!\" she cried. \"I can hear you!\"");
  EXPECT_EQ(r.speaker("believed"), "no such cue");
  EXPECT_EQ(r.speaker("knew"), "no such cue");
  EXPECT_EQ(r.said("cried"), "she: \"Come out!\" / \"I can hear you!\"");
}

}  // namespace
}  // namespace quotary
