// The best reading of the marks of one paragraph: which open, which close, which are neither.
//
// A reading is a way through the marks that keeps a stack of what is open. Every step has a price
// (MarkCosts); a beam search keeps the few cheapest readings that differ in what is open now, so
// the time is linear in the number of marks however deep they are nested.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotary/span.h"
#include "quotes/mark_finding.h"
#include "quotes/mark_rules.h"

namespace quotary {

enum class MarkAct : std::uint8_t {
  neither,
  open,
  reopen,      // closes what is open of its kind, whose closing mark is missing, and opens
  close,       // closes the innermost
  close_over,  // closes an outer one; what is open inside of it has no closing mark
  unopened,    // closes something that was never opened
};

// What to do with a mark; `levels` is how many of the innermost stretches end at it.
struct MarkStep {
  MarkAct act = MarkAct::neither;
  std::uint8_t levels = 0;
};

struct ReadingTask {
  std::span<const Mark> marks;  // of one paragraph
  std::span<const Mark> next;   // the marks that lead the next paragraph: they may continue
  MarkForm carried = kNoForm;   // an outer stretch that is still open from a paragraph before
  bool closed_later = false;    // a later paragraph closes what stays open here
  MarkStyle style;
};

class MarkReader {
 public:
  // Replaces the contents of `steps` by one for each mark. False if it took `carried` for closed
  // at the border of the paragraphs, true if it was read on.
  bool read(const MarkRules& rules, const ReadingTask& task, std::vector<MarkStep>& steps);

 private:
  // An open stretch; stacks share their lower parts.
  struct Open {
    std::uint32_t below = kNone;
    std::uint32_t depth = 1;
    std::uint32_t doubles = 0;  // open double stretches, itself included
    std::uint32_t singles = 0;
    MarkForm form = kNoForm;
  };
  struct Trace {
    std::uint32_t before = kNone;
    MarkStep step;
  };
  struct Hypothesis {
    float cost = 0;
    std::uint32_t top = kNone;    // into opens_
    std::uint32_t trace = kNone;  // into traces_
    bool carried = false;
  };

  bool read_simple(const MarkRules& rules, const ReadingTask& task, std::vector<MarkStep>& steps);
  void extend(const Hypothesis& from, const Mark& mark);
  void extend_opening(const Hypothesis& from, const Mark& mark);
  void extend_closing(const Hypothesis& from, const Mark& mark);
  void propose(const Hypothesis& from, float price, std::uint32_t top, MarkStep step);
  [[nodiscard]] bool same_stack(std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] std::uint32_t push(std::uint32_t below, MarkForm form);
  [[nodiscard]] float price_of_end(const Hypothesis& hypothesis) const;

  struct Proposal {
    float cost;
    std::uint32_t from;  // trace
    std::uint32_t top;
    MarkStep step;
    bool carried;
  };

  const MarkRules* rules_ = nullptr;
  const ReadingTask* task_ = nullptr;
  std::vector<Open> opens_;
  std::vector<Trace> traces_;
  std::vector<Hypothesis> beam_;
  std::vector<Proposal> proposals_;
};

}  // namespace quotary
