// Roles, affiliations, the channel and the kind of a source: one sentence and what its record says.
#include <gtest/gtest.h>

#include "resolved.h"

namespace quotary {
namespace {

// "role, role / affiliation" of whoever says the quote with the cue "said".
std::string told(const std::string& text) {
  const Resolved r(text);
  const RecordQuote* quote = r.by_cue("said");
  const RecordSource* source = quote == nullptr ? nullptr : r.record.speaker_of(*quote);
  if (source == nullptr) return "nobody";
  std::string line;
  for (std::uint32_t at = source->roles.first; at < source->roles.last; ++at) {
    line += (line.empty() ? "" : ", ") + std::string(r.record.texts[at]);
  }
  for (std::uint32_t at = source->affiliations.first; at < source->affiliations.last; ++at) {
    line += " / " + std::string(r.record.texts[at]);
  }
  return line;
}

TEST(Roles, WhatStandsBeforeANameIsARoleIfItNamesOne) {
  EXPECT_EQ(told("Media titan Lena Strand said it was late."), "Media titan");
  EXPECT_EQ(told("Last week Lena Strand said it was late."), "");
  EXPECT_EQ(told("In fact Lena Strand said it was late."), "");
  EXPECT_EQ(told("State Senator Dr. Lena Strand said it was late."), "State Senator");
}

TEST(Roles, OfTwoPeopleEachHasTheirOwn) {
  EXPECT_EQ(told("A spokesman for Mr. Berg left. Ole Berg said it was late."), "");
}

TEST(Roles, AnOfficeOfSeveralWords) {
  EXPECT_EQ(told("\"It is late,\" said Lena Strand, a former secretary of state."),
            "former secretary of state");
}

TEST(Roles, BehindTheName) {
  EXPECT_EQ(told("\"It is late,\" said Lena Strand, the Ostavian attorney general."),
            "Ostavian attorney general");
  EXPECT_EQ(told("\"It is late,\" said Lena Strand, the State Department Spokesperson."),
            "State Department Spokesperson");
}

TEST(Roles, AffiliationsAreNamesInFull) {
  EXPECT_EQ(told("\"It is late,\" said Lena Strand, director of the Center for Maritime Law."),
            "director / Center for Maritime Law");
  EXPECT_EQ(told("Sen. Ole Berg slept. \"It is late,\" said Lena Strand, an aide to Mr. Berg."),
            "aide / Ole Berg");
  EXPECT_EQ(told("\"It is late,\" said Lena Strand, an editor at Growers Weekly."),
            "editor / Growers Weekly");
}

TEST(Roles, OfAHouseThatIsNamedBeforeIt) {
  EXPECT_EQ(told("Bank of Ostavia Governor Lena Strand said it was late."),
            "Bank of Ostavia Governor / Bank of Ostavia");
  EXPECT_EQ(told("Ministry of Health spokesman Ole Berg said it was late."),
            "Ministry of Health spokesman / Ministry of Health");
  EXPECT_EQ(told("Friends of Judge Lena Strand said it was late."), "");
}

// "medium | occasion" of the quote with the cue "said".
std::string channel(const std::string& text) {
  const Resolved r(text);
  const RecordQuote* quote = r.by_cue("said");
  if (quote == nullptr) return "no quote";
  return std::string(quote->medium.text) + " | " + std::string(quote->occasion.text);
}

TEST(Channels, EndBeforeATimeAndBeforeAPerson) {
  EXPECT_EQ(channel("\"It is late,\" Lena Strand said in a statement Thursday night."),
            "a statement | ");
  EXPECT_EQ(channel("\"It is late,\" Lena Strand said in a telephone interview last week."),
            " | a telephone interview");
  EXPECT_EQ(channel("\"It is late,\" Lena Strand said on CNN Tuesday."), "CNN | ");
}

// The kind of whoever says the quote with the cue "said".
SourceType type(const std::string& text) {
  const Resolved r(text);
  const RecordQuote* quote = r.by_cue("said");
  const RecordSource* source = quote == nullptr ? nullptr : r.record.speaker_of(*quote);
  return source == nullptr ? SourceType::unknown : source->type;
}

TEST(Kinds, SeveralPeopleAreAGroup) {
  EXPECT_EQ(type("Some said it was late."), SourceType::group);
  EXPECT_EQ(type("A majority of voters said it was late."), SourceType::group);
  EXPECT_EQ(type("More than 40 percent said it was late."), SourceType::group);
  EXPECT_EQ(type("Current and former officials said it was late."), SourceType::group);
}

TEST(Kinds, APersonWithoutAName) {
  EXPECT_EQ(type("The attorney general said it was late."), SourceType::unnamed);
  EXPECT_EQ(type("Someone said it was late."), SourceType::unnamed);
}

TEST(Kinds, AFamilyAndADomain) {
  EXPECT_EQ(type("Ole Strand left. The Strands said it was late."), SourceType::group);
  EXPECT_EQ(type("Portnews.org said it was late."), SourceType::organisation);
}

TEST(Kinds, AHeadBeforeATime) {
  EXPECT_EQ(type("A report released Thursday said it was late."), SourceType::document);
}

}  // namespace
}  // namespace quotary
