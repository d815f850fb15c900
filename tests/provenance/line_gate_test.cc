// A paragraph, and whether it can say anything of where it comes from.
#include "provenance/line_gate.h"

#include <gtest/gtest.h>

#include <string>

#include "quotary/rules.h"
#include "rules/pack.h"

namespace quotary {
namespace {

LineSigns signs(const std::string& paragraph) {
  static const RulePack pack = RulePack::built_in().value();
  static const LineGate gate(pack.data().line_words);
  const Document document = Document::from_bytes(paragraph);
  return gate.signs(document, document.paragraphs()[0]);
}

TEST(LineGate, LetsBodyTextGo) {
  EXPECT_FALSE(signs("The bridge over the river was closed for a week.").any());
  EXPECT_FALSE(signs("“The bridge was closed,” she said. “It fell.”").any());
}

TEST(LineGate, LetsLinesOfProvenanceIn) {
  EXPECT_TRUE(signs("© 2031 The Marston Press.").notice);
  EXPECT_TRUE(signs("This feature was first published by Harbourlog.").notice);
  EXPECT_TRUE(signs("声明：转载此文是出于传递更多信息之目的。").notice);
  EXPECT_TRUE(signs("The square in the rain (Anna Brook/Newsline)").names);
  EXPECT_TRUE(signs("MARSTON (AP) — The bridge was closed for a week.").dateline);
}

TEST(LineGate, TakesWordsForWhatTheyAreWhereTheyStand) {
  EXPECT_TRUE(signs("The walk by the river took a photo hour and then some more time.").names);
  EXPECT_TRUE(signs("By noon the river had risen again over the banks of the old town.").names);
  EXPECT_FALSE(signs("The river had risen by noon again over the banks of the old town.").names);
  EXPECT_TRUE(signs("The river had risen again over the banks, a source in the town said.").names);
  EXPECT_FALSE(signs("The old river by its own source had risen again over the banks of the "
                     "town, and nobody had seen it come.")
                   .names);
}

}  // namespace
}  // namespace quotary
