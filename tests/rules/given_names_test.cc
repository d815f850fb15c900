#include "rules/given_names.h"

#include <gtest/gtest.h>

#include "quotary/document.h"

namespace quotary {
namespace {

bool alike(std::string_view a, std::string_view b) {
  GivenNames names;
  const std::string source =
      R"({"given_names": [["Robert", "Rob", "Bob"], ["Edward", "Ted"], ["Theodore", "Ted"]]})";
  const auto tree = JsonTree::read(source, "given-names.json");
  std::vector<Error> errors;
  read_given_names(*tree, names, errors);
  EXPECT_TRUE(errors.empty());
  return names.alike(word_id(a), word_id(b));
}

TEST(GivenNames, FormsOfOneNameAreAlike) {
  EXPECT_TRUE(alike("Robert", "Bob"));
  EXPECT_TRUE(alike("Rob", "bob"));
  EXPECT_TRUE(alike("Anna", "Anna"));
  EXPECT_FALSE(alike("Robert", "Edward"));
}

TEST(GivenNames, AShortFormMayBeThatOfTwoNames) {
  EXPECT_TRUE(alike("Ted", "Edward"));
  EXPECT_TRUE(alike("Theodore", "Ted"));
  EXPECT_FALSE(alike("Edward", "Theodore"));
}

TEST(GivenNames, OneFormAloneIsAnError) {
  GivenNames names;
  const std::string source = "{\"given_names\": [\n[\"Robert\"]]}";
  const auto tree = JsonTree::read(source, "given-names.json");
  std::vector<Error> errors;
  read_given_names(*tree, names, errors);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].place.line, 2U);
}

}  // namespace
}  // namespace quotary
