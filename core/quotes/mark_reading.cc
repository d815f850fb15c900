#include "quotes/mark_reading.h"

#include <algorithm>

namespace quotary {
namespace {

// Readings kept after each mark, and how much dearer than the best they may be. Technical: more
// of either changes next to nothing and costs time.
constexpr std::size_t kBeam = 6;
constexpr float kBehind = 9;
// How many levels a closing mark may look down; beyond, it is taken for a slip.
constexpr int kReach = 6;

}  // namespace

bool MarkReader::read(const MarkRules& rules, const ReadingTask& task,
                      std::vector<MarkStep>& steps) {
  rules_ = &rules;
  task_ = &task;
  steps.clear();
  if (read_simple(rules, task, steps)) return false;

  steps.assign(task.marks.size(), {});
  opens_.clear();
  traces_.clear();
  beam_.assign(1, {});
  if (task.carried != kNoForm) {
    beam_.push_back({rules.costs().carried, push(kNone, task.carried), kNone, true});
  }
  for (const Mark& mark : task.marks) {
    proposals_.clear();
    for (const Hypothesis& hypothesis : beam_) extend(hypothesis, mark);
    std::sort(proposals_.begin(), proposals_.end(),
              [](const Proposal& a, const Proposal& b) { return a.cost < b.cost; });
    beam_.clear();
    for (const Proposal& proposal : proposals_) {
      if (beam_.size() == kBeam || proposal.cost > proposals_.front().cost + kBehind) break;
      const bool opens = proposal.step.act == MarkAct::open || proposal.step.act == MarkAct::reopen;
      const std::uint32_t top = opens ? push(proposal.top, mark.form) : proposal.top;
      const bool known = std::any_of(beam_.begin(), beam_.end(), [&](const Hypothesis& kept) {
        return same_stack(kept.top, top);
      });
      if (known) {
        if (opens) opens_.pop_back();
        continue;
      }
      const auto trace = static_cast<std::uint32_t>(traces_.size());
      traces_.push_back({proposal.from, proposal.step});
      beam_.push_back({proposal.cost, top, trace, proposal.carried});
    }
  }
  const auto best =
      std::min_element(beam_.begin(), beam_.end(), [&](const Hypothesis& a, const Hypothesis& b) {
        return a.cost + price_of_end(a) < b.cost + price_of_end(b);
      });
  std::uint32_t trace = best->trace;
  for (std::size_t i = task.marks.size(); i-- > 0; trace = traces_[trace].before) {
    steps[i] = traces_[trace].step;
  }
  return best->carried;
}

// Most paragraphs hold nothing but double marks that open and close in turn.
bool MarkReader::read_simple(const MarkRules& rules, const ReadingTask& task,
                             std::vector<MarkStep>& steps) {
  if (task.carried != kNoForm) return false;
  MarkForm open = kNoForm;
  for (const Mark& mark : task.marks) {
    if (mark.single) return false;
    if (open == kNoForm) {
      if (mark.open > 0 || mark.close < rules.costs().after_pause) return false;
      steps.push_back({MarkAct::open, 0});
      open = mark.form;
    } else {
      if (mark.close > 0 || rules.pairing(open, mark.form) > 0) return false;
      steps.push_back({MarkAct::close, 1});
      open = kNoForm;
    }
  }
  return open == kNoForm || (!task.next.empty() && task.next.front().form == open);
}

void MarkReader::extend(const Hypothesis& from, const Mark& mark) {
  propose(from, mark.neither, from.top, {MarkAct::neither, 0});
  extend_opening(from, mark);
  extend_closing(from, mark);
}

void MarkReader::extend_opening(const Hypothesis& from, const Mark& mark) {
  const MarkCosts& costs = rules_->costs();
  float price = mark.open;
  if (from.top == kNone) {
    if (mark.single && !task_->style.single_speech) price += costs.single_outside;
    propose(from, price, from.top, {MarkAct::open, 0});
    return;
  }
  const Open& top = opens_[from.top];
  const bool in_kind = (mark.single ? top.singles : top.doubles) > 0;
  if (!in_kind) {
    propose(from, price, from.top, {MarkAct::open, 0});
    return;
  }
  const bool directed = rules_->directed(mark.form) && rules_->directed(top.form);
  propose(from, price + costs.nested_in_kind * (directed ? 1.0F : 2.5F), from.top,
          {MarkAct::open, 0});
  // The missing closing mark is supposed before this one; only the innermost stretches are asked.
  std::uint32_t at = from.top;
  for (int level = 1; level <= 2 && at != kNone; ++level, at = opens_[at].below) {
    price += mark.after_stop ? costs.reopened : costs.unclosed;
    if (rules_->single(opens_[at].form) != mark.single) continue;
    propose(from, price, opens_[at].below, {MarkAct::reopen, static_cast<std::uint8_t>(level)});
    return;
  }
}

void MarkReader::extend_closing(const Hypothesis& from, const Mark& mark) {
  const MarkCosts& costs = rules_->costs();
  float price = mark.close - rules_->closing(mark.form);
  std::uint32_t at = from.top;
  for (int level = 1; level <= kReach && at != kNone; ++level, at = opens_[at].below) {
    const Open& open = opens_[at];
    if (rules_->single(open.form) == mark.single) {
      propose(
          from, price + rules_->pairing(open.form, mark.form), open.below,
          {level == 1 ? MarkAct::close : MarkAct::close_over, static_cast<std::uint8_t>(level)});
      return;
    }
    price += costs.unclosed;
  }
  if (from.top == kNone && !mark.single && mark.ends_phrase) {
    propose(from, mark.close + costs.unopened, kNone, {MarkAct::unopened, 0});
  }
}

void MarkReader::propose(const Hypothesis& from, float price, std::uint32_t top, MarkStep step) {
  proposals_.push_back({from.cost + price, from.trace, top, step, from.carried});
}

// Readings whose open stretches look the same from above have the same future.
bool MarkReader::same_stack(std::uint32_t a, std::uint32_t b) const {
  for (int level = 0; level < 3; ++level) {
    if (a == b) return true;
    if (a == kNone || b == kNone) return false;
    if (opens_[a].form != opens_[b].form || opens_[a].depth != opens_[b].depth) return false;
    a = opens_[a].below;
    b = opens_[b].below;
  }
  return true;
}

std::uint32_t MarkReader::push(std::uint32_t below, MarkForm form) {
  Open open;
  open.form = form;
  open.below = below;
  if (below != kNone) {
    open.depth = opens_[below].depth + 1;
    open.doubles = opens_[below].doubles;
    open.singles = opens_[below].singles;
  }
  ++(rules_->single(form) ? open.singles : open.doubles);
  opens_.push_back(open);
  return static_cast<std::uint32_t>(opens_.size() - 1);
}

float MarkReader::price_of_end(const Hypothesis& hypothesis) const {
  if (hypothesis.top == kNone) return 0;
  const MarkCosts& costs = rules_->costs();
  const std::uint32_t depth = opens_[hypothesis.top].depth;
  float price = costs.unclosed * static_cast<float>(depth);
  if (depth > kReach) return price;
  // Levels from the outermost one that the next paragraph opens again.
  std::uint32_t at = hypothesis.top;
  for (std::uint32_t level = depth; level > 1; --level) {
    if (task_->next.size() >= level && task_->next[level - 1].form == opens_[at].form) {
      price -= costs.unclosed - costs.continued;
    }
    at = opens_[at].below;
  }
  const bool again = !task_->next.empty() && task_->next.front().form == opens_[at].form;
  if (again) return price - (costs.unclosed - costs.continued);
  const bool carried = task_->closed_later && !rules_->single(opens_[at].form);
  return carried ? price - (costs.unclosed - costs.carried) : price;
}

}  // namespace quotary
