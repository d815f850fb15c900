#include "evaluation/tally.h"

#include <optional>

namespace quotary {
namespace {

double ratio(double part, std::uint64_t whole) {
  return whole == 0 ? 0 : part / static_cast<double>(whole);
}

Prf prf_of(double precision, double recall) {
  const double sum = precision + recall;
  return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

template <typename T>
std::optional<Prf> compare(const Tally& tally, T SideTally::*right, std::uint64_t SideTally::*all) {
  if (tally.gold.*all == 0) return std::nullopt;
  return prf_of(ratio(static_cast<double>(tally.predicted.*right), tally.predicted.*all),
                ratio(static_cast<double>(tally.gold.*right), tally.gold.*all));
}

std::optional<double> share_of(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Scores Tally::scores() const {
  Scores out;
  out.gold = gold.quotes;
  out.predicted = predicted.quotes;
  out.exact = compare(*this, &SideTally::exact, &SideTally::quotes);
  out.match = compare(*this, &SideTally::matched, &SideTally::quotes);
  out.partial = compare(*this, &SideTally::covered, &SideTally::quotes);
  out.source = compare(*this, &SideTally::right_source, &SideTally::with_source);
  out.cue = compare(*this, &SideTally::right_cue, &SideTally::with_cue);
  out.attribution = share_of(right_attribution, with_attribution);
  out.attribution_of_matched = share_of(right_attribution, matched_with_attribution);
  out.speaker = share_of(right_speaker, with_speaker);
  out.kind = share_of(right_kind, gold.matched);
  out.with_attribution = with_attribution;
  out.with_speaker = with_speaker;
  return out;
}

Prf RoleTally::prf() const {
  const auto right = static_cast<double>(both);
  return prf_of(ratio(right, predicted), ratio(right, gold));
}

}  // namespace quotary
