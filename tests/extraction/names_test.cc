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

// Where every word has a capital, only what the text names elsewhere tells a name from other words.
TEST(Names, InLinesWhereEveryWordHasACapital) {
  const std::string body =
      "\n\nThe senator from Ostavia, Lena Strand, closed the harbour on Monday. Strand said it was "
      "late.";
  EXPECT_EQ(Resolved("Networks Refused To Air Lena Strand." + body).speaker("said"), "Lena Strand");
  EXPECT_EQ(Resolved("Ole Berg Hits Lena Strand Over Harbour." + body).speaker("said"),
            "Lena Strand");
  EXPECT_EQ(Resolved("Strand tells voters the harbour is closed." + body).speaker("tells"),
            "Lena Strand");
}

TEST(Names, WordsThatStandBeforeANameOnce) {
  EXPECT_EQ(speaker("His book, The Real Lena Strand, which Lena Strand called a bad joke,",
                    "Lena Strand said it was late."),
            "Lena Strand");
  EXPECT_EQ(speaker("Media titan Lena Strand", "Strand said it was late."), "Lena Strand");
  EXPECT_EQ(speaker("Mayor Don Strand", "Strand said it was late."), "Don Strand");
  EXPECT_EQ(speaker("Gov. Lena M. Strand", "Strand said it was late."), "Lena M. Strand");
}

// What a role governs is no part of the name behind it.
TEST(Names, BehindAnOfficeOfSeveralWords) {
  const auto who = [](const std::string& source) {
    return Resolved(source + " said it was late.").speaker("said");
  };
  EXPECT_EQ(who("Minister of Education Zelka Strand"), "Zelka Strand");
  EXPECT_EQ(who("Head of Communications Lena Strand"), "Lena Strand");
  EXPECT_EQ(who("The president of the club, Lena Strand (42),"), "Lena Strand");
  EXPECT_EQ(who("The secretary general of the NTO (Northern Trade Office), Lena Strand,"),
            "Lena Strand");
  EXPECT_EQ(who("One of the authors of the report, Lena Strand,"), "Lena Strand");
  EXPECT_EQ(who("One of them, Zelko Strand,"), "Zelko Strand");
}

TEST(Names, OfTwoSyllablesWithAHyphen) {
  EXPECT_EQ(speaker("Park Gil-jung", "Park said it was late."), "Park Gil-jung");
  EXPECT_EQ(speaker("President Moon Sae-in", "Moon said it was late."), "Moon Sae-in");
  EXPECT_EQ(Resolved("The New York-based Moon Foundation said it was late.").said("said"),
            "The New York-based Moon Foundation: it was late");
}

TEST(Names, FirstNamesThatAreOtherWords) {
  EXPECT_EQ(speaker("Hope Strand", "Strand said it was late."), "Hope Strand");
  EXPECT_EQ(speaker("Grant Strand", "Strand said it was late."), "Grant Strand");
  EXPECT_EQ(speaker("Finn Strand", "Strand said it was late."), "Finn Strand");
  EXPECT_EQ(speaker("President Will Strand", "Strand said it was late."), "Will Strand");
}

TEST(Names, TitlesAndParticlesInside) {
  EXPECT_EQ(speaker("Martin Berg King Jr.", "King said it was late."), "Martin Berg King");
  EXPECT_EQ(speaker("Oscar de la Strand", "Oscar de la Strand said it was late."),
            "Oscar de la Strand");
  EXPECT_EQ(speaker("President Luiz Barro Lula da Silva", "Lula said it was late."),
            "Luiz Barro Lula da Silva");
}

// A first sentence with a small verb is no headline, though all its other words have capitals.
TEST(Names, InAShortFirstParagraph) {
  const Resolved r(
      "President Lena Strand came to Oslo on Monday.\n\n\"It is late,\" said Strand, who had "
      "arrived by boat from Bergen.");
  EXPECT_EQ(r.speaker("said"), "Lena Strand");
}

TEST(Names, BeforeATime) {
  EXPECT_EQ(Resolved("Lena Strand earlier Thursday said it was late.").said("said"),
            "Lena Strand: it was late");
  EXPECT_EQ(Resolved("Lena Strand on Thursday said it was late.").said("said"),
            "Lena Strand: it was late");
  EXPECT_EQ(Resolved("Judge Lena Strand late Thursday night said it was late.").speaker("said"),
            "Lena Strand");
}

TEST(Names, OfCompaniesWithAndWithoutTheirForm) {
  EXPECT_EQ(speaker("Ostavian Motors Co.", "OM said it was late."), "Ostavian Motors Co.");
  EXPECT_EQ(speaker("Halden & Berg", "H&B said it was late."), "Halden & Berg");
  EXPECT_EQ(speaker("Nordmark Credit Group AG", "Nordmark Credit said it was late."),
            "Nordmark Credit Group AG");
  EXPECT_EQ(speaker("Nordmark Berg & Co.", "Nordmark Berg said it was late."),
            "Nordmark Berg & Co.");
}

TEST(Names, OfHousesWithAPossessiveMark) {
  EXPECT_EQ(Resolved("Molly's said it was late.").speaker("said"), "Molly's");
  EXPECT_EQ(Resolved("Molly's Corp. said it was late.").speaker("said"), "Molly's Corp.");
  EXPECT_EQ(speaker("The Harbour Workers' Union", "The union said it was late."),
            "Harbour Workers' Union");
}

TEST(Names, OrganisationsWithAnAnd) {
  EXPECT_EQ(speaker("The Center for Strategic and Maritime Studies",
                    "The Center for Strategic and Maritime Studies said it was late."),
            "Center for Strategic and Maritime Studies");
  EXPECT_EQ(speaker("The Foundation for Defense of Harbours",
                    "The Foundation for Defense of Harbours said it was late."),
            "Foundation for Defense of Harbours");
}

TEST(Names, BehindATitleWithItsCountry) {
  EXPECT_EQ(
      Resolved("U.S. Secretary of State Helen Rowe said the talks had failed.").speaker("said"),
      "Helen Rowe");
  EXPECT_EQ(Resolved("The U.S. Secretary of State, Helen Rowe, said the talks had failed.")
                .speaker("said"),
            "Helen Rowe");
}

}  // namespace
}  // namespace quotary
