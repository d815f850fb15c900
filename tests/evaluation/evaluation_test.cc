// The figures of the measure on a document small enough to count by hand.
#include "quotary/evaluation.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {
namespace {

// Plain ASCII, so that bytes are code points.
constexpr std::string_view kText =
    "\"The bridge holds,\" said Mayor Ilse Brandt of Norwick. \"It will hold for years.\" "
    "The engineer warned that \"cracks\" were growing. Residents doubt the report is complete.";

CodepointSpan at(std::string_view part) {
  const std::size_t begin = kText.find(part);
  EXPECT_NE(begin, std::string_view::npos) << part;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

AnnotatedQuote quote(AnnotatedKind kind, std::vector<CodepointSpan> content) {
  AnnotatedQuote out;
  out.kind = kind;
  out.content = std::move(content);
  return out;
}

AnnotatedDocument gold() {
  AnnotatedQuote direct = quote(AnnotatedKind::direct,
                                {at("\"The bridge holds,\""), at("\"It will hold for years.\"")});
  direct.cue = {at("said")};
  direct.source = {at("Mayor Ilse Brandt of Norwick")};
  direct.speaker = "Ilse Brandt";
  AnnotatedQuote mixed = quote(AnnotatedKind::mixed, {at("that \"cracks\" were growing")});
  mixed.cue = {at("warned")};
  mixed.source = {at("The engineer")};
  AnnotatedQuote indirect = quote(AnnotatedKind::indirect, {at("the report is complete")});
  indirect.cue = {at("doubt")};
  indirect.source = {at("Residents")};
  return {"d", std::string(kText), {direct, mixed, indirect}, {{"Ilse Brandt", {"the mayor"}}}};
}

Report judged(const AnnotatedDocument& document, const std::vector<AnnotatedQuote>& predicted,
              EvaluationOptions options = {}) {
  Evaluation evaluation(options);
  EXPECT_TRUE(evaluation.add(document, predicted).has_value());
  return evaluation.report();
}

Report judged(const std::vector<AnnotatedQuote>& predicted, EvaluationOptions options = {}) {
  return judged(gold(), predicted, options);
}

std::string shown(const std::optional<Prf>& prf) {
  if (!prf) return "-";
  const auto hundredths = [](double share) { return std::to_string(std::lround(share * 100)); };
  return hundredths(prf->precision) + "/" + hundredths(prf->recall) + "/" + hundredths(prf->f1);
}

TEST(Evaluation, TheGoldItselfIsPerfect) {
  const Report report = judged(gold().quotes);
  for (const Scores& scores : {report.all, *report.by_kind[0], *report.by_kind[1]}) {
    EXPECT_EQ(shown(scores.exact), "100/100/100");
    EXPECT_EQ(shown(scores.match), "100/100/100");
    EXPECT_EQ(shown(scores.partial), "100/100/100");
    EXPECT_EQ(shown(scores.source), "100/100/100");
    EXPECT_EQ(shown(scores.cue), "100/100/100");
    EXPECT_EQ(scores.attribution, 1.0);
    EXPECT_EQ(scores.kind, 1.0);
  }
  EXPECT_EQ(report.all.speaker, 1.0);
  EXPECT_EQ(report.all.with_speaker, 1U);
  EXPECT_EQ(report.all.with_attribution, 3U);
  EXPECT_FALSE(report.by_kind[3].has_value());
  EXPECT_EQ(shown(report.roles->content), "100/100/100");
  EXPECT_FALSE(report.reliability.has_value());
}

TEST(Evaluation, NothingPredictedIsZero) {
  const Report report = judged({});
  EXPECT_EQ(report.all.gold, 3U);
  EXPECT_EQ(report.all.predicted, 0U);
  EXPECT_EQ(shown(report.all.exact), "0/0/0");
  EXPECT_EQ(report.all.attribution, 0.0);
  EXPECT_FALSE(report.all.kind.has_value());
}

TEST(Evaluation, NothingAnnotatedIsNotMeasured) {
  const Report report = judged({"d", std::string(kText), {}, {}}, gold().quotes);
  EXPECT_EQ(shown(report.all.exact), "-");
  EXPECT_FALSE(report.all.attribution.has_value());
  EXPECT_FALSE(report.roles.has_value());
}

TEST(Evaluation, MarksAndWhiteSpaceDoNotMatter) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[0].content = {at("The bridge holds"), at(" \"It will hold for years.\" ")};
  predicted[1].content = {at("that \"cracks"), at("were growing. ")};
  EXPECT_EQ(shown(judged(predicted).all.exact), "100/100/100");
}

TEST(Evaluation, APartCountsBySharesOfLettersAndWords) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[0].content = {at("It will hold for years")};  // 18 letters of 32, 5 words of 8
  predicted[2].content = {at("the report")};              // 9 letters of 19, 2 words of 4
  const Report report = judged(predicted);
  EXPECT_EQ(shown(report.all.exact), "33/33/33");
  EXPECT_EQ(shown(report.all.match), "67/67/67");
  EXPECT_EQ(report.all.partial->precision, 1.0);
  EXPECT_DOUBLE_EQ(report.all.partial->recall, (5.0 / 8 + 1 + 2.0 / 4) / 3);
  EXPECT_EQ(report.all.attribution, 2.0 / 3);
  EXPECT_EQ(report.all.attribution_of_matched, 1.0);
}

TEST(Evaluation, APredictionMatchesOneGoldQuoteOnlyTheBestFirst) {
  const AnnotatedQuote part = quote(AnnotatedKind::direct, {at("It will hold for years")});
  const std::vector<AnnotatedQuote> predicted = {part, gold().quotes[0], gold().quotes[0]};
  const Report report = judged(predicted);
  EXPECT_EQ(report.all.exact->precision, 1.0 / 3);
  EXPECT_EQ(report.all.match->precision, 1.0 / 3);
}

TEST(Evaluation, TheSourceIsJudgedByItsHead) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[0].speaker.clear();
  predicted[0].source = {at("Brandt")};
  EXPECT_EQ(shown(judged(predicted).by_kind[0]->source), "100/100/100");
  predicted[0].source = {at("Norwick")};
  EXPECT_EQ(shown(judged(predicted).by_kind[0]->source), "0/0/0");
  EXPECT_EQ(judged(predicted).all.attribution, 1.0) << "a word in common will do for that";
  EXPECT_EQ(judged(predicted).all.speaker, 0.0);
}

TEST(Evaluation, TheSpeakerIsJudgedByName) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[0].source.clear();
  predicted[0].speaker = "Brandt";
  EXPECT_EQ(judged(predicted).all.attribution, 1.0);
  EXPECT_EQ(judged(predicted).all.speaker, 1.0);
  predicted[0].speaker = "Karl Brandt";
  EXPECT_EQ(judged(predicted).all.attribution, 2.0 / 3);
  EXPECT_EQ(judged(predicted).all.speaker, 0.0);
  AnnotatedDocument unsure = gold();
  unsure.quotes[0].doubtful = true;
  EXPECT_FALSE(judged(unsure, predicted).all.speaker.has_value());
}

TEST(Evaluation, DirectOnlyLeavesIndirectQuotesOut) {
  const Report report = judged(gold().quotes, {.direct_only = true});
  EXPECT_EQ(report.all.gold, 2U);
  EXPECT_EQ(report.all.predicted, 2U);
  EXPECT_FALSE(report.by_kind[1].has_value());
}

TEST(Evaluation, PiecesAreQuotesOfTheirOwn) {
  std::vector<AnnotatedQuote> predicted = {gold().quotes[0], gold().quotes[0], gold().quotes[1],
                                           gold().quotes[2]};
  predicted[0].content = {predicted[0].content[0]};
  predicted[1].content = {predicted[1].content[1]};
  const Report report = judged(predicted, {.pieces = true});
  EXPECT_EQ(report.all.gold, 4U);
  EXPECT_EQ(shown(report.all.exact), "100/100/100");
  EXPECT_EQ(shown(judged(predicted).all.exact), "50/67/57");
}

TEST(Evaluation, NestedQuotesCanBeLeftOut) {
  AnnotatedDocument document = gold();
  document.quotes.push_back(quote(AnnotatedKind::direct, {at("hold for")}));
  document.quotes.back().nested = true;
  const std::vector<AnnotatedQuote> predicted = document.quotes;
  EXPECT_EQ(judged(document, predicted, {.no_nested = true}).all.predicted, 3U);
  EXPECT_EQ(shown(judged(document, gold().quotes, {.no_nested = true}).all.exact), "100/100/100");
  EXPECT_EQ(judged(document, gold().quotes).all.exact->recall, 3.0 / 4);
}

TEST(Evaluation, KindsAreJudgedOverMatches) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[1].kind = AnnotatedKind::indirect;
  const Report report = judged(predicted);
  EXPECT_EQ(report.all.kind, 2.0 / 3);
  EXPECT_EQ(shown(report.by_kind[1]->exact), "100/100/100") << "of any kind on the other side";
  EXPECT_EQ(report.by_kind[2]->predicted, 0U);
}

TEST(Evaluation, RolesAreCountedBySpansOnceEach) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[1].source = {at("Residents")};  // twice now: counts once
  EXPECT_EQ(shown(judged(predicted).roles->source), "100/67/80");
  predicted[1].source = {at(". ")};
  EXPECT_EQ(shown(judged(predicted).roles->source), "67/67/67");
}

TEST(Evaluation, ASpanOutsideTheTextIsRefusedAndNothingAdded) {
  Evaluation evaluation;
  const AnnotatedQuote outside = quote(AnnotatedKind::direct, {{0, 1'000'000}});
  EXPECT_EQ(evaluation.add(gold(), {outside}).error().code, ErrorCode::bad_annotation);
  EXPECT_EQ(evaluation.add(gold(), {quote(AnnotatedKind::direct, {{5, 5}})}).error().code,
            ErrorCode::bad_annotation);
  EXPECT_EQ(evaluation.report().all.gold, 0U);
}

TEST(Evaluation, MissesShowGoldAndPrediction) {
  std::vector<AnnotatedQuote> predicted = {gold().quotes[0], gold().quotes[1]};
  predicted[1].source = {at("Residents")};
  const Report report = judged(predicted, {.errors = 10});
  ASSERT_EQ(report.misses.size(), 2U);
  EXPECT_EQ(report.misses[0].content, "that \"cracks\" were growing");
  EXPECT_EQ(report.misses[0].iou, 1.0);
  EXPECT_EQ(report.misses[0].predicted_source, "Residents");
  EXPECT_FALSE(report.misses[1].predicted);
  EXPECT_EQ(judged(predicted, {.errors = 1}).misses.size(), 1U);
  EXPECT_EQ(judged(predicted).misses.size(), 0U);
}

TEST(Evaluation, ConfidenceIsHeldAgainstWhatCameOut) {
  std::vector<AnnotatedQuote> predicted = gold().quotes;
  predicted[0].confidence = 0.95;
  predicted[1].confidence = 0.85;
  predicted[1].source = {at("Residents")};  // wrong
  predicted[2].confidence = 1.0;
  predicted[2].source.clear();                                      // says nothing: not judged
  predicted.push_back(quote(AnnotatedKind::direct, {at("said")}));  // nowhere in the gold
  predicted[3].confidence = 0.55;
  predicted[3].speaker = "Karl Olsen";
  const Reliability reliability = *judged(predicted).reliability;
  EXPECT_EQ(reliability.count, 3U);
  ASSERT_EQ(reliability.bins.size(), 3U);
  EXPECT_EQ(reliability.bins[0].from, 0.5);
  EXPECT_EQ(reliability.bins[0].right, 0.0);
  EXPECT_EQ(reliability.bins[0].matched, 0U);
  EXPECT_EQ(reliability.bins[1].right_of_matched, 0.0);
  EXPECT_EQ(reliability.bins[2].right, 1.0);
  EXPECT_NEAR(reliability.calibration_error, (0.55 + 0.85 + 0.05) / 3, 1e-9);
  EXPECT_NEAR(reliability.calibration_error_of_matched, (0.85 + 0.05) / 2, 1e-9);
}

TEST(Evaluation, WithoutAnAnnotatedSourceAConfidenceIsNotJudged) {
  AnnotatedDocument document = gold();
  document.quotes[0].source.clear();
  document.quotes[0].speaker.clear();
  std::vector<AnnotatedQuote> predicted = {gold().quotes[0]};
  predicted[0].confidence = 0.9;
  EXPECT_FALSE(judged(document, predicted).reliability.has_value());
}

TEST(Report, TableHasALineForEachKind) {
  const std::string table = to_table(judged(gold().quotes));
  EXPECT_EQ(table.substr(0, table.find('\n')),
            "           gold   pred       exact P/R/F      match P/R/F    partial P/R/F     source "
            "P/R/F        cue P/R/F  attrib  attr|m  speakr  kind");
  EXPECT_NE(table.find("direct        1      1    1.00/1.00/1.00"), std::string::npos) << table;
  EXPECT_NE(table.find("roles     source 1.00/1.00/1.00  cue 1.00/1.00/1.00"), std::string::npos);
  EXPECT_EQ(table.find("unknown"), std::string::npos);
  EXPECT_EQ(table.find("confidence"), std::string::npos);
}

TEST(Report, JsonHasTheSameFigures) {
  const std::string json = to_json(judged(gold().quotes));
  EXPECT_TRUE(json.starts_with(R"({"all":{"gold":3,"pred":3,"exact":[1.0,1.0,1.0],)")) << json;
  EXPECT_NE(json.find(R"("roles":{"source":[1.0,1.0,1.0])"), std::string::npos);
  EXPECT_EQ(json.find("reliability"), std::string::npos);
}

// A quote with the wrong source, of whose confidence the report makes something.
Report one_wrong(EvaluationOptions options = {}) {
  std::vector<AnnotatedQuote> predicted = {gold().quotes[0], gold().quotes[1]};
  predicted[0].confidence = 0.95;
  predicted[1].confidence = 0.85;
  predicted[1].source = {at("Residents")};
  return judged(predicted, options);
}

TEST(Report, TableHoldsConfidencesAgainstWhatWasRight) {
  const std::string table = to_table(one_wrong());
  EXPECT_NE(table.find("\nconfidence     stated   right       n   right of matched       n\n"
                       "0.8 - 0.9         .850    .000       1               .000       1\n"
                       "0.9 - 1.0         .950    1.00       1               1.00       1\n"
                       "calibration error        .450       2               .450       2\n"),
            std::string::npos)
      << table;
}

TEST(Report, TableShowsWhatWasMissed) {
  const std::string table = to_table(one_wrong({.errors = 10}));
  EXPECT_NE(table.find("\nid         d\niou        1.00\nkind       mixed\n"
                       "GOLD       that \"cracks\" were growing\n  source   The engineer\n"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("PRED       that \"cracks\" were growing\n  source   Residents\n"),
            std::string::npos);
  EXPECT_TRUE(table.ends_with("PRED       -\n")) << table;
}

TEST(Report, JsonHasConfidencesAndMisses) {
  const std::string json = to_json(one_wrong({.errors = 10}));
  EXPECT_NE(json.find(R"("reliability":{"count":2,"calibration_error":0.45)"), std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("source":"The engineer","speaker":"","predicted":{"content":"that )"
                      R"(\"cracks\" were growing","source":"Residents","speaker":""}})"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("content":"the report is complete","source":"Residents","speaker":""}]})"),
            std::string::npos)
      << json;
}

// Pathological: one long text with 100,000 quotes on either side, a few letters apart.
TEST(Evaluation, ManyQuotesTakeLinearTime) {
  AnnotatedDocument document{"d", {}, {}, {}};
  std::vector<AnnotatedQuote> predicted;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    document.text += "Yes, we go on. ";
    document.quotes.push_back(quote(AnnotatedKind::direct, {{i * 15, i * 15 + 13}}));
    document.quotes.back().speaker = "Ann Lee";
    predicted.push_back(quote(AnnotatedKind::direct, {{i * 15 + 5, i * 15 + 20}}));
    predicted.back().speaker = "Lee";
  }
  predicted.back().content[0].end -= 5;
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(judged(document, predicted).all.gold, 100'000U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace quotary
