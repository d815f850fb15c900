// Who stands behind a source: each test is a text and the name of whoever speaks in it.
#include <gtest/gtest.h>

#include "resolved.h"

namespace quotary {
namespace {

TEST(SpeakersTest, APronounCarriesOnWhomThePronounBeforeItMeant) {
  const Resolved r(
      "President Otto Brandt has often called for a new trial of Adam Lund. The ministry declared "
      "that Lund was the leader of the plot. He was briefly detained. He denied that he had "
      "planned anything.");
  EXPECT_EQ(r.speaker("denied"), "Adam Lund");
}

TEST(SpeakersTest, WhoeverSpeaksIsASubjectAfterTheVerbToo) {
  const Resolved r(
      "\"Peter Lund is not afraid of anybody,\" said Gov. Mark T. Weber of Ohio, who once hired "
      "Mr. "
      "Lund as an adviser. He added, \"It will be a long year.\"");
  EXPECT_EQ(r.speaker("added"), "Mark T. Weber");
}

TEST(SpeakersTest, TheFirstSubjectOfTheSentenceBeforeIsHe) {
  const Resolved r(
      "In a note to donors, campaign manager Robert Hale admitted that the mayor and Peter Lund "
      "had "
      "won one town each. He said that it was no surprise.");
  EXPECT_EQ(r.speaker("said"), "Robert Hale");
}

TEST(SpeakersTest, PronounsTellTheGenderOfANameThatNoListHas) {
  const Resolved r(
      "Tavrel opened the fair on Monday. She thanked the town. Tavrel said that she would stay.\n\n"
      "John Weber waited outside the hall.\n\n\"It was a good day,\" she said on her way out.");
  const RecordSource* source = r.record.speaker_of(r.record.quotes.back());
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->name, "Tavrel");
}

TEST(SpeakersTest, APlaceIsNoHe) {
  const Resolved r(
      "Adam Lund came to Marlingstead in May. He found work there, and Marlingstead was good to "
      "him. Recently, he said, it has become less so.");
  EXPECT_EQ(r.speaker("said"), "Adam Lund");
}

TEST(SpeakersTest, AnAgeMakesAPersonOfAName) {
  const Resolved r(
      "Mayor Ted Hale opened the house. \"It took us years,\" Hale said.\n\nThe house has ten "
      "rooms. "
      "It has a kitchen. It has a yard.\n\nLuvay Samir, 33, came from Ostavia in May. He found a "
      "job "
      "there. Recently, he said, the town has changed.");
  const RecordSource* source = r.record.speaker_of(r.record.quotes.back());
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->name, "Luvay Samir");
}

TEST(SpeakersTest, ANameOfStopsIsOneName) {
  const Resolved r(
      "The U.S. accused Norland of lying about the dam. Ostavia said that it would wait. The U.S. "
      "warned that it would act alone.");
  EXPECT_EQ(r.record.speaker_of(r.record.quotes.front()),
            r.record.speaker_of(r.record.quotes.back()));
}

TEST(SpeakersTest, DepartmentsAreToldApart) {
  const Resolved r(
      "The State Department declined to comment. The Justice Department said that it was late.");
  EXPECT_EQ(r.speaker("said"), "Justice Department");
}

TEST(SpeakersTest, PossessivePronounsAreResolved) {
  const Resolved r("Adam Lund left early. His claim that the bridge was safe surprised the town.");
  EXPECT_EQ(r.speaker("claim"), "Adam Lund");
}

TEST(SpeakersTest, ARelativePronounGoesPastTheOffice) {
  const Resolved r(
      "The answer came from Gustav R. Keller, the commissioner of Trade and Harbour Safety, who "
      "conceded that more tunnels might exist.");
  EXPECT_EQ(r.speaker("conceded"), "Gustav R. Keller");
  const Resolved s("Mark Weber (R-Ohio), who said that it was late, went home.");
  EXPECT_EQ(s.speaker("said"), "Mark Weber");
}

TEST(SpeakersTest, TheyAreTwoWhoWereNamedTogether) {
  const Resolved r(
      "Senators Mark Weber and Adam Lund met the judge on Monday. They said that they were happy "
      "with him.");
  const std::string who = r.speaker("said");
  EXPECT_TRUE(who == "Mark Weber" || who == "Adam Lund") << who;
}

TEST(SpeakersTest, ADocumentIsOfWhoMadeIt) {
  EXPECT_EQ(Resolved("The race is close, according to a Fox News poll.").speaker("according to"),
            "Fox News");
  EXPECT_EQ(
      Resolved("A study by the Marling Institute found that mice sleep little.").speaker("found"),
      "Marling Institute");
  EXPECT_EQ(Resolved("Nova Media's ad tracker shows that spending fell.").speaker("shows"),
            "Nova Media");
  EXPECT_EQ(Resolved("The FBI summary shows that the mail was lost. The summary says that nobody "
                     "looked for it.")
                .speaker("says"),
            "FBI");
  EXPECT_EQ(Resolved("A new report says that mice sleep little.").speaker("says"), "A new report");
}

TEST(SpeakersTest, NamesOfOrganisationsGoOnAfterOf) {
  EXPECT_EQ(Resolved("The Department of Justice said that it was late.").speaker("said"),
            "Department of Justice");
  EXPECT_EQ(Resolved("The Greek Orthodox Church said that it was late.").speaker("said"),
            "Greek Orthodox Church");
}

TEST(SpeakersTest, WhoIsQuotedIsTheSourceAndNotByWhom) {
  for (const char* text :
       {"\"It was late,\" Maria Rossi was quoted as saying by state radio.",
        "\"It was late,\" Maria Rossi was quoted by the Nova news agency as saying.",
        "Maria Rossi was cited on Monday as saying that it was late.",
        "Maria Rossi was cited by the Nova Times as saying it was late.",
        "The Nova Times quoted Maria Rossi as saying: \"It was late.\""}) {
    const Resolved r(text);
    ASSERT_EQ(r.record.quotes.size(), 1U) << text;
    const RecordQuote& quote = r.record.quotes[0];
    EXPECT_EQ(r.record.speaker_of(quote)->name, "Maria Rossi") << text;
    const std::string_view said = r.record.parts[quote.parts.first].text;
    EXPECT_NE(said.find("was late"), std::string_view::npos) << said;
    EXPECT_EQ(said.find("Rossi"), std::string_view::npos) << said;
  }
}

TEST(SpeakersTest, ANameOfAnOrganisationMayHoldAnAnd) {
  const auto said = [](const std::string& who) {
    return Resolved(who + " said that it was late.").speaker("said");
  };
  EXPECT_EQ(said("The Science and Technology Directorate"), "Science and Technology Directorate");
  EXPECT_EQ(said("The Lower Marling and Quarrel Authority"), "Lower Marling and Quarrel Authority");
  EXPECT_EQ(said("The U.S. Bureau of Alcohol, Tobacco, Firearms and Explosives"),
            "U.S. Bureau of Alcohol, Tobacco, Firearms and Explosives");
  EXPECT_EQ(said("The law firm Cole & Lund"), "Cole & Lund");
  EXPECT_EQ(said("The Food and Drug Administration's chief, Maria Rossi,"), "Maria Rossi");
  EXPECT_EQ(said("The Department of Justice's chief, Maria Rossi,"), "Maria Rossi");
  // Two, each with a name of its own.
  EXPECT_EQ(said("The Senate and Justice Department"), "Senate");
}

TEST(SpeakersTest, AnOfficeMayHoldAnAnd) {
  const Resolved r("It was late, Trade and Industry Minister Maria Rossi said.");
  EXPECT_EQ(r.speaker("said"), "Maria Rossi");
  EXPECT_EQ(r.role("said"), "Trade and Industry Minister");
  EXPECT_EQ(Resolved("Mayor Maria Rossi and Police Chief Paul Cole said that it was late.")
                .speaker("said"),
            "Maria Rossi");
}

TEST(SpeakersTest, ANicknameBetweenMarksIsAPartOfTheName) {
  const Resolved r("\"It was late,\" said Robert \"Bob\" Cole. Cole added that it was dark.");
  EXPECT_EQ(r.speaker("said"), "Robert \"Bob\" Cole");
  EXPECT_EQ(r.speaker("added"), "Robert \"Bob\" Cole");
  ASSERT_EQ(r.record.quotes.size(), 3U);
  EXPECT_EQ(r.record.quotes[0].kind, QuoteKind::direct);
  EXPECT_EQ(r.record.quotes[1].use, QuoteUse::nickname);
  // What is set beside a name is none.
  EXPECT_EQ(Resolved("Robert Cole said \"Bob\" was late.").record.quotes[0].kind, QuoteKind::mixed);
}

TEST(SpeakersTest, HowAnOfficeIsHeldBelongsToTheOffice) {
  const Resolved r("\"It was late,\" said acting Defense Secretary Maria Rossi.");
  EXPECT_EQ(r.speaker("said"), "Maria Rossi");
  EXPECT_EQ(r.role("said"), "acting Defense Secretary");
  EXPECT_EQ(Resolved("\"It was late,\" said leading scientist Maria Rossi.").role("said"),
            "leading scientist");
  EXPECT_EQ(Resolved("A poll showed Rossi leading Cole.").role("showed"), "none");
}

TEST(SpeakersTest, WhatARuleHasForASourceIsNoContentOfTheSameCue) {
  const Resolved r("\"It was late,\" read a statement from the ministry.");
  ASSERT_EQ(r.record.quotes.size(), 1U);
  EXPECT_EQ(r.record.quotes[0].kind, QuoteKind::direct);
}

TEST(SpeakersTest, ATitleMayStandBehindAHyphen) {
  const Resolved r("It was late, then-President Maria Rossi said.");
  EXPECT_EQ(r.speaker("said"), "Maria Rossi");
  EXPECT_EQ(r.role("said"), "then-President");
  EXPECT_EQ(
      Resolved("Nova Workers Secretary-Treasurer Paul Cole said that it was late.").speaker("said"),
      "Paul Cole");
  EXPECT_EQ(Resolved("Ann Smith-Cole said that it was late.").speaker("said"), "Ann Smith-Cole");
}

TEST(SpeakersTest, AListedFirstNameBeginsASentence) {
  EXPECT_EQ(Resolved("Ole Strand said that it was late.").speaker("said"), "Ole Strand");
}

TEST(SpeakersTest, WhatAnOfficeDealsWithIsNobody) {
  const Resolved r("Maria Rossi resigned. The economy suggests that times are hard.");
  EXPECT_NE(r.speaker("suggests"), "Maria Rossi");
}

TEST(SpeakersTest, WhatATitleIsTitleOfIsNoPartOfTheName) {
  EXPECT_EQ(Resolved("Minister of Education Maria Rossi said that it was late.").speaker("said"),
            "Maria Rossi");
  EXPECT_EQ(Resolved("Ambassador to the United States Maria Rossi said that it was late.")
                .speaker("said"),
            "Maria Rossi");
  EXPECT_EQ(Resolved("The writer and lecturer Maria Rossi said that it was late.").speaker("said"),
            "Maria Rossi");
}

TEST(SpeakersTest, ASurnameThatIsAFirstNameTooTellsNoGender) {
  const Resolved r(
      "Hilda Clinton opened the fair. Clinton said that she was glad.\n\nAn aide of Paul Clinton, "
      "her "
      "brother, was there too. Clinton added that it was late.");
  EXPECT_EQ(r.speaker("said"), "Hilda Clinton");
  EXPECT_EQ(r.speaker("added"), "Hilda Clinton");
}

TEST(SpeakersTest, ASurnameThatLooksLikeAPluralIsAName) {
  const Resolved r(
      "Ann Rivers spoke on Monday. Rivers called it a hard year.\n\n\"It was too long,\" Rivers "
      "said.");
  EXPECT_EQ(r.speaker("said"), "Ann Rivers");
}

TEST(SpeakersTest, PartiesAreNoPartOfANameAndNoPersons) {
  const Resolved r(
      "Democrat Hilda Berg said that she would run. Her campaign had angered "
      "Republicans.\n\n\"They "
      "will get over it,\" she added.");
  EXPECT_EQ(r.speaker("said"), "Hilda Berg");
  EXPECT_EQ(r.speaker("added"), "Hilda Berg");
}

TEST(SpeakersTest, AHeadlineMakesNoNames) {
  const Resolved r(
      "Berg Opening Speech Moves Voters\n\nOn Monday Hilda Berg opened the fair, and the town "
      "came. "
      "Berg said that she was glad.\n\nThe town was glad too, and it went home late that evening.");
  EXPECT_EQ(r.speaker("said"), "Hilda Berg");
}

TEST(SpeakersTest, ANomineeIsTheOneOfHisParty) {
  const Resolved r(
      "Democratic nominee Hilda Berg met Republican nominee Mark Weber on Monday. The Democratic "
      "nominee said that it had been short.");
  EXPECT_EQ(r.speaker("said"), "Hilda Berg");
}

TEST(SpeakersTest, TheShortFormOfAnOfficeIsTheOffice) {
  const Resolved r(
      "Sen. Mark Weber met Gov. Peter Hale on Monday. The governor said that it had been short. "
      "The senator added that it had been long.");
  EXPECT_EQ(r.speaker("said"), "Peter Hale");
  EXPECT_EQ(r.speaker("added"), "Mark Weber");
}

TEST(SpeakersTest, NobodyRemembersTheUnnamedForLong) {
  const Resolved r(
      "Hilda Berg opened the fair. A nurse said that the noise was bad.\n\nIt went on until "
      "midnight.\n\nThe band was from Oslo.\n\n\"I had a good day,\" she added.");
  EXPECT_EQ(r.speaker("added"), "Hilda Berg");
}

TEST(SpeakersTest, WhatWasToldBeforeIsNobody) {
  const Resolved r("The plan was dropped on Monday. This suggests that the council has no money.");
  ASSERT_EQ(r.record.quotes.size(), 1U);
  EXPECT_EQ(r.record.speaker_of(r.record.quotes.front()), nullptr);
  EXPECT_TRUE(r.record.sources.empty());
}

TEST(SpeakersTest, TheNextParagraphOfAReportIsOfTheSameSpeaker) {
  const Resolved r(
      "\"Can you say more about the money?\" John Weber asked.\n\n\"We were never paid for any of "
      "it,\" Hilda Berg said.\n\n\"We waited for three years, and we wrote many letters to the "
      "town.\"");
  const RecordSource* source = r.record.speaker_of(r.record.quotes.back());
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->name, "Hilda Berg");
}

TEST(SpeakersTest, AQuoteAfterAColonIsOfWhoeverItsSentenceIsAbout) {
  const Resolved r(
      "Adam Lund then came up with this: \"For the young people of this town there is nothing left "
      "but the road.\"");
  const RecordSource* source = r.record.speaker_of(r.record.quotes.back());
  ASSERT_NE(source, nullptr);
  EXPECT_EQ(source->name, "Adam Lund");
}

TEST(SpeakersTest, ASpokeswomanForSomebodyWithATitleIsAnotherPerson) {
  const Resolved r("A spokeswoman for Prime Minister Irena Velt said the talks had failed.");
  EXPECT_EQ(r.speaker("said"), "A spokeswoman for Prime Minister Irena Velt");
}

TEST(SpeakersTest, TheHeadOfACompanyIsNotTheCompany) {
  const Resolved r("The head of software maker Corvane Systems said the talks had failed.");
  EXPECT_EQ(r.speaker("said"), "The head of software maker Corvane Systems");
}

TEST(SpeakersTest, PartyAndStateAreNobody) {
  const Resolved r(
      "Sen. Dana Quill, D-Ore., called the delay a scandal. \"You knew,\" the senator said.");
  EXPECT_EQ(r.speaker("said"), "Dana Quill");
}

TEST(SpeakersTest, AMemberOfAPartyHasAName) {
  const Resolved r("Texas Republican Maria Salter, a former prosecutor, said it was late.");
  EXPECT_EQ(r.speaker("said"), "Maria Salter");
}

TEST(SpeakersTest, ARelativeIsCalledByTheNameBehindTheComma) {
  const Resolved r("Hanna Brode is 17. Her mother, Aileen, said she was proud.");
  EXPECT_EQ(r.speaker("said"), "Aileen");
  const Resolved wife("His wife, Joan Brode, said she was proud.");
  EXPECT_EQ(wife.speaker("said"), "Joan Brode");
}

TEST(SpeakersTest, WhatACompanyDoesIsNoPartOfItsName) {
  const Resolved r(
      "Drugmaker Peloric said it had stopped a trial. The company added that it would pay.");
  EXPECT_EQ(r.speaker("said"), "Peloric");
  EXPECT_EQ(r.speaker("added"), "Peloric");
}

TEST(SpeakersTest, ALawmakerMayHoldAnyOffice) {
  const Resolved r(
      "\"We were here first,\" Linda Sorel said.\n\nRepublican leader Chuck Brandt predicted "
      "a \"long and bitter\" fight. The Marling lawmaker added that the courts would decide.");
  EXPECT_EQ(r.speaker("added"), "Chuck Brandt");
}

TEST(SpeakersTest, WhoSpeaksThroughASpokesmanIsNone) {
  const Resolved r("Tom Burke vetoed the bill. Through a spokesman, Burke said he had no regrets.");
  EXPECT_EQ(r.speaker("said"), "Tom Burke");
  EXPECT_TRUE(r.record.speaker_of(*r.by_cue("said"))->roles.empty());
}

TEST(SpeakersTest, LettersBehindANameAreNoRole) {
  const Resolved r(
      "Prosecutor Fiona Drummel KC said it was late. Det Insp Carol Mack agreed that it was.");
  EXPECT_EQ(r.speaker("said"), "Fiona Drummel");
  EXPECT_EQ(r.speaker("agreed"), "Carol Mack");
}

TEST(SpeakersTest, AWidowIsShe) {
  const Resolved r(
      "Judge Tavrel Oskin told the jury to go home.\n\nThe victim's "
      "widow, Nasrin Aktar, wept as her statement was read out. \"He went to work,\" she wrote.");
  EXPECT_EQ(r.speaker("wrote"), "Nasrin Aktar");
}

TEST(SpeakersTest, ARivalHasTheNameBehindTheComma) {
  const Resolved r("Keane's opposite number, Jurgen Vogt, said he had sympathy with him.");
  EXPECT_EQ(r.speaker("said"), "Jurgen Vogt");
}

TEST(SpeakersTest, AClauseBehindAnEpithetChangesNobody) {
  const Resolved r(
      "Jurgen Vogt said he had sympathy. \"Paul is a passionate man,\" added the German, who "
      "turned "
      "60 on Friday.");
  EXPECT_EQ(r.speaker("added"), "Jurgen Vogt");
}

TEST(SpeakersTest, AnOutletIsNoClub) {
  const Resolved r(
      "\"We deserved it,\" Luis Ferrer told Sky Sports. The club said he would have a scan.");
  EXPECT_NE(r.record.speaker_of(r.record.quotes.back())->name, "Sky Sports");
}

TEST(SpeakersTest, WhoeverIsNamedBehindHisTradeIsASubject) {
  const Resolved r(
      "Spokesman Tarek Nour met reporters on Monday.\n\nBut a surgeon at the "
      "clinic, Yusuf Darvan, said that the missile came from above. \"We heard it,\" he added.");
  EXPECT_EQ(r.speaker("added"), "Yusuf Darvan");
}

TEST(SpeakersTest, SurnamesMayLookLikeOtherWords) {
  const Resolved r(
      "\"It is late,\" Ms. Lindel-Price said. Chief Executive Tom Blakely, who is to go in July, "
      "warned of losses.\n\nAnalyst Julie Tan cut her target. \"They are out of levers,\" Tan "
      "wrote.");
  EXPECT_EQ(r.speaker("said"), "Lindel-Price");
  EXPECT_EQ(r.speaker("warned of"), "Tom Blakely");
  EXPECT_EQ(r.speaker("wrote"), "Julie Tan");
}

TEST(SpeakersTest, WhereSomebodyTeachesIsNoHindrance) {
  const Resolved r(
      "Her longtime collaborator, Professor Hugh Marsell of Nova College, said she was the best.");
  EXPECT_EQ(r.speaker("said"), "Hugh Marsell");
}

TEST(SpeakersTest, OnePhraseIsOneSpeaker) {
  const Resolved r(
      "A spokesman for the union said crew had been \"pushed to the brink\" and accused the bank "
      "of \"greed\".");
  ASSERT_EQ(r.record.quotes.size(), 2U);
  EXPECT_EQ(r.record.speaker_of(r.record.quotes[0]), r.record.speaker_of(r.record.quotes[1]));
}

TEST(SpeakersTest, WhoeverOfTheParagraphIsNearerThanTheLastSpeaker) {
  const Resolved r(
      "\"Our forces do not target clinics,\" spokesman Tarek Nour said.\n\nBut a surgeon at the "
      "clinic, Yusuf Darvan, told us that the missile came from above. \"We heard it,\" he added.");
  EXPECT_EQ(r.speaker("added"), "Yusuf Darvan");
}

TEST(SpeakersTest, OneOfThemHasAName) {
  const Resolved r(
      "\"We ignored it,\" said one of them, Priscilla Amis. The other, Greg Hutt, agreed that it "
      "was so.");
  EXPECT_EQ(r.speaker("said"), "Priscilla Amis");
  EXPECT_EQ(r.speaker("agreed"), "Greg Hutt");
  const Resolved mother("Mother of three Beth Sandel said that she was relieved.");
  EXPECT_EQ(mother.speaker("said"), "Beth Sandel");
}

}  // namespace
}  // namespace quotary
