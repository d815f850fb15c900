#include "extraction/rearrange.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace quotary {
namespace {

// A quote that will be: all or some parts of one that is.
struct Pick {
  std::uint32_t quote = 0;
  Range parts;
};

// The stretch that a part begins with; kNone if it begins with none.
std::uint32_t stretch_of(Span part, const std::vector<QuotedStretch>& stretches) {
  const auto at = std::partition_point(
      stretches.begin(), stretches.end(),
      [&](const QuotedStretch& each) { return each.outer.begin < part.begin; });
  const bool begins = at != stretches.end() && at->outer.begin == part.begin;
  return begins ? static_cast<std::uint32_t>(at - stretches.begin()) : kNone;
}

void rearrange(std::vector<Pick> picks, Analysis& analysis) {
  std::stable_sort(picks.begin(), picks.end(), [&](const Pick& a, const Pick& b) {
    return analysis.parts[a.parts.first].begin < analysis.parts[b.parts.first].begin;
  });
  std::vector<std::uint32_t> first(analysis.quotes.size(), kNone);   // pick of each quote
  std::vector<std::uint32_t> latest(analysis.quotes.size(), kNone);  // so far
  std::vector<Quote> quotes;
  std::vector<Attribution> attributions;
  for (std::uint32_t i = 0; i < picks.size(); ++i) {
    const std::uint32_t from = picks[i].quote;
    latest[from] = i;
    if (first[from] == kNone) first[from] = i;
    Quote& quote = quotes.emplace_back(analysis.quotes[from]);
    if (quote.parts.first != picks[i].parts.first) {
      quote.stretch = stretch_of(analysis.parts[picks[i].parts.first], analysis.stretches);
    }
    quote.parts = picks[i].parts;
    if (quote.parent != kNone) quote.parent = latest[quote.parent];
    attributions.push_back(analysis.attributions[from]);
    attributions.back().quote = i;
  }
  analysis.quotes = std::move(quotes);
  analysis.attributions = std::move(attributions);
  for (Candidate& each : analysis.candidates) each.quote = first[each.quote];
  for (Antecedent& each : analysis.antecedents) each.quote = first[each.quote];
  for (Citation& each : analysis.provenance.citations) {
    if (each.quote != kNone) each.quote = first[each.quote];
  }
}

}  // namespace

void put_in_order(Analysis& analysis) {
  std::vector<Pick> picks;
  for (std::uint32_t i = 0; i < analysis.quotes.size(); ++i) {
    picks.push_back({i, analysis.quotes[i].parts});
  }
  rearrange(std::move(picks), analysis);
}

void divide_into_parts(Analysis& analysis) {
  std::vector<Pick> picks;
  for (std::uint32_t i = 0; i < analysis.quotes.size(); ++i) {
    const Range parts = analysis.quotes[i].parts;
    for (std::uint32_t part = parts.first; part < parts.last; ++part) {
      picks.push_back({i, {part, part + 1}});
    }
  }
  rearrange(std::move(picks), analysis);
}

}  // namespace quotary
