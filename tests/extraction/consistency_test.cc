// What does not hold in an Analysis is found, each thing by its own sentence.
#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "built_in.h"

namespace quotary {
namespace {

constexpr const char* kText =
    "By Ann Lee, Associated Press\n\nTARROW, Ore. (AP) — \"It rained ‘like never before’ in "
    "March,\" Mayor Olaf Brenn of Tarrow told Reuters. He said the dam was safe.\n";

const Document& document() {
  static const Document kDocument = extractor().read(kText);
  return kDocument;
}

const Analysis& sound() {
  static const Analysis kAnalysis = extractor().analyze(document());
  return kAnalysis;
}

template <typename Break>
std::string broken(const Break& breakage) {
  Analysis analysis = sound();
  breakage(analysis);
  return analysis.inconsistency(document());
}

// Ends behind the text; inside the dash, which has three bytes.
constexpr Span kOutside = {5, 100'000};
Span inside_a_character() {
  const auto dash = static_cast<std::uint32_t>(document().text().find("—"));
  return {dash + 1, dash + 3};
}

TEST(Consistency, WhatTheExtractorMakesIsSound) {
  EXPECT_EQ(sound().inconsistency(document()), "");
  ASSERT_GE(sound().quotes.size(), 2U);
  ASSERT_GE(sound().stretches.size(), 2U);
  ASSERT_FALSE(sound().provenance.statements.empty());
  ASSERT_FALSE(sound().provenance.citations.empty());
}

TEST(Consistency, QuotesAndTheirStretches) {
  EXPECT_EQ(broken([](Analysis& a) { a.blocks.pop_back(); }),
            "blocks and paragraphs differ in number");
  EXPECT_EQ(broken([](Analysis& a) { a.blocks[0].credit = kOutside; }),
            "block 0 has a part outside the text");
  EXPECT_EQ(broken([](Analysis& a) {
              a.blocks[1].credit = {0, 2};
            }),
            "block 1 has a part outside its paragraph");
  EXPECT_EQ(broken([](Analysis& a) { a.stretches[0].outer = inside_a_character(); }),
            "stretch 0 is empty or outside the text");
  EXPECT_EQ(broken([](Analysis& a) { std::swap(a.stretches[0].outer, a.stretches[0].inner); }),
            "stretch 0 is inside out");
  EXPECT_EQ(broken([](Analysis& a) { a.stretches[1].parent = kNone; }),
            "stretch 1 does not name the one around it as its parent");
  EXPECT_EQ(broken([](Analysis& a) { a.stretches[1].depth = 0; }), "stretch 1 has a wrong depth");
  EXPECT_EQ(broken([](Analysis& a) { a.stretches[0].continues = 0; }),
            "stretch 0 continues one that does not stand before it");
  EXPECT_EQ(broken([](Analysis& a) { a.repairs.emplace_back().mark = kOutside; }),
            "repair " + std::to_string(sound().repairs.size()) + " is outside the text");
  EXPECT_EQ(broken([](Analysis& a) { a.quotes[0].parts = {}; }), "quote 0 has no parts");
  EXPECT_EQ(broken([](Analysis& a) {
              a.parts[0] = {7, 7};
            }),
            "part 0 is empty or outside the text");
  EXPECT_EQ(broken([](Analysis& a) { std::swap(a.quotes.front(), a.quotes.back()); }),
            "quote " + std::to_string(sound().quotes.size() - 1) + " is out of order");
  EXPECT_EQ(broken([](Analysis& a) { a.quotes[0].stretch = 99; }), "quote 0 has no such stretch");
  EXPECT_EQ(broken([](Analysis& a) { a.quotes[0].parent = 0; }), "quote 0 has no such parent");
}

TEST(Consistency, WhoSaysThem) {
  EXPECT_EQ(broken([](Analysis& a) { a.cues[0].span = kOutside; }),
            "cue 0 is empty or outside the text");
  EXPECT_EQ(broken([](Analysis& a) { a.cues[0].head = 0; }), "cue 0 has its head outside");
  EXPECT_EQ(broken([](Analysis& a) { a.mentions[0].source = 99; }), "mention 0 has no such source");
  EXPECT_EQ(broken([](Analysis& a) { a.mentions[0].antecedent = 99; }),
            "mention 0 has no such antecedent");
  EXPECT_EQ(broken([](Analysis& a) { a.mentions[0].antecedent = 0; }),
            "mention 0 is resolved by itself in the end");
  EXPECT_EQ(broken([](Analysis& a) { a.sources[0].mentions.clear(); }),
            "sources do not list each of their mentions once");
  EXPECT_EQ(broken([](Analysis& a) { a.sources[0].mentions = {99}; }),
            "source 0 lists a mention that is not its own");
  EXPECT_EQ(broken([](Analysis& a) { a.sources[0].roles.push_back(kOutside); }),
            "source 0 has a trait outside the text");
  EXPECT_EQ(broken([](Analysis& a) { a.attributions.pop_back(); }),
            "attributions and quotes differ in number");
  EXPECT_EQ(broken([](Analysis& a) { a.attributions[0].quote = 1; }),
            "attribution 0 is of another quote");
  EXPECT_EQ(broken([](Analysis& a) { a.attributions[0].cue = 99; }),
            "attribution 0 points at nothing");
  EXPECT_EQ(broken([](Analysis& a) { a.attributions[0].medium = kOutside; }),
            "attribution 0 has a medium or occasion outside the text");
  for (const float wrong : {-0.1F, 1.1F, std::numeric_limits<float>::quiet_NaN()}) {
    EXPECT_EQ(broken([wrong](Analysis& a) { a.attributions[0].confidence = wrong; }),
              "attribution 0 has a confidence out of range");
  }
  EXPECT_EQ(broken([](Analysis& a) { a.attributions[0].no_source = NoSource::no_cue; }),
            "attribution 0 has a source and a reason for having none");
  EXPECT_EQ(broken([](Analysis& a) {
              a.attributions[0].source = kNone;
              a.attributions[0].mention = kNone;
            }),
            "attribution 0 has neither a source nor a reason");
  EXPECT_EQ(broken([](Analysis& a) { a.attributions[0].source = kNone; }),
            "attribution 0 has another source than its mention");
  EXPECT_EQ(broken([](Analysis& a) { a.candidates.emplace_back().quote = 99; }),
            "candidate 0 has no such quote");
}

TEST(Consistency, WhereItComesFrom) {
  EXPECT_EQ(broken([](Analysis& a) { a.provenance.statements[0].date = kOutside; }),
            "statement 0 is outside the text");
  EXPECT_EQ(broken([](Analysis& a) {
              a.provenance.statements[0].people = {0, 99};
            }),
            "statement 0 points at what is not there");
  EXPECT_EQ(broken([](Analysis& a) {
              a.provenance.pictures.emplace_back();
              a.provenance.pictures[0].caption = kOutside;
            }),
            "picture 0 is outside the text");
  EXPECT_EQ(broken([](Analysis& a) {
              a.provenance.pictures.emplace_back();
              a.provenance.pictures[0].credits = {0, 99};
            }),
            "picture 0 points at what is not there");
  EXPECT_EQ(broken([](Analysis& a) { a.provenance.citations[0].quote = 99; }),
            "citation 0 is outside the text or points at what is not there");
  EXPECT_EQ(broken([](Analysis& a) { a.provenance.people[0].place = kOutside; }),
            "person 0 is outside the text");
  EXPECT_EQ(broken([](Analysis& a) { a.provenance.houses[0].span = kOutside; }),
            "house 0 is outside the text");
}

}  // namespace
}  // namespace quotary
