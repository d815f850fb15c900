#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"
#include "writers/styled_text.h"

namespace quotary {
namespace {

std::string view_of(const MarkedText& text, const WriterOptions& options = {}) {
  std::string out;
  make_writer(Format::view, options)->write(text.record({.context = true}), out);
  return out;
}

bool contains(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

TEST(View, ShowsEachQuoteInItsSentenceWithTheSpeakerInFront) {
  EXPECT_TRUE(contains(view_of(flooded_town()),
                       "  Olaf Brenn  [\"The dam held,\"] he said. [\"We were lucky.\"]\n"));
}

TEST(View, ShowsHowTheSpeakerWasFound) {
  EXPECT_TRUE(contains(view_of(flooded_town()), " · he <- Brenn <- Mayor Olaf Brenn\n"));
}

TEST(View, ShowsWhoTellsWhatAnotherSaid) {
  EXPECT_TRUE(contains(view_of(told_by_ann_lee()), " · at second hand, by Ann Lee\n"));
}

TEST(View, EndsWithATableOfSpeakers) {
  EXPECT_TRUE(contains(view_of(flooded_town()), "Speakers\n  Olaf Brenn  1 quote · Mayor\n"));
}

TEST(View, SaysWhatIsNotShown) {
  EXPECT_TRUE(contains(view_of(flooded_town()), "Not shown: 1 scare."));
}

TEST(View, SaysThatThereAreNoQuotes) {
  EXPECT_TRUE(contains(view_of(MarkedText("Nothing.")), "no quotes"));
}

TEST(View, HasNoEscapeCodesWithoutColour) {
  EXPECT_FALSE(contains(view_of(flooded_town()), "\x1b"));
  EXPECT_TRUE(contains(view_of(flooded_town(), {.colour = true}), "\x1b["));
}

TEST(View, ShowsTheSameTextWithColourAsWithout) {
  std::string coloured = view_of(flooded_town(), {.colour = true});
  for (std::size_t at = coloured.find('\x1b'); at != std::string::npos;
       at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) + 1 - at);
  }
  std::string plain = view_of(flooded_town());
  for (const char bracket : {'[', ']'}) std::erase(plain, bracket);
  EXPECT_EQ(coloured, plain);
}

TEST(View, NeverShowsControlCharactersRaw) {
  const std::string evil =
      "\x1b]0;x\x07\xC2\x9B"
      "31m\xE2\x80\xAE";
  MarkedText text("Lee: \"Yes" + evil + "\" here.", "id" + evil);
  text.quote({"\"Yes\x1b"});
  text.analysis.parts.back() = {5, static_cast<std::uint32_t>(text.document.text().size()) - 6};
  const std::uint32_t lee = text.mention("Lee", MentionKind::name);
  text.source("Lee" + evil, {lee});
  text.said_by(lee, ":");
  for (const Format format :
       {Format::view, Format::jsonl, Format::csv, Format::brat, Format::eval}) {
    std::string out;
    make_writer(format)->write(text.record({.context = true}), out);
    EXPECT_FALSE(contains(out, "\x1b") || contains(out, "\x07") || contains(out, "\xC2\x9B") ||
                 contains(out, "\xE2\x80\xAE"))
        << out;
  }
  EXPECT_TRUE(contains(view_of(text), "\\x1b]0;x\\x07\\x9b31m"));
}

TEST(View, FitsTheWidth) {
  MarkedText text("\"" + std::string(300, 'x') + " 日本語日本語日本語日本語日本語 " +
                  "words and words and words and words and words and words\" he said.");
  text.quote({text.document.text()});
  for (const unsigned width : {40U, 57U, 80U}) {
    std::istringstream lines(view_of(text, {.width = width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(width_of(line), width) << line;
  }
}

TEST(View, ShortensEndlessQuotes) {
  MarkedText text("\"" + std::string(100000, 'x') + "\"");
  text.quote({text.document.text()});
  EXPECT_LT(view_of(text).size(), 10000U);
}

TEST(View, ExplainsOnRequest) {
  MarkedText text = flooded_town();
  Candidate candidate;
  candidate.rule = "en.other";
  candidate.mention = text.find("Brenn");
  candidate.lost = "too far away";
  text.analysis.candidates = {candidate};
  const std::string view = view_of(text, {.candidates = true});
  EXPECT_TRUE(contains(view, "decided by en.test in sieve beside"));
  EXPECT_TRUE(contains(view, "lost: too far away"));
}

TEST(View, TellsWhomAPronounMightHaveMeant) {
  MarkedText text = flooded_town();
  text.analysis.antecedents = {
      {0, "pronoun", text.find("Olaf Brenn"), text.find("Brenn"), 5.25F, ""},
      {0, "pronoun", text.find("The dam"), text.find("The dam"), -1, "does not agree with it"}};
  const std::string view = view_of(text, {.candidates = true});
  EXPECT_TRUE(contains(view, "he meant, in sieve pronoun")) << view;
  EXPECT_TRUE(contains(view, "+ 5.250 · Olaf Brenn · as: Brenn · won")) << view;
  EXPECT_TRUE(contains(view, "- -1.000 · The dam · lost: does not agree with it")) << view;
  EXPECT_FALSE(contains(view_of(text, {}), "pronoun"));
}

TEST(StyledText, WrapsAtSpaces) {
  StyledText text;
  text.add("one two  three\nfour");
  EXPECT_EQ(text.wrapped(9, false), (std::vector<std::string>{"one two", "three", "four"}));
}

TEST(StyledText, BreaksWordsThatAreTooLong) {
  StyledText text;
  text.add("abcdefgh ij");
  EXPECT_EQ(text.wrapped(5, false), (std::vector<std::string>{"abcde", "fgh", "ij"}));
}

TEST(StyledText, ClosesStylesAtTheEndOfEachLine) {
  StyledText text;
  text.add("ab cd", "1");
  EXPECT_EQ(text.wrapped(2, true),
            (std::vector<std::string>{"\x1b[1mab\x1b[0m", "\x1b[1mcd\x1b[0m"}));
}

TEST(StyledText, MeasuresColumnsNotBytes) {
  EXPECT_EQ(width_of("Zoë 日本"), 8U);
  EXPECT_EQ(width_of("e\xCC\x81"), 1U);
  EXPECT_EQ(width_of("\x1b"), 4U);
}

TEST(Visible, EscapesWhatATerminalWouldObey) {
  EXPECT_EQ(visible("a\x1b\n\t\x7f\xC2\x85\xE2\x80\xA8\xFFz“"),
            "a\\x1b\\n\\t\\x7f\\x85\\u2028\\xffz“");
}

}  // namespace
}  // namespace quotary
