#include "pattern/split.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace quotary::pattern {
namespace {

// A variant while it grows: what stands left and right of the anchor, outwards.
struct Draft {
  std::vector<std::uint32_t> left = {};
  std::vector<std::uint32_t> right = {};
  std::uint32_t anchor = kNone;
  std::uint32_t roles = 0;
};

class Splitter {
 public:
  explicit Splitter(const Pattern& pattern) : pattern_(pattern), role_(role_of(pattern.anchor)) {
    split_.nodes = pattern.nodes;
  }

  Result<Split> run() {
    if (!holds(nodes(), pattern_.root, role_)) {
      fail(pattern_.root, "the pattern never names {" + name() + "}, its anchor");
      return *error_;
    }
    for (const Draft& draft : drafts_of(pattern_.root, false)) {
      split_.variants.push_back({.left = joined(draft.left),
                                 .right = joined(draft.right),
                                 .anchor = draft.anchor,
                                 .roles = draft.roles});
    }
    if (error_) return *error_;
    return std::move(split_);
  }

 private:
  [[nodiscard]] std::span<const Node> nodes() const { return split_.nodes; }
  [[nodiscard]] std::string name() const {
    return std::string(kRoleNames[static_cast<std::size_t>(role_)]);
  }
  std::vector<Draft> fail(std::uint32_t at, std::string message) {
    Place place = pattern_.place;
    place.column = std::max(place.column, 1U) + nodes()[at].text.begin;
    if (!error_) error_ = Error{ErrorCode::bad_rule, std::move(message), std::move(place)};
    return {};
  }

  // A copy of the tree at `at`; mirrored, it reads the sequences backwards.
  std::uint32_t copy(std::uint32_t at, bool mirrored) {
    Node made = nodes()[at];
    std::vector<std::uint32_t> children;
    for (std::uint32_t child = made.child; child != kNone; child = nodes()[child].next) {
      children.push_back(copy(child, mirrored));
    }
    if (mirrored && made.kind == NodeKind::sequence) std::reverse(children.begin(), children.end());
    return add(made, children);
  }
  std::uint32_t add(Node made, const std::vector<std::uint32_t>& children) {
    for (std::size_t i = 0; i + 1 < children.size(); ++i) {
      split_.nodes[children[i]].next = children[i + 1];
    }
    made.child = children.empty() ? kNone : children.front();
    made.next = kNone;
    split_.nodes.push_back(made);
    return static_cast<std::uint32_t>(split_.nodes.size() - 1);
  }
  std::uint32_t joined(const std::vector<std::uint32_t>& parts) {
    if (parts.empty()) return kNone;
    if (parts.size() == 1) return parts.front();
    Node sequence{.kind = NodeKind::sequence};
    sequence.text = nodes()[parts.front()].text;
    return add(sequence, parts);
  }

  // `inside`: `at` stands inside the anchor's role.
  std::vector<Draft> drafts_of(std::uint32_t at, bool inside) {
    if (error_) return {};
    if (inside && is_optional(nodes(), at)) {
      return fail(at, "the anchor {" + name() + "} can be empty");
    }
    if (!inside && !holds(nodes(), at, role_)) {
      return fail(at, "this branch never names {" + name() + "}, the anchor of the rule");
    }
    if (is_single(nodes(), at)) return {{.anchor = copy(at, false)}};
    const Node here = nodes()[at];
    switch (here.kind) {
      case NodeKind::sequence:
        return around(here, inside);
      case NodeKind::alternation:
        return branches(here, inside);
      case NodeKind::repeat:
        if (here.min == 0) return fail(at, "the anchor {" + name() + "} must not be optional");
        return repeated(here, inside);
      default:
        return within_role(here, inside);
    }
  }

  std::vector<Draft> around(const Node& sequence, bool inside) {
    std::vector<std::uint32_t> before;
    std::uint32_t pivot = sequence.child;
    while (inside ? is_optional(nodes(), pivot) : !holds(nodes(), pivot, role_)) {
      before.push_back(pivot);
      pivot = nodes()[pivot].next;
    }
    std::reverse(before.begin(), before.end());
    std::vector<Draft> drafts = drafts_of(pivot, inside);
    for (Draft& draft : drafts) {
      for (const std::uint32_t part : before) draft.left.push_back(copy(part, true));
      for (std::uint32_t part = nodes()[pivot].next; part != kNone; part = nodes()[part].next) {
        draft.right.push_back(copy(part, false));
      }
    }
    return drafts;
  }

  std::vector<Draft> branches(const Node& alternation, bool inside) {
    std::vector<Draft> drafts;
    for (std::uint32_t each = alternation.child; each != kNone; each = nodes()[each].next) {
      for (Draft& draft : drafts_of(each, inside)) drafts.push_back(std::move(draft));
      if (drafts.size() > kMaxVariants) {
        return fail(each, "more than " + std::to_string(kMaxVariants) +
                              " alternatives around the anchor; use several rules");
      }
    }
    return drafts;
  }

  // The anchor is the first round; the others follow it.
  std::vector<Draft> repeated(const Node& repeat, bool inside) {
    std::vector<Draft> drafts = drafts_of(repeat.child, inside);
    if (repeat.max == 1) return drafts;
    for (Draft& draft : drafts) {
      Node rest = repeat;
      --rest.min;
      if (rest.max != kUnbounded) --rest.max;
      draft.right.push_back(add(rest, {copy(repeat.child, false)}));
    }
    return drafts;
  }

  std::vector<Draft> within_role(const Node& role, bool inside) {
    std::vector<Draft> drafts = drafts_of(role.child, inside || role.role == role_);
    for (Draft& draft : drafts) {
      draft.roles |= 1U << static_cast<std::uint32_t>(role.role);
      if (!draft.left.empty()) draft.left = {add(role, {joined(draft.left)})};
      if (!draft.right.empty()) draft.right = {add(role, {joined(draft.right)})};
    }
    return drafts;
  }

  const Pattern& pattern_;
  Role role_;
  Split split_;
  std::optional<Error> error_;
};

}  // namespace

Result<Split> split(const Pattern& pattern) { return Splitter(pattern).run(); }

}  // namespace quotary::pattern
