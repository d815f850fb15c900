// What a Line tells of its tokens: it is looked up when it is asked, and hints say where it is
// worth asking. Looking everything up is the oracle.
#include "provenance/line.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotary/rules.h"

namespace quotary {
namespace {

const LineKnowledge& known() {
  static const RulePack pack = RulePack::built_in().value();
  static const LineKnowledge knowledge(pack.data());
  return knowledge;
}

const std::vector<std::string>& sample_lines() {
  static const std::vector<std::string> lines = {
      "Photo by Lena Ortiz/Getty Images",
      "MARSTON (AP) — The New York Times said on Monday that the Associated Press had called.",
      "(Reporting by Lena Ortiz in Porto Novo; Editing by Ole Strand)",
      "Courtesy of the Marston Police Department. See https://bbc.com or write to @reuters.",
      "\"Old Bridge\" by Ann Lee is licensed under CC BY 2.0",
      "",
  };
  return lines;
}

TEST(Line, TellsTheSameInWhateverOrderItIsAsked) {
  for (const std::string& text : sample_lines()) {
    Line line(known());
    line.read(text);
    std::vector<LineToken> tokens;
    scan_line(text, tokens);
    ASSERT_EQ(line.size(), tokens.size()) << text;
    for (std::uint32_t at = line.size(); at-- > 0;) {
      const bool address =
          tokens[at].kind == LineTokenKind::link || tokens[at].kind == LineTokenKind::handle;
      const FoundPhrase none;
      const FoundPhrase words =
          address ? none : known().words().longest_at(text, tokens, at, line.size());
      const FoundPhrase house =
          address ? none : known().houses().longest_at(text, tokens, at, line.size());
      EXPECT_EQ(line.names_house(at, at + 1), house.tokens > 0) << text << ": " << at;
      EXPECT_EQ(line[at].group_tokens, words.tokens) << text << ": " << at;
      EXPECT_EQ(line[at].house_tokens, house.tokens) << text << ": " << at;
      EXPECT_EQ(line[at].house != kNone, house.tokens > 0) << text << ": " << at;
      EXPECT_EQ(line.names_house(at, at + 1), house.tokens > 0) << text << ": " << at;
    }
  }
}

TEST(Line, ForgetsTheLineBefore) {
  Line line(known());
  line.read("Reuters photo by");
  EXPECT_TRUE(line.names_house(0, line.size()));
  EXPECT_TRUE(line.may_hold(LineHints::kLabel));
  line.read("zzyzx");
  EXPECT_EQ(line[0].house, kNone);
  EXPECT_FALSE(line.names_house(0, line.size()));
  EXPECT_FALSE(line.may_hold(LineHints::kLabel));
}

TEST(LineHints, LeaveOutNoPhrase) {
  const LineKnowledge& all = known();
  struct Hinted {
    LineHints::Set hint;
    LineGroups groups;
  };
  const Hinted kinds[] = {
      {LineHints::kRole, all.roles},
      {LineHints::kLabel, all.picture | all.credit | all.label_by},
      {LineHints::kLabelAdjective, all.label_adjective},
      {LineHints::kGift, all.courtesy | all.provided},
      {LineHints::kLicensed, all.licensed},
      {LineHints::kVia, all.via},
      {LineHints::kPosting, all.posting},
      {LineHints::kMonth, all.month},
  };
  Line line(all);
  for (std::uint32_t phrase = 0; phrase < all.words().size(); ++phrase) {
    const std::string text(all.words().spelling(phrase));
    line.read(text);
    for (const Hinted& kind : kinds) {
      if ((all.words().groups_of(phrase) & kind.groups).none()) continue;
      EXPECT_TRUE(line.may_begin(0, kind.hint)) << text;
      EXPECT_TRUE(line.may_hold(kind.hint)) << text;
    }
  }
}

TEST(LineHints, LeaveOutMostWords) {
  Line line(known());
  std::uint32_t hinted = 0;
  line.read("The bridge over the river was closed for a week after heavy rain in March");
  for (std::uint32_t at = 0; at < line.size(); ++at) {
    hinted += line.may_begin(at, static_cast<LineHints::Set>(~0U)) ? 1 : 0;
  }
  EXPECT_LE(hinted, 4U);
}

}  // namespace
}  // namespace quotary
