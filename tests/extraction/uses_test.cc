// What quoted words are used for, from the text to the record.
#include <gtest/gtest.h>

#include <string>

#include "quotary/quotary.h"

namespace quotary {
namespace {

// The use of the quote of those words, shown or not.
std::string use_of(const std::string& words, const std::string& text) {
  static const Extractor extractor = Extractor::create(RulePack::built_in().value()).value();
  const Document document = extractor.read(text);
  const Analysis analysis = extractor.analyze(document);
  const Record record = make_record(document, analysis, {.all = true});
  for (const RecordQuote& quote : record.quotes) {
    for (const Passage& part : record.parts_of(quote)) {
      if (part.text == words) return std::string(name_of(quote.use));
    }
  }
  return "no such quote";
}

TEST(UsesInTexts, Titles) {
  EXPECT_EQ(use_of("\"Harbour Lights\"", "The film \"Harbour Lights\" opens in Oslo on 12 May."),
            "title");
}

TEST(UsesInTexts, TitlesInASentence) {
  const std::string text =
      "\"We will win,\" Lund told NBC's \"Meet the Press\" in Oslo on 12 May. \"We always do.\"";
  EXPECT_EQ(use_of("\"Meet the Press\"", text), "title");
  EXPECT_EQ(use_of("\"We always do.\"", text), "speech");
  EXPECT_EQ(
      use_of("\"The Long Road,\"", "Lund's book, \"The Long Road,\" came out in Oslo on 12 May."),
      "title");
  EXPECT_EQ(
      use_of("\"Save Our Bridge\"", "Lund, in a \"Save Our Bridge\" hat, left Oslo on 12 May."),
      "title");
}

TEST(UsesInTexts, SpeechInCapitalsIsNoTitle) {
  EXPECT_EQ(use_of("\"Thank God,\"", "\"Thank God,\" Lund said in Oslo on Monday, 12 May."),
            "speech");
}

TEST(UsesInTexts, Mottos) {
  EXPECT_EQ(use_of("\"Save our bridge\"",
                   "Marchers held a banner with the words \"Save our bridge\" in Oslo on 12 May."),
            "motto");
}

TEST(UsesInTexts, Nicknames) {
  EXPECT_EQ(use_of("\"Digong\"", "Rodrigo \"Digong\" Tarrow won in Oslo on 12 May."), "nickname");
}

TEST(UsesInTexts, Turns) {
  const std::string text = "MS. ROE: Will it stay?\n\nMR. LIND: It will.\n\nMS. ROE: Thank you.";
  EXPECT_EQ(use_of("It will.", text), "transcript");
}

TEST(UsesInTexts, Headlines) {
  EXPECT_EQ(use_of("we will win back the valley",
                   "Lind: we will win back the valley\n\n"
                   "Mayor Ana Lind opened a bridge in Oslo on Monday, 12 May."),
            "headline");
}

}  // namespace
}  // namespace quotary
