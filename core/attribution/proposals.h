// Proposals: for each token that may be a cue, the best cue, source and content around it; then
// which of them hold.
//
// Every decision is a choice of a linear model (core/model) among candidates that can be listed;
// the trainer in training/ lists the same candidates through the same functions.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "attribution/content_options.h"
#include "attribution/cue_extent.h"
#include "attribution/cue_features.h"
#include "attribution/cue_gate.h"
#include "attribution/source_options.h"
#include "mentions/reading.h"
#include "model/weights.h"

namespace quotary {

// Turns features into a sum of weights.
class SumModel {
 public:
  using Score = float;
  explicit SumModel(const WeightTable& weights) : weights_(&weights) {}

  // Flat: only where the list of features is inlined do its sums stay in registers.
  template <typename Emit>
  [[gnu::flatten]] float operator()(Emit&& emit) const {
    Scorer scorer(*weights_);
    emit(scorer);
    return scorer.sum();
  }
  [[nodiscard]] const WeightTable& weights() const { return *weights_; }
  [[nodiscard]] std::vector<float>& starts() const { return starts_; }
  [[nodiscard]] std::vector<float>& ends() const { return ends_; }

 private:
  const WeightTable* weights_;
  mutable std::vector<float> starts_;  // scratch of source_options()
  mutable std::vector<float> ends_;
};

// An attribution around one head. Scores are natural logarithms of probabilities, but for `cue`.
struct Proposal {
  CueContext context;
  Range cue;
  Range source;         // empty: none
  Range left;           // the part of the content before the cue; empty: none
  Range right;          // the part after it; empty: none
  Range medium;         // told by a rule; empty: it is looked for in the sentence
  Value shape = 0;      // see shape_around()
  float cue_score = 0;  // log odds that the head is a cue
  float source_score = 0;
  float content_score = 0;
  float accept = 0;                // probability that the proposal holds
  std::uint32_t rule = kNone;      // the rule of the pack that holds at its quote or cue
  bool by_rule = false;            // found by that rule, not by the model
  std::uint32_t loses_to = kNone;  // the proposal that took its place; itself: not likely enough
};

// Half a unit a bucket, from -6 to 6.
[[nodiscard]] constexpr Value score_bucket(float score) {
  const float bounded = score < -6 ? -6.0F : score > 6 ? 6.0F : score;
  return static_cast<Value>((bounded + 6) * 2);
}

// A part of a content with the logarithm of its probability.
struct Part {
  Range tokens;
  float score = -1e9F;
};

// What one side of a cue has to offer: nothing, or its best part.
struct Side {
  float none = 0;  // logarithm of the probability that there is no part
  Part part;
};
struct Sides {
  Side left;
  Side right;
};

// Which of the sides a content takes.
enum class Taken : std::uint8_t { left, right, both };

// What speaks for a content that takes `taken` of the sides.
template <typename Sink>
void taken_features(const Reading& r, const Frame& frame, const Sides& sides, Taken taken,
                    Sink& f) {
  const auto quoted = [&](Range part) -> Value {
    if (part.empty()) return 0;
    const bool opens = r.stretch[part.first] != kNone;
    const bool closes = r.stretch[part.last - 1] != kNone;
    return 1U + (opens ? 1U : 0U) + (closes ? 2U : 0U);
  };
  const Range right_part = sides.right.part.tokens;
  const Value left = quoted(sides.left.part.tokens);
  const Value right =
      quoted(right_part) +
      (!right_part.empty() && right_part.first >= frame.context.sentence.last ? 8U : 0U);
  const Value left_odds = score_bucket(sides.left.part.score - sides.left.none);
  const Value right_odds = score_bucket(sides.right.part.score - sides.right.none);
  f("taken", taken, left, right);
  f("taken.left", taken, left_odds, left);
  f("taken.right", taken, right_odds, right);
  f("taken.odds", taken, left_odds / 2, right_odds / 2);
  f("taken.shape", taken, frame.shape, left * 16 + right);
  if (!right_part.empty() && opens_quote(r, right_part.first)) {
    const Introduced speech = detail::introduced_speech(r, right_part.first, right_part.last);
    f("taken.speech", taken, left, speech.mark * 2U + speech.capital);
  }
  for (const ClassValue name : r.classes(frame.context.head))
    f("taken.class", taken, name, left * 16 + right);
}

// Scratch buffers of propose().
struct ProposalScratch {
  std::vector<SpanOption<float>> sources;
  std::vector<EdgeOption<float>> edges;
  std::vector<EdgeOption<float>> inner;
};

// Whether the token may head a cue at all.
[[nodiscard]] bool may_be_cue(const Reading& reading, std::uint32_t at);

// Heads whose log odds are below this are not looked at further: beside a quotation, and elsewhere.
inline constexpr float kLeastQuoteCueScore = -2.0F;
inline constexpr float kLeastCueScore = -0.6F;

// The best part on each side of the cue.
[[nodiscard]] Sides find_sides(const Reading& reading, const Frame& frame, const SumModel& model,
                               ProposalScratch& scratch);
// Works out source and content for a head with that context.
[[nodiscard]] Proposal propose_at(const Reading& reading, const CueContext& context,
                                  const SumModel& model, ProposalScratch& scratch);
// Proposals for a whole document, in order of their heads.
void propose(const Reading& reading, const SumModel& model, const CueGate& gate,
             ProposalScratch& scratch, std::vector<Proposal>& proposals);

// How likely a proposal is before its rivals are known.
[[nodiscard]] constexpr float strength(const Proposal& p) {
  return p.cue_score + p.source_score + p.content_score;
}

// How a proposal stands among the others of its document.
struct Rivalry {
  float around = -99;  // best strength of a proposal whose content holds this head and source
  float outer = -99;   // ... this head alone
  float nested = -99;  // best strength of a proposal whose head and source this content holds
  float inner = -99;   // ... the head alone
  float same = -99;    // best strength of a proposal for an overlapping content
};
[[nodiscard]] std::vector<Rivalry> rivalries(const std::vector<Proposal>& proposals);

// Whether a part has a finite verb, as far as it is looked at.
[[nodiscard]] bool has_finite_verb(const Reading& reading, Range part);

// How much of a content stands between quotation marks: 0 none, 1 some, 2 nearly all of it.
[[nodiscard]] Value quoted_share(const Reading& reading, const Proposal& proposal);

// What speaks for a proposal as a whole.
template <typename Sink>
void accept_features(const Reading& r, const Proposal& p, const Rivalry& rivalry, Sink& f) {
  const Value quoted = quoted_share(r, p);
  const Value sides = static_cast<Value>((p.left.empty() ? 0 : 1) + (p.right.empty() ? 0 : 2));
  const Value cue = score_bucket(p.cue_score);
  const Value tag = static_cast<Value>(r.tag(p.context.head));
  const float own = strength(p);
  const auto against = [&](float rival) { return rival < -6 ? 99U : score_bucket(rival - own); };
  const auto alone = [&](float rival) { return rival < -6 ? 99U : score_bucket(rival) / 2; };
  f("accept");
  f("accept.cue", cue);
  f("accept.cue,quoted", cue / 2, quoted);
  f("accept.content", score_bucket(p.content_score + 3));
  f("accept.content,quoted", score_bucket(p.content_score + 3) / 2, quoted, sides);
  f("accept.source", score_bucket(p.source_score + 3), p.source.empty());
  f("accept.around", against(rivalry.around));
  f("accept.around,cue", alone(rivalry.around), cue / 2);
  f("accept.nested", against(rivalry.nested), quoted);
  f("accept.outer", against(rivalry.outer));
  f("accept.outer,cue", alone(rivalry.outer), cue / 2);
  f("accept.inner", against(rivalry.inner), quoted);
  f("accept.same", against(rivalry.same));
  f("accept.quoted,sides", quoted, sides, p.context.inside_quote);
  f("accept.tag,sides", tag, sides, p.source.empty());
  f("accept.shape", p.shape, sides, quoted);
  f("accept.clause", has_finite_verb(r, p.left), p.shape, quoted);
  f("accept.word", r.word(p.context.head));
  f("accept.length", bucket(p.right.size()), bucket(p.left.size()), quoted);
  if (!p.source.empty()) {
    f("accept.source-word", r.word(p.source.last - 1));
    f("accept.source-length", bucket(p.source.size()), quoted);
    f("accept.source-side", p.source.first > p.context.head, sides, quoted);
    const std::uint32_t behind = p.source.first > p.context.head ? p.source.first - p.cue.last : 0;
    f("accept.source-behind", bucket(behind), tag, sides);
  }
  for (const ClassValue name : r.classes(p.context.head)) f("accept.class", name, sides, quoted);
  if (!p.right.empty()) {
    const Tag second = r.tag(p.right.first + 1);
    for (const ClassValue name : r.classes(p.right.first))
      f("accept.right-class", name, second, quoted);
  }
}

// Whether a content says that something is so, or should be: words with a verb, or quoted ones.
[[nodiscard]] bool is_statement(const Reading& reading, const Proposal& proposal);

// Below which probability a proposal does not hold.
struct Thresholds {
  float accept = 0.38F;
  float accept_quoted = 0.35F;  // for contents that stand between quotation marks
  // In narrative prose, for contents outside quotation marks: what a character thinks is told there
  // on every line, and is no statement.
  float accept_narrative = 0.9F;
  bool statements = false;  // no others hold: what somebody quoted likes, pays or supports does not
};

// Sets `accept` of each proposal and settles their conflicts: the likelier wins, and what would
// overlap it, or stand inside it, names it as the one it lost to. Returns the indices of those that
// hold, in order of their heads.
std::vector<std::uint32_t> settle(const Reading& reading, const SumModel& model,
                                  const Thresholds& thresholds, std::vector<Proposal>& proposals);

}  // namespace quotary
