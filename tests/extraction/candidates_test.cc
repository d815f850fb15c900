// What --explain is told: the attribution that won and what it won against.
#include <gtest/gtest.h>

#include <algorithm>

#include "quotary/quotary.h"

namespace quotary {
namespace {

struct Explained {
  explicit Explained(std::string text)
      : extractor(
            Extractor::create(RulePack::built_in().value(), {.keep_candidates = true}).value()),
        document(extractor.read(std::move(text), "test")),
        analysis(extractor.analyze(document)) {}

  [[nodiscard]] std::string words(Span span) const { return std::string(document.text(span)); }

  Extractor extractor;
  Document document;
  Analysis analysis;
};

TEST(CandidatesTest, TheWinnerComesFirstWithItsCueAndSource) {
  const Explained e("\"The pier is sinking,\" harbour master Tove Lindqvist told the council.");
  ASSERT_EQ(e.analysis.quotes.size(), 1U);
  ASSERT_FALSE(e.analysis.candidates.empty());
  const Candidate& winner = e.analysis.candidates.front();
  EXPECT_TRUE(winner.lost.empty());
  EXPECT_EQ(e.words(winner.cue), "told");
  EXPECT_EQ(e.words(winner.mention), "harbour master Tove Lindqvist");
  EXPECT_EQ(winner.score, e.analysis.attributions[0].confidence);
}

TEST(CandidatesTest, OtherSourcesOfTheCueSayThatAnotherFitsBetter) {
  const Explained e("\"The pier is sinking,\" harbour master Tove Lindqvist told the council.");
  const auto council =
      std::find_if(e.analysis.candidates.begin(), e.analysis.candidates.end(),
                   [&](const Candidate& each) { return e.words(each.mention) == "the council"; });
  ASSERT_NE(council, e.analysis.candidates.end());
  EXPECT_EQ(council->lost, "another source fits this cue better");
  EXPECT_LT(council->score, 0.2F);
}

TEST(CandidatesTest, EachQuoteHasOneWinnerAtMost) {
  const Explained e(
      "Mayor Ilse Varga said she believed that the bridge would be saved. The ministry warned on "
      "Monday that Varga's hope was \"a dream,\" and said that no money was left.\n\n\"We will "
      "see,\" she replied.");
  ASSERT_GE(e.analysis.quotes.size(), 3U);
  for (std::uint32_t quote = 0; quote < e.analysis.quotes.size(); ++quote) {
    const auto won = std::count_if(
        e.analysis.candidates.begin(), e.analysis.candidates.end(),
        [&](const Candidate& each) { return each.quote == quote && each.lost.empty(); });
    EXPECT_LE(won, 1) << e.analysis.text(e.document, e.analysis.quotes[quote]);
  }
  EXPECT_EQ(e.analysis.inconsistency(e.document), "");
}

TEST(CandidatesTest, NobodyPaysForThemUnasked) {
  const Extractor extractor = Extractor::create(RulePack::built_in().value()).value();
  const Document document = extractor.read("\"It rained,\" Ann Lee said.", "test");
  EXPECT_TRUE(extractor.analyze(document).candidates.empty());
}

}  // namespace
}  // namespace quotary
