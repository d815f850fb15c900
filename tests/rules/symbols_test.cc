#include "rules/symbols.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "rules/example_reader.h"
#include "rules/pack.h"
#include "sanitized.h"

namespace quotary {
namespace {

const RulePack& pack() {
  static const RulePack kPack = RulePack::built_in().value();
  return kPack;
}

// The symbols of a text without tags: collapsed ones in brackets, Q quote, N name, M nominal.
std::string symbols(const std::string& text) {
  const PackData& data = pack().data();
  const Document document = Document::from_bytes(text, {}, pack().text_rules());
  std::vector<WordEntry> entries;
  data.lexicon.look_up(document.tokens(), document.text(), entries);
  std::vector<Range> quotes;
  std::uint32_t open = kNone;
  for (std::uint32_t i = 0; i < document.tokens().size(); ++i) {
    if (document.text(document.tokens()[i]) != "\"") continue;
    if (open != kNone) quotes.push_back({open, i + 1});
    open = open == kNone ? i : kNone;
  }
  const SymbolSource source{document, data.lexicon, data.symbols, entries, {}, quotes};
  SymbolString read;
  std::string out;
  for (const Paragraph& paragraph : document.paragraphs()) {
    read_symbols(source, paragraph.tokens, read);
    for (std::uint32_t i = 0; i < read.size(); ++i) {
      const std::string words(document.text(document.span_of(read.tokens[i])));
      out += out.empty() ? "" : " ";
      switch (read.kinds[i]) {
        case SymbolKind::quote:
          out += "[Q " + words + "]";
          break;
        case SymbolKind::name:
          out += "[N " + words + "]";
          break;
        case SymbolKind::nominal:
          out += "[M " + words + "]";
          break;
        default:
          out += words.find(' ') == std::string::npos ? words : "(" + words + ")";
      }
    }
  }
  return out;
}

TEST(Symbols, AQuoteIsOneSymbol) {
  EXPECT_EQ(symbols("\"It rained, and how,\" she said."), "[Q \"It rained, and how,\"] she said .");
  EXPECT_EQ(symbols("\"Yes,\" \"no.\""), "[Q \"Yes,\"] [Q \"no.\"]");
}

TEST(Symbols, ANameIsOneSymbolWithItsTitles) {
  EXPECT_EQ(symbols("Then Jane Tarrow left."), "Then [N Jane Tarrow] left .");
  EXPECT_EQ(symbols("They met Deputy Prime Minister Jane Tarrow."),
            "They met [N Deputy Prime Minister Jane Tarrow] .");
  EXPECT_EQ(symbols("We saw actor Jane Tarrow and Mr. J. R. Tarrow."),
            "We saw [N actor Jane Tarrow] and [N Mr. J. R. Tarrow] .");
  EXPECT_EQ(symbols("We saw Jan van der Tarrow Jr. there."),
            "We saw [N Jan van der Tarrow Jr.] there .");
}

TEST(Symbols, ACapitalThatIsDueProvesNothing) {
  EXPECT_EQ(symbols("The rain fell."), "The rain fell .");
  EXPECT_EQ(symbols("Jane said it."), "[N Jane] said it .");
}

TEST(Symbols, ANominalIsOneSymbol) {
  EXPECT_EQ(symbols("Then the old police officer left."), "Then [M the old police officer] left .");
  EXPECT_EQ(symbols("Officials said it."), "[M Officials] said it .");
  EXPECT_EQ(symbols("It was two people."), "It was [M two people] .");
  EXPECT_EQ(symbols("He told the rain."), "He told the rain .");
}

TEST(Symbols, PossessorsAndAppositionsBelongToTheWhole) {
  EXPECT_EQ(symbols("We saw the company's chief executive Jane Tarrow."),
            "We saw [N the company's chief executive Jane Tarrow] .");
  EXPECT_EQ(symbols("We saw Norway's foreign minister."), "We saw [M Norway's foreign minister] .");
  EXPECT_EQ(symbols("We saw his brother Tom."), "We saw [N his brother Tom] .");
  EXPECT_EQ(symbols("We saw Tarrow's boat."), "We saw [N Tarrow] 's boat .");
}

TEST(Symbols, PhrasesOfTheLexiconAreOneSymbol) {
  EXPECT_EQ(symbols("It rained, according to her."), "It rained , (according to) her .");
}

TEST(Symbols, NothingReachesOverASentence) {
  EXPECT_EQ(symbols("We saw Jane. Tarrow left."), "We saw [N Jane] . [N Tarrow] left .");
}

TEST(Symbols, CoverEveryTokenOnceInOrder) {
  const std::string text =
      "\"Yes,\" the old captain's deputy Jane van Tarrow said. The, of 7 'tis Mr. \"(x) Bellow of "
      "the "
      "United Ports said\" that two officials Monday";
  const PackData& data = pack().data();
  const Document document = Document::from_bytes(text, {}, pack().text_rules());
  std::vector<WordEntry> entries;
  data.lexicon.look_up(document.tokens(), document.text(), entries);
  const SymbolSource source{document, data.lexicon, data.symbols, entries, {}, {}};
  const auto count = static_cast<std::uint32_t>(document.tokens().size());
  SymbolString read;
  for (std::uint32_t first = 0; first <= count; ++first) {
    read_symbols(source, {first, count}, read);
    std::uint32_t at = first;
    for (const Range& tokens : read.tokens) {
      EXPECT_EQ(tokens.first, at);
      EXPECT_LT(tokens.first, tokens.last);
      at = tokens.last;
    }
    EXPECT_EQ(at, count);
    EXPECT_EQ(read.symbols.size(), read.tokens.size());
    EXPECT_EQ(read.kinds.size(), read.tokens.size());
  }
}

TEST(Symbols, AreTheSameWhenReadInParts) {
  const std::string text =
      "\"Yes,\" the old captain's deputy Jane van Tarrow said. According to the United Ports, two "
      "police officers saw Mr. Bellow Jr. there.";
  const PackData& data = pack().data();
  const Document document = Document::from_bytes(text, {}, pack().text_rules());
  std::vector<WordEntry> entries;
  data.lexicon.look_up(document.tokens(), document.text(), entries);
  const std::vector<Range> quotes = {{0, 4}};
  const Range all = {0, static_cast<std::uint32_t>(document.tokens().size())};
  std::vector<std::uint32_t> sentence_of;
  for (std::uint32_t at = 0; at < all.last; ++at) sentence_of.push_back(document.sentence_of(at));
  const SymbolSource source{document, data.lexicon, data.symbols, entries, {}, quotes, sentence_of};
  SymbolString whole;
  read_symbols(source, all, whole);
  for (std::uint32_t step = 1; step <= all.last; ++step) {
    SymbolString parts;
    for (std::uint32_t until = step; !read_on(source, all, until, 0, parts); until += step) {
      EXPECT_GE(parts.tokens.back().last, until);
      EXPECT_LT(parts.tokens.back().first, until);
    }
    EXPECT_EQ(parts.symbols, whole.symbols) << step;
    EXPECT_EQ(parts.tokens, whole.tokens) << step;
    EXPECT_EQ(parts.kinds, whole.kinds) << step;
  }
  for (std::uint32_t more = 1; more <= whole.size(); ++more) {
    SymbolString parts;
    for (std::uint32_t until = 0; !read_on(source, all, until, more, parts); ++until) {
      const auto behind = std::partition_point(parts.tokens.begin(), parts.tokens.end(),
                                               [&](Range range) { return range.first < until; });
      EXPECT_EQ(parts.tokens.end() - behind, more) << until;
    }
    EXPECT_TRUE(read_on(source, all, all.last, more, parts)) << "nothing stands behind the end";
    EXPECT_EQ(parts.symbols, whole.symbols) << more;
    EXPECT_EQ(parts.tokens, whole.tokens) << more;
  }
}

double seconds_for(const std::string& text) {
  const PackData& data = pack().data();
  const Document document = Document::from_bytes(text, {}, pack().text_rules());
  std::vector<WordEntry> entries;
  data.lexicon.look_up(document.tokens(), document.text(), entries);
  const SymbolSource source{document, data.lexicon, data.symbols, entries, {}, {}};
  SymbolString read;
  const auto start = std::chrono::steady_clock::now();
  read_symbols(source, {0, static_cast<std::uint32_t>(document.tokens().size())}, read);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

constexpr std::size_t kSize = kSanitized ? 100'000 : 1'000'000;
constexpr double kSeconds = 5;

TEST(SymbolsPathological, RunsOfOneWordAreLinear) {
  for (const char* word : {"President ", "Jane ", "the ", "official ", "van ", "Tarrow's ",
                           "deputy prime ", "according to ", "Jr. ", "two "}) {
    std::string text;
    while (text.size() < kSize) text += word;
    EXPECT_LT(seconds_for(text), kSeconds) << word;
  }
}

}  // namespace
}  // namespace quotary
