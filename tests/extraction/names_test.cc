// Names that look like other words, and other forms of a name: one or two sentences and who speaks.
#include <gtest/gtest.h>

#include "resolved.h"

namespace quotary {
namespace {

// Who is behind the cue "said", once the text has named somebody.
std::string speaker(const std::string& named, const std::string& said) {
  const Resolved r(named + " came to Oslo on Monday, 12 May.\n\n" + said);
  return r.speaker("said");
}

TEST(Names, ASurnameThatIsAnotherWord) {
  EXPECT_EQ(speaker("Councillor Thomas May", "\"It is late,\" May said."), "Thomas May");
  EXPECT_EQ(speaker("Councillor Rosa Said", "Said said it was late."), "Rosa Said");
  EXPECT_EQ(speaker("Councillor Anna Will", "The train, Will said, was late."), "Anna Will");
  EXPECT_EQ(speaker("Dr. Anthony Wise", "\"It is late,\" Wise, 52, said."), "Anthony Wise");
  EXPECT_EQ(speaker("Councillor Thomas Day", "\"It is late,\" said Day, who had waited."),
            "Thomas Day");
  EXPECT_EQ(speaker("Councillor Ole Strand", "In May, workers said it was late."), "workers");
}

TEST(Names, TheFirstWordOfAName) {
  EXPECT_EQ(speaker("Target Corp.", "Target said it was late."), "Target Corp.");
  EXPECT_EQ(speaker("President Lee Dae-jung", "Lee said it was late."), "Lee Dae-jung");
}

TEST(Names, AWordInTheMiddle) {
  EXPECT_EQ(speaker("President Luiz Barro da Silva", "Barro said it was late."),
            "Luiz Barro da Silva");
}

TEST(Names, WithAndWithoutAccents) {
  EXPECT_EQ(speaker("President Recep Doğan", "Dogan said it was late."), "Recep Doğan");
  EXPECT_EQ(speaker("President Enrique Muñoz", "MUNOZ said it was late."), "Enrique Muñoz");
}

TEST(Names, AnArticleThatIsWrittenWithTheName) {
  EXPECT_EQ(speaker("President Bashar al-Dari", "\"It is late,\" Dari said."), "Bashar al-Dari");
  EXPECT_EQ(speaker("President Abdel-Karim el-Fassi", "\"It is late,\" el-Fassi said."),
            "Abdel-Karim el-Fassi");
}

TEST(Names, ShortFormsOfFirstNamesAndInitials) {
  EXPECT_EQ(speaker("Sen. Robert Strand", "Bob Strand said it was late."), "Robert Strand");
  EXPECT_EQ(speaker("Sen. J. K. Strand", "J.K. Strand said it was late."), "J. K. Strand");
  EXPECT_EQ(speaker("Sen. Robert \"Skip\" Strand", "Skip Strand said it was late."),
            "Robert \"Skip\" Strand");
  EXPECT_EQ(speaker("Sen. George B. Strand", "George C. Strand said it was late."),
            "George C. Strand");
}

TEST(Names, Acronyms) {
  EXPECT_EQ(speaker("The National Union of Harbour Workers", "The NUHW said it was late."),
            "National Union of Harbour Workers");
  EXPECT_EQ(speaker("Ostavian Motors", "OM said it was late."), "Ostavian Motors");
  EXPECT_EQ(speaker("The National Union of Harbour Workers", "The BBC said it was late."), "BBC");
  EXPECT_EQ(speaker("A WHO official", "The WHO said it was late."), "WHO");
}

TEST(Names, OrganisationsWhoseWordsAreNoNames) {
  EXPECT_EQ(speaker("Doctors Without Borders", "The aid group said it was late."),
            "Doctors Without Borders");
  EXPECT_EQ(speaker("The chief of Save the Children", "Save the Children said it was late."),
            "Save the Children");
  EXPECT_EQ(speaker("The mayor", "\"It is late,\" Quick Lending said."), "Quick Lending");
}

TEST(Names, OneOfAKind) {
  EXPECT_EQ(speaker("Nordbank AG", "Ostavia's largest lender said it was late."), "Nordbank AG");
}

}  // namespace
}  // namespace quotary
