// Evaluation: how well predicted quotations agree with annotated ones.
//
// What is compared
//   content      The set of words (maximal runs of letters and digits) that its spans touch, so
//   that
//                marks, white space and punctuation never matter. A content without a word is
//                dropped.
//   matching     One to one within a document, greedily by IoU over letters and digits, best first.
//                A pair with IoU >= 0.5 is a match.
//   exact        Word sets equal. P = exact / predictions, R = exact / gold.
//   match        The same for matches.
//   partial      Soft scores (Johansson & Moschitti 2010): P = mean over predictions of the share
//   of
//                their words that lie in some gold content, R = the converse.
//   source       Over matches: right when the predicted source covers the head word of the gold
//   one. cue          Over matches: right when the cues share a word. attribution  Among gold
//   quotes with a source or speaker: the share that is matched and whose
//                predicted source shares a word with the gold source, or whose speaker agrees.
//   speaker      Among gold quotes with a speaker not marked doubtful: matched, and the names agree
//                (case, titles and suffixes aside: the same words, or the same surname with first
//                names that do not contradict, against the gold name or any of its aliases).
//   kind         Share of matches whose kinds agree.
//   roles        Spans of each role by themselves, not linked to a quote (Wang et al. 2022).
//   reliability  Where predictions carry a confidence: is what is stated at 0.9 right nine times in
//   ten?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "quotary/annotations.h"
#include "quotary/result.h"

namespace quotary {

struct EvaluationOptions {
  bool direct_only = false;  // ignore indirect quotes, in gold and prediction
  bool pieces = false;       // every content span is a quote of its own
  bool no_nested = false;    // ignore nested gold quotes, and predictions that match one best
  std::size_t errors = 0;    // keep the first so many gold quotes that were not found right
};

struct Prf {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

// The figures over all quotes or those of one kind. Empty: nothing to measure it on.
struct Scores {
  std::uint64_t gold = 0;
  std::uint64_t predicted = 0;
  std::optional<Prf> exact;
  std::optional<Prf> match;
  std::optional<Prf> partial;
  std::optional<Prf> source;
  std::optional<Prf> cue;
  std::optional<double> attribution;
  std::optional<double> attribution_of_matched;
  std::optional<double> speaker;
  std::optional<double> kind;
  std::uint64_t with_attribution = 0;  // gold quotes that attribution is measured on
  std::uint64_t with_speaker = 0;
};

struct RoleScores {
  Prf source;
  Prf cue;
  Prf content;
};

// Predictions whose confidence lies in [from, to); the last bin holds 1.0 too.
struct ReliabilityBin {
  double from = 0;
  double to = 0;
  std::uint64_t count = 0;
  double stated = 0;  // mean confidence
  double right = 0;   // share that is matched and attributed right
  std::uint64_t matched = 0;
  double right_of_matched = 0;
};

// Over predictions that name a source or speaker with a confidence, but for those whose gold quote
// has neither: there is nothing to hold them against. Each bin's `right` counts a quote that is
// not in the gold, or with the wrong extent, as wrong.
struct Reliability {
  std::uint64_t count = 0;
  std::vector<ReliabilityBin> bins;  // 0-.5, .5-.6, ... .9-1; those with a prediction in them
  double calibration_error = 0;      // expected: mean of |stated - right|, weighted by count
  double calibration_error_of_matched = 0;
};

// A gold quote that was not found exactly with the right source or speaker.
struct Miss {
  std::string id;
  double iou = 0;  // 0: nothing overlaps it
  AnnotatedKind kind = AnnotatedKind::unknown;
  std::string content, source, speaker;
  bool predicted = false;
  std::string predicted_content, predicted_source, predicted_speaker;
};

struct Report {
  Scores all;
  std::array<std::optional<Scores>, 4> by_kind;  // by AnnotatedKind; empty: no such quotes
  std::optional<RoleScores> roles;
  std::optional<Reliability> reliability;
  std::vector<Miss> misses;
};

// Adds up documents. Time is linear in the text and in the words that gold and predicted contents
// share, counted once for each overlapping pair.
class Evaluation {
 public:
  explicit Evaluation(EvaluationOptions options = {});
  ~Evaluation();
  Evaluation(Evaluation&&) noexcept;
  Evaluation& operator=(Evaluation&&) noexcept;

  // Errors: bad_annotation when a span lies outside the gold text. Then nothing was added.
  [[nodiscard]] Result<Done> add(const AnnotatedDocument& gold,
                                 const std::vector<AnnotatedQuote>& predicted);
  [[nodiscard]] Report report() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

// A table for people, one line for each kind.
[[nodiscard]] std::string to_table(const Report& report);
// {"all": {"gold", "pred", "exact": [P, R, F1] or null, ...}, "direct": {...}, ..., "reliability"}.
[[nodiscard]] std::string to_json(const Report& report);

}  // namespace quotary
