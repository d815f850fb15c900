// How far contents and sources reach: a text, the source as it stands there, and what it says.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "resolved.h"

namespace quotary {
namespace {

TEST(ReachTest, AParagraphThatIsAllSpeechGoesOnWithTheSpeech) {
  const Resolved r(
      "\"The wall will not hold,\" said Mayor Ana Lind.\n\n"
      "\"We told them so last year, and nobody listened.\"\n\n"
      "The council of Oslo meets again on Monday, 12 May.");
  EXPECT_EQ(r.said("said"),
            "Mayor Ana Lind: \"The wall will not hold,\" / "
            "\"We told them so last year, and nobody listened.\"");
}

TEST(ReachTest, ASourceStandsBeforeAQuotationTooThatItDoesNotHold) {
  const Resolved r(
      "Jane Smith called the plan \"a gift to nobody\" and said the council would vote against "
      "it.");
  EXPECT_EQ(r.said("said"), "Jane Smith: the council would vote against it");
}

TEST(ReachTest, ASourceEndsWithItsRelativeClause) {
  const Resolved r(
      "The deal was off, according to two officials familiar with the talks who asked not to be "
      "named.");
  EXPECT_EQ(r.said("according to"),
            "two officials familiar with the talks who asked not to be named: The deal was off");
}

TEST(ReachTest, ASentenceMayEndInsideTheQuotationThatTheContentEndsWith) {
  const Resolved r(
      "Smith told the council that \"the wall is old. It will not hold another winter.\"");
  EXPECT_EQ(r.said("told"), "Smith: that \"the wall is old. It will not hold another winter.\"");
}

TEST(ReachTest, WhoIsQuotedIsTheSourceAndWhoQuotesTheMedium) {
  const Resolved r(
      "The Ledger quoted the transport minister as saying that the bridge would open on 12 May.");
  EXPECT_EQ(r.said("saying"), "the transport minister: that the bridge would open on 12 May");
  EXPECT_EQ(r.by_cue("saying")->medium.text, "The Ledger");
}

TEST(ReachTest, WhoIsQuotedIsTheSourceBehindHisWordsToo) {
  const Resolved r("\"We are not leaving Oslo,\" the newspaper quoted the general as saying.");
  EXPECT_EQ(r.said("saying"), "the general: \"We are not leaving Oslo,\"");
}

TEST(ReachTest, AClauseGoesOnIntoTheQuotationThatEndsIt) {
  const Resolved r(
      "Manager Ian Holt spoke in London on Friday, 12 May. Holt said that the referee \"had a bad "
      "day "
      "too\".");
  EXPECT_EQ(r.said("said"), "Holt: that the referee \"had a bad day too\"");
}

TEST(ReachTest, ANounThatLooksLikeAnAdverbSpeaksToo) {
  const Resolved r("\"I lost my head on Saturday, 12 May,\" the forward wrote.");
  EXPECT_EQ(r.said("wrote"), "the forward: \"I lost my head on Saturday, 12 May,\"");
}

TEST(ReachTest, ADatelineIsNoPartOfAContent) {
  for (const std::string_view dateline :
       {"OSLO, March 12 (Reuters) - ", "OSLO (AP) — ", "OSLO, Norway (AP) — ", "OSLO — ",
        "Oslo (dpa) - ", "(CNN) -- ", "OSLO, March 12 (Xinhua) -- "}) {
    const Resolved r("Norway signs a deal\n\n" + std::string(dateline) +
                     "Norway signed the deal with Sweden on Monday, the bank said.\n\n"
                     "The deal runs for 12 years.");
    EXPECT_EQ(r.said("said"), "the bank: Norway signed the deal with Sweden on Monday") << dateline;
  }
}

TEST(ReachTest, ATimeBehindTheCueIsNoContent) {
  const Resolved r("Inflation will rise, the central bank warned on Thursday.");
  EXPECT_EQ(r.said("warned"), "the central bank: Inflation will rise");
}

TEST(ReachTest, WhatAQuotedCharacterTellsOfOthersLeavesHisSpeechWhole) {
  const Resolved r(
      "\"Yes, sir,\" the boy answered. \"She told me that a carter had done it when he was a lad, "
      "and that it never healed.\" The old man shook his head and looked at the fire for a while. "
      "It was late, and the wind went round the house.");
  EXPECT_EQ(r.by_cue("told"), nullptr);
}

}  // namespace
}  // namespace quotary
