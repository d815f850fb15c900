// The gate sums most of its features up beforehand; adding them one by one is its oracle.
#include "attribution/cue_gate.h"

#include <gtest/gtest.h>

#include "attribution/read_text.h"

namespace quotary {
namespace {

constexpr const char* kArticle =
    "\"The ferry will not sail,\" harbour master Tove Lindqvist told reporters on Friday. She had "
    "warned the council in a letter that the pier, built in 1911, was sinking. According to Pell, "
    "nobody answered; his claim of \"plain neglect\" is denied by the mayor.";

TEST(CueGateTest, AgreesWithItsFeaturesAddedOneByOne) {
  const ReadText text(kArticle);
  for (std::uint32_t at = 0; at < text.reading.tokens.size(); ++at) {
    if (!may_head_cue(text.reading.tag(at))) continue;
    Scorer scorer(text.knowledge->weights);
    gate_features(text.reading, at, scorer);
    EXPECT_EQ(text.knowledge->gate.lets_in(text.reading, at, text.knowledge->weights),
              scorer.sum() >= 0)
        << text.document.text(text.reading.tokens[at]);
  }
}

TEST(CueGateTest, LetsCuesInAndMostOtherWordsNot) {
  const ReadText text(kArticle);
  std::size_t in = 0;
  for (std::uint32_t at = 0; at < text.reading.tokens.size(); ++at) {
    if (!may_be_cue(text.reading, at)) continue;
    const bool let = text.knowledge->gate.lets_in(text.reading, at, text.knowledge->weights);
    in += let ? 1U : 0U;
    const std::string_view word = text.document.text(text.reading.tokens[at]);
    if (word == "told" || word == "warned" || word == "According" || word == "claim") {
      EXPECT_TRUE(let) << word;
    }
  }
  EXPECT_LT(in * 3, text.reading.tokens.size());
}

}  // namespace
}  // namespace quotary
