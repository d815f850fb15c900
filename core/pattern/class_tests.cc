#include "pattern/class_tests.h"

#include <utility>

namespace quotary::pattern {

void ClassTests::add(const Pattern& pattern, std::span<const std::uint32_t> bits) {
  add_below(pattern, pattern.root, bits);
}

// The largest expressions over classes in the tree at `at`.
void ClassTests::add_below(const Pattern& pattern, std::uint32_t at,
                           std::span<const std::uint32_t> bits) {
  if (!is_single(pattern.nodes, at)) {
    for (std::uint32_t child = pattern.nodes[at].child; child != kNone;
         child = pattern.nodes[child].next) {
      add_below(pattern, child, bits);
    }
    return;
  }
  const std::size_t size_before = nodes_.size();
  std::string key;
  const std::uint32_t root = copy(pattern, at, bits, key);
  if (known_.count(key) != 0) return nodes_.resize(size_before);
  if (roots_.size() == kMaxTests) {
    full_ = true;
    return nodes_.resize(size_before);
  }
  known_.insert(std::move(key));
  roots_.push_back(root);
}

std::uint32_t ClassTests::copy(const Pattern& pattern, std::uint32_t at,
                               std::span<const std::uint32_t> bits, std::string& key) {
  const Node& from = pattern.nodes[at];
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({.kind = from.kind});
  key += static_cast<char>('a' + static_cast<int>(from.kind));
  if (from.kind == NodeKind::one_class) {
    nodes_[made].value = bits[from.value];
    key += std::to_string(bits[from.value]);
  }
  key += '(';
  std::uint32_t last = kNone;
  for (std::uint32_t child = from.child; child != kNone; child = pattern.nodes[child].next) {
    const std::uint32_t copied = copy(pattern, child, bits, key);
    (last == kNone ? nodes_[made].child : nodes_[last].next) = copied;
    last = copied;
  }
  key += ')';
  return made;
}

bool ClassTests::holds(std::uint32_t at, const ClassMask& mask) const {
  const Node& here = nodes_[at];
  switch (here.kind) {
    case NodeKind::any:
      return true;
    case NodeKind::edge:
      return false;  // no word is one
    case NodeKind::one_class:
      return mask.test(here.value);
    case NodeKind::negation:
      return !holds(here.child, mask);
    default: {
      const bool all = here.kind == NodeKind::conjunction;
      for (std::uint32_t child = here.child; child != kNone; child = nodes_[child].next) {
        if (holds(child, mask) != all) return !all;
      }
      return all;
    }
  }
}

TestAnswers ClassTests::answers(const ClassMask& mask) const {
  TestAnswers answers;
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    if (holds(roots_[i], mask)) answers.set(i);
  }
  return answers;
}

}  // namespace quotary::pattern
