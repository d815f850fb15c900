#include "attribution/proposals.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace quotary {

namespace {

constexpr std::size_t kStartBeam = 2;
constexpr float kBeamWidth = 1.5F;  // starts less likely than the best by more are not followed

// Turns the scores of options into logarithms of probabilities.
template <typename Option>
void normalise(std::vector<Option>& options) {
  float best = -1e9F;
  for (const Option& option : options) best = std::max(best, option.score);
  float sum = 0;
  for (const Option& option : options) sum += std::exp(option.score - best);
  const float shift = best + std::log(sum);
  for (Option& option : options) option.score -= shift;
}

template <typename Option>
const Option& best_of(const std::vector<Option>& options) {
  return *std::max_element(options.begin(), options.end(),
                           [](const Option& a, const Option& b) { return a.score < b.score; });
}

Side best_right(const Reading& r, const Frame& frame, const SumModel& model,
                ProposalScratch& scratch) {
  auto& starts = scratch.edges;
  right_starts(r, frame, model, starts);
  normalise(starts);
  Side side{starts.front().score, {}};
  std::sort(starts.begin() + 1, starts.end(),
            [](const auto& a, const auto& b) { return a.score > b.score; });
  const std::size_t beam = std::min(starts.size(), kStartBeam + 1);
  for (std::size_t i = 1; i < beam; ++i) {
    if (starts[i].score <= side.part.score || starts[i].score < starts[1].score - kBeamWidth) break;
    right_ends(r, frame, starts[i].token, model, scratch.inner);
    if (scratch.inner.empty()) continue;
    normalise(scratch.inner);
    const auto& end = best_of(scratch.inner);
    const float score = starts[i].score + end.score;
    if (score > side.part.score) side.part = {{starts[i].token, end.token + 1}, score};
  }
  return side;
}

Side best_left(const Reading& r, const Frame& frame, const SumModel& model,
               ProposalScratch& scratch) {
  auto& ends = scratch.edges;
  left_ends(r, frame, model, ends);
  normalise(ends);
  Side side{ends.front().score, {}};
  for (const auto& end : ends) {
    if (end.none || end.score <= side.part.score || end.score < side.none - 4) continue;
    left_starts(r, frame, end.token, model, scratch.inner);
    if (scratch.inner.empty()) continue;
    normalise(scratch.inner);
    const auto& start = best_of(scratch.inner);
    const float score = end.score + start.score;
    if (score > side.part.score) side.part = {{start.token, end.token + 1}, score};
  }
  return side;
}

bool holds(const Proposal& p, std::uint32_t token) {
  return p.left.contains(token) || p.right.contains(token);
}

// Whether the source of `inner` stands in the content of `outer`: "said | she hoped ...".
bool holds_source(const Proposal& outer, const Proposal& inner) {
  return !inner.source.empty() && holds(outer, inner.source.first);
}

bool contents_overlap(const Proposal& a, const Proposal& b) {
  return a.left.overlaps(b.left) || a.left.overlaps(b.right) || a.right.overlaps(b.left) ||
         a.right.overlaps(b.right);
}

// "(D-Ohio" goes on to the bracket that closes it.
Range with_closing_bracket(const Reading& r, Range range) {
  constexpr std::uint32_t kLongest = 40;  // tokens between brackets
  if (range.empty() || r.word(range.last) != ascii_id(")")) return range;
  const std::uint32_t first = range.last - std::min(range.size(), kLongest);
  for (std::uint32_t at = range.last; at > first; --at) {
    if (r.word(at - 1) == ascii_id(")")) return range;
    if (r.word(at - 1) == ascii_id("(")) return {range.first, range.last + 1};
  }
  return range;
}

std::uint32_t begin_of(const Proposal& p) {
  return p.left.empty() ? std::min(p.cue.first, p.right.first) : p.left.first;
}
std::uint32_t end_of(const Proposal& p) {
  return p.right.empty() ? std::max(p.cue.last, p.left.last) : std::max(p.right.last, p.cue.last);
}

// From the first word of each proposal to its last. Proposals come in order of their heads and
// reach no further than a few sentences, but for speeches of many paragraphs, which are bounded by
// a window so that hostile input stays linear.
class Extents {
 public:
  explicit Extents(const std::vector<Proposal>& proposals) {
    extents_.reserve(proposals.size());
    for (const Proposal& p : proposals) extents_.push_back({begin_of(p), end_of(p)});
  }

  // Calls `visit(j)` for those whose extents overlap that of `i`.
  template <typename Visit>
  void for_neighbours(std::size_t i, Visit&& visit) const {
    constexpr std::size_t kWindow = 24;
    const std::size_t last = std::min(extents_.size(), i + 1 + kWindow);
    for (std::size_t j = i - std::min(i, kWindow); j < last; ++j) {
      if (j != i && extents_[i].overlaps(extents_[j])) visit(j);
    }
  }

 private:
  std::vector<Range> extents_;
};

bool conflict(const Proposal& a, const Proposal& b) {
  return contents_overlap(a, b) || holds(a, b.context.head) || holds(b, a.context.head);
}

std::vector<Rivalry> rivalries(const std::vector<Proposal>& proposals, const Extents& extents) {
  std::vector<Rivalry> result(proposals.size());
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const Proposal& p = proposals[i];
    Rivalry& rivalry = result[i];
    extents.for_neighbours(i, [&](std::size_t j) {
      const Proposal& other = proposals[j];
      const bool outer = holds(other, p.context.head);
      const bool inner = holds(p, other.context.head);
      const auto raise = [&](float& best) { best = std::max(best, strength(other)); };
      if (outer) raise(holds_source(other, p) ? rivalry.around : rivalry.outer);
      if (inner) raise(holds_source(p, other) ? rivalry.nested : rivalry.inner);
      if (!outer && !inner && contents_overlap(p, other)) {
        raise(rivalry.same);
      }
    });
  }
  return result;
}

}  // namespace

bool may_be_cue(const Reading& r, std::uint32_t at) {
  const Tag tag = r.tag(at);
  if (!may_head_cue(tag) || r.excluded[at] != 0) return false;
  if (tag == Tag::punct) return r.word(at) == ascii_id(":");
  return is_verb(tag) || !r.classes(at).empty();
}

Sides find_sides(const Reading& r, const Frame& frame, const SumModel& model,
                 ProposalScratch& scratch) {
  Sides sides;
  // A colon before a quotation leaves no choice of what is said.
  if (const std::uint32_t speech = speech_behind_colon(r, frame); speech != kNone) {
    right_ends(r, frame, speech, model, scratch.inner);
    if (!scratch.inner.empty()) {
      normalise(scratch.inner);
      const auto& end = best_of(scratch.inner);
      sides.right.part = {{speech, end.token + 1}, end.score};
      return sides;
    }
  }
  sides.left = best_left(r, frame, model, scratch);
  sides.right = best_right(r, frame, model, scratch);
  return sides;
}

namespace {

// `"It works," the bespectacled, 71-year-old doctor said`: what stands between a quotation that
// pauses and its attribution belongs to the attribution, unless it is a clause.
void close_at_pause(const Reading& r, Proposal& p) {
  const bool before = !p.source.empty() && p.source.last <= p.cue.first;
  if (!before || p.left.empty() || p.left.last > p.source.first) return;
  const std::uint32_t pause = end_of_paused_quote(r, {p.left.first, p.source.first});
  if (pause == kNone || pause >= p.left.last) return;
  if (last_finite_verb(r, {pause, p.source.first}) != kNone) return;
  p.source.first = pause;
  p.left.last = pause - 2;
}

// "I was told that ...", "It is late, and it is feared by many that ...": what stands before a
// clause is no part of it.
void leave_clause(const Reading& r, Proposal& p) {
  if (p.left.empty() || p.right.empty()) return;
  const bool alone = p.left.size() == 1 && r.tag(p.left.first) == Tag::pron;
  const std::uint32_t behind = std::min(std::max(p.cue.last, p.source.last), p.right.first);
  const bool clause = r.tag(p.right.first) == Tag::that && r.stretch[p.left.first] == kNone &&
                      is_tail(r, {behind, p.right.first});
  if (alone || clause) p.left = {};
}

// "It will close, | it was announced on Monday": what is announced is not "it". "Cole denies it,
// but a memo shows she | was told in March": nor is it what stands before another clause.
void step_over_subject(const Reading& r, Proposal& p) {
  if (!p.source.empty() || p.left.empty() || !p.right.empty() || p.left.last > p.cue.first) return;
  const bool subject = p.left.last == p.cue.first && r.tag(p.left.last - 1) == Tag::pron;
  if ((subject && p.left.size() > 1) || last_finite_verb(r, {p.left.last, p.cue.first}) != kNone) {
    p.left = {};
  }
  if (!subject || p.left.empty()) return;
  const Range before = {p.context.sentence.first, p.left.first};
  if (before.size() < 2 || r.word(before.last - 1) != ascii_id(",")) return;
  if (last_finite_verb(r, before) == kNone) return;
  p.left = {first_word(r, before.first, before.last), before.last - 1};
}

}  // namespace

Proposal propose_at(const Reading& r, const CueContext& context, const SumModel& model,
                    ProposalScratch& scratch) {
  Proposal p;
  p.context = context;
  cue_begins(r, context, model, scratch.edges);
  p.cue.first = best_of(scratch.edges).token;
  cue_ends(r, context, model, scratch.edges);
  p.cue.last = best_of(scratch.edges).token + 1;

  source_options(r, context, p.cue, model, scratch.sources);
  normalise(scratch.sources);
  const auto& source = best_of(scratch.sources);
  p.source = source.none ? Range{} : with_closing_bracket(r, source.tokens);
  p.source_score = source.score;

  const Frame frame = frame_of(r, context, p.cue, p.source);
  p.shape = frame.shape;
  const Sides sides = find_sides(r, frame, model, scratch);
  std::array<float, 3> scores{};
  // With a part on one side alone there is nothing to choose, whatever speaks for it.
  const bool both_sides = !sides.left.part.tokens.empty() && !sides.right.part.tokens.empty();
  for (const Taken taken : {Taken::left, Taken::right, Taken::both}) {
    const bool no_left = taken != Taken::right && sides.left.part.tokens.empty();
    const bool no_right = taken != Taken::left && sides.right.part.tokens.empty();
    scores[static_cast<std::size_t>(taken)] =
        no_left || no_right ? -1e9F
        : both_sides        ? model([&](auto& f) { taken_features(r, frame, sides, taken, f); })
                            : 0;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (*best <= -1e9F) return p;
  const auto taken = static_cast<Taken>(best - scores.begin());
  float sum = 0;
  for (const float score : scores) sum += std::exp(score - *best);
  p.content_score = -std::log(sum);
  if (taken != Taken::right) {
    p.left = with_closing_bracket(r, sides.left.part.tokens);
    p.content_score += sides.left.part.score;
  }
  if (taken != Taken::left) {
    p.right = with_closing_bracket(r, sides.right.part.tokens);
    p.content_score += sides.right.part.score;
  }
  close_at_pause(r, p);
  leave_clause(r, p);
  step_over_subject(r, p);
  return p;
}

void propose(const Reading& r, const SumModel& model, const CueGate& gate, ProposalScratch& scratch,
             std::vector<Proposal>& proposals) {
  proposals.clear();
  for (std::uint32_t at = 0; at < r.tokens.size(); ++at) {
    if (!may_be_cue(r, at) || !gate.lets_in(r, at, model.weights())) continue;
    const CueContext context = look_around(r, at);
    const float score = model([&](auto& f) { cue_features(r, context, f); });
    const bool by_quote = context.quote_before + context.quote_after != 0;
    if (score < (by_quote ? kLeastQuoteCueScore : kLeastCueScore)) continue;
    Proposal p = propose_at(r, context, model, scratch);
    p.cue_score = score;
    if (p.left.empty() && p.right.empty()) continue;
    proposals.push_back(p);
  }
}

std::vector<Rivalry> rivalries(const std::vector<Proposal>& proposals) {
  return rivalries(proposals, Extents(proposals));
}

namespace {

// Enough of a part to judge it by; a speech can be as long as its document.
constexpr std::uint32_t kSample = 80;

}  // namespace

Value quoted_share(const Reading& r, const Proposal& p) {
  std::uint32_t inside = 0;
  std::uint32_t all = 0;
  for (const Range part : {p.left, p.right}) {
    const std::uint32_t last = std::min(part.last, part.first + kSample);
    for (std::uint32_t at = part.first; at < last; ++at) {
      if (is_mark(r.tag(at))) continue;
      ++all;
      inside += r.stretch[at] != kNone ? 1 : 0;
    }
  }
  return inside == 0 ? 0 : inside * 10 >= all * 9 ? 2 : 1;
}

bool has_finite_verb(const Reading& r, Range part) {
  const std::uint32_t last = std::min(part.last, part.first + kSample);
  return std::any_of(r.tags.begin() + part.first, r.tags.begin() + last, is_finite_verb);
}

bool is_statement(const Reading& r, const Proposal& p) {
  for (const Range part : {p.left, p.right}) {
    const std::uint32_t last = std::min(part.last, part.first + kSample);
    for (std::uint32_t at = part.first; at < last; ++at) {
      const bool infinitive = r.tag(at) == Tag::to && r.tag(at + 1) == Tag::verb;
      if (is_finite_verb(r.tag(at)) || infinitive) return true;
    }
  }
  return quoted_share(r, p) == 2;
}

namespace {

// `"X," Cole said. "Y," Lund added.`: what stands before a cue of its own is no second part
// of the speech before it. Nor is what is said in the next clause: `X, Cole said, while Lund
// insists on Y`, `X, Cole said, adding that Y.`
void give_way(const Reading& r, Proposal& before, const Proposal& after) {
  if (after.loses_to != kNone || before.left.empty() || before.right.empty()) return;
  const std::uint32_t first = before.right.first;
  const std::uint32_t source = after.source.first;
  const bool opens = !after.source.empty() && (source == first || source == first + 1) &&
                     before.right.contains(after.context.head);
  const bool adds = after.cue.first >= before.cue.last && after.cue.first <= first &&
                    after.right.overlaps(before.right);
  if (opens || adds) {
    before.right = {};
    return;
  }
  const Range own = after.left;
  const bool own_speech =
      !own.empty() && opens_quote(r, own.first) && after.context.head >= own.last;
  const bool second = first >= before.context.sentence.last;
  if (!own_speech || !second || !before.right.overlaps(own)) return;
  const std::uint32_t last = last_word(r, own.first, first);
  before.right = last == kNone ? Range{} : Range{first, last + 1};
}

// "They believe that it is late, according to a survey": what one cue reports holds the whole of
// another's sentence, and that one's content runs into it.
bool is_reported_by(const Proposal& inner, const Proposal& outer) {
  return outer.loses_to == kNone && outer.right.empty() &&
         outer.left.contains(inner.context.head) && inner.right.contains(outer.context.head) &&
         holds_source(outer, inner);
}

// What news writing settles by itself, before any two compete.
void part_neighbours(const Reading& r, const Extents& extents, std::vector<Proposal>& proposals) {
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    extents.for_neighbours(i, [&](std::size_t j) {
      if (j < i) return;
      give_way(r, proposals[i], proposals[j]);
      if (is_reported_by(proposals[i], proposals[j])) {
        proposals[i].loses_to = static_cast<std::uint32_t>(j);
      }
    });
  }
}

}  // namespace

std::vector<std::uint32_t> settle(const Reading& r, const SumModel& model,
                                  const Thresholds& thresholds, std::vector<Proposal>& proposals) {
  const Extents extents(proposals);
  const std::vector<Rivalry> stands = rivalries(proposals, extents);
  const float unquoted = r.narrative ? thresholds.accept_narrative : thresholds.accept;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    const float odds = model([&](auto& f) { accept_features(r, proposals[i], stands[i], f); });
    proposals[i].accept = 1 / (1 + std::exp(-odds));
    // What somebody quoted tells of others is told as the story around it is.
    const bool quoted =
        quoted_share(r, proposals[i]) == 2 && r.stretch[proposals[i].context.head] == kNone;
    const float threshold = quoted ? thresholds.accept_quoted : unquoted;
    const bool holds = proposals[i].accept >= threshold &&
                       (!thresholds.statements || is_statement(r, proposals[i]));
    proposals[i].loses_to = holds ? kNone : static_cast<std::uint32_t>(i);
  }
  part_neighbours(r, extents, proposals);
  std::vector<std::uint32_t> order(proposals.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return proposals[a].accept > proposals[b].accept;
  });
  std::vector<std::uint32_t> held;
  for (const std::uint32_t i : order) {
    if (proposals[i].loses_to != kNone) continue;
    held.push_back(i);
    extents.for_neighbours(i, [&](std::size_t j) {
      // A rival that held already would have made this one lose.
      Proposal& other = proposals[j];
      if (other.loses_to == kNone && conflict(proposals[i], other)) other.loses_to = i;
    });
  }
  std::sort(held.begin(), held.end());
  return held;
}

}  // namespace quotary
