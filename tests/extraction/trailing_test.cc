// Attributions that trail what was said, as wire copy has them: a paragraph, and who says what
// there.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "resolved.h"

namespace quotary {
namespace {

// A paragraph in the midst of a report.
Resolved report(const std::string& paragraph) {
  return Resolved("The talks on the future of the port began in Oslo on Monday, 12 May.\n\n" +
                  paragraph + "\n\nThe port opened in 1974 and has lost money since 2015.");
}

// What the quote with this cue says, see Resolved::said().
std::string said(const std::string& paragraph, std::string_view cue) {
  return report(paragraph).said(cue);
}

// What this source says.
std::string by_source(const std::string& paragraph, std::string_view source) {
  const Resolved r = report(paragraph);
  for (const RecordQuote& quote : r.record.quotes) {
    if (quote.source.text == source) return std::string(r.record.parts_of(quote).front().text);
  }
  return "nothing";
}

TEST(TrailingTest, ADayBehindTheCueIsNoContent) {
  EXPECT_EQ(said("The port will close two docks, a spokesman said Monday.", "said Monday"),
            "a spokesman: The port will close two docks");
  EXPECT_EQ(said("The port will close two docks, spokesman Ole Strand said Monday.", "said Monday"),
            "spokesman Ole Strand: The port will close two docks");
}

TEST(TrailingTest, NorIsWhoWasTold) {
  EXPECT_EQ(
      said("The port will close two docks, spokesman Ole Strand told reporters on Monday.", "told"),
      "spokesman Ole Strand: The port will close two docks");
  EXPECT_EQ(said("The port will close two docks by June, a ministry official confirmed to AFP.",
                 "confirmed"),
            "a ministry official: The port will close two docks by June");
}

TEST(TrailingTest, NorIsWhereItWasSaid) {
  EXPECT_EQ(said("The port will close two docks, it said in a statement on Monday.", "said"),
            "it: The port will close two docks");
  EXPECT_EQ(said("The port will close two docks, analysts at Marling Bank said in a note to "
                 "clients.",
                 "said"),
            "analysts at Marling Bank: The port will close two docks");
  EXPECT_EQ(
      said("The port will close two docks, Strand said after a meeting with the unions.", "said"),
      "Strand: The port will close two docks");
}

TEST(TrailingTest, ASentenceGoesOnBehindAnAttribution) {
  EXPECT_EQ(said("The port, a spokesman said on Monday, will close two docks by June.", "said"),
            "a spokesman: The port / will close two docks by June");
}

TEST(TrailingTest, WordsBetweenAQuotationAndItsCueAreTheSource) {
  EXPECT_EQ(said("\"It was the only way,\" the tall, soft-spoken engineer said.", "said"),
            "the tall, soft-spoken engineer: \"It was the only way,\"");
  EXPECT_EQ(
      said("\"But with the word 'founder,' they have you again. A mistake?\" he asked.", "asked"),
      "he: \"But with the word 'founder,' they have you again. A mistake?\"");
}

TEST(TrailingTest, AQuotationBehindAColonIsWhatIsSaid) {
  EXPECT_EQ(said("In a statement, the port said:\n\n\"We regret the delay.\"", "said"),
            "the port: \"We regret the delay.\"");
  EXPECT_EQ(
      said("Asked about the delay, a spokesman said:\n\n\"It will not happen again.\"", "said"),
      "a spokesman: \"It will not happen again.\"");
}

TEST(TrailingTest, ASecondQuotationWithACueOfItsOwnIsAnothers) {
  const std::string text =
      "\"We knew it,\" said Tom Lund. \"We were never asked,\" his wife recalled.";
  EXPECT_EQ(said(text, "said"), "Tom Lund: \"We knew it,\"");
  EXPECT_EQ(said(text, "recalled"), "his wife: \"We were never asked,\"");
}

TEST(TrailingTest, ANextClauseWithACueOfItsOwnIsAnothers) {
  const std::string text =
      "The law would hurt the poor, critics say, while supporters insist it will create jobs.";
  EXPECT_EQ(said(text, "say"), "critics: The law would hurt the poor");
  EXPECT_EQ(said(text, "insist"), "supporters: it will create jobs");
  const std::string added =
      "The port will close two docks, Strand said, adding that the cranes would stay.";
  EXPECT_EQ(said(added, "said"), "Strand: The port will close two docks");
  EXPECT_EQ(said(added, "adding"), "Strand: that the cranes would stay");
}

TEST(TrailingTest, ASemicolonPartsWhatTwoSay) {
  const std::string text =
      "The bridge must be closed, the mayor said; the council said it could stay open.";
  EXPECT_EQ(by_source(text, "the mayor"), "The bridge must be closed");
  EXPECT_EQ(by_source(text, "the council"), "it could stay open");
}

TEST(TrailingTest, WhoIsToldAndWhatIsAnnounced) {
  EXPECT_EQ(said("MPs were told on Tuesday that the ferry had been unsafe for years.", "were told"),
            ": that the ferry had been unsafe for years");
  EXPECT_EQ(said("The bank will close 30 branches, it was announced on Monday.", "was announced"),
            ": The bank will close 30 branches");
}

TEST(TrailingTest, ATallyIsNoAdverb) {
  EXPECT_EQ(said("According to a Reuters tally, 14 banks have closed.", "According to"),
            "a Reuters tally: 14 banks have closed");
}

TEST(TrailingTest, WhatASurveyReportsIsTheSurveys) {
  EXPECT_EQ(
      said("Most voters believe that the tram will never run, according to a survey released on "
           "Wednesday by Brightwater University.",
           "according to"),
      "a survey released on Wednesday by Brightwater University: Most voters believe that the "
      "tram will never run");
}

}  // namespace
}  // namespace quotary
