#include "quotes/uses.h"

#include <gtest/gtest.h>

#include <string>

#include "english_marks.h"
#include "quotes/marks.h"

namespace quotary {
namespace {

StretchLook look(std::string text, std::uint32_t stretch = 0) {
  const Document document = Document::from_bytes(std::move(text));
  MarkScratch scratch;
  Marks marks;
  pair_marks(document, english_marks(), marks, scratch);
  return look_at(document, marks.stretches, stretch);
}

QuoteUse use(std::string text, bool cue = false) {
  StretchLook features = look(std::move(text));
  features.cue = cue;
  return use_of(features, {});
}

TEST(Uses, Speech) {
  EXPECT_EQ(use("\"It rained,\" she said.", true), QuoteUse::speech);
  EXPECT_EQ(use("She said, \"It rained all day.\"", true), QuoteUse::speech);
  EXPECT_EQ(use("She said \"No.\"", true), QuoteUse::speech);
  EXPECT_EQ(use("\"Where?\""), QuoteUse::speech);
  EXPECT_EQ(use("\"The bridge is closed and will stay closed until May.\""), QuoteUse::speech);
}

TEST(Uses, PartialQuotes) {
  EXPECT_EQ(use("She called it a \"rare gift\" on Monday.", true), QuoteUse::partial);
  EXPECT_EQ(use("He thought it \"beyond the means of a town that had just lost its mill\"."),
            QuoteUse::partial);
}

TEST(Uses, ScareQuotes) {
  EXPECT_EQ(use("The \"experts\" had never seen a bridge."), QuoteUse::scare);
  EXPECT_EQ(use("They kept the \"back porch\" for guests."), QuoteUse::scare);
}

TEST(Uses, Titles) {
  EXPECT_EQ(use("She played in \"The Long Road\" for years."), QuoteUse::title);
  EXPECT_EQ(use("\"The Long Road\" opens on Friday."), QuoteUse::title);
  StretchLook features = look("The film \"Harbour\" opens on Friday.");
  features.work = true;
  features.cue = true;
  EXPECT_EQ(use_of(features, {}), QuoteUse::title);
}

TEST(Uses, Nicknames) { EXPECT_EQ(use("Ana \"Annie\" Brook won."), QuoteUse::nickname); }

TEST(Uses, WhatOnlyTheCallerKnows) {
  StretchLook features = look("The banner read \"Save our bridge now\" in red.");
  features.motto = true;
  EXPECT_EQ(use_of(features, {}), QuoteUse::motto);
  features.headline = true;
  EXPECT_EQ(use_of(features, {}), QuoteUse::headline);
}

TEST(Uses, Features) {
  const StretchLook found = look("Ole called \"the Old Bridge, of all things,\" ugly.");
  EXPECT_EQ(found.words, 6U);
  EXPECT_EQ(found.capitals, 2U);
  EXPECT_EQ(found.small, 1U);
  EXPECT_TRUE(found.starts_small);
  EXPECT_TRUE(found.pauses);
  EXPECT_FALSE(found.asks);
  EXPECT_EQ(found.lead, Lead::word);
  EXPECT_TRUE(found.small_after);
}

TEST(Uses, Leads) {
  EXPECT_EQ(look("\"It rained.\"").lead, Lead::paragraph);
  EXPECT_EQ(look("She nodded. \"It rained.\"").lead, Lead::sentence);
  EXPECT_EQ(look("She said: \"It rained.\"").lead, Lead::pause);
  EXPECT_EQ(look("She said \"it rained.\"").lead, Lead::word);
  EXPECT_TRUE(look("\"It rained.\"").all_of_paragraph);
}

}  // namespace
}  // namespace quotary
