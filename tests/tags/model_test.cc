#include "tags/model.h"

#include <gtest/gtest.h>

#include <string>

#include "quotary/document.h"

namespace quotary {
namespace {

const std::string kHead =
    "# written for this test\n"
    "rows 4\n"
    "class 10 known noun verb\n"
    "class 11 rare propn\n"
    "lower 10 plan report\n"
    "capital 11 Plan\n"
    "start 10 Report\n";

std::string error_of(const std::string& file) {
  const Result<TaggerModel> model = parse_tagger_model(file, "tagger.tsv");
  return model ? "none" : model.error().to_string();
}

TEST(TaggerModel, ReadsClassesWordsAndWeights) {
  const Result<TaggerModel> read = parse_tagger_model(kHead + "e B12U-7\n", "tagger.tsv");
  ASSERT_TRUE(read.has_value());
  const TaggerModel& model = read.value();
  EXPECT_EQ(model.classes[10].tags, tag_bit(Tag::noun) | tag_bit(Tag::verb));
  EXPECT_FALSE(model.classes[10].rare);
  EXPECT_TRUE(model.classes[11].rare);
  EXPECT_EQ(model.lexicon.find(word_id("report"), Casing::lower), 10);
  EXPECT_EQ(model.lexicon.find(word_id("plan"), Casing::capital), 11);
  EXPECT_EQ(model.lexicon.find(word_id("report"), Casing::start), 10);
  EXPECT_EQ(model.rows.size(), 16U);
  EXPECT_EQ(model.rows[14].of_tag[static_cast<std::size_t>(Tag::noun)], 12);
  EXPECT_EQ(model.rows[14].of_tag[static_cast<std::size_t>(Tag::verb)], -7);
}

TEST(TaggerModel, HasATagForWhatAFileSaysNothingOf) {
  const TaggerModel model = parse_tagger_model("rows 1\n", "tagger.tsv").value();
  EXPECT_EQ(model.classes[tag_class::lower].tags, tag_bit(Tag::noun));
  EXPECT_EQ(model.classes[tag_class::quote_mark].tags, tag_bit(Tag::quote));
}

TEST(TaggerModel, RefusesMoreWordsThanALexiconHolds) {
  std::string words = "rows 1\nclass 10 known noun\nlower 10";
  for (int i = 0; i < 1'000'001; ++i) words += " a";
  EXPECT_EQ(error_of(words), "E206 tagger.tsv: found 1000001 words; expected a million at most");
}

TEST(TaggerModel, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(error_of(""),
            "E206 tagger.tsv: found no weights; expected a line `rows N` and a line for each row");
  EXPECT_EQ(error_of("tags other nuon\n"),
            "E206 tagger.tsv:1: the tags are not those of this program; train the model anew");
  EXPECT_EQ(error_of(kHead + "class 12 known nuon\n"), "E206 tagger.tsv:8: unknown tag `nuon`");
  EXPECT_EQ(error_of(kHead + "class 0 known noun\n"),
            "E206 tagger.tsv:8: expected the number of a class, 1 to 255");
  EXPECT_EQ(error_of(kHead + "class 12 common noun\n"),
            "E206 tagger.tsv:8: expected `known` or `rare`");
  EXPECT_EQ(error_of(kHead + "class 12 known\n"), "E206 tagger.tsv:8: a class needs a tag");
  EXPECT_EQ(error_of(kHead + "lower 12 plan\n"),
            "E206 tagger.tsv:8: the class stands nowhere above");
  EXPECT_EQ(error_of(kHead + "10 B12\n"),
            "E206 tagger.tsv:8: the row is beyond the number of rows");
  EXPECT_EQ(error_of(kHead + "words B12\n"), "E206 tagger.tsv:8: expected a row or a keyword");
  EXPECT_EQ(error_of(kHead + "e B12 U7\n"), "E206 tagger.tsv:8: expected a letter and a number");
  EXPECT_EQ(error_of(kHead + "e B22\n"), "E206 tagger.tsv:8: weight too large");
  EXPECT_EQ(error_of("rows 21\n"),
            "E206 tagger.tsv:1: `rows` expects a power of two between 1 and 20");
}

}  // namespace
}  // namespace quotary
