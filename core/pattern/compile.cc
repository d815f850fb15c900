#include "pattern/compile.h"

#include <algorithm>
#include <array>

#include "pattern/split.h"

namespace quotary::pattern {
namespace {

class Expression {
 public:
  Expression(std::span<const Node> nodes, const SymbolSets& sets) : nodes_(nodes), sets_(sets) {}

  SideExpression of(std::uint32_t root) {
    write(root);
    return std::move(side_);
  }

 private:
  void write(std::uint32_t at) {
    const Node& here = nodes_[at];
    if (is_single(nodes_, at)) return write_set(sets_.of(nodes_, at));
    switch (here.kind) {
      case NodeKind::alternation:
        return write_list("(?:", here.child, "|");
      case NodeKind::repeat:
        return write_repeat(here);
      case NodeKind::role:
        return write_role(here);
      default:
        for (std::uint32_t child = here.child; child != kNone; child = nodes_[child].next) {
          write(child);
        }
    }
  }

  void write_list(std::string_view open, std::uint32_t first, std::string_view between) {
    side_.text += open;
    for (std::uint32_t child = first; child != kNone; child = nodes_[child].next) {
      if (child != first) side_.text += between;
      write(child);
    }
    side_.text += ')';
  }

  void write_repeat(const Node& repeat) {
    if (is_single(nodes_, repeat.child)) {
      write(repeat.child);
    } else {
      write_list("(?:", repeat.child, "");
    }
    if (repeat.max == kUnbounded) {
      side_.text += repeat.min == 0   ? "*"
                    : repeat.min == 1 ? "+"
                                      : "{" + std::to_string(repeat.min) + ",}";
    } else if (repeat.min == 0 && repeat.max == 1) {
      side_.text += '?';
    } else {
      side_.text += "{" + std::to_string(repeat.min) + "," + std::to_string(repeat.max) + "}";
    }
  }

  // RE2 wants the names of groups to differ: the second of a role is called speaker_2.
  void write_role(const Node& role) {
    const auto before = std::count(side_.groups.begin(), side_.groups.end(), role.role);
    std::string name(kRoleNames[static_cast<std::size_t>(role.role)]);
    if (before != 0) name += "_" + std::to_string(before + 1);
    side_.groups.push_back(role.role);
    write_list("(?P<" + name + ">", role.child, "");
  }

  void write_set(const SymbolSet& set) {
    if (set.none()) {
      side_.text += "[^\\x00-\\xff]";  // no symbol of this alphabet: cannot hold
      return;
    }
    side_.text += '[';
    for (std::size_t first = 0; first < set.size(); ++first) {
      if (!set.test(first)) continue;
      std::size_t last = first;
      while (last + 1 < set.size() && set.test(last + 1)) ++last;
      write_byte(first);
      if (last != first) {
        side_.text += '-';
        write_byte(last);
      }
      first = last;
    }
    side_.text += ']';
  }

  void write_byte(std::size_t byte) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    side_.text += "\\x";
    side_.text += kDigits[byte / 16];
    side_.text += kDigits[byte % 16];
  }

  std::span<const Node> nodes_;
  const SymbolSets& sets_;
  SideExpression side_;
};

}  // namespace

SymbolSets::SymbolSets(const Pattern& pattern, const Alphabet& alphabet) : alphabet_(&alphabet) {
  bits_.reserve(pattern.names.size());
  for (const std::string& name : pattern.names) bits_.push_back(alphabet.classes().bit(name));
}

SymbolSet SymbolSets::of(std::span<const Node> nodes, std::uint32_t node) const {
  const Node& here = nodes[node];
  switch (here.kind) {
    case NodeKind::any:
      return SymbolSet().set().reset(kEdgeSymbol);
    case NodeKind::edge:
      return SymbolSet().set(kEdgeSymbol);
    case NodeKind::one_class: {
      const std::uint32_t bit = bits_[here.value];
      return bit == kNone ? SymbolSet() : alphabet_->members(bit);
    }
    case NodeKind::negation:
      return (~of(nodes, here.child)).reset(kEdgeSymbol);
    default: {
      SymbolSet set = of(nodes, here.child);
      for (std::uint32_t child = nodes[here.child].next; child != kNone;
           child = nodes[child].next) {
        const SymbolSet other = of(nodes, child);
        set = here.kind == NodeKind::conjunction ? set & other : set | other;
      }
      return set;
    }
  }
}

SideExpression express(std::span<const Node> nodes, std::uint32_t root, const SymbolSets& sets) {
  if (root == kNone) return {};
  return Expression(nodes, sets).of(root);
}

std::string expressions(const Pattern& pattern, const Alphabet& alphabet) {
  const Result<Split> parts = split(pattern);
  if (!parts) return {};
  const SymbolSets sets(pattern, alphabet);
  std::string text;
  for (const Variant& variant : parts->variants) {
    text += express(parts->nodes, variant.left, sets).text + " < " +
            express(parts->nodes, variant.anchor, sets).text + " > " +
            express(parts->nodes, variant.right, sets).text + "\n";
  }
  return text;
}

}  // namespace quotary::pattern
