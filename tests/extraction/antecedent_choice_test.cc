// Whom a word for somebody means where the text has named several: who spoke last, who is told of,
// who bears the name.
#include <gtest/gtest.h>

#include "resolved.h"

namespace quotary {
namespace {

TEST(AntecedentChoice, HeIsWhoeverWasLastReported) {
  const Resolved r(
      "Steve Joss will step down on Friday. Joss founded the firm in his garage, and analysts said "
      "Joss would be missed.\n\nBut Karl Berg, an analyst with Nova Research, said Joss's eye for "
      "detail is what set the firm apart. He warned that it would struggle, and predicted that it "
      "would be sold.");
  EXPECT_EQ(r.speaker("warned"), "Karl Berg");
  EXPECT_EQ(r.speaker("predicted"), "Karl Berg");
}

TEST(AntecedentChoice, SomeoneMaySpeakOfWhatIsTheirsByName) {
  const Resolved r(
      "Milo Brankov met President Otto Lund at a rally on Monday.\n\nBrankov is raising questions "
      "about a microphone. He noted that the hall had checked Brankov's microphone.");
  EXPECT_EQ(r.speaker("noted"), "Milo Brankov");
}

TEST(AntecedentChoice, NobodyReportsThemselvesByName) {
  const Resolved r(
      "Otto Lund came to Oslo on Monday. Milo Brankov came, too.\n\nOn Tuesday he said Brankov had "
      "lied to parliament.");
  EXPECT_EQ(r.speaker("said"), "Otto Lund");
}

TEST(AntecedentChoice, TheCompanyIsWhatTheReportIsAbout) {
  const Resolved r(
      "Shares of Marling fell on Monday.\n\nTelvia's profit was hurt by fuel costs, the airline "
      "said.");
  EXPECT_EQ(r.speaker("said"), "Telvia");
}

TEST(AntecedentChoice, ASurnameGoesToWhoeverOfTheFamilyHasJustBeenIntroduced) {
  const std::string family =
      "Ann Lund leads the poll. Lund spoke in Oslo, and Lund's plan was praised there.\n\n";
  EXPECT_EQ(
      Resolved(family + "Harbor chief Eric Lund warned of ice. Lund said the port would close.")
          .speaker("said"),
      "Eric Lund");
  EXPECT_EQ(Resolved(family + "A friend of Eric Lund came. Lund said the port would close.")
                .speaker("said"),
            "Ann Lund");
}

TEST(AntecedentChoice, TheSourceIsTheOneThatHasNoName) {
  const Resolved r(
      "Craig Pell asked about the trip, according to a source at the station. The source said "
      "nobody had answered.");
  EXPECT_EQ(r.speaker("said"), "a source at the station");
}

TEST(AntecedentChoice, AThingIsNobody) {
  const Resolved r(
      "Nova chief Ole Strand showed an app on Monday. The trip suggested that he would sell it.");
  EXPECT_NE(r.speaker("suggested"), "Ole Strand");
}

TEST(AntecedentChoice, SeveralAtTheBeginningOfASentenceAreNoHouse) {
  const Resolved r(
      "The Marling Teachers Union called a strike.\n\nTeachers said that classes were too large.");
  EXPECT_EQ(r.speaker("said"), "Teachers");
}

TEST(AntecedentChoice, WhoeverHasTheFloorIsNotHe) {
  const Resolved r(
      "ANN LUND: Karl Berg works in Oslo. He says that the sport needs money.\n\n"
      "KARL BERG: It does.\n\nANN LUND: He is right.");
  EXPECT_EQ(r.speaker("says"), "Karl Berg");
}

}  // namespace
}  // namespace quotary
