#include "quotary/record.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "marked_text.h"

namespace quotary {
namespace {

using Strings = std::vector<std::string>;

Strings chain_of(const Record& record, std::size_t quote) {
  const auto texts = record.texts_of(record.quotes[quote].chain);
  return {texts.begin(), texts.end()};
}

Strings parts_of(const Record& record, std::size_t quote) {
  Strings texts;
  for (const Passage& part : record.parts_of(record.quotes[quote])) texts.emplace_back(part.text);
  return texts;
}

TEST(Record, KeepsThePartsOfAQuoteTogether) {
  EXPECT_EQ(parts_of(flooded_town().record(), 0),
            (Strings{"\"The dam held,\"", "\"We were lucky.\""}));
}

TEST(Record, GivesTheChainFromTheMentionToTheName) {
  EXPECT_EQ(chain_of(flooded_town().record(), 0), (Strings{"he", "Brenn", "Mayor Olaf Brenn"}));
}

TEST(Record, LeavesPronounsAndRepetitionsOutOfTheChain) {
  MarkedText text("Ann Lee. Lee. Lee again. he, him: \"Yes.\" he");
  std::uint32_t last = text.mention("Ann Lee", MentionKind::name);
  last = text.mention("Lee", MentionKind::name, last);
  last = text.mention("Lee", MentionKind::name, last);
  last = text.mention("him", MentionKind::pronoun, last);
  last = text.mention("he", MentionKind::pronoun, last);
  text.source("Ann Lee", {last});
  text.quote({"\"Yes.\""});
  text.said_by(last, "again");
  EXPECT_EQ(chain_of(text.record(), 0), (Strings{"he", "Lee", "Ann Lee"}));
}

TEST(Record, EndsAChainThatGoesRoundInCircles) {
  MarkedText text("Lee and Ann: \"Yes.\"");
  const std::uint32_t lee = text.mention("Lee", MentionKind::name);
  const std::uint32_t ann = text.mention("Ann", MentionKind::name, lee);
  text.analysis.mentions[lee].antecedent = ann;
  text.quote({"\"Yes.\""});
  text.said_by(lee, "and");
  EXPECT_EQ(chain_of(text.record(), 0).size(), kMaxChain);
}

TEST(Record, ShowsSpeechAndCountsTheRest) {
  const MarkedText text = flooded_town();
  const Record record = text.record();
  EXPECT_EQ(record.quotes.size(), 1U);
  EXPECT_EQ(record.left_out[static_cast<std::size_t>(QuoteUse::scare)], 1U);
}

TEST(Record, ShowsEveryUseWhenAskedTo) {
  const MarkedText text = flooded_town();
  EXPECT_EQ(text.record({.all = true}).quotes.size(), 2U);
}

TEST(Record, NumbersQuotesAlikeWhetherAllAreShownOrNot) {
  MarkedText text("\"Nice,\" and \"Yes.\"");
  text.quote({"\"Nice,\""});
  text.analysis.quotes.back().use = QuoteUse::title;
  text.quote({"\"Yes.\""});
  EXPECT_EQ(text.record().quotes.front().n, 2U);
  EXPECT_EQ(text.record({.all = true}).quotes.back().n, 2U);
}

TEST(Record, ShowsHeadlineQuotesThatSomebodySays) {
  MarkedText text("Lee: \"Yes\" and \"No\"");
  text.quote({"\"Yes\""});
  text.analysis.quotes.back().use = QuoteUse::headline;
  text.said_by(text.mention("Lee", MentionKind::name), ":");
  text.quote({"\"No\""});
  text.analysis.quotes.back().use = QuoteUse::headline;
  EXPECT_EQ(parts_of(text.record(), 0), Strings{"\"Yes\""});
  EXPECT_EQ(text.record().quotes.size(), 1U);
}

TEST(Record, LeavesOutWhatIsLessCertainThanAskedFor) {
  const MarkedText text = flooded_town();
  EXPECT_EQ(text.record({.min_confidence = 0.95F}).quotes.size(), 1U);
  EXPECT_EQ(text.record({.min_confidence = 0.96F}).quotes.size(), 0U);
}

TEST(Record, ListsOnlySourcesThatSayAQuoteOfIt) {
  MarkedText text = flooded_town();
  text.source("Nobody", {text.mention("wall", MentionKind::nominal)});
  const Record record = text.record();
  ASSERT_EQ(record.sources.size(), 1U);
  EXPECT_EQ(record.sources[0].name, "Olaf Brenn");
  EXPECT_EQ(record.sources[0].quotes, 1U);
  EXPECT_EQ(record.mentions_of(record.sources[0]).size(), 3U);
}

TEST(Record, CallsANamelessSourceByItsFirstMention) {
  MarkedText text("A senior official: \"Yes.\"");
  const std::uint32_t official = text.mention("A senior official", MentionKind::nominal);
  text.source("", {official});
  text.quote({"\"Yes.\""});
  text.said_by(official, ":");
  const Record record = text.record();
  EXPECT_EQ(record.sources[0].name, "A senior official");
}

TEST(Record, ListsNoRoleTwiceAndNotMoreThanTheLimit) {
  std::string many = "Lee: \"Yes.\" mayor mayor";
  for (std::uint32_t i = 0; i < 2 * kMaxTraits; ++i) many += " role" + std::to_string(i + 100);
  MarkedText text(many);
  const std::uint32_t lee = text.mention("Lee", MentionKind::name);
  const std::uint32_t source = text.source("Lee", {lee});
  std::vector<Span>& roles = text.analysis.sources[source].roles;
  roles = {text.find("mayor"), text.find("mayor", text.find("mayor").end)};
  for (std::uint32_t i = 0; i < 2 * kMaxTraits; ++i) {
    roles.push_back(text.find("role" + std::to_string(i + 100)));
  }
  text.quote({"\"Yes.\""});
  text.said_by(lee, ":");
  const Record record = text.record();
  const auto listed = record.texts_of(record.sources[0].roles);
  EXPECT_EQ(listed.size(), kMaxTraits);
  EXPECT_EQ(listed[1], "role100");
}

TEST(Record, CountsOffsetsInTheUnitAskedFor) {
  const std::string before = "Zoë \xF0\x9F\x98\x80: ";
  MarkedText text(before + "\"Ja.\"");
  text.quote({"\"Ja.\""});
  const auto begin = [&](OffsetUnit unit) { return text.record({.unit = unit}).parts[0].begin; };
  EXPECT_EQ(begin(OffsetUnit::bytes), before.size());
  EXPECT_EQ(begin(OffsetUnit::codepoints), 7U);
  EXPECT_EQ(begin(OffsetUnit::utf16), 8U);
}

TEST(Record, PointsIntoTheOriginalBytes) {
  MarkedText text("\xEF\xBB\xBFOne.\r\nTwo\xC2\xAD.\r\n\"Yes.\"");
  text.quote({"\"Yes.\""});
  const Record record = text.record();
  EXPECT_EQ(text.document.bytes().substr(record.parts[0].begin, 6), "\"Yes.\"");
}

TEST(Record, GivesTheSentenceOnRequest) {
  const MarkedText text = flooded_town();
  EXPECT_TRUE(text.record().quotes[0].context.empty());
  EXPECT_EQ(text.record({.all = true, .context = true}).quotes[1].context.text,
            "The \"miracle\" was discussed.");
}

TEST(Record, KeepsTheContextShortInAnEndlessSentence) {
  std::string words;
  for (int i = 0; i < 5000; ++i) words += "w\xC3\xA9rd ";
  MarkedText text(words + "\"Yes\" " + words);
  text.quote({"\"Yes\""});
  const Record record = text.record({.context = true});
  EXPECT_LT(record.quotes[0].context.text.size(), 1000U);
  EXPECT_NE(static_cast<unsigned char>(record.quotes[0].context.text[0]) & 0xC0U, 0x80U);
}

TEST(Record, NamesTheRepairsOfAQuotesOwnMarks) {
  MarkedText text("\"Yes. And \"No.\" she said.");
  text.quote({"\"Yes. And "});
  QuotedStretch stretch;
  stretch.outer = text.find("\"Yes. And ");
  stretch.inner = {stretch.outer.begin + 1, stretch.outer.end};
  text.analysis.stretches.push_back(stretch);
  text.analysis.quotes.back().stretch = 0;
  text.quote({"\"No.\""});
  stretch.outer = text.find("\"No.\"");
  stretch.inner = {stretch.outer.begin + 1, stretch.outer.end - 1};
  text.analysis.stretches.push_back(stretch);
  text.analysis.quotes.back().stretch = 1;
  text.analysis.repairs.push_back({{0, 1}, RepairKind::unclosed});
  const Record record = text.record();
  ASSERT_EQ(record.repairs_of(record.quotes[0]).size(), 1U);
  EXPECT_EQ(record.repairs_of(record.quotes[0])[0], RepairKind::unclosed);
  EXPECT_EQ(record.repairs_of(record.quotes[1]).size(), 0U);
}

TEST(Record, TellsHowDeepAQuoteIsNested) {
  MarkedText text("\"a 'b' c\"");
  text.quote({"\"a 'b' c\""});
  text.quote({"'b'"});
  text.analysis.quotes.back().parent = 0;
  const Record record = text.record();
  EXPECT_EQ(record.quotes[1].nested_in, 1U);
  EXPECT_EQ(record.quotes[1].depth, 1U);
}

TEST(Record, GroupsCandidatesByQuoteWhateverTheirOrder) {
  MarkedText text("\"a\" \"b\"");
  text.quote({"\"a\""});
  text.quote({"\"b\""});
  const auto candidate = [](std::uint32_t quote, std::string_view lost) {
    Candidate c;
    c.quote = quote;
    c.lost = lost;
    return c;
  };
  text.analysis.candidates = {candidate(1, "b1"), candidate(0, "a1"), candidate(1, "b2")};
  const Record record = text.record();
  EXPECT_EQ(record.candidates_of(record.quotes[0]).size(), 1U);
  ASSERT_EQ(record.candidates_of(record.quotes[1]).size(), 2U);
  EXPECT_EQ(record.candidates_of(record.quotes[1])[1].lost, "b2");
}

TEST(Record, IsTheSameInMemoryLentByAnother) {
  const MarkedText one = flooded_town();
  MarkedText other("Nothing is said here.");
  Record record = one.record({.all = true});
  record = make_record(other.document, other.analysis, {}, std::move(record));
  EXPECT_TRUE(record.quotes.empty() && record.sources.empty() && record.parts.empty() &&
              record.texts.empty() && record.mentions.empty());
  record = make_record(one.document, one.analysis, {}, std::move(record));
  EXPECT_EQ(record.quotes.size(), one.record().quotes.size());
  EXPECT_EQ(record.left_out[static_cast<std::size_t>(QuoteUse::scare)], 1U);
}

TEST(RecordNames, AreThoseOfTheSchema) {
  EXPECT_EQ(name_of(QuoteKind::mixed), "mixed");
  EXPECT_EQ(name_of(QuoteUse::transcript), "transcript");
  EXPECT_EQ(name_of(MentionKind::pronoun), "pronoun");
  EXPECT_EQ(name_of(SourceType::unknown), "unknown");
  EXPECT_EQ(name_of(Gender::male), "male");
  EXPECT_EQ(name_of(NoSource::not_attributed), "not_attributed");
  EXPECT_EQ(name_of(RepairKind::wrong_way), "wrong_way");
  EXPECT_EQ(name_of(BlockKind::notice), "notice");
  EXPECT_EQ(name_of(OffsetUnit::utf16), "utf16");
}

}  // namespace
}  // namespace quotary
