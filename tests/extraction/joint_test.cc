// Several who say something together.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "resolved.h"

namespace quotary {
namespace {

using Names = std::vector<std::string>;

// All who say the quote with that cue, and the same of the record's joint list alone.
Names speakers(const std::string& text, std::string_view cue = "said") {
  const Resolved r(text);
  EXPECT_EQ(r.analysis.inconsistency(r.document), "") << text;
  const RecordQuote* const quote = r.by_cue(cue);
  if (quote == nullptr) return {"no such cue"};
  Names names;
  for (const std::uint32_t each : r.record.speakers_of(*quote)) {
    names.emplace_back(r.record.sources[each].name);
  }
  return names;
}

TEST(Joint, TwoNames) {
  EXPECT_EQ(speakers("\"The dam will hold through the winter,\" said Ana Petrova and Marko Ilic."),
            (Names{"Ana Petrova", "Marko Ilic"}));
  EXPECT_EQ(speakers("\"The dam will hold,\" Petrova and Ilic said on Monday."),
            (Names{"Petrova", "Ilic"}));
}

TEST(Joint, AListOfNames) {
  EXPECT_EQ(speakers("Ana Petrova, Marko Ilic and Bo Berg said that the dam would hold."),
            (Names{"Ana Petrova", "Marko Ilic", "Bo Berg"}));
  EXPECT_EQ(speakers("\"It will hold,\" said Ana Petrova, Marko Ilic, and Bo Berg on Monday."),
            (Names{"Ana Petrova", "Marko Ilic", "Bo Berg"}));
}

TEST(Joint, NamesWithRoles) {
  EXPECT_EQ(speakers("Mayor Ana Petrova and Governor Marko Ilic said that the dam would hold."),
            (Names{"Ana Petrova", "Marko Ilic"}));
  EXPECT_EQ(
      speakers("Senators Ana Petrova (D-Ohio) and Marko Ilic (R-Iowa) said the dam would hold."),
      (Names{"Ana Petrova", "Marko Ilic"}));
}

TEST(Joint, WhatHangsOnANameIsNotJoined) {
  EXPECT_EQ(speakers("Ana Petrova, a lawyer for Ilic and Berg, said that the dam would hold."),
            (Names{"Ana Petrova"}));
  EXPECT_EQ(speakers("Ana Petrova of Ostavia and Marko Ilic of Iowa said that the dam would hold."),
            (Names{"Ana Petrova", "Marko Ilic"}));
  EXPECT_EQ(speakers("Ana Petrova said that she and Marko Ilic had built the dam."),
            (Names{"Ana Petrova"}));
}

TEST(Joint, NamesBehindOffices) {
  EXPECT_EQ(speakers("Former Secretary of State Jane Weber and former Governor Martin Cole said it "
                     "would hold."),
            (Names{"Jane Weber", "Martin Cole"}));
  EXPECT_EQ(speakers("The Ledger's Jane Weber and the Post's Martin Cole said it would hold."),
            (Names{"Jane Weber", "Martin Cole"}));
}

TEST(Joint, NamesThatSayWhoAPluralIs) {
  EXPECT_EQ(speakers("Two engineers, Jane Weber and Martin Cole, said that the dam would hold."),
            (Names{"Jane Weber", "Martin Cole"}));
  EXPECT_EQ(speakers("The three engineers -- Ms. Weber, Mr. Cole and Mr. Lund -- said that the dam "
                     "would hold."),
            (Names{"Weber", "Cole", "Lund"}));
}

TEST(Joint, APronounAndAName) {
  EXPECT_EQ(speakers("Peter Lund was late. He and Jane Weber said that the dam would hold."),
            (Names{"Peter Lund", "Jane Weber"}));
  EXPECT_EQ(speakers("Peter Lund was late. She and her aides said that the dam would hold."),
            (Names{"She and her aides"}));
}

TEST(Joint, OneWhoHasNoName) {
  EXPECT_EQ(speakers("\"The dam will hold,\" said Ana Petrova and her lawyer."),
            (Names{"Ana Petrova", "her lawyer"}));
  EXPECT_EQ(speakers("Jane Weber was late. She and her aides said that the dam would hold."),
            (Names{"Jane Weber", "her aides"}));
  EXPECT_EQ(speakers("Ana Petrova, a lawyer and engineer, said that the dam would hold."),
            (Names{"Ana Petrova"}));
}

TEST(Joint, HalfOfANameIsNobody) {
  EXPECT_EQ(
      speakers("William Gale, the Arjay and Frances Miller Professor, said it would hold.").size(),
      1U);
  EXPECT_EQ(speakers("The Trade and Industry Committee said that the dam would hold.").size(), 1U);
  EXPECT_EQ(
      speakers("The Trade Ministry and the Industry Committee said that it would hold.").size(),
      2U);
}

TEST(Joint, TheyAreThoseNamedTogether) {
  EXPECT_EQ(speakers("Ana Petrova and Marko Ilic built the dam. They said that it would hold."),
            (Names{"Ana Petrova", "Marko Ilic"}));
}

TEST(Joint, WhoSpokeTogetherGoesOnTogether) {
  const Resolved r(
      "Ana Petrova and Marko Ilic have called it the \"worst\" year of their lives. In particular, "
      "\"that nobody at all came to look at the dam when the water rose in May.\"");
  ASSERT_EQ(r.record.quotes.size(), 2U);
  EXPECT_EQ(r.record.quotes[1].rule, "same-paragraph");
  EXPECT_EQ(r.record.speakers_of(r.record.quotes[1]).size(), 2U);
  ASSERT_EQ(r.record.sources.size(), 2U);
  EXPECT_EQ(r.record.sources[1].quotes, 2U);
}

TEST(Joint, OneSourceNeedsNoList) {
  const Resolved r("\"The dam will hold,\" said Ana Petrova.");
  EXPECT_TRUE(r.record.quotes.at(0).joint.empty());
  EXPECT_EQ(r.analysis.joint_sources.capacity(), 0U);
}

}  // namespace
}  // namespace quotary
