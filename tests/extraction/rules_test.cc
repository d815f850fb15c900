// What rules attribute, with and without a verb, from the text to the record.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "quotary/quotary.h"

namespace quotary {
namespace {

// "speaker (kind use): content" of each quote that is shown.
std::vector<std::string> quotes(const std::string& text) {
  static const Extractor extractor = Extractor::create(RulePack::built_in().value()).value();
  const Document document = extractor.read(text);
  const Analysis analysis = extractor.analyze(document);
  EXPECT_EQ(analysis.inconsistency(document), "") << text;
  const Record record = make_record(document, analysis);
  std::vector<std::string> lines;
  for (const RecordQuote& quote : record.quotes) {
    const RecordSource* speaker = record.speaker_of(quote);
    std::string line(quote.nested_in != 0 ? "  " : "");
    line += speaker == nullptr ? "-" : speaker->name;
    line += " (";
    line += name_of(quote.kind);
    line += " ";
    line += name_of(quote.use);
    line += "):";
    for (const Passage& part : record.parts_of(quote)) (line += " ") += part.text;
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Verbless, ADashAndAName) {
  EXPECT_EQ(quotes("\"We need new rules for this market.\" - Commissioner Ruth Adeyemi"),
            (Lines{"Ruth Adeyemi (direct speech): \"We need new rules for this market.\""}));
}

TEST(Verbless, ANameAndAColon) {
  EXPECT_EQ(quotes("Jane Smith: \"It rained all week.\""),
            (Lines{"Jane Smith (direct speech): \"It rained all week.\""}));
}

TEST(Verbless, AHeadline) {
  EXPECT_EQ(quotes("Lind: we will win back the valley\n\n"
                   "Mayor Ana Lind was in Oslo on Monday, 12 May."),
            (Lines{"Ana Lind (indirect headline): we will win back the valley"}));
}

TEST(Verbless, AHearing) {
  EXPECT_EQ(quotes("MS. ROE: Will the bridge stay?\n\nMR. LIND: It will.\n\nMS. ROE: Thank you."),
            (Lines{"ROE (direct transcript): Will the bridge stay?",
                   "LIND (direct transcript): It will.", "ROE (direct transcript): Thank you."}));
}

TEST(Verbless, WhoeverAnswersIsNamedBefore) {
  EXPECT_EQ(quotes("Jane Roe has kept the light for 20 years. She spoke by telephone.\n\n"
                   "Q: Are there ghosts?\n\nA: Not one."),
            (Lines{"- (direct transcript): Are there ghosts?",
                   "Jane Roe (direct transcript): Not one."}));
}

TEST(Verbless, NobodyIsNamedForALetter) {
  EXPECT_EQ(quotes("Q: Are there ghosts?\n\nA: Not one."),
            (Lines{"- (direct transcript): Are there ghosts?", "- (direct transcript): Not one."}));
}

TEST(Verbless, QuotesInsideATurn) {
  EXPECT_EQ(quotes("MS. ROE: What did she say?\n\n"
                   "MR. LIND: She told me, \"Close the bridge before it falls.\" I said that it "
                   "was too late.\n\nMS. ROE: Thank you."),
            (Lines{"ROE (direct transcript): What did she say?",
                   "LIND (direct transcript): She told me, \"Close the bridge before it falls.\" "
                   "I said that it was too late.",
                   "  ROE (direct speech): \"Close the bridge before it falls.\"",
                   "  LIND (indirect speech): that it was too late",
                   "ROE (direct transcript): Thank you."}));
}

TEST(Verbless, ABlockQuoteInsideATurn) {
  EXPECT_EQ(quotes("MS. ROE: What did he write?\n\nMR. LIND: My father wrote to the council:\n\n"
                   "I have no money for a bridge.\n\nMS. ROE: Thank you.")
                .at(2),
            "  My father (direct speech): I have no money for a bridge.");
}

TEST(Verbless, ABlockQuote) {
  EXPECT_EQ(quotes("Mayor Ana Lind told the council in a letter:\n\n"
                   "We have no money for this bridge.\n\nWe never had any.\n\n"
                   "The council met in Oslo on Tuesday."),
            (Lines{"Ana Lind (direct speech): We have no money for this bridge.\n\n"
                   "We never had any."}));
  EXPECT_EQ(quotes("Mayor Ana Lind told the council in a letter:\n\n"
                   "\"We have no money for this bridge.\""),
            (Lines{"Ana Lind (direct speech): \"We have no money for this bridge.\""}));
}

TEST(Rules, QuotedWordsComeWithTheirClause) {
  EXPECT_EQ(quotes("Ana Lind is telling supporters after her victory in the Marston city primary "
                   "that \"when you wait, it is beautiful.\""),
            (Lines{"Ana Lind (mixed speech): that \"when you wait, it is beautiful.\""}));
}

TEST(Rules, GuardsHoldInTexts) {
  // A verb that nobody knows but the pack, and its guard against quoted speakers.
  const RulePack base = RulePack::built_in().value();
  const auto pack = RulePack::load(QUOTARY_SOURCE_DIR "/tests/extraction/pack", &base);
  ASSERT_TRUE(pack) << pack.error().to_string();
  const Extractor extractor = Extractor::create(*pack).value();
  const auto rule_of = [&](const std::string& text) {
    const Document document = extractor.read(text);
    return std::string(extractor.analyze(document).attributions.at(0).rule);
  };
  EXPECT_EQ(rule_of("\"The harbour is closed for the winter,\" Mr. Lind foghorned, a sailor."),
            "extraction.foghorned");
  EXPECT_NE(rule_of("\"The harbour is closed for the winter,\" Mr. Lind foghorned, a widow."),
            "extraction.foghorned");
}

TEST(Rules, WhatDecidesLeavesTheQuotationItStandsBefore) {
  const RulePack base = RulePack::built_in().value();
  const auto pack = RulePack::load(QUOTARY_SOURCE_DIR "/tests/extraction/pack", &base);
  ASSERT_TRUE(pack) << pack.error().to_string();
  const Extractor extractor = Extractor::create(*pack).value();
  const Document document = extractor.read("Mr. Lind said aloud, \"We lost the keys.\"");
  const Analysis analysis = extractor.analyze(document);
  const Record record = make_record(document, analysis);
  ASSERT_EQ(record.quotes.size(), 1U);
  EXPECT_EQ(record.quotes[0].rule, "extraction.decides");
  EXPECT_EQ(record.quotes[0].cue.text, "said aloud");
  EXPECT_EQ(record.parts_of(record.quotes[0])[0].text, "\"We lost the keys.\"");
}

}  // namespace
}  // namespace quotary
