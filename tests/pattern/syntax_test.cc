#include "pattern/syntax.h"

#include <gtest/gtest.h>

#include "small_pack.h"

namespace quotary::pattern {
namespace {

TEST(Syntax, AcceptsTheWholeLanguage) {
  EXPECT_EQ(error_of("{quote} ','? {speaker: Name} {cue: SpeechVerb}"), "none");
  EXPECT_EQ(error_of("{quote: Quote} (Name | Det Word) _{0,6} Aux* Adverb+ Word{2}"), "none");
  EXPECT_EQ(error_of("{quote} !Name & (Word | Det) !(Det & Aux)"), "none");
  EXPECT_EQ(error_of("{quote} {medium: 'X'} {occasion: Word} {content: '\\'' '\\\\'}"), "none");
  EXPECT_EQ(error_of("{quote}\n\t{speaker:Name}"), "none");
  EXPECT_EQ(error_of("{quote} Name{1,}"), "none");
}

TEST(Syntax, NamesEachClassAndLiteralOnce) {
  const Pattern pattern = parse_small("{quote} ',' Name (Name | ',' '\\'s')").value();
  EXPECT_EQ(pattern.names, (std::vector<std::string>{"Quote", "','", "Name", "''s'"}));
}

TEST(Syntax, SuggestsTheNearestClass) {
  EXPECT_EQ(error_of("{quote} SpeachVerb"),
            "9: unknown class `SpeachVerb`; did you mean `SpeechVerb`?");
  EXPECT_EQ(error_of("{quote} name"), "9: unknown class `name`; did you mean `Name`?");
  EXPECT_EQ(error_of("{quote} Nmae"), "9: unknown class `Nmae`; did you mean `Name`?");
  EXPECT_EQ(error_of("{quote} reporters"),
            "9: unknown class `reporters`; a single word is written 'reporters'");
  EXPECT_EQ(error_of("{speker: Name}"), "2: unknown role `speker`; did you mean `speaker`?");
  EXPECT_EQ(error_of("{subject: Name}"),
            "2: unknown role `subject`; roles are quote speaker cue addressee medium occasion "
            "content");
}

TEST(Syntax, TellsAnUnknownClassFromABadRule) {
  EXPECT_EQ(parse_small("{quote} Nmae").error().code, ErrorCode::unknown_name);
  EXPECT_EQ(parse_small("{quote} (").error().code, ErrorCode::bad_rule);
}

TEST(Syntax, CountsColumnsFromThePlaceOfThePattern) {
  const PatternSource source{.id = "t",
                             .text = "{quote} Nmae",
                             .anchor = Anchor::quote,
                             .place = {.file = "rules/en/quotes.json", .line = 12, .column = 17}};
  EXPECT_EQ(parse(source, small_classes()).error().to_string(),
            "E204 rules/en/quotes.json:12:25: unknown class `Nmae`; did you mean `Name`?");
}

TEST(Syntax, SaysWhereBracketsAreOpen) {
  EXPECT_EQ(error_of("{quote} (Name | Det"), "20: expected `)` to close what column 9 opens");
  EXPECT_EQ(error_of("{quote} {speaker: Name"), "23: expected `}` to close what column 9 opens");
  EXPECT_EQ(error_of("{quote} Name)"), "13: unexpected `)`");
  EXPECT_EQ(error_of("{quote} 'said"), "9: the literal has no closing '");
}

TEST(Syntax, ObjectsToWhatMakesNoSense) {
  EXPECT_EQ(error_of(""), "1: expected a class, a literal, `_`, `(` or `{role: ...}`");
  EXPECT_EQ(error_of("{quote} |"), "10: expected a class, a literal, `_`, `(` or `{role: ...}`");
  EXPECT_EQ(error_of("{quote}  ? ?"), "11: a repetition of a repetition; use one, or brackets");
  EXPECT_EQ(error_of("? {quote}"), "1: `?` follows nothing that it could repeat");
  EXPECT_EQ(error_of("{quote} ''"), "9: an empty literal");
  EXPECT_EQ(error_of("{quote} 'according to'"),
            "19: a literal is one token; several words belong into a lexicon");
  EXPECT_EQ(error_of("{speaker}"),
            "9: expected `:` and what fills the role; only {quote} can do without");
  EXPECT_EQ(error_of("{quote} §"), "9: unexpected `§`");
  EXPECT_EQ(error_of("{quote} !{speaker: Name}"),
            "9: `!` stands before classes of one symbol, not roles or sequences");
  EXPECT_EQ(error_of("{quote} Name & (Det Word)"),
            "16: `&` joins classes of one symbol, not roles or sequences");
}

TEST(Syntax, BoundsRepetitions) {
  EXPECT_EQ(error_of("{quote} Name{0}"), "13: a repetition of nothing: {0}");
  EXPECT_EQ(error_of("{quote} Name{3,1}"),
            "13: the bounds of a repetition are the wrong way round");
  EXPECT_EQ(error_of("{quote} Name{25}"),
            "14: a repetition of more than 24: rules look no further than that");
  EXPECT_EQ(error_of("{quote} Name{99999999999999999999}"),
            "14: a repetition of more than 24: rules look no further than that");
  EXPECT_EQ(error_of("{quote} Name{1 2}"), "16: expected `}` after a repetition such as {0,6}");
  EXPECT_EQ(error_of("{quote} (Name?){2}"),
            "16: what is repeated can be empty; move its `?` out of the repetition");
  EXPECT_EQ(error_of("{quote} (((Name{1,24}){1,24}){1,24}){1,24}"),
            "1: with its repetitions written out the pattern has more than 600 symbols; lower the "
            "bounds");
}

TEST(Syntax, FillsARoleOnce) {
  EXPECT_EQ(error_of("{quote} {speaker: Name} {speaker: Name}"),
            "25: the role `speaker` is filled twice in one match; write the second without a role");
  EXPECT_EQ(error_of("{quote} ({speaker: Name} ','){1,3}"),
            "9: the role `speaker` stands inside a repetition");
  EXPECT_EQ(error_of("{quote} {speaker: Word {speaker: Name}}"),
            "19: the role `speaker` is filled twice in one match; write the second without a role");
  EXPECT_EQ(error_of("{quote} ({speaker: Name} | {speaker: Pronoun} Word)"), "none");
}

TEST(Syntax, WantsAnAnchorOnEveryWay) {
  EXPECT_EQ(error_of("{speaker: Name}"), "1: the pattern never names {quote}, its anchor");
  EXPECT_EQ(error_of("{speaker: Name}", Anchor::cue),
            "1: the pattern never names {cue}, its anchor");
  EXPECT_EQ(error_of("{quote}? Name"), "1: the anchor {quote} must not be optional");
  EXPECT_EQ(error_of("({quote} | Name)"),
            "12: this branch never names {quote}, the anchor of the rule");
  EXPECT_EQ(error_of("{cue: Aux?} Name", Anchor::cue), "7: the anchor {cue} can be empty");
}

TEST(Syntax, StandsHostileText) {
  EXPECT_EQ(error_of(std::string(1000, '(')), "34: brackets are nested deeper than 32");
  EXPECT_EQ(error_of("{quote} " + std::string(1000, '!')), "41: `!` is nested too deep");
  EXPECT_EQ(error_of(std::string(5000, ' ')), "1: the pattern is longer than 4096 bytes");
  EXPECT_EQ(error_of(std::string("{quote} \0", 9)), std::string("9: unexpected `\0`", 17));
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "{cue: ";
  EXPECT_EQ(error_of(deep), "198: brackets are nested deeper than 32");
}

TEST(Lint, WarnsOfUnboundedGaps) {
  const std::vector<Warning> warnings = lint(parse_small("{quote} _* Name+ Det{0,3}").value());
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_EQ(warnings[0].message, "`_*` has no upper bound; say how far it may reach: {0,6}");
  EXPECT_EQ(warnings[0].place.column, 9U);
  EXPECT_EQ(warnings[1].message, "`Name+` has no upper bound; say how far it may reach: {1,6}");
}

TEST(Spelling, FindsNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest_name("Banana", small_classes()), "");
  EXPECT_EQ(nearest_name("", small_classes()), "");
  EXPECT_EQ(nearest_name(std::string(5000, 'N'), small_classes()), "");
}

}  // namespace
}  // namespace quotary::pattern
