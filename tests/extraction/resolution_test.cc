// Who stands behind a mention, in one or two sentences and their answer.
#include <gtest/gtest.h>

#include "resolved.h"

namespace quotary {
namespace {

TEST(ResolutionTest, TheAgencyIsTheOrganisationNamedBefore) {
  const Resolved r(
      "According to the National Weather Service, gusts reached 92 mph at Cape Tarrow on Monday. "
      "The agency warned that rivers would keep rising.");
  EXPECT_EQ(r.speaker("warned"), "National Weather Service");
}

TEST(ResolutionTest, AUtilityIsNoWeatherServiceAndNoPlace) {
  const Resolved r(
      "According to the National Weather Service, gusts reached 92 mph at Cape Tarrow on Monday. "
      "The utility denied that it had cut back on trimming trees.");
  EXPECT_EQ(r.speaker("denied"), "The utility");
}

constexpr std::string_view kTrial =
    "Former transport minister Milo Brankov went on trial in Oslo on Monday, accused of taking $2 "
    "million in bribes between 2015 and 2019.\n\n";

TEST(ResolutionTest, AnOfficeIsNobodyWhoIsKnownByAnother) {
  const Resolved r(std::string(kTrial) + "The judge said the hearing would last 12 days.");
  EXPECT_EQ(r.speaker("said"), "The judge");
}

TEST(ResolutionTest, WhoIsNamedInWhatIsSaidDoesNotSayIt) {
  const Resolved r(std::string(kTrial) + "On Tuesday he said Brankov had lied to parliament.");
  EXPECT_NE(r.speaker("said"), "Milo Brankov");
}

TEST(ResolutionTest, AnOfficeGoesToWhoeverHoldsItInAnAppositive) {
  const Resolved r(
      "The mayor of Bergen, Karl Oster, spoke in Oslo on Monday, 12 May.\n\n"
      "The council was warned in 2016. The mayor said nobody had listened.");
  EXPECT_EQ(r.speaker("said"), "Karl Oster");
}

TEST(ResolutionTest, ACompanyIsNoTown) {
  const Resolved r(
      "Bribes of $2 million were paid in Bergen between 2015 and 2019.\n\n"
      "The company denied that it had paid anyone on Monday.");
  EXPECT_EQ(r.speaker("denied"), "The company");
}

TEST(ResolutionTest, AFormerOfficeMayBeAnotherNameForOneWhoHoldsAnother) {
  const Resolved r(
      "Opposition leader Vera Tomic spoke in Oslo on Monday, 12 May.\n\n"
      "The former judge accused the government of sleeping through the storm of 2016.");
  EXPECT_EQ(r.speaker("accused"), "Vera Tomic");
}

TEST(ResolutionTest, AnArticleBeforeItsNameTellsAnOrganisation) {
  const Resolved r(
      "The Red Cross sent 15 boats to Oslo on Monday, 12 May.\n\n"
      "The organisation said it needed $2 million more.");
  EXPECT_EQ(r.speaker("said"), "Red Cross");
}

TEST(ResolutionTest, WhoDoesNotMeanTheTownBeforeIt) {
  const Resolved r(
      "A doctor at the hospital in Port Halsen, who asked for help on Monday, had 12 patients.");
  EXPECT_NE(r.speaker("asked for"), "Port Halsen");
  EXPECT_NE(r.speaker("asked"), "Port Halsen");
}

TEST(ResolutionTest, ACompanyMayBearTheLettersOfAnOffice) {
  const Resolved r(
      "Nordwerk cuts its forecast\n\n"
      "Nordwerk AG cut its forecast for 2024 on Tuesday, 12 November, in Frankfurt.\n\n"
      "In a statement, the company apologised to customers and said it was sorry.\n\n"
      "Nordwerk added that it hoped for better days in Europe.");
  EXPECT_EQ(r.speaker("said"), "Nordwerk AG");
  EXPECT_EQ(r.speaker("added"), "Nordwerk AG");
}

TEST(ResolutionTest, ANationalityIsAnotherNameForSomebody) {
  const Resolved r(
      "Manager Ian Holt spoke in London on Friday, 12 May. The Scot added that he would stay.");
  EXPECT_EQ(r.speaker("added"), "Ian Holt");
}

TEST(ResolutionTest, ABareNounTakesTheFullerPhraseBeforeIt) {
  const Resolved r(
      "Few people trust the transport department, says Brightwater University. The department said "
      "that work would end in May.");
  EXPECT_EQ(r.speaker("said"), "the transport department");
}

TEST(ResolutionTest, ANameAfterARoleIsThePerson) {
  const Resolved r("Its director, Leopold Achterberg, warned that the poll was old.");
  EXPECT_EQ(r.speaker("warned"), "Leopold Achterberg");
  const Resolved s("The MP for Ashby East, Priya Raman, warned that the books were gone.");
  EXPECT_EQ(s.speaker("warned"), "Priya Raman");
}

TEST(ResolutionTest, RolesBesideTheNameAreKept) {
  const Resolved r("The MP for Ashby East, Priya Raman, warned that the books were gone.");
  const RecordQuote* quote = r.by_cue("warned");
  ASSERT_NE(quote, nullptr);
  const RecordSource* raman = r.record.speaker_of(*quote);
  ASSERT_NE(raman, nullptr);
  ASSERT_EQ(raman->roles.size(), 1U);
  EXPECT_EQ(r.record.texts[raman->roles.first], "MP");
}

TEST(ResolutionTest, ThePossessorOfASubjectIsHe) {
  const Resolved r(
      "Chancellor Otto Brandt had visited the port in May.\n\nDespite that, Marko Pavic's talks "
      "with "
      "Karl Lund seemed to go well.\n\n\"We have not given in,\" he said.");
  EXPECT_EQ(r.speaker("said"), "Marko Pavic");
}

TEST(ResolutionTest, WhoIsOwnedIsNotTheOwner) {
  const Resolved r(
      "Mayor Ann Ketter closed the library on Friday. The library's former caretaker believes that "
      "the books can be saved.");
  EXPECT_EQ(r.speaker("believes"), "The library's former caretaker");
}

TEST(ResolutionTest, APaperThatIsToldIsTheMedium) {
  const Resolved r("\"It was on the sheet,\" Priya Raman told the Marlshire Gazette.");
  const RecordQuote* quote = r.by_cue("told");
  ASSERT_NE(quote, nullptr);
  EXPECT_EQ(quote->medium.text, "the Marlshire Gazette");
  EXPECT_EQ(r.speaker("told"), "Priya Raman");
}

TEST(ResolutionTest, OneWordStandsForManyOffices) {
  EXPECT_EQ(Resolved("Sen. Bill Larkin voted no in Oslo on 12 May. The lawmaker warned of delays.")
                .speaker("warned of"),
            "Bill Larkin");
  EXPECT_EQ(Resolved("Prime Minister Arvo Lind met the unions on 12 May. The premier warned of "
                     "delays.")
                .speaker("warned of"),
            "Arvo Lind");
}

TEST(ResolutionTest, ALawmakerNeedNotBeASenator) {
  const Resolved r(
      "Rep. Bill Larkin spoke with Sen. Ann Roe in Oslo on 12 May. The senator warned of delays.");
  EXPECT_EQ(r.speaker("warned of"), "Ann Roe");
}

TEST(ResolutionTest, ANameFollowsItsRoleWithAnAgeBehind) {
  const Resolved r("\"It was late,\" said the group's leader, Dana Lund, 42, in Oslo on 12 May.");
  EXPECT_EQ(r.speaker("said"), "Dana Lund");
}

TEST(ResolutionTest, WhoWorksForAnOutletSpeaks) {
  const Resolved r("\"It was late,\" CBS This Morning co-anchor Dana Lund said on Monday, 12 May.");
  EXPECT_EQ(r.speaker("said"), "Dana Lund");
}

TEST(ResolutionTest, ANounBeforeANameIsNoRoleInAClause) {
  const Resolved r("The way Lund speaks is known. Lund said on Monday, 12 May, that he would go.");
  EXPECT_EQ(r.role("said"), "none");
}

TEST(ResolutionTest, WhoeverIsSpokenToIsNoRole) {
  const Resolved r("Speaking to reporters on Monday, 12 May, Lund said that he would go.");
  EXPECT_EQ(r.role("said"), "none");
}

TEST(ResolutionTest, AMinistryWithoutANameIsSpokenOfAgain) {
  const Resolved r(
      "The ministry said on Monday that it regretted the delay. It added that an inquiry was under "
      "way.");
  EXPECT_EQ(r.speaker("added"), "The ministry");
}

TEST(ResolutionTest, AMayorWithoutANameIsSpokenOfAgain) {
  const Resolved r(
      "\"This is late,\" the mayor wrote on Twitter. \"We will ask why,\" she added on Monday, 12 "
      "May.");
  EXPECT_EQ(r.speaker("added"), "the mayor");
}

TEST(ResolutionTest, AFirstNameMayLookLikeAnotherWord) {
  const Resolved r(
      "Emily Lund and her husband, Greg, bought a boat on 12 May. \"It is old,\" Greg Lund said. "
      "\"It will do,\" she added.");
  EXPECT_EQ(r.speaker("added"), "Emily Lund");
}

}  // namespace
}  // namespace quotary
