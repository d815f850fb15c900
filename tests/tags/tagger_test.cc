#include "tags/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "quotary/document.h"

namespace quotary {
namespace {

const Tagger& shipped() {
  static const Tagger kTagger = [] {
    std::ifstream file(QUOTARY_SOURCE_DIR "/rules/en/models/tagger.tsv");
    std::stringstream text;
    text << file.rdbuf();
    return Tagger::load(text.str(), "tagger.tsv").value();
  }();
  return kTagger;
}

std::vector<Tag> tag_all(const Document& document) {
  std::vector<Tag> tags(document.tokens().size(), Tag::none);
  shipped().tag(document, {0, static_cast<std::uint32_t>(tags.size())}, tags);
  return tags;
}

// The names of the tags of `text`, in its order.
std::string tags_of(std::string text) {
  std::string names;
  for (const Tag tag : tag_all(Document::from_bytes(std::move(text)))) {
    names += (names.empty() ? "" : " ") + std::string(tag_name(tag));
  }
  return names;
}

TEST(Tagger, TagsReportedSpeech) {
  EXPECT_EQ(tags_of("The minister said that she would resign before the vote."),
            "det noun vbd that pron modal verb prep det noun punct");
  EXPECT_EQ(tags_of("Officials have vowed to set up a commission."),
            "nouns have vbn to verb particle det noun punct");
  EXPECT_EQ(tags_of("He asked whether the harbour had been closed because of the storm."),
            "pron vbd sub det noun have be vbn prep prep det noun punct");
  EXPECT_EQ(tags_of("“It will rain,” she says."),
            "quote pron modal verb punct quote pron vbz punct");
}

TEST(Tagger, TellsTheUsesOfThatApart) {
  EXPECT_EQ(tags_of("They denied that prices rose."), "pron vbd that nouns vbd punct");
  EXPECT_EQ(tags_of("She signed that letter."), "pron vbd det noun punct");
  EXPECT_EQ(tags_of("They bought the house that burned."), "pron vbd det noun wh vbd punct");
}

TEST(Tagger, TellsToBeforeAnInfinitiveFromThePreposition) {
  EXPECT_EQ(tags_of("He wants to go to Madrid."), "pron vbz to verb prep propn punct");
}

TEST(Tagger, TellsPrepositionsFromSubordinators) {
  EXPECT_EQ(tags_of("They left after dinner."), "pron vbd prep noun punct");
  EXPECT_EQ(tags_of("They left after he arrived."), "pron vbd sub pron vbd punct");
}

TEST(Tagger, TellsThePossessiveFromTheVerb) {
  EXPECT_EQ(tags_of("He visited the mayor's office."), "pron vbd det noun poss noun punct");
  EXPECT_EQ(tags_of("There's no reason to think he's lying."),
            "pron be det noun to verb pron be vbg punct");
}

TEST(Tagger, TellsNamesFromWords) {
  EXPECT_EQ(tags_of("Will Marsh said he will run."), "modal propn vbd pron modal verb punct");
  EXPECT_EQ(tags_of("Okoro told Tandberg to wait."), "propn vbd propn to verb punct");
}

TEST(Tagger, TakesContractionsForTheirVerbs) {
  EXPECT_EQ(tags_of("We've won."), "pronv vbn punct");
  EXPECT_EQ(tags_of("They don't know how."), "pron do verb wh punct");
  EXPECT_EQ(tags_of("They can’t pay."), "pron modal verb punct");
}

TEST(Tagger, TagsWordsItHasNeverSeenByTheirForm) {
  EXPECT_EQ(tags_of("She was glimpfing the brostles slogishly."),
            "pron be vbg det nouns adv punct");
}

TEST(Tagger, KindsOfTokenSettleTheTag) {
  EXPECT_EQ(tags_of("\" 3.5 ( ="), "quote num punct other");
}

// Sentences that differ in length and make-up, from a fixed seed.
std::string made_up_text(std::uint32_t words) {
  const std::vector<std::string> pieces = {
      "said ", "that ", "the ", "Report ", "plans ",   "\"",  "to ",   "Halvorsen ", "of ",
      "'s ",   ", ",    "her ", "3 ",      "réunion ", "up ", "\xFF ", ". The ",     "\n\n"};
  std::mt19937 random(5);
  std::string text;
  for (std::uint32_t i = 0; i < words; ++i) text += pieces[random() % pieces.size()];
  return text;
}

TEST(Tagger, TagsASentenceAloneAsInTheWholeDocument) {
  const Document document = Document::from_bytes(made_up_text(20'000));
  const std::vector<Tag> whole = tag_all(document);
  std::vector<Tag> alone(whole.size(), Tag::none);
  for (const Sentence& sentence : document.sentences()) {
    shipped().tag(document, sentence.tokens,
                  std::span(alone).subspan(sentence.tokens.first, sentence.tokens.size()));
  }
  EXPECT_EQ(alone, whole);
}

// Classes that another look-up has found, of all words or of some.
TEST(Tagger, TakesWhatIsKnownAlready) {
  const Document document = Document::from_bytes(made_up_text(20'000));
  const auto count = static_cast<std::uint32_t>(document.tokens().size());
  const std::vector<Tag> alone = tag_all(document);
  for (const std::uint32_t step : {1U, 3U}) {
    std::vector<WordClasses> known(count);
    for (std::uint32_t at = 0; at < count; at += step) {
      known[at] = shipped().classes_of(document.tokens()[at].word);
      ASSERT_TRUE(known[at].asked());
    }
    std::vector<Tag> tags(count, Tag::none);
    shipped().tag(document, {0, count}, known, tags);
    EXPECT_EQ(tags, alone);
  }
}

TEST(Tagger, GivesEveryTokenATag) {
  const std::vector<Tag> tags = tag_all(Document::from_bytes(made_up_text(20'000)));
  EXPECT_EQ(std::count(tags.begin(), tags.end(), Tag::none), 0);
}

TEST(Tagger, WritesNothingBeyondTheRange) {
  const Document document = Document::from_bytes("They left. He stayed.");
  std::vector<Tag> tags(document.tokens().size(), Tag::none);
  shipped().tag(document, document.sentences()[0].tokens, std::span(tags).first(3));
  EXPECT_EQ(tags[3], Tag::none);
}

TEST(Tagger, LeavesAnEmptyDocumentAlone) { EXPECT_EQ(tags_of(""), ""); }

// Sentences are worked on in blocks: a repeated clause must be tagged alike in all of them.
TEST(Tagger, KeepsItsContextOverLongSentences) {
  std::string text = "She said";
  for (int i = 0; i < 500; ++i)
    text += ", he had vowed to set up the plan and her friends knew that";
  const Document document = Document::from_bytes(text);
  const std::vector<Tag> tags = tag_all(document);
  ASSERT_EQ(document.sentences().size(), 1U);
  constexpr std::size_t kClause = 14;
  const std::vector<Tag> clause(tags.begin() + 2 + kClause, tags.begin() + 2 + 2 * kClause);
  for (std::size_t at = 2 + kClause; at + 2 * kClause <= tags.size(); at += kClause) {
    const auto begin = tags.begin() + static_cast<std::ptrdiff_t>(at);
    ASSERT_EQ(std::vector<Tag>(begin, begin + kClause), clause) << "token " << at;
  }
}

TEST(Tagger, TakesLinearTimeForOneSentenceOfAMillionWords) {
  std::string text;
  for (int i = 0; i < 500'000; ++i) text += "said that ";
  const Document document = Document::from_bytes(text);
  const std::clock_t begin = std::clock();  // time of this process: others do not count
  EXPECT_EQ(tag_all(document).size(), 1'000'000U);
  EXPECT_LT(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC, 10);
}

TEST(Tagger, RefusesAFileThatIsNoModel) {
  EXPECT_EQ(Tagger::load("{}", "tagger.tsv").error().code, ErrorCode::bad_model);
}

// Scores at the edge of what 8 bits hold: all features of a word speak for the same tag.
TEST(Tagger, AddsTheLargestWeightsWithoutOverflow) {
  std::string file = "rows 1\nclass 10 known noun verb\nlower 10 plan\n";
  const auto load = [&](const std::string& weights) {
    return Tagger::load(file + "0 " + weights + "\n1 " + weights + "\n", "tagger.tsv").value();
  };
  const Document document = Document::from_bytes("plan");
  std::vector<Tag> tags(1);
  load("B21U-21").tag(document, {0, 1}, tags);
  EXPECT_EQ(tags[0], Tag::noun);
  load("B-21U21").tag(document, {0, 1}, tags);
  EXPECT_EQ(tags[0], Tag::verb);
}

}  // namespace
}  // namespace quotary
