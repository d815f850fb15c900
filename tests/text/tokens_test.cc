// Tokens: a text and its tokens, joined by '|'.
#include <gtest/gtest.h>

#include <string>

#include "division.h"
#include "quotary/document.h"

namespace quotary {
namespace {

TEST(Tokens, WordsAndMarks) {
  EXPECT_EQ(tokens_of("Ms Vance left, then came back."), "Ms|Vance|left|,|then|came|back|.");
  EXPECT_EQ(tokens_of("Why?! (Because.)"), "Why|?|!|(|Because|.|)");
  EXPECT_EQ(tokens_of(""), "");
  EXPECT_EQ(tokens_of(" \n\t\u00A0"), "");
}

TEST(Tokens, SymbolsOfCompaniesAreLeftOut) {
  EXPECT_EQ(tokens_of("Nordwerk (NYSE: NWK) said"), "Nordwerk|said");
  EXPECT_EQ(tokens_of("Nordwerk (Nasdaq:NWK; TSX-V: NWK.A), a bank"), "Nordwerk|,|a|bank");
  EXPECT_EQ(tokens_of("Nordwerk <NWK.N> and Lund (LND.OL) rose"), "Nordwerk|and|Lund|rose");
  EXPECT_EQ(tokens_of("NATO (NATO) (AP) (D-Ohio) <b>"), "NATO|(|NATO|)|(|AP|)|(|D-Ohio|)|<|b|>");
  EXPECT_EQ(tokens_of("He (Cole: nobody) left (NYSE: NWK"),
            "He|(|Cole|:|nobody|)|left|(|NYSE|:|NWK");
}

TEST(Tokens, InnerApostrophesStay) {
  EXPECT_EQ(tokens_of("don't O'Neill they’ve I'm we'll he'd ma'am"),
            "don't|O'Neill|they’ve|I'm|we'll|he'd|ma'am");
  EXPECT_EQ(tokens_of("don‘t don`t"), "don‘t|don`t");
}

TEST(Tokens, PossessivesAreClitics) {
  EXPECT_EQ(tokens_of("Vance's plan, it’s BASE'S own"), "Vance|'s|plan|,|it|’s|BASE|'S|own");
  EXPECT_EQ(kinds_of("Vance's plan"), "wcw");
  EXPECT_EQ(tokens_of("the workers' rights"), "the|workers|'|rights");
  EXPECT_EQ(kinds_of("the workers’ rights"), "wwcw");
  EXPECT_EQ(kinds_of("the workers’."), "wwcp");
  EXPECT_EQ(tokens_of("2015's “Nets”’s"), "2015|'s|“|Nets|”|’s");
  EXPECT_EQ(kinds_of("2015's “Nets”’s"), "ncqwqc");
  EXPECT_EQ(tokens_of("the U.S.'s fleet"), "the|U.S.|'s|fleet");
}

TEST(Tokens, AnApostropheThatMayCloseAQuotationIsAMark) {
  EXPECT_EQ(kinds_of("‘We feed the dogs’ she said"), "qwwwwqww");
  EXPECT_EQ(kinds_of("'We feed the dogs' she said"), "qwwwwqww");
  EXPECT_EQ(kinds_of("'Yes.' The dogs' owner"), "qwpqwwcw");
  EXPECT_EQ(kinds_of("'We know\n\nthe dogs' owner"), "qwwwwcw");
}

TEST(Tokens, ALeadingApostropheIsAMark) {
  EXPECT_EQ(tokens_of("'tis the '90s"), "'|tis|the|'|90s");
  EXPECT_EQ(kinds_of("’tis the ’90s"), "qwwqw");
}

TEST(Tokens, HyphensJoin) {
  EXPECT_EQ(tokens_of("a far-right 63-year-old, half‑built"),
            "a|far-right|63-year-old|,|half‑built");
  EXPECT_EQ(kinds_of("63-year-old"), "w");
  EXPECT_EQ(tokens_of("war -- peace—now – no--way"), "war|--|peace|—|now|–|no|--|way");
  EXPECT_EQ(tokens_of("pre- and post-war"), "pre|-|and|post-war");
}

TEST(Tokens, AbbreviationsKeepTheirStop) {
  EXPECT_EQ(tokens_of("The U.S. and the U.N. at 5 p.m. today"),
            "The|U.S.|and|the|U.N.|at|5|p.m.|today");
  EXPECT_EQ(tokens_of("Ph.D. work by J. K. Lane and J.K. Lane"),
            "Ph.D.|work|by|J.|K.|Lane|and|J.K.|Lane");
  EXPECT_EQ(tokens_of("Mr. Lane of Acme Inc. met Lt. Gov. Roe"),
            "Mr.|Lane|of|Acme|Inc.|met|Lt.|Gov.|Roe");
  EXPECT_EQ(tokens_of("a U.S.-led force"), "a|U.S.-led|force");
  EXPECT_EQ(tokens_of("the Lt.-Gov. and U.S.-E.U. talks"), "the|Lt.-Gov.|and|U.S.-E.U.|talks");
  EXPECT_EQ(tokens_of("Roe (D-Va.) left"), "Roe|(|D-Va.|)|left");
  EXPECT_EQ(tokens_of("mr. and INC."), "mr|.|and|INC.");  // "Mr." is listed with a capital
}

TEST(Tokens, ASentenceStopIsATokenOfItsOwn) {
  EXPECT_EQ(tokens_of("It is plan B."), "It|is|plan|B|.");
  EXPECT_EQ(tokens_of("No. He left on p. 5, No. 7."), "No|.|He|left|on|p.|5|,|No.|7|.");
  EXPECT_EQ(tokens_of("lost.The next"), "lost|.|The|next");
  EXPECT_EQ(tokens_of("In 2015."), "In|2015|.");
}

TEST(Tokens, Numbers) {
  EXPECT_EQ(tokens_of("$1,200.50 or 5% in 2015-16, 11:30, 9/11"),
            "$|1,200.50|or|5|%|in|2015-16|,|11:30|,|9/11");
  EXPECT_EQ(kinds_of("$1,200.50 5% 2015-16"), "onnon");
  EXPECT_EQ(kinds_of("21st 90s 5pm 11:50PM"), "wwww");
  EXPECT_EQ(tokens_of("1, 2, 3."), "1|,|2|,|3|.");
}

TEST(Tokens, EllipsesAreOneToken) {
  EXPECT_EQ(tokens_of("so... no.... He… and . . . done . . . ."),
            "so|...|no|....|He|…|and|. . .|done|. . . .");
  EXPECT_EQ(kinds_of("..."), "p");
}

TEST(Tokens, QuotationMarks) {
  for (const char* mark : {"\"", "“", "”", "„", "‟",  "«",  "»",  "‹",  "›",  "‘",  "’",  "‚",
                           "‛",  "'", "`", "´", "「", "」", "『", "』", "＂", "''", "``", "’’"}) {
    EXPECT_EQ(kinds_of(mark), "q") << mark;
    EXPECT_EQ(kinds_of(std::string("so ") + mark), "wq") << mark;
  }
  EXPECT_EQ(tokens_of("``No,'' he said, ,,Nein''"), "``|No|,|''|he|said|,|,,|Nein|''");
  EXPECT_EQ(tokens_of("“‘No,’ he said.”"), "“|‘|No|,|’|he|said|.|”");
}

TEST(Tokens, AddressesAndHandles) {
  EXPECT_EQ(tokens_of("See www.example.org/a?b=1, or (https://ex.org/x_(1))."),
            "See|www.example.org/a?b=1|,|or|(|https://ex.org/x_(1|)|)|.");
  EXPECT_EQ(tokens_of("jane.roe@example.org wrote"), "jane.roe@example.org|wrote");
  EXPECT_EQ(tokens_of("@jane_roe: #NoWay # @"), "@jane_roe|:|#NoWay|#|@");
  EXPECT_EQ(tokens_of("example.org said"), "example.org|said");
  EXPECT_EQ(tokens_of("so.https://ex.org"), "so|.|https://ex.org");
  EXPECT_EQ(tokens_of("AT&T and R & B"), "AT&T|and|R|&|B");
}

TEST(Tokens, OtherScripts) {
  EXPECT_EQ(tokens_of("Zoë Čapek aß Привет, мир."), "Zoë|Čapek|aß|Привет|,|мир|.");
  EXPECT_EQ(tokens_of("L’État c’est"), "L’État|c’est");
  EXPECT_EQ(tokens_of("他说。「好」"), "他说|。|「|好|」");
  EXPECT_EQ(tokens_of("a\u00A0b\u2009c\u2028d"), "a|b|c|d");
}

TEST(Tokens, LostCharacters) {
  EXPECT_EQ(tokens_of("soci\xE9t\xE9"), "soci\uFFFDt|\uFFFD");
  EXPECT_EQ(tokens_of("a \xFF\xFF\xFF b"), "a|\uFFFD\uFFFD\uFFFD|b");
}

std::uint8_t shape_of(const std::string& text, std::size_t token = 0) {
  return divided(text).tokens()[token].shape;
}

TEST(Tokens, Shapes) {
  constexpr std::uint8_t kStart = shape::space_before | shape::newline_before;
  EXPECT_EQ(shape_of("word"), kStart);
  EXPECT_EQ(shape_of("Word"), kStart | shape::capital);
  EXPECT_EQ(shape_of("NATO"), kStart | shape::capital | shape::all_caps);
  EXPECT_EQ(shape_of("A"), kStart | shape::capital);
  EXPECT_EQ(shape_of("McCOY"), kStart | shape::capital);
  EXPECT_EQ(shape_of("U.S."), kStart | shape::capital | shape::all_caps | shape::abbreviation);
  EXPECT_EQ(shape_of("J. Lane"), kStart | shape::capital | shape::abbreviation);
  EXPECT_EQ(shape_of("G-20"), kStart | shape::capital | shape::has_digit | shape::has_hyphen);
  EXPECT_EQ(shape_of("u.s.-led"), kStart | shape::has_hyphen);
  EXPECT_EQ(shape_of("Élan"), kStart | shape::capital | shape::non_ascii);
  EXPECT_EQ(shape_of("ÉÉ"), kStart | shape::capital | shape::all_caps | shape::non_ascii);
  EXPECT_EQ(shape_of("#Tag"), kStart | shape::capital);
  EXPECT_EQ(shape_of("2015"), kStart | shape::has_digit);
  EXPECT_EQ(shape_of("a, b", 1), 0);
  EXPECT_EQ(shape_of("a, b", 2), shape::space_before);
  EXPECT_EQ(shape_of("a\nb", 1), kStart);
  EXPECT_EQ(shape_of("a “b", 1), shape::space_before | shape::non_ascii);
}

// Texts of the tokens with these indices, joined by '|'.
std::string texts_of(const Document& document, const std::vector<std::uint32_t>& tokens) {
  std::string out;
  for (const std::uint32_t token : tokens) {
    if (!out.empty()) out += '|';
    out += document.text(document.tokens()[token]);
  }
  return out;
}

TEST(Tokens, MayBeMarksOfQuotation) {
  const Document document = divided("'Tis the dogs' bowl, O'Neill's, “no”, ``so'' ,,da'' lions’ .");
  EXPECT_EQ(texts_of(document, document.quote_marks()), "'|'|“|”|``|''|,,|''|’");
}

TEST(Tokens, AreEllipses) {
  const Document document =
      divided("Well... no. Or so…, he says. . . . Mr. B. etc. left .... Yes!");
  EXPECT_EQ(texts_of(document, document.ellipses()), "...|…|. . . .|....");
}

TEST(WordId, IgnoresCaseAndTheFormOfApostrophes) {
  EXPECT_EQ(word_id("Said"), word_id("said"));
  EXPECT_EQ(word_id("ÉLAN"), word_id("élan"));
  EXPECT_EQ(word_id("STRASSE"), word_id("straße"));
  EXPECT_EQ(word_id("don’t"), word_id("don't"));
  EXPECT_EQ(word_id("half‑built"), word_id("half-built"));
  EXPECT_NE(word_id("Mr."), word_id("Mr"));
  EXPECT_NE(word_id("say"), word_id("said"));
}

TEST(WordId, IsFnv1a) {
  EXPECT_EQ(word_id(""), 2166136261U);
  EXPECT_EQ(word_id("a"), 0xE40C292CU);
  EXPECT_EQ(word_id("FooBar"), 0xBF9CF968U);
}

TEST(WordId, IsWhatTheTokeniserComputes) {
  const Document document = divided(
      "“Don’t,” J. O’Neill’s U.S.-led Élan-group @Zoë told https://Ex.org/É?A=1. 1,200 … -- '' X");
  for (const Token& token : document.tokens()) {
    EXPECT_EQ(token.word, word_id(document.text(token))) << document.text(token);
  }
}

}  // namespace
}  // namespace quotary
