#include "rules/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fold_word.h"
#include "rules/lexicon_builder.h"

namespace quotary {
namespace {

Lexicon lexicon_of(const std::string& json) {
  LexiconBuilder builder;
  const Result<JsonTree> tree = JsonTree::read(json, "l.json");
  if (!tree) ADD_FAILURE() << tree.error().to_string();
  const Result<Done> added = builder.add_file(*tree);
  if (!added) ADD_FAILURE() << added.error().to_string();
  return std::move(builder).build();
}

const Lexicon& small_lexicon() {
  static const Lexicon kLexicon = lexicon_of(R"({"lexicons": [
    {"class": "SpeechVerb", "entries": ["say: says said saying | that bare", "sing out: sings out, sang out",
                                        "point out | that", "claim: claims"]},
    {"class": "CueNoun", "entries": ["claim: claims", "according to", "according to plan"]},
    {"class": "Outlet", "entries": ["Reuters", "WHO", "El País", "White House"]},
    {"class": "Title", "entries": ["deputy prime minister", "prime minister", "Mr.", "women's minister"]}
  ]})");
  return kLexicon;
}

std::string names(const Lexicon& lexicon, SetId set) {
  std::string out;
  for (std::size_t id = 0; id < lexicon.class_count(); ++id) {
    if (!lexicon.classes(set).has(static_cast<ClassId>(id))) continue;
    out += (out.empty() ? "" : " ") + std::string(lexicon.class_name(static_cast<ClassId>(id)));
  }
  return out;
}

// The longest entry at the beginning of a text, and its classes: "according to: CueNoun".
std::string longest(const std::string& text) {
  const Document document = Document::from_bytes(text);
  const Lexicon& lexicon = small_lexicon();
  const auto hit =
      lexicon.longest_at(document, 0, static_cast<std::uint32_t>(document.tokens().size()));
  if (!hit) return "";
  return std::string(document.text(document.span_of(hit->tokens))) + ": " +
         names(lexicon, hit->set);
}

std::string error_of(const std::string& json) {
  LexiconBuilder builder;
  const Result<JsonTree> tree = JsonTree::read(json, "l.json");
  if (!tree) return tree.error().to_string();
  const Result<Done> added = builder.add_file(*tree);
  return added ? "" : added.error().to_string();
}

TEST(Lexicon, FormsShareClassesAndFrames) {
  EXPECT_EQ(longest("said it"), "said: SpeechVerb Frame.that Frame.bare");
  EXPECT_EQ(longest("Saying it"), "Saying: SpeechVerb Frame.that Frame.bare");
  EXPECT_EQ(longest("sayings"), "");
}

TEST(Lexicon, AmbiguityStays) {
  EXPECT_EQ(longest("claims it"), "claims: SpeechVerb CueNoun");
  EXPECT_EQ(longest("say it"), "say: SpeechVerb Frame.that Frame.bare");
}

TEST(Lexicon, TheLongestPhraseWins) {
  EXPECT_EQ(longest("according to plan"), "according to plan: CueNoun");
  EXPECT_EQ(longest("According to her"), "According to: CueNoun");
  EXPECT_EQ(longest("according as"), "");
  EXPECT_EQ(longest("deputy prime minister"), "deputy prime minister: Title");
  EXPECT_EQ(longest("deputy prime"), "");
  EXPECT_EQ(longest("sang out that"), "sang out: SpeechVerb");
  EXPECT_EQ(longest("points out"), "");
}

TEST(Lexicon, PhrasesAreDividedAsTheTokenizerDoes) {
  EXPECT_EQ(longest("women's minister"), "women's minister: Title");
  EXPECT_EQ(longest("women’s minister"), "women’s minister: Title");
}

TEST(Lexicon, CapitalsInAnEntryAreRequired) {
  EXPECT_EQ(longest("Reuters"), "Reuters: Outlet");
  EXPECT_EQ(longest("REUTERS"), "REUTERS: Outlet");
  EXPECT_EQ(longest("reuters"), "");
  EXPECT_EQ(longest("WHO said"), "WHO: Outlet");
  EXPECT_EQ(longest("Who said"), "");
  EXPECT_EQ(longest("White House"), "White House: Outlet");
  EXPECT_EQ(longest("white house"), "");
}

TEST(Lexicon, FoldsBeyondAscii) {
  EXPECT_EQ(longest("El País"), "El País: Outlet");
  EXPECT_EQ(longest("EL PAÍS"), "EL PAÍS: Outlet");
  EXPECT_EQ(longest("El Pais"), "El Pais: Outlet");
  EXPECT_EQ(longest("El Pass"), "");
}

TEST(Lexicon, APhraseEndsBeforeTheLimit) {
  const Document document = Document::from_bytes("according to plan");
  const auto hit = small_lexicon().longest_at(document, 0, 2);
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->tokens, (Range{0, 2}));
  EXPECT_FALSE(small_lexicon().longest_at(document, 2, 2));
}

TEST(Lexicon, AnEqualHashIsNotEnough) {
  // A token whose word id is that of "said" but whose text is not.
  const std::string text = "xxxx";
  const Token token{{0, 4}, word_id("said"), TokenKind::word, 0, 0};
  EXPECT_EQ(small_lexicon().look_up(token, text).word, kNone);
  // Nor for words longer than what is compared first, in a row long enough to be read ahead.
  const std::string row(400, 'x');
  std::vector<Token> tokens;
  for (std::uint32_t i = 0; i < 40; ++i) {
    tokens.push_back({{10 * i, 10 * i + 9}, word_id("according"), TokenKind::word, 0, 0});
  }
  std::vector<WordEntry> entries;
  small_lexicon().look_up(tokens, row, entries);
  for (const WordEntry& entry : entries) EXPECT_EQ(entry.word, kNone);
}

TEST(Lexicon, WindowAndDocumentAgree) {
  // Long enough for both ways of looking up: ahead of time, and near the end.
  std::string text = "“SAID,” says the women’s minister, EL PAÍS points out; claimants differ. ";
  for (int i = 0; i < 3; ++i) {
    text +=
        "The deputy prime minister said, according to Reuters, that the White House claims it. ";
  }
  const Document document = Document::from_bytes(text);
  const Lexicon& lexicon = small_lexicon();
  const std::vector<Token>& tokens = document.tokens();
  std::vector<WordEntry> entries;
  lexicon.look_up(tokens, document.text(), entries);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto whole = lexicon.phrase_at(document, i, count);
    const auto window = lexicon.phrase_at(tokens, entries, i);
    ASSERT_EQ(whole.has_value(), window.has_value()) << i;
    if (whole) {
      EXPECT_EQ(whole->tokens, window->tokens);
    }
    const WordEntry alone = lexicon.look_up(tokens[i], document.text());
    EXPECT_EQ(entries[i].word, alone.word) << i;
    EXPECT_EQ(entries[i].set, alone.set) << i;
    EXPECT_EQ(entries[i].starts_phrase, alone.starts_phrase) << i;
  }
}

TEST(Lexicon, KnowsWhatTheTaggerSaysOfItsWords) {
  const Result<Tagger> tagger =
      Tagger::load("rows 1\nclass 10 known noun verb\nlower 10 plan said\n0 B1\n", "tagger.tsv");
  ASSERT_TRUE(tagger);
  LexiconBuilder builder(small_lexicon());
  builder.note_tags(*tagger);
  const Lexicon lexicon = std::move(builder).build();
  const Document document = Document::from_bytes("Reuters said so. That plan said Reuters of old.");
  std::vector<WordEntry> entries;
  std::vector<WordClasses> classes;
  lexicon.look_up(document.tokens(), document.text(), entries, classes);
  ASSERT_EQ(classes.size(), document.tokens().size());
  for (std::uint32_t at = 0; at < classes.size(); ++at) {
    const std::uint32_t word = document.tokens()[at].word;
    ASSERT_EQ(classes[at].asked(), entries[at].word != kNone) << at;
    if (!classes[at].asked()) continue;
    EXPECT_EQ(classes[at].of(Casing::lower), tagger->classes_of(word).of(Casing::lower)) << at;
  }
  EXPECT_EQ(classes[1].of(Casing::lower), 10);
}

TEST(Lexicon, GrowsBeyondItsFirstTables) {
  LexiconBuilder builder;
  ClassSet set;
  set.add(builder.add_class("Number"));
  const SetId id = builder.add_set(set);
  for (int i = 0; i < 60'000; ++i) {
    builder.add_form("word" + std::to_string(i), id);
    builder.add_form("a word" + std::to_string(i), id);
  }
  const Lexicon lexicon = std::move(builder).build();
  EXPECT_EQ(lexicon.word_count(), 60'001U);
  EXPECT_EQ(lexicon.phrase_count(), 60'000U);
  for (const int i : {0, 1, 777, 32'768, 59'999}) {
    const Document document = Document::from_bytes("a word" + std::to_string(i));
    EXPECT_TRUE(lexicon.longest_at(document, 0, 2)) << i;
    EXPECT_TRUE(lexicon.longest_at(document, 1, 2)) << i;
  }
  const Document other = Document::from_bytes("a word60000");
  EXPECT_FALSE(lexicon.longest_at(other, 0, 2));
}

TEST(Lexicon, ABuilderGoesOnFromALexicon) {
  LexiconBuilder builder(small_lexicon());
  const Result<JsonTree> tree =
      JsonTree::read(R"({"class": "SpeechVerb", "entries": ["bellow", "point out loud"]})", "l");
  ASSERT_TRUE(tree);
  ASSERT_TRUE(builder.add_file(*tree));
  const Lexicon lexicon = std::move(builder).build();
  EXPECT_EQ(lexicon.class_id("SpeechVerb"), small_lexicon().class_id("SpeechVerb"));
  const Document document = Document::from_bytes("point out loud");
  EXPECT_EQ(lexicon.longest_at(document, 0, 3)->tokens, (Range{0, 3}));
  EXPECT_EQ(lexicon.longest_at(document, 0, 2)->tokens, (Range{0, 2}));
}

TEST(Lexicon, SaysWhatIsWrongWithAFile) {
  EXPECT_EQ(
      error_of("{\"entries\": []}"),
      "E103 l.json:1:1: a lexicon needs a class: {\"class\": \"SpeechVerb\", \"entries\": [...]}");
  EXPECT_EQ(error_of("{\"class\": \"A\"}"), "E103 l.json:1:1: lexicon `A` needs a list of entries");
  EXPECT_EQ(error_of("{\"class\": \"A\", \"entries\": [\n1]}"),
            "E202 l.json:2:1: an entry is a text such as \"say: says said saying | that bare\"");
  EXPECT_EQ(error_of("{\"class\": \"A\", \"entries\": [\"\"]}"),
            "E202 l.json:1:28: an entry needs a word");
  EXPECT_EQ(error_of("{\"class\": \"A\", \"entries\": [\"say: \"]}"),
            "E202 l.json:1:28: no forms stand after `:`; write them or leave the colon out");
  EXPECT_EQ(error_of("{\"class\": \"A\", \"entries\": [\"say |\"]}"),
            "E202 l.json:1:28: nothing stands after `|`; name a frame or leave it out");
  EXPECT_EQ(error_of("{\"class\": \"A\", \"entries\": [\"point out: points out\"]}"),
            "E202 l.json:1:28: separate forms of several words by commas: \"point out: points out, "
            "pointed out\"");
  EXPECT_EQ(error_of("{\"class\": \"A\", \"entries\": [\"" + std::string(90, 'a') + "\"]}"),
            "E202 l.json:1:28: a word has at most 85 bytes, a pack at most 262,142 words");
}

TEST(Lexicon, TooManyClassesAreAnError) {
  std::string json = "{\"lexicons\": [";
  for (int i = 0; i <= 256; ++i) {
    json += (i > 0 ? "," : "") + std::string("{\"class\": \"C") + std::to_string(i) +
            "\", \"entries\": [\"w\"]}";
  }
  EXPECT_NE(error_of(json + "]}").find("a pack has at most 256 classes"), std::string::npos);
}

TEST(FoldWord, AgreesWithWordId) {
  for (const char* word : {"Said", "ÉTAT", "Straße", "O’Brien", "O'BRIEN", "İstanbul", "ΣΊΣΥΦΟΣ",
                           "Zoë", "well‑known", "WELL-KNOWN", "ﬁne", "", "\xFF\xC3"}) {
    const std::string folded = fold_word(word);
    EXPECT_EQ(word_id(folded), word_id(word)) << word;
    EXPECT_TRUE(folds_to(word, folded)) << word;
    EXPECT_FALSE(folds_to(word, folded + "x")) << word;
  }
  EXPECT_EQ(fold_word("O’Brien"), fold_word("O'BRIEN"));
  EXPECT_FALSE(folds_to("said", "sayd"));
}

TEST(ClassSet, IsASet) {
  ClassSet set;
  EXPECT_TRUE(set.empty());
  set.add(0).add(63).add(64).add(255).add(kNoClass);
  EXPECT_EQ(set.size(), 4U);
  EXPECT_TRUE(set.has(64));
  EXPECT_FALSE(set.has(65));
  EXPECT_FALSE(set.has(kNoClass));
  ClassSet other;
  other.add(255).add(1);
  EXPECT_TRUE(set.meets(other));
  EXPECT_EQ((set & other).size(), 1U);
  EXPECT_EQ((set | other).size(), 5U);
  set.remove(255);
  EXPECT_FALSE(set.meets(other));
}

}  // namespace
}  // namespace quotary
