#include "rules/pack.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "rules/json_tree.h"

namespace quotary {
namespace {

const std::string kPacks = QUOTARY_SOURCE_DIR "/tests/rules/packs/";

const RulePack& built_in() {
  static const RulePack kPack = RulePack::built_in().value();
  return kPack;
}

bool has_class(const PackData& pack, const std::string& word, const std::string& name) {
  const Document document = Document::from_bytes(word);
  const auto hit =
      pack.lexicon.longest_at(document, 0, static_cast<std::uint32_t>(document.tokens().size()));
  return hit && pack.lexicon.classes(hit->set).has(pack.lexicon.class_id(name));
}

TEST(Pack, TheBuiltInOneLoads) {
  const PackData& pack = built_in().data();
  EXPECT_EQ(pack.id, "en");
  EXPECT_TRUE(has_class(pack, "said", "SpeechVerb"));
  EXPECT_TRUE(has_class(pack, "said", "Frame.that"));
  EXPECT_TRUE(pack.matcher.has_value());
  EXPECT_FALSE(pack.quote_marks.pairs.empty());
  EXPECT_NE(pack.sieve(pack.sieves.front()), kNone);
  EXPECT_EQ(pack.sieve("no such sieve"), kNone);
}

TEST(Pack, EveryFileOfTheSourceTreeIsCompiledIn) {
  const std::string root = QUOTARY_SOURCE_DIR "/";
  std::size_t files = 0;
  for (const PackFile& file : built_in().data().files) {
    std::ifstream stream(root + file.path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_TRUE(file.content == content) << file.path;
    ++files;
  }
  std::size_t on_disk = 0;
  for (const char* folder : {"rules/common", "rules/en"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root + folder)) {
      const auto extension = entry.path().extension();
      if (extension == ".json" || extension == ".tsv") ++on_disk;
    }
  }
  EXPECT_EQ(files, on_disk);
}

TEST(Pack, KnowsItsModels) {
  EXPECT_EQ(built_in().data().model("no such model"), "");
  EXPECT_NE(built_in().data().model("tagger.tsv"), "");
}

TEST(Pack, TellsTheTokenizerItsAbbreviations) {
  const TextRules& rules = built_in().text_rules();
  EXPECT_EQ(rules.abbreviation(word_id("mr"), true), Abbreviation::title);
  EXPECT_EQ(rules.abbreviation(word_id("rained"), false), Abbreviation::none);
}

TEST(Pack, TellsTheTokenizerItsVerbsOfSpeech) {
  const auto sentences = [](std::string text) {
    return Document::from_bytes(std::move(text), {}, built_in().text_rules()).sentences().size();
  };
  EXPECT_EQ(sentences("\"Why?\" Smith asked. He left."), 2U);
  EXPECT_EQ(sentences("\"Stop!\" Jane Roe shouted."), 1U);
  EXPECT_EQ(sentences("\"Why?\" Smith left the room."), 2U);
}

// Each class that a rule names may tell more kinds of words apart, of which a byte has so many.
TEST(Pack, TheBuiltInOneLeavesRoomForRulesOfUsers) {
  EXPECT_LT(built_in().data().alphabet.size(), 200U);
}

TEST(Pack, AUserPackAddsToTheBuiltInOne) {
  const Result<RulePack> pack = RulePack::load(kPacks + "small", &built_in());
  ASSERT_TRUE(pack) << pack.error().to_string();
  const PackData& data = pack->data();
  EXPECT_EQ(data.id, "small");
  EXPECT_TRUE(has_class(data, "bellowed", "HarbourVerb"));
  EXPECT_TRUE(has_class(data, "sang out", "HarbourVerb"));
  EXPECT_TRUE(has_class(data, "said", "SpeechVerb"));
  EXPECT_FALSE(has_class(built_in().data(), "bellowed", "HarbourVerb"));
  EXPECT_EQ(data.sieve("frame"), built_in().data().sieve("frame"));
  EXPECT_EQ(data.sieve("harbour"), built_in().data().sieves.size());
  EXPECT_EQ(data.threshold("attribution.accept", 1), 0.25);
  EXPECT_EQ(data.threshold("no such threshold", 1), 1);
  EXPECT_NE(data.model("tagger.tsv"), "");
}

TEST(Pack, AThresholdThatNothingAsksForIsNoted) {
  const RulePack pack = RulePack::load(kPacks + "misspelt", &built_in()).value();
  const PackData& data = pack.data();
  EXPECT_EQ(data.threshold("attribution.accept", 0), 0.5);
  ASSERT_EQ(data.notes.size(), built_in().data().notes.size() + 1);
  EXPECT_EQ(
      data.notes.back().to_string(),
      "E204 " + kPacks +
          "misspelt/pack.json:8:18: unknown threshold `attribution.acept-quoted`; did you mean "
          "`attribution.accept-quoted`?");
}

TEST(Pack, AloneItStandsOnTheCommonPartOnly) {
  const Result<RulePack> pack = RulePack::load(QUOTARY_SOURCE_DIR "/rules/en");
  ASSERT_TRUE(pack) << pack.error().to_string();
  EXPECT_EQ(pack->data().lexicon.word_count(), built_in().data().lexicon.word_count());
  EXPECT_EQ(pack->data().quote_marks.pairs.size(), built_in().data().quote_marks.pairs.size());
}

TEST(Pack, ARuleWithAKnownIdTakesItsPlace) {
  const Result<RulePack> once = RulePack::load(kPacks + "small", &built_in());
  ASSERT_TRUE(once);
  const Result<RulePack> twice = RulePack::load(kPacks + "small", &*once);
  ASSERT_TRUE(twice);
  EXPECT_EQ(twice->data().rules.size(), once->data().rules.size());
  EXPECT_EQ(twice->data().text_rules.size(), once->data().text_rules.size());
}

TEST(Pack, RulesAndTheirCompiledFormsHaveTheSameNumbers) {
  const Result<RulePack> pack = RulePack::load(kPacks + "small", &built_in());
  ASSERT_TRUE(pack);
  const PackData& data = pack->data();
  ASSERT_EQ(data.rules.size(), data.patterns.size());
  ASSERT_EQ(data.text_rules.size(), data.text_rule_set->size());
  for (std::size_t i = 0; i < data.rules.size(); ++i) {
    EXPECT_EQ(data.rules[i].id, data.patterns[i].id);
  }
  const TokenRule& rule = data.rules[data.rules.size() - 2];
  EXPECT_EQ(rule.id, "small.quote-name-verb");
  EXPECT_EQ(rule.confidence, 0.9F);
  EXPECT_EQ(rule.sieve, "frame");
  EXPECT_EQ(data.rules.back().sieve, "loose");
  EXPECT_EQ(data.text_rules.back().gives, "credit");
}

TEST(Pack, WhatCannotBeReadIsAnError) {
  const Result<RulePack> none = RulePack::load(kPacks + "no such pack");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::cannot_read);
  const Result<RulePack> empty = RulePack::load(kPacks);
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().code, ErrorCode::bad_pack);
  const Result<RulePack> faulty = RulePack::load(kPacks + "faulty", &built_in());
  ASSERT_FALSE(faulty);
  EXPECT_EQ(faulty.error().code, ErrorCode::bad_json);
}

TEST(QuoteMarks, LaterFilesReplacePairsAndCosts) {
  QuoteMarks marks;
  std::vector<Error> errors;
  const auto add = [&](const char* json) {
    const Result<JsonTree> tree = JsonTree::read(json, "q.json");
    ASSERT_TRUE(tree);
    read_quote_marks(*tree, marks, errors);
  };
  add(R"({"pairs": [{"open": "<", "close": ">"}], "costs": {"loose": 1}, "apostrophes": ["'"]})");
  add(R"({"pairs": [{"open": "<", "close": ">", "single": true, "cost": 2}, {"open": "{"}],
          "costs": {"loose": 3}, "apostrophes": ["'", "’"]})");
  ASSERT_EQ(marks.pairs.size(), 1U);
  EXPECT_TRUE(marks.pairs[0].single);
  EXPECT_EQ(marks.pairs[0].cost, 2);
  ASSERT_EQ(marks.costs.size(), 1U);
  EXPECT_EQ(marks.costs[0].second, 3);
  EXPECT_EQ(marks.apostrophes.size(), 2U);
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, ErrorCode::bad_pack);
}

}  // namespace
}  // namespace quotary
