// Annotations in JSON Lines: what is read, and what is wrong with a line.
#include "quotary/annotations.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace quotary {
namespace {

std::string error_of(const std::string& line) {
  const auto document = parse_annotations(line);
  return document ? "no error" : document.error().to_string();
}

TEST(Annotations, ReadEveryField) {
  const auto document = parse_annotations(
      R"({"id":"d","corpus":"x","text":"t","aliases":{"Ann Lee":["Lee","Ms Lee"]},"quotes":[)"
      R"({"kind":"mixed","content":[[0,4],[6,9]],"cue":[[10,12]],"source":null,"speaker":"Ann Lee",)"
      R"("nested":true,"doubtful":true,"confidence":0.75,"mention":"x"},{"content":[]}]})");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->id, "d");
  EXPECT_EQ(document->text, "t");
  EXPECT_EQ(document->aliases[0].name, "Ann Lee");
  EXPECT_EQ(document->aliases[0].others, (std::vector<std::string>{"Lee", "Ms Lee"}));
  ASSERT_EQ(document->quotes.size(), 2U);
  const AnnotatedQuote& quote = document->quotes[0];
  EXPECT_EQ(quote.kind, AnnotatedKind::mixed);
  EXPECT_EQ(quote.content, (std::vector<CodepointSpan>{{0, 4}, {6, 9}}));
  EXPECT_EQ(quote.cue, (std::vector<CodepointSpan>{{10, 12}}));
  EXPECT_TRUE(quote.source.empty());
  EXPECT_EQ(quote.speaker, "Ann Lee");
  EXPECT_TRUE(quote.nested);
  EXPECT_TRUE(quote.doubtful);
  EXPECT_EQ(quote.confidence, 0.75);
  EXPECT_EQ(document->quotes[1].kind, AnnotatedKind::unknown);
  EXPECT_LT(document->quotes[1].confidence, 0);
}

TEST(Annotations, SayWhatIsWrong) {
  EXPECT_TRUE(error_of("{").starts_with("E102 "));
  EXPECT_TRUE(error_of("[]").starts_with("E102 :1: expected a JSON object") ||
              error_of("[]").starts_with("E102 expected a JSON object"))
      << error_of("[]");
  EXPECT_EQ(error_of(R"({"quotes":[]})"), "E103 no field `id`");
  EXPECT_EQ(error_of(R"({"id":"x"})"), "E103 no list `quotes`");
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{}]})"), "E103 a quote without `content`");
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[1]})"), "E106 each of `quotes` must be an object");
  const std::string pairs =
      "E106 `content` must be a list of pairs of offsets, [[begin, end], ...]";
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":5}]})"), pairs);
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[[1]]}]})"), pairs);
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[[-1,2]]}]})"), pairs);
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[[1,4294967296]]}]})"), pairs);
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[[1,2.5]]}]})"), pairs);
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[],"kind":"loud"}]})"),
            "E106 `loud` is no kind; direct, indirect, mixed and unknown are");
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[],"speaker":5}]})"),
            "E106 `speaker` must be a string");
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[{"content":[],"confidence":"high"}]})"),
            "E106 `confidence` is no number");
  EXPECT_EQ(error_of(R"({"id":"x","quotes":[],"aliases":[]})"), "E106 `aliases` must be an object");
}

TEST(Annotations, TextIsRequiredOfGoldOnly) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("quotary-annotations-" + std::to_string(::getpid()) + ".jsonl");
  std::ofstream(path) << R"({"id":"x","quotes":[]})"
                      << "\n\n{}\n"
                      << R"({"id":7,"text":"","quotes":[]})"
                      << "\n";
  AnnotationSource gold(path.string());
  EXPECT_EQ(gold.next()->error().to_string(), "E103 " + path.string() + ":1: no field `text`");
  EXPECT_EQ(gold.next()->error().place.line, 3U);
  EXPECT_EQ(gold.next()->value().id, "7");
  EXPECT_FALSE(gold.next().has_value());
  AnnotationSource predictions(path.string(), AnnotationSource::Text::optional);
  EXPECT_EQ(predictions.next()->value().id, "x");
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace quotary
