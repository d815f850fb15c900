// Weights of small numbers and classes stand where the values say; a map of the file is the oracle.
#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "attribution/proposals.h"
#include "attribution/read_text.h"
#include "model/number_templates.h"

namespace quotary {
namespace {

using PlainWeights = std::map<std::pair<std::string, std::vector<Value>>, std::int32_t>;

PlainWeights read_plainly(std::string_view text) {
  PlainWeights weights;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::vector<std::string_view> fields;
    for (std::size_t tab = 0; tab != std::string_view::npos; line.remove_prefix(tab + 1)) {
      tab = line.find('\t');
      fields.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
    }
    if (fields.size() < 2 || fields[0].starts_with("# ")) continue;
    float weight = 0;
    std::from_chars(fields.back().data(), fields.back().data() + fields.back().size(), weight);
    std::vector<Value> values;
    for (std::size_t i = 1; i + 1 < fields.size(); ++i) {
      Value value = word_id(fields[i].substr(fields[i].starts_with('\\') ? 1 : 0));
      if (fields[i].starts_with('#') && fields[i].size() > 1) {
        std::from_chars(fields[i].data() + 1, fields[i].data() + fields[i].size(), value);
      }
      values.push_back(value);
    }
    weights[{std::string(fields[0]), values}] =
        static_cast<std::int32_t>(std::lround(weight * WeightTable::kUnit));
  }
  return weights;
}

// Asks both of every feature, and whether its numbers are within their bounds.
class AskBoth {
 public:
  AskBoth(const WeightTable& table, const PlainWeights& plain) : table_(table), plain_(plain) {}

  template <typename... Values>
  void operator()(Template kind, Values... values) {
    if (kind.place.kind == NumberPlace::Kind::none) return;
    const std::vector<Value> all = {static_cast<Value>(values)...};
    const std::size_t classes = kind.place.kind == NumberPlace::Kind::classes ? 1 : 0;
    for (std::size_t i = classes; i < all.size(); ++i) {
      EXPECT_LT(all[i], kind.place.counts[i - classes]) << kind.name;
    }
    const auto known = plain_.find({std::string(kind.name), all});
    const std::int32_t weight = known == plain_.end() ? 0 : known->second;
    EXPECT_EQ(table_(kind, values...), weight) << kind.name;
    found_ += weight != 0 ? 1U : 0U;
  }
  [[nodiscard]] std::size_t found() const { return found_; }

 private:
  const WeightTable& table_;
  const PlainWeights& plain_;
  std::size_t found_ = 0;
};

// A model whose scores are those of the program, and which asks both of every feature.
class AskingModel {
 public:
  using Score = float;
  AskingModel(const WeightTable& table, AskBoth& ask) : sums_(table), ask_(ask) {}
  template <typename Emit>
  float operator()(Emit&& emit) const {
    emit(ask_);
    return sums_(emit);
  }
  [[nodiscard]] std::vector<float>& starts() const { return sums_.starts(); }
  [[nodiscard]] std::vector<float>& ends() const { return sums_.ends(); }

 private:
  SumModel sums_;
  AskBoth& ask_;
};

TEST(WeightsOfFeatures, StandWhereTheValuesSay) {
  const ReadText text(
      "\"The ferry will not sail,\" harbour master Tove Lindqvist told reporters on Friday. She "
      "had "
      "warned the council in a letter that the pier, built in 1911, was sinking, and the mayor, "
      "who "
      "asked not to be disturbed, added: \"Nobody swims here. Go home.\" According to Pell, nobody "
      "answered; his claim of \"plain neglect\" is denied by the mayor, he said, and by others. "
      "Residents (among them a baker) say they were told late last week that it \"might work\".");
  const Reading& r = text.reading;
  const WeightTable& table = text.knowledge->weights;
  const PlainWeights plain = read_plainly(text.knowledge->pack.data().model("attribution.tsv"));
  ASSERT_EQ(plain.size(), table.size());
  AskBoth ask(table, plain);
  const AskingModel model(table, ask);
  std::vector<EdgeOption<float>> edges;
  std::vector<EdgeOption<float>> others;
  std::vector<SpanOption<float>> sources;

  for (std::uint32_t at = 0; at < r.tokens.size(); ++at) {
    if (!may_be_cue(r, at)) continue;
    gate_features(r, at, ask);
    const CueContext context = look_around(r, at);
    cue_features(r, context, ask);
    cue_begins(r, context, model, edges);
    cue_ends(r, context, model, edges);
    source_options(r, context, {at, at + 1}, model, sources);
    for (const auto& source : sources) {
      const Frame frame = frame_of(r, context, {at, at + 1}, source.tokens);
      right_starts(r, frame, model, edges);
      for (const auto& start : edges) {
        if (!start.none) right_ends(r, frame, start.token, model, others);
      }
      left_ends(r, frame, model, edges);
      for (const auto& end : edges) {
        if (!end.none) left_starts(r, frame, end.token, model, others);
      }
    }
  }

  const SumModel sums(table);
  ProposalScratch scratch;
  std::vector<Proposal> proposals;
  propose(r, sums, text.knowledge->gate, scratch, proposals);
  ASSERT_GT(proposals.size(), 5U);
  const std::vector<Rivalry> stands = rivalries(proposals);
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const Proposal& p = proposals[i];
    const Frame frame = frame_of(r, p.context, p.cue, p.source);
    const Sides sides = find_sides(r, frame, sums, scratch);
    for (const Taken taken : {Taken::left, Taken::right, Taken::both}) {
      taken_features(r, frame, sides, taken, ask);
    }
    accept_features(r, p, stands[i], ask);
  }
  EXPECT_GT(ask.found(), 10'000U);
}

}  // namespace
}  // namespace quotary
