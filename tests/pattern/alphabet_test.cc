#include "pattern/alphabet.h"

#include <gtest/gtest.h>

#include "small_pack.h"

namespace quotary::pattern {
namespace {

ClassTable table_of(const std::string& pattern) {
  const std::vector<Pattern> patterns = {parse_small(pattern).value()};
  return ClassTable::of(patterns).value();
}

TEST(ClassTable, HoldsOnlyWhatRulesName) {
  const ClassTable classes = table_of("{quote} ',' Name");
  EXPECT_EQ(classes.size(), 3U);
  EXPECT_EQ(classes.name(classes.bit("Name")), "Name");
  EXPECT_EQ(classes.bit("Aux"), kNone);
  EXPECT_EQ(classes.literal_bit(","), classes.bit("','"));
  EXPECT_EQ(classes.literal_bit("said"), kNone);
  ASSERT_EQ(classes.literals().size(), 1U);
  EXPECT_EQ(classes.literals()[0].text, ",");
  EXPECT_TRUE(classes.mask({"Aux", "Det"}).empty());
}

TEST(Alphabet, TellsSetsOfClassesApart) {
  ClassTable classes = table_of("{quote} Name Aux");
  const std::vector<ClassMask> masks = {classes.mask({"Name"}), classes.mask({"Aux"}),
                                        classes.mask({"Name", "Aux"}), classes.mask({"Name"})};
  const Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
  EXPECT_EQ(alphabet.size(), 4U);  // with "other"
  EXPECT_NE(alphabet.symbol({"Name"}), alphabet.symbol({"Name", "Aux"}));
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"Name", "Aux"})), "Name+Aux");
  EXPECT_EQ(alphabet.symbol(ClassMask{}), 0);
  EXPECT_EQ(alphabet.describe(0), "other");
  EXPECT_EQ(alphabet.describe(255), "other");
}

TEST(Alphabet, JoinsSetsThatNoRuleTellsApart) {
  ClassTable classes = table_of("{quote} SpeechVerb & Aux (Name | Det)");
  const std::vector<ClassMask> masks = {
      classes.mask({"SpeechVerb"}),
      classes.mask({"Aux"}),
      classes.mask({"Aux", "SpeechVerb"}),
      classes.mask({"Name"}),
      classes.mask({"Det"}),
      classes.mask({"Det", "Name"}),
      classes.mask({"SpeechVerb", "Name"}),
  };
  const Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
  EXPECT_EQ(alphabet.size(), 3U);
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"SpeechVerb"})), "other");
  EXPECT_EQ(alphabet.symbol({"Aux"}), alphabet.symbol({"SpeechVerb"}));
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"SpeechVerb", "Aux"})), "SpeechVerb+Aux");
  EXPECT_EQ(alphabet.symbol({"Name"}), alphabet.symbol({"SpeechVerb", "Name", "Det"}));
}

TEST(Alphabet, SparesAQuestionThatANegationSettles) {
  ClassTable classes = table_of("{quote} Nominal & !SpeechVerb");
  const std::vector<ClassMask> masks = {classes.mask({"Nominal"}), classes.mask({"SpeechVerb"}),
                                        classes.mask({"Nominal", "SpeechVerb"})};
  const Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"Nominal"})), "Nominal");
  EXPECT_EQ(alphabet.symbol({"Nominal", "SpeechVerb"}), alphabet.symbol({"SpeechVerb"}));
  EXPECT_EQ(alphabet.symbol({"SpeechVerb"}), 0);
}

TEST(Alphabet, KnowsAnUnforeseenSetByWhatRulesAskOfIt) {
  ClassTable classes = table_of("{quote} (Name | Det)");
  const std::vector<ClassMask> masks = {classes.mask({"Name"})};
  const Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
  EXPECT_EQ(alphabet.symbol({"Det"}), alphabet.symbol({"Name"}));
}

TEST(Alphabet, GivesAnUnforeseenSetTheLargestSetInsideIt) {
  ClassTable classes = table_of("{quote} Name Aux Det Word");
  const std::vector<ClassMask> masks = {classes.mask({"Name"}), classes.mask({"Name", "Aux"}),
                                        classes.mask({"Word"})};
  const Alphabet alphabet = Alphabet::of(std::move(classes), masks).value();
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"Name", "Aux", "Det"})), "Name+Aux");
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"Word", "Det"})), "Word");
  EXPECT_EQ(alphabet.describe(alphabet.symbol({"Det"})), "other");
}

TEST(Alphabet, NamesTheClassesToBlameWhenThereAreTooManySets) {
  ClassTable classes = table_of("{quote} Name Pronoun Nominal SpeechVerb Aux Adverb Det Word Prep");
  std::vector<ClassMask> masks;
  for (std::uint32_t number = 0; number < 256; ++number) {
    ClassMask mask;
    for (std::uint32_t bit = 0; bit < 8; ++bit) {
      if ((number >> bit & 1U) != 0) mask.set(bit);
    }
    masks.push_back(mask);
  }
  const Result<Alphabet> alphabet = Alphabet::of(std::move(classes), masks);
  ASSERT_FALSE(alphabet.has_value());
  EXPECT_EQ(alphabet.error().to_string(),
            "E201 the rules tell 256 kinds of words apart, at most 250 are possible; most come "
            "from `Quote` (128), `Name` (128), `Pronoun` (128); name fewer classes in rules, or "
            "join some");
}

TEST(ClassTable, RefusesMoreClassesThanBits) {
  std::vector<Pattern> patterns;
  for (int i = 0; i < 300; ++i) {
    patterns.push_back(parse_small("{quote} 'w" + std::to_string(i) + "'").value());
  }
  EXPECT_EQ(ClassTable::of(patterns).error().message,
            "the rules name more than 256 classes and literals; put literals that belong together "
            "into a lexicon");
}

}  // namespace
}  // namespace quotary::pattern
