#include "pattern/side_program.h"

#include <algorithm>

namespace quotary::pattern {

// Writes steps from the end of a side to its beginning: each knows what comes after it.
class SideProgram::Writer {
 public:
  Writer(std::span<const Node> nodes, const SymbolSets& sets, SideProgram& program)
      : nodes_(nodes), sets_(sets), program_(program) {}

  // The first step of `node`, which goes on with step `next`.
  std::uint32_t write(std::uint32_t node, std::uint32_t next) {
    if (program_.forks_ > kMaxForks) return next;  // refused anyway
    const Node& here = nodes_[node];
    if (is_single(nodes_, node)) {
      return add({.kind = StepKind::symbol, .next = next, .number = set(sets_.of(nodes_, node))});
    }
    switch (here.kind) {
      case NodeKind::alternation:
        return write_branches(here.child, next);
      case NodeKind::repeat:
        return write_repeat(here, next);
      case NodeKind::role: {
        const std::uint32_t end = add({.kind = StepKind::end, .role = here.role, .next = next});
        const std::uint32_t inside = write(here.child, end);
        return add({.kind = StepKind::begin, .role = here.role, .next = inside});
      }
      default:
        return write_sequence(here.child, next);
    }
  }

 private:
  std::uint32_t write_sequence(std::uint32_t child, std::uint32_t next) {
    return child == kNone ? next : write(child, write_sequence(nodes_[child].next, next));
  }

  std::uint32_t write_branches(std::uint32_t child, std::uint32_t next) {
    const std::uint32_t branch = write(child, next);
    const std::uint32_t others = nodes_[child].next;
    return others == kNone ? branch : fork(branch, write_branches(others, next));
  }

  std::uint32_t write_repeat(const Node& repeat, std::uint32_t next) {
    std::uint32_t at = next;
    if (repeat.max == kUnbounded) {
      at = fork(0, next);
      const std::uint32_t round = write(repeat.child, at);
      program_.steps_[at].first = round;
    } else {
      for (std::uint32_t i = repeat.min; i < repeat.max; ++i) {
        at = fork(write(repeat.child, at), next);
      }
    }
    for (std::uint32_t i = 0; i < repeat.min; ++i) at = write(repeat.child, at);
    return at;
  }

  std::uint32_t fork(std::uint32_t first, std::uint32_t next) {
    return add({.kind = StepKind::fork, .next = next, .first = first, .number = program_.forks_++});
  }

  std::uint32_t add(const Step& step) {
    program_.steps_.push_back(step);
    return static_cast<std::uint32_t>(program_.steps_.size() - 1);
  }

  std::uint32_t set(const SymbolSet& symbols) {
    std::vector<SymbolSet>& sets = program_.sets_;
    const auto known = std::find(sets.begin(), sets.end(), symbols);
    const auto number = static_cast<std::uint32_t>(known - sets.begin());
    if (known == sets.end()) sets.push_back(symbols);
    return number;
  }

  std::span<const Node> nodes_;
  const SymbolSets& sets_;
  SideProgram& program_;
};

class SideProgram::Run {
 public:
  Run(const SideProgram& program, Outlook& outlook) : program_(program), outlook_(outlook) {
    std::fill_n(tried_.begin(), program.forks_, 0);
  }

  // Whether what stands from `distance` on holds from step `at` on. A role is filled once in a way
  // to hold, so it is noted on the way back.
  bool holds(std::uint32_t at, std::uint32_t distance) {
    while (true) {
      const Step& step = program_.steps_[at];
      switch (step.kind) {
        case StepKind::symbol:
          if (!fits(step, distance)) return false;
          ++distance;
          break;
        case StepKind::fork: {
          std::uint32_t& tried = tried_[step.number];
          if ((tried >> distance & 1U) != 0) return false;
          tried |= std::uint32_t{1} << distance;
          if (holds(step.first, distance)) return true;
          break;
        }
        case StepKind::begin:
          if (!holds(step.next, distance)) return false;
          range(step.role).first = clipped(distance);
          return true;
        case StepKind::end:
          if (!holds(step.next, distance)) return false;
          range(step.role).last = clipped(distance);
          return true;
        case StepKind::done:
          match_.length = clipped(distance);
          return true;
      }
      at = step.next;
    }
  }

  [[nodiscard]] const SideMatch& match() const { return match_; }

 private:
  bool fits(const Step& symbol, std::uint32_t distance) {
    if (distance < outlook_.size()) return program_.sets_[symbol.number].test(outlook_[distance]);
    outlook_.look_beyond();
    return false;
  }

  Range& range(Role role) { return match_.roles[static_cast<std::size_t>(role)]; }
  [[nodiscard]] std::uint32_t clipped(std::uint32_t distance) const {
    return std::min(distance, outlook_.symbols());
  }

  const SideProgram& program_;
  Outlook& outlook_;
  SideMatch match_;
  std::array<std::uint32_t, kMaxForks> tried_;  // by fork, a bit for each distance
};

std::optional<SideProgram> SideProgram::of(std::span<const Node> nodes, std::uint32_t root,
                                           const SymbolSets& sets) {
  SideProgram program;
  program.steps_.emplace_back();
  if (root != kNone) program.entry_ = Writer(nodes, sets, program).write(root, 0);
  if (program.forks_ > kMaxForks) return std::nullopt;
  return program;
}

std::optional<SideMatch> SideProgram::match(Outlook& outlook) const {
  Run run(*this, outlook);
  if (!run.holds(entry_, 0)) return std::nullopt;
  return run.match();
}

}  // namespace quotary::pattern
