#include "quotes/turns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "quotary/rules.h"
#include "quotes/marks.h"
#include "rules/pack.h"

namespace quotary {
namespace {

// "label: content" of each turn of a text whose paragraphs are all body text but for a headline.
std::vector<std::string> turns(const std::string& text, bool headline = false) {
  static const RulePack pack = RulePack::built_in().value();
  static const MarkRules mark_rules(pack.data().quote_marks);
  static const TurnRules rules(pack.data());
  const Document document = Document::from_bytes(text, {}, pack.text_rules());
  MarkScratch scratch;
  Marks marks;
  pair_marks(document, mark_rules, marks, scratch);
  std::vector<Block> blocks(document.paragraphs().size());
  if (headline) blocks.front().kind = BlockKind::headline;
  std::vector<WordEntry> entries;
  pack.data().lexicon.look_up(document.tokens(), document.text(), entries);
  std::vector<std::uint32_t> stretches(document.tokens().size(), kNone);
  for (std::uint32_t at = 0; at < stretches.size(); ++at) {
    for (std::uint32_t i = 0; i < marks.stretches.size(); ++i) {
      if (marks.stretches[i].outer.contains(document.tokens()[at].span)) stretches[at] = i;
    }
  }
  std::vector<Turn> found;
  find_turns({document, blocks, entries, stretches}, rules, found);
  std::vector<std::string> lines;
  for (const Turn& turn : found) {
    std::string line(document.text(document.span_of(turn.speaker)));
    line += turn.asks ? "? " : ": ";
    line += document.text(document.span_of(turn.content));
    for (std::uint32_t p = turn.paragraph + 1; p <= turn.last_paragraph; ++p) {
      line += " / ";
      line += document.text(document.paragraphs()[p].span);
    }
    lines.push_back(line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Turns, OfAHearing) {
  EXPECT_EQ(turns("MS. LIND: Did you know?\n\nMR. OKORO: I did not.\n\nMS. LIND: Thank you."),
            (Lines{"MS. LIND: Did you know?", "MR. OKORO: I did not.", "MS. LIND: Thank you."}));
  EXPECT_EQ(turns("THE PRESIDENT: Good morning.\n\nMS. LIND: Good morning, sir."),
            (Lines{"THE PRESIDENT: Good morning.", "MS. LIND: Good morning, sir."}));
}

TEST(Turns, OfAnInterview) {
  EXPECT_EQ(turns("Q: Did you know?\n\nA: We did not.\n\nQ. Why?\n\nA. Nobody asked."),
            (Lines{"Q? Did you know?", "A: We did not.", "Q.? Why?", "A.: Nobody asked."}));
  EXPECT_EQ(turns("Jane Roe: It rained all week.\n\nPeter Lind: Did it?\n\nRoe: It did."),
            (Lines{"Jane Roe: It rained all week.", "Peter Lind: Did it?", "Roe: It did."}));
}

TEST(Turns, OfABriefing) {
  EXPECT_EQ(
      turns("THE SECRETARY:  Good afternoon.\n\nThe Secretary of Ports was briefed.\n\n"
            "Q    Will he travel?\n\nMS. LIND:  I have no news.\n\nQ    Will you?\n\n"
            "MS. LIND:  No."),
      (Lines{"THE SECRETARY: Good afternoon. / The Secretary of Ports was briefed.",
             "Q? Will he travel?", "MS. LIND: I have no news.", "Q? Will you?", "MS. LIND: No."}));
}

TEST(Turns, AnnotationsOfALabel) {
  EXPECT_EQ(turns("ANA LIND (via interpreter): No.\n\nJOHN OKORO, chairman: Why?\n\n"
                  "LIND: It was late."),
            (Lines{"ANA LIND: No.", "JOHN OKORO: Why?", "LIND: It was late."}));
}

TEST(Turns, OneLabelMakesNoTranscript) {
  EXPECT_EQ(turns("Jane Roe: It rained all week.\n\nThe river rose."), Lines{});
  EXPECT_EQ(turns("Jane Roe: The mayor lost.\n\nPeter Lind: The challenger won."), Lines{});
  EXPECT_EQ(turns("A. We did not.\n\nThe river rose."), Lines{});
}

TEST(Turns, LabelsThatNameNobody) {
  EXPECT_EQ(turns("THE FACTS: It rained less.\n\nWHAT NEXT: A vote.\n\nTHE FACTS: It snowed."),
            Lines{});
  EXPECT_EQ(turns("CLAIM: It rained.\n\nFACT: It did not.\n\nCLAIM: It snowed.\n\nFACT: Never."),
            Lines{});
  EXPECT_EQ(turns("AGE: 61, born in Oslo.\n\nPARTY: None.\n\nAGE: 44.\n\nPARTY: None."), Lines{});
  EXPECT_EQ(turns("Key Points: It rained.\n\nKey Points: It snowed."), Lines{});
}

TEST(Turns, EndWhereAnotherLabelStands) {
  EXPECT_EQ(turns("JANE ROE: I did.\n\nAudience member: Will we see it?\n\nJANE ROE: No."),
            (Lines{"JANE ROE: I did.", "JANE ROE: No."}));
}

TEST(Turns, QuotedWordsAreLeftToTheirMarks) {
  EXPECT_EQ(turns("Jane Roe: \"It rained.\"\n\nJane Roe: \"It snowed.\""), Lines{});
}

TEST(Turns, ReachOverParagraphs) {
  EXPECT_EQ(
      turns("Q: Why?\n\nA: It was late.\n\nThe roads were closed.\n\nQ: Then?\n\nA: I left."),
      (Lines{"Q? Why?", "A: It was late. / The roads were closed.", "Q? Then?", "A: I left."}));
  EXPECT_EQ(turns("Q: Why?\n\nA: It was late.\n\nWe had no car.\n\nThe case goes on in May."),
            (Lines{"Q? Why?", "A: It was late. / We had no car."}));
}

TEST(Turns, ReportersWordsBetweenThem) {
  EXPECT_EQ(turns("MS. LIND: Did you know?\n\nLind paused.\n\nMR. OKORO: No.\n\nMS. LIND: So."),
            (Lines{"MS. LIND: Did you know?", "MR. OKORO: No.", "MS. LIND: So."}));
  EXPECT_EQ(turns("Q: Why?\n\nA: It was late.\n\nThe board met later.\n\n"
                  "MS. LIND: Did you know?\n\nMR. OKORO: No."),
            (Lines{"Q? Why?", "A: It was late.", "MS. LIND: Did you know?", "MR. OKORO: No."}));
}

TEST(Turns, Headlines) {
  EXPECT_EQ(turns("Lind: we will win back the valley\n\nMayor Ana Lind spoke in Oslo.", true),
            (Lines{"Lind: we will win back the valley"}));
  EXPECT_EQ(turns("The Latest: rain in the valley\n\nIt rained in The Latest.", true), Lines{});
  EXPECT_EQ(turns("Weather: rain in the valley\n\nIt rained.", true), Lines{});
}

}  // namespace
}  // namespace quotary
