// Brat standoff: each kind of line, and what is wrong with a file.
#include "readers/brat.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace quotary {
namespace {

constexpr std::uint32_t kLength = 100;

std::string shown(const std::vector<CodepointSpan>& spans) {
  std::string out;
  for (const CodepointSpan& span : spans) {
    out += out.empty() ? "" : ";";
    out += std::to_string(span.begin) + "-" + std::to_string(span.end);
  }
  return out;
}

// "kind content cue source speaker" of each quote, or the error.
std::string parsed(std::string_view lines) {
  const auto quotes = parse_brat(lines, "x.ann", kLength);
  if (!quotes) return quotes.error().to_string();
  std::string out;
  for (const AnnotatedQuote& quote : *quotes) {
    out += out.empty() ? "" : " | ";
    out += std::string(name_of(quote.kind)) + " [" + shown(quote.content) + "] [" +
           shown(quote.cue) + "] [" + shown(quote.source) + "] " + quote.speaker;
    if (quote.nested) out += " nested";
    if (quote.doubtful) out += " doubtful";
  }
  return out;
}

TEST(Brat, ReadsWhatTheWriterWrites) {
  EXPECT_EQ(parsed("T1\tContent 0 10;20 30\tsome words and more\n"
                   "A1\tKind T1 direct\n"
                   "T2\tCue 11 15\tsaid\n"
                   "R1\tCue Arg1:T1 Arg2:T2\n"
                   "T3\tSource 16 19\tAda\n"
                   "R2\tSource Arg1:T1 Arg2:T3\n"
                   "#1\tSpeaker T1\tAda Lovat\n"
                   "T4\tContent 40 50\tothers\n"
                   "R3\tSource Arg1:T4 Arg2:T3\n"),
            "direct [0-10;20-30] [11-15] [16-19] Ada Lovat | unknown [40-50] [] [16-19] ");
}

TEST(Brat, ReadsRelationsOfAnyNameAndOrder) {
  const std::string spans = "T1\tCue 11 15\tsaid\nT2\tContent 0 10\tx\nT3\tSource 16 19\tAda\n";
  EXPECT_EQ(parsed(spans + "R1\tAttribution Arg1:T1 Arg2:T2\nR2\tsays Arg1:T3 Arg2:T2\n"),
            "unknown [0-10] [11-15] [16-19] ");
  EXPECT_EQ(parsed(spans + "E1\tAttribution:T1 Content:T2 Source:T3\n"),
            "unknown [0-10] [11-15] [16-19] ");
}

TEST(Brat, LinesMayReferToLinesBelowThem) {
  EXPECT_EQ(parsed("R1\tCue Arg1:T1 Arg2:T2\nA1\tNested T1\nM1\tDoubtful T1\nT2\tCue 3 5\tx\n"
                   "T1\tContent 0 2\ty\n"),
            "unknown [0-2] [3-5] []  nested doubtful");
}

TEST(Brat, PassesOverWhatIsNotOurs) {
  EXPECT_EQ(parsed("# about this file\r\n\nT1\tPerson 0 5\tx\nT2\tContent 6 9\ty\r\n"
                   "R1\tKnows Arg1:T1 Arg2:T2\nA1\tMood T1 bad\n#1\tAnnotatorNotes T2\tunsure\n"
                   "N1\tReference T1 Wikipedia:1\tx\n*\tEquiv T1 T2\nE1\tMove:T1 Theme:E2\n"),
            "unknown [6-9] [] [] ");
  EXPECT_EQ(parsed(""), "");
}

TEST(Brat, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(parsed("T1\tContent 0 10\tx\nT2\tContent 95 101\tx\n"),
            "E106 x.ann:2: the text has 100 code points; offsets count those");
  EXPECT_EQ(parsed("T1\tContent 5 5\tx\n"), "E106 x.ann:1: a span must end after it begins");
  EXPECT_EQ(parsed("T1\tContent 1 x5\tx\n"), "E106 x.ann:1: `x5` is no offset");
  EXPECT_EQ(parsed("T1\tContent -1 5\tx\n"), "E106 x.ann:1: `-1` is no offset");
  EXPECT_EQ(parsed("T1\tContent 1 99999999999\tx\n"), "E106 x.ann:1: `99999999999` is no offset");
  EXPECT_EQ(parsed("T1\tContent\tx\n"), "E106 x.ann:1: offsets are missing after the type");
  EXPECT_EQ(parsed("T1\tCue 1 2\tx\nT1\tCue 2 3\tx\n"), "E106 x.ann:2: `T1` was given before");
  EXPECT_EQ(parsed("T1\tContent 1 2\tx\nA1\tKind T1 loud\n"),
            "E106 x.ann:2: `loud` is no kind; direct, indirect and mixed are");
  EXPECT_EQ(parsed("hello\n"), "E106 x.ann:1: no line of brat standoff");
}

TEST(Brat, ACollectionIsReadInOrderWithPathsAsNames) {
  namespace fs = std::filesystem;
  std::string pattern = (fs::temp_directory_path() / "quotary-brat-XXXXXX").string();
  const fs::path folder = ::mkdtemp(pattern.data());
  fs::create_directory(folder / "sub");
  const auto write = [&](const char* name, std::string_view bytes) {
    std::ofstream(folder / name, std::ios::binary) << bytes;
  };
  write("b.ann", "T1\tContent 0 4\tÉté.\n");
  write("b.txt", "Été.");
  write("sub/c.ann", "");
  write("sub/c.txt", "Nothing.");
  write("a.ann", "T1\tContent 0 4\tgone\n");
  write("unannotated.txt", "Nothing.");

  AnnotationSource source(folder.string());
  EXPECT_EQ(source.next()->error().place.file, (folder / "a.txt").string());
  const auto second = source.next();
  EXPECT_EQ((*second)->id, "b");
  EXPECT_EQ((*second)->text, "Été.");
  EXPECT_EQ(shown((*second)->quotes[0].content), "0-4");
  EXPECT_EQ(source.next()->value().id, "sub/c");
  EXPECT_FALSE(source.next().has_value());

  AnnotationSource single((folder / "b.ann").string());
  EXPECT_EQ(single.next()->value().id, "b");
  AnnotationSource none((folder / "sub" / "none").string());
  EXPECT_EQ(none.next()->error().code, ErrorCode::cannot_read);
  fs::remove(folder / "sub" / "c.ann");
  AnnotationSource empty((folder / "sub").string());
  EXPECT_EQ(empty.next()->error().code, ErrorCode::nothing_to_read);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace quotary
