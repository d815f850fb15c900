#include "quotes/marks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "english_marks.h"

namespace quotary {
namespace {

// The stretches of a text in order, nested ones with a > for each level: "a | >b".
std::string stretches(std::string text) {
  const Reading reading = read(std::move(text));
  std::string out;
  for (const QuotedStretch& stretch : reading.marks.stretches) {
    if (!out.empty()) out += " | ";
    out += std::string(stretch.depth, '>');
    out += reading.document.text(stretch.inner);
  }
  return out;
}

std::string repairs(std::string text) {
  constexpr std::string_view kNames[] = {"unclosed", "unopened", "doubled", "stray", "wrong way"};
  std::string out;
  for (const Repair& repair : read(std::move(text)).marks.repairs) {
    if (!out.empty()) out += " ";
    out += kNames[static_cast<std::size_t>(repair.kind)];
  }
  return out;
}

TEST(Marks, DoubleMarksOfAllKinds) {
  EXPECT_EQ(stretches("\"It rained,\" she said."), "It rained,");
  EXPECT_EQ(stretches("“It rained,” she said."), "It rained,");
  EXPECT_EQ(stretches("``It rained,'' she said."), "It rained,");
  EXPECT_EQ(stretches("''It rained,'' she said."), "It rained,");
  EXPECT_EQ(stretches("„Es regnet“, sagte sie."), "Es regnet");
  EXPECT_EQ(stretches("„Pada deszcz” – powiedziała."), "Pada deszcz");
  EXPECT_EQ(stretches("”Det regnar”, sade hon."), "Det regnar");
  EXPECT_EQ(stretches("«Il pleut», dit-elle."), "Il pleut");
  EXPECT_EQ(stretches("« Il pleut », dit-elle."), " Il pleut ");
  EXPECT_EQ(stretches("»Es regnet«, sagte sie."), "Es regnet");
  EXPECT_EQ(stretches("She wrote 「雨」 on the board."), "雨");
}

TEST(Marks, SingleMarks) {
  EXPECT_EQ(stretches("'It rained,' she said. 'All day.'"), "It rained, | All day.");
  EXPECT_EQ(stretches("‘It rained,’ she said."), "It rained,");
  EXPECT_EQ(stretches("‚Es regnet‘, sagte sie."), "Es regnet");
  EXPECT_EQ(stretches("`It rained,' she said."), "It rained,");
  EXPECT_EQ(stretches("Mayor calls bridge ‘a disgrace’ again"), "a disgrace");
  EXPECT_EQ(stretches("'Don't,' she said. 'It isn't yours.'"), "Don't, | It isn't yours.");
}

TEST(Marks, TwoPartsInOneSentence) {
  EXPECT_EQ(stretches("\"It rained,\" she said. \"All day.\""), "It rained, | All day.");
  EXPECT_EQ(stretches("He called it a \"rare gift\" and a \"lesson.\""), "rare gift | lesson.");
}

TEST(Marks, NestedMarks) {
  EXPECT_EQ(stretches("\"He said 'never' to me,\" she said."), "He said 'never' to me, | >never");
  EXPECT_EQ(stretches("“He said, ‘Never.’”"), "He said, ‘Never.’ | >Never.");
  EXPECT_EQ(stretches("'He said \"never\" to me,' she said."), "He said \"never\" to me, | >never");
  EXPECT_EQ(stretches("“A ‘b “c” d’ e”"), "A ‘b “c” d’ e | >b “c” d | >>c");
  EXPECT_EQ(stretches("“He read “Long Roads” twice.”"),
            "He read “Long Roads” twice. | >Long Roads");
  EXPECT_EQ(stretches("''She was on 'Morning Table,''' he said."),
            "She was on 'Morning Table,' | >Morning Table,");
}

TEST(Marks, ParentsAndDepths) {
  const Reading reading = read("“A ‘b’ c ‘d’,” he said. “E.”");
  ASSERT_EQ(reading.marks.stretches.size(), 4U);
  EXPECT_EQ(reading.marks.stretches[1].parent, 0U);
  EXPECT_EQ(reading.marks.stretches[2].parent, 0U);
  EXPECT_EQ(reading.marks.stretches[3].parent, kNone);
  EXPECT_TRUE(reading.marks.stretches[1].single);
  EXPECT_FALSE(reading.marks.stretches[3].single);
}

TEST(Marks, ApostrophesAreNoMarks) {
  EXPECT_EQ(stretches("The voters' choice was the miners' son."), "");
  EXPECT_EQ(stretches("'Tis the season; 'twas ever thus, in the '90s and '80s."), "");
  EXPECT_EQ(stretches("They played rock 'n' roll and kept talkin' about 'em."), "");
  EXPECT_EQ(stretches("The ol' dog and th' cat were fightin', he thought."), "");
  EXPECT_EQ(stretches("’Tis the voters’ choice."), "");
  EXPECT_EQ(stretches("'The voters' choice is clear,' she said."), "The voters' choice is clear,");
  EXPECT_EQ(stretches("\"The voters' choice,\" she said, \"is clear.\""),
            "The voters' choice, | is clear.");
  EXPECT_EQ(stretches("'Tis a pity,' she said. 'God help 'em.'"), "Tis a pity, | God help 'em.");
}

TEST(Marks, FeetAndInchesAreNoMarks) {
  EXPECT_EQ(stretches("He is 6' 2\" tall and she is 5' 11\"."), "");
  EXPECT_EQ(stretches("The 12\" record was scratched."), "");
  EXPECT_EQ(stretches("\"He is 6' 2\" tall,\" she said."), "He is 6' 2\" tall,");
  EXPECT_EQ(repairs("He is 6' 2\" tall."), "");
}

TEST(Marks, AQuotationOverParagraphs) {
  const Reading reading = read("“One.\n\n“Two.\n\n“Three,” she said.\n\n“Four.”");
  ASSERT_EQ(reading.marks.stretches.size(), 4U);
  EXPECT_FALSE(reading.marks.stretches[0].closed);
  EXPECT_EQ(reading.marks.stretches[1].continues, 0U);
  EXPECT_EQ(reading.marks.stretches[2].continues, 1U);
  EXPECT_TRUE(reading.marks.stretches[2].closed);
  EXPECT_EQ(reading.marks.stretches[3].continues, kNone);
  EXPECT_TRUE(reading.marks.repairs.empty());
}

TEST(Marks, NestedLevelsGoOnTogether) {
  const Reading reading = read("\"He wrote, 'One.\n\n\"'Two,' and left,\" she said.");
  ASSERT_EQ(reading.marks.stretches.size(), 4U);
  EXPECT_EQ(reading.marks.stretches[2].continues, 0U);
  EXPECT_EQ(reading.marks.stretches[3].continues, 1U);
}

TEST(Marks, AQuotationOverParagraphsWithoutRepeatedMarks) {
  const Reading reading = read("\"One.\n\nTwo.\n\nThree,\" she said.");
  ASSERT_EQ(reading.marks.stretches.size(), 3U);
  EXPECT_EQ(reading.marks.stretches[1].continues, 0U);
  EXPECT_FALSE(reading.marks.stretches[1].opened);
  EXPECT_EQ(reading.document.text(reading.marks.stretches[1].inner), "Two.");
  EXPECT_EQ(reading.document.text(reading.marks.stretches[2].inner), "Three,");
  EXPECT_TRUE(reading.marks.repairs.empty());
}

TEST(Marks, AnUnclosedQuotationEndsWithItsParagraph) {
  EXPECT_EQ(stretches("She said, \"It rained.\n\nThe bridge closed."), "It rained.");
  EXPECT_EQ(repairs("She said, \"It rained.\n\nThe bridge closed."), "unclosed");
}

TEST(Marks, AnUnclosedQuotationEndsBeforeTheNext) {
  EXPECT_EQ(stretches("“It rained. “All day long,” she said."), "It rained. | All day long,");
  EXPECT_EQ(repairs("“It rained. “All day long,” she said."), "unclosed");
}

TEST(Marks, AnUnopenedQuotationBeginsWithTheParagraph) {
  EXPECT_EQ(stretches("It rained all day,\" she said. \"It did.\""),
            "It rained all day, | It did.");
  EXPECT_EQ(repairs("It rained all day,\" she said. \"It did.\""), "unopened");
}

TEST(Marks, DoubledMarks) {
  EXPECT_EQ(stretches("\"\"It rained,\"\" she said."), "It rained,");
  EXPECT_EQ(repairs("\"\"It rained,\"\" she said."), "doubled doubled");
}

TEST(Marks, MarksTheWrongWayRound) {
  EXPECT_EQ(stretches("”It rained,“ she said."), "It rained,");
  EXPECT_EQ(repairs("It was ”odd“ to her."), "wrong way wrong way");
}

TEST(Marks, MixedMarks) {
  EXPECT_EQ(stretches("“It rained,\" she said. \"It did.”"), "It rained, | It did.");
}

TEST(Marks, StrayMarks) {
  EXPECT_EQ(stretches("The sign \" was old."), "");
  EXPECT_EQ(repairs("The sign \" was old."), "stray");
  EXPECT_EQ(repairs("\"It rained,\" she said."), "");
}

TEST(Marks, BadSpacing) {
  EXPECT_EQ(stretches("\"It was late, \" she said. \"Go home.\""), "It was late,  | Go home.");
  EXPECT_EQ(stretches("\" It rained, \" she said."), " It rained, ");
  EXPECT_EQ(stretches("She said,\"It rained.\"He nodded."), "It rained.");
}

TEST(Marks, AtTheBordersOfTheText) {
  EXPECT_EQ(stretches(""), "");
  EXPECT_EQ(stretches("\""), "");
  EXPECT_EQ(stretches("\"\""), "");
  EXPECT_EQ(stretches("''"), "");
  EXPECT_EQ(stretches("'"), "");
  EXPECT_EQ(stretches("\"x\""), "x");
}

TEST(Marks, AStoryToldInMarksIsAFrame) {
  const Reading reading = read(
      "\"I knocked at the door. 'Who is there?' said the old man.\n\n"
      "\"I entered. 'Sit down,' he said.\n\n"
      "\"We talked until the morning about the flood and the bridge.\n\n"
      "\"At last he rose. 'Go home,' he said.\"");
  EXPECT_TRUE(reading.marks.stretches.front().frame);
  EXPECT_FALSE(reading.marks.stretches[1].frame);
  EXPECT_FALSE(read("“One ‘a’ ‘b’.\n\n“Two.”").marks.stretches.front().frame);
}

// Stretches are nested or apart, inside the text, and in order: whatever the marks are.
TEST(Marks, AnyRowOfMarksIsReadWell) {
  constexpr std::string_view kPieces[] = {"\"", "'", "“", "”",  "‘",  "’", "«",    "»",
                                          "„",  "a", " ", ". ", "''", "`", "\n\n", "s"};
  std::uint32_t seed = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      seed = seed * 1664525U + 1013904223U;
      text += kPieces[seed >> 28U];
    }
    const Reading reading = read(text);
    const auto& found = reading.marks.stretches;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
      ASSERT_LE(found[i].outer.begin, found[i].inner.begin) << text;
      ASSERT_LE(found[i].inner.begin, found[i].inner.end) << text;
      ASSERT_LE(found[i].inner.end, found[i].outer.end) << text;
      ASSERT_LE(found[i].outer.end, reading.document.text().size()) << text;
      if (found[i].parent == kNone) {
        ASSERT_EQ(found[i].depth, 0) << text;
      } else {
        ASSERT_LT(found[i].parent, i) << text;
        ASSERT_TRUE(found[found[i].parent].inner.contains(found[i].outer)) << text;
        ASSERT_EQ(found[i].depth, found[found[i].parent].depth + 1) << text;
      }
      if (found[i].continues != kNone) {
        ASSERT_LT(found[i].continues, i) << text;
      }
      if (i == 0) continue;
      ASSERT_LE(found[i - 1].outer.begin, found[i].outer.begin) << text;
      const bool apart = found[i - 1].outer.end <= found[i].outer.begin;
      ASSERT_TRUE(apart || found[i - 1].outer.contains(found[i].outer)) << text;
    }
  }
}

}  // namespace
}  // namespace quotary
