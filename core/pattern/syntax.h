// Rule text -> tree. The language is described, with examples, in docs/rules.md:
//   Class  'literal'  _  Edge  !A  A & B  (A | B)  A?  A*  A+  A{m,n}  {role: A}  {quote}
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/result.h"
#include "quotary/span.h"

namespace quotary::pattern {

// What a part of a match is. A closed list: rules cannot add to it.
enum class Role : std::uint8_t { quote, speaker, cue, addressee, medium, occasion, content };
inline constexpr std::size_t kRoleCount = 7;
inline constexpr std::array<std::string_view, kRoleCount> kRoleNames = {
    "quote", "speaker", "cue", "addressee", "medium", "occasion", "content"};

// The role whose symbol a rule is tried at. Matching starts there and works outwards.
enum class Anchor : std::uint8_t { quote, cue };
inline constexpr std::size_t kAnchorCount = 2;

[[nodiscard]] constexpr Role role_of(Anchor anchor) {
  return anchor == Anchor::quote ? Role::quote : Role::cue;
}

enum class NodeKind : std::uint8_t {
  any,          // _
  edge,         // Edge: the beginning or the end of the paragraph, as if a symbol stood there
  one_class,    // Name or ',': `value` is an index into Pattern::names
  negation,     // !A: one child, which matches single symbols
  conjunction,  // A & B: children match single symbols
  sequence,
  alternation,
  repeat,  // min..max times its child; max == kUnbounded for * and +
  role,    // {role: A}
};
inline constexpr std::uint32_t kUnbounded = kNone;

// A node of the tree. Children form a list through `next`.
struct Node {
  NodeKind kind = NodeKind::any;
  Role role = Role::quote;      // of a role node
  std::uint32_t value = 0;      // of a one_class node
  std::uint32_t min = 1;        // of a repeat node
  std::uint32_t max = 1;        // of a repeat node
  std::uint32_t child = kNone;  // the first child
  std::uint32_t next = kNone;   // the next sibling
  Span text = {};               // the bytes of Pattern::text that it was read from
};

// A rule's pattern as a tree. Nodes point at each other by index; values only, freely copied.
struct Pattern {
  std::string id;
  std::string text;
  Anchor anchor = Anchor::quote;
  float confidence = 0.5F;  // of patterns that hold at one anchor the likeliest comes first
  Place place;              // of the first byte of `text`
  std::vector<Node> nodes;
  std::uint32_t root = kNone;
  // The classes and literals that it names, each once. A literal keeps its marks: "','".
  std::vector<std::string> names;

  [[nodiscard]] std::string_view text_of(const Node& node) const {
    return std::string_view(text).substr(node.text.begin, node.text.size());
  }
};

struct PatternSource {
  std::string id;
  std::string text;
  Anchor anchor = Anchor::quote;
  float confidence = 0.5F;
  Place place = {};  // of the first byte of `text`; errors count their column from it
};

// Bounds on what a rule may say, so that hostile text costs no more than an error message.
inline constexpr std::size_t kMaxPatternBytes = 4096;
inline constexpr std::uint32_t kMaxDepth = 32;     // of brackets
inline constexpr std::uint32_t kMaxRepeat = 24;    // largest m or n of {m,n}
inline constexpr std::uint32_t kMaxSymbols = 600;  // of a pattern with its repetitions written out

// Reads a pattern. `known` are the names of all classes that the pack has; literals need no name.
// Errors: bad_rule, unknown_name (with the nearest known name), each with its column.
[[nodiscard]] Result<Pattern> parse(const PatternSource& source,
                                    std::span<const std::string> known);

// True when `node` is an expression over classes: it matches exactly one symbol, whatever the text.
[[nodiscard]] bool is_single(std::span<const Node> nodes, std::uint32_t node);
// True when `node` can match nothing at all.
[[nodiscard]] bool is_optional(std::span<const Node> nodes, std::uint32_t node);
// True when `role` stands at or below `node`.
[[nodiscard]] bool holds(std::span<const Node> nodes, std::uint32_t node, Role role);

}  // namespace quotary::pattern
