#include <gtest/gtest.h>

#include <string>

#include "../records/marked_text.h"
#include "quotary/writers.h"

namespace quotary {
namespace {

std::string annotations_of(const MarkedText& text, bool several_files = true) {
  std::string out;
  make_writer(Format::brat, {.several_files = several_files})
      ->write(text.record({.unit = OffsetUnit::codepoints}), out);
  return out;
}

TEST(Brat, WritesTextsRelationsKindAndSpeaker) {
  EXPECT_EQ(annotations_of(flooded_town()),
            "T1\tContent 56 71;81 97\t\"The dam held,\" \"We were lucky.\"\n"
            "A1\tKind T1 direct\n"
            "T2\tCue 75 79\tsaid\n"
            "R1\tCue Arg1:T1 Arg2:T2\n"
            "T3\tSource 72 74\the\n"
            "R2\tSource Arg1:T1 Arg2:T3\n"
            "#1\tSpeaker T1\tOlaf Brenn\n");
}

TEST(Brat, NamesTheDocumentWhereSeveralFollowEachOther) {
  EXPECT_EQ(annotations_of(flooded_town(), false).substr(0, 13), "# floods.txt\n");
}

TEST(Brat, AnnotatesAPhraseOnceForSeveralQuotes) {
  MarkedText text("\"a\" \"b\" Lee says");
  const std::uint32_t lee = text.mention("Lee", MentionKind::name);
  text.quote({"\"a\""});
  text.said_by(lee, "says");
  text.quote({"\"b\""});
  text.said_by(lee, "says");
  const std::string out = annotations_of(text);
  EXPECT_EQ(out.find("Cue 12 16"), out.rfind("Cue 12 16"));
  EXPECT_NE(out.find("R4\tSource Arg1:T4 Arg2:T3"), std::string::npos);
}

TEST(Brat, StaysOnOneLine) {
  MarkedText text(
      "\"a\nb\x1b"
      "c\"");
  text.quote({text.document.text()});
  EXPECT_EQ(annotations_of(text), "T1\tContent 0 7\t\"a b c\"\nA1\tKind T1 direct\n");
}

// Accents that were composed and marks that were taken out still stand in the .txt file.
TEST(Brat, QuotesTheTextAsItCameIn) {
  MarkedText text(
      "Zoe\xCC\x88: \"ja\xC2\xAD"
      "ja\"");
  text.quote({"\"jaja\""});
  EXPECT_EQ(annotations_of(text),
            "T1\tContent 6 13\t\"ja\xC2\xAD"
            "ja\"\nA1\tKind T1 direct\n");
  EXPECT_EQ(brat_text(text.record()), text.document.bytes());
}

TEST(Brat, ReplacesInvalidUtf8InTheText) {
  const MarkedText text(
      "a\xFF"
      "b");
  EXPECT_EQ(brat_text(text.record()),
            "a\xEF\xBF\xBD"
            "b");
}

}  // namespace
}  // namespace quotary
