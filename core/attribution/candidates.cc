#include "attribution/candidates.h"

#include <algorithm>
#include <cmath>

namespace quotary {

namespace {

constexpr std::size_t kOtherSources = 3;
constexpr std::size_t kOtherCues = 4;

constexpr std::string_view kLessLikelySource = "another source fits this cue better";
constexpr std::string_view kUnlikely = "not likely enough to hold";
constexpr std::string_view kLikelierRival = "a likelier attribution took these words";
constexpr std::string_view kInsideOther = "its words lie outside the attribution that holds here";

class CandidateLister {
 public:
  CandidateLister(const Reading& r, const Knowledge& knowledge, const Settled& settled,
                  Analysis& analysis)
      : r_(r),
        rules_(knowledge.pack.data().rules),
        model_(knowledge.weights),
        settled_(settled),
        analysis_(analysis) {}

  void list_all() {
    for (std::uint32_t quote = 0; quote < analysis_.quotes.size(); ++quote) {
      const std::uint32_t winner = winner_of(quote);
      if (winner != kNone) {
        add(quote, settled_.proposals[winner], {});
        add_other_sources(quote, settled_.proposals[winner]);
      }
      add_other_cues(quote, winner);
    }
  }

 private:
  // The proposal behind a quote: no two that hold share the head of their cue.
  [[nodiscard]] std::uint32_t winner_of(std::uint32_t quote) const {
    const std::uint32_t cue = analysis_.attributions[quote].cue;
    if (cue == kNone) return kNone;
    const auto found =
        std::find_if(settled_.held.begin(), settled_.held.end(), [&](std::uint32_t held) {
          return settled_.proposals[held].context.head == analysis_.cues[cue].head;
        });
    return found == settled_.held.end() ? kNone : *found;
  }

  [[nodiscard]] Span span_of(Range tokens) const {
    return tokens.empty() ? Span{} : r_.document->span_of(tokens);
  }

  void add(std::uint32_t quote, const Proposal& p, std::string_view lost) {
    const std::string_view rule =
        p.rule == kNone ? std::string_view("model") : std::string_view(rules_[p.rule].id);
    analysis_.candidates.push_back(
        {quote, span_of(p.cue), span_of(p.source), rule, p.accept, lost});
  }

  void add_other_sources(std::uint32_t quote, const Proposal& winner) {
    std::vector<SpanOption<float>> options;
    source_options(r_, winner.context, winner.cue, model_, options);
    std::sort(options.begin(), options.end(),
              [](const auto& a, const auto& b) { return a.score > b.score; });
    double sum = 0;
    for (const auto& option : options) sum += std::exp(double{option.score} - options[0].score);
    std::size_t added = 0;
    for (const auto& option : options) {
      const Range tokens = option.none ? Range{} : option.tokens;
      if (tokens == winner.source) continue;
      if (added++ == kOtherSources) break;
      Proposal other = winner;
      other.source = tokens;
      other.accept = static_cast<float>(std::exp(double{option.score} - options[0].score) / sum);
      add(quote, other, kLessLikelySource);
    }
  }

  void add_other_cues(std::uint32_t quote, std::uint32_t winner) {
    std::vector<std::uint32_t> others;
    for (std::uint32_t i = 0; i < settled_.proposals.size(); ++i) {
      if (i != winner && settled_.proposals[i].loses_to != kNone && shares_words(quote, i)) {
        others.push_back(i);
      }
    }
    const std::size_t kept = std::min(others.size(), kOtherCues);
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept),
                      others.end(), [&](std::uint32_t a, std::uint32_t b) {
                        return settled_.proposals[a].accept > settled_.proposals[b].accept;
                      });
    others.resize(kept);
    for (const std::uint32_t i : others) {
      const std::uint32_t victor = settled_.proposals[i].loses_to;
      add(quote, settled_.proposals[i],
          victor == i        ? kUnlikely
          : victor == winner ? kLikelierRival
                             : kInsideOther);
    }
  }

  [[nodiscard]] bool shares_words(std::uint32_t quote, std::uint32_t proposal) const {
    const Range parts = analysis_.quotes[quote].parts;
    for (std::uint32_t i = parts.first; i < parts.last; ++i) {
      for (const Range side :
           {settled_.proposals[proposal].left, settled_.proposals[proposal].right}) {
        const Span words = span_of(side);
        if (words.begin < analysis_.parts[i].end && analysis_.parts[i].begin < words.end) {
          return true;
        }
      }
    }
    return false;
  }

  const Reading& r_;
  const std::vector<TokenRule>& rules_;
  const SumModel model_;
  const Settled& settled_;
  Analysis& analysis_;
};

}  // namespace

void list_candidates(const Reading& reading, const Knowledge& knowledge, const Settled& settled,
                     Analysis& analysis) {
  CandidateLister(reading, knowledge, settled, analysis).list_all();
}

}  // namespace quotary
