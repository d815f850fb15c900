#include "pattern/side_program.h"

#include <algorithm>

namespace quotary::pattern {

// Writes steps from the end of a side to its beginning: each knows what comes after it.
class SidePrograms::Writer {
 public:
  Writer(std::span<const Node> nodes, const SymbolSets& sets, SidePrograms& programs)
      : nodes_(nodes), sets_(sets), programs_(programs), begin_(programs.steps_.size()) {
    add({});  // done
  }

  // The first step of `node`, which goes on with step `next`.
  std::uint32_t write(std::uint32_t node, std::uint32_t next) {
    if (!fits()) return next;  // refused anyway
    const Node& here = nodes_[node];
    if (is_single(nodes_, node)) {
      return add({.kind = StepKind::symbol,
                  .number = narrow(set(sets_.of(nodes_, node))),
                  .next = narrow(next)});
    }
    switch (here.kind) {
      case NodeKind::alternation:
        return write_branches(here.child, next);
      case NodeKind::repeat:
        return write_repeat(here, next);
      case NodeKind::role: {
        const std::uint32_t end =
            add({.kind = StepKind::end, .role = here.role, .next = narrow(next)});
        const std::uint32_t inside = write(here.child, end);
        return add({.kind = StepKind::begin, .role = here.role, .next = narrow(inside)});
      }
      default:
        return write_sequence(here.child, next);
    }
  }

  [[nodiscard]] bool fits() const {
    return forks_ <= kMaxForks && size() < kMaxSteps && programs_.sets_.size() < kMaxSteps;
  }
  [[nodiscard]] Side side(std::uint32_t entry) const {
    return {static_cast<std::uint32_t>(begin_), narrow(entry), narrow(forks_)};
  }

 private:
  // Exact as long as it fits().
  static std::uint16_t narrow(std::uint32_t number) { return static_cast<std::uint16_t>(number); }

  [[nodiscard]] std::size_t size() const { return programs_.steps_.size() - begin_; }

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
      programs_.steps_[begin_ + at].first = narrow(round);
    } else {
      for (std::uint32_t i = repeat.min; i < repeat.max; ++i) {
        at = fork(write(repeat.child, at), next);
      }
    }
    for (std::uint32_t i = 0; i < repeat.min; ++i) at = write(repeat.child, at);
    return at;
  }

  std::uint32_t fork(std::uint32_t first, std::uint32_t next) {
    return add({.kind = StepKind::fork,
                .number = narrow(forks_++),
                .next = narrow(next),
                .first = narrow(first)});
  }

  std::uint32_t add(const Step& step) {
    programs_.steps_.push_back(step);
    return static_cast<std::uint32_t>(size() - 1);
  }

  std::uint32_t set(const SymbolSet& symbols) {
    std::vector<SymbolSet>& sets = programs_.sets_;
    const auto known = std::find(sets.begin(), sets.end(), symbols);
    const auto number = static_cast<std::uint32_t>(known - sets.begin());
    if (known == sets.end()) sets.push_back(symbols);
    return number;
  }

  std::span<const Node> nodes_;
  const SymbolSets& sets_;
  SidePrograms& programs_;
  std::size_t begin_;
  std::uint32_t forks_ = 0;
};

class SidePrograms::Run {
 public:
  Run(const SidePrograms& programs, Side side, Outlook& outlook)
      : steps_(programs.steps_.data() + side.begin),
        sets_(programs.sets_.data()),
        outlook_(outlook) {
    std::fill_n(tried_.begin(), side.forks, 0);
  }

  // Whether what stands from `distance` on holds from step `at` on. A role is filled once in a way
  // to hold, so it is noted on the way back.
  bool holds(std::uint32_t at, std::uint32_t distance) {
    while (true) {
      const Step& step = steps_[at];
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
    if (distance < outlook_.size()) return sets_[symbol.number].test(outlook_[distance]);
    outlook_.look_beyond();
    return false;
  }

  Range& range(Role role) { return match_.roles[static_cast<std::size_t>(role)]; }
  [[nodiscard]] std::uint32_t clipped(std::uint32_t distance) const {
    return std::min(distance, outlook_.symbols());
  }

  const Step* steps_;
  const SymbolSet* sets_;
  Outlook& outlook_;
  SideMatch match_;
  std::array<std::uint32_t, kMaxForks> tried_;  // by fork, a bit for each distance
};

std::optional<SidePrograms::Side> SidePrograms::add(std::span<const Node> nodes, std::uint32_t root,
                                                    const SymbolSets& sets) {
  if (root == kNone) return Side{};
  Writer writer(nodes, sets, *this);
  const std::uint32_t entry = writer.write(root, 0);
  if (!writer.fits()) return std::nullopt;
  return writer.side(entry);
}

std::optional<SideMatch> SidePrograms::match(Side side, Outlook& outlook) const {
  Run run(*this, side, outlook);
  if (!run.holds(side.entry, 0)) return std::nullopt;
  return run.match();
}

}  // namespace quotary::pattern
