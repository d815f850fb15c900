#include "pattern/syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "pattern/spelling.h"
#include "text/ascii.h"

namespace quotary::pattern {
namespace {

bool is_name_part(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '.';
}
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

constexpr std::string_view kEdgeName = "Edge";

// Recursive descent, one function a level of the grammar. After the first error every function
// returns kNone at once.
class Parser {
 public:
  Parser(const PatternSource& source, std::span<const std::string> known) : known_(known) {
    pattern_.id = source.id;
    pattern_.text = source.text;
    pattern_.anchor = source.anchor;
    pattern_.confidence = source.confidence;
    pattern_.place = source.place;
  }

  Result<Pattern> parse() {
    if (text().size() > kMaxPatternBytes) {
      fail(0, "the pattern is longer than " + std::to_string(kMaxPatternBytes) + " bytes");
      return *error_;
    }
    pattern_.root = alternation(0);
    skip_spaces();
    if (!error_ && at_ < text().size()) fail(at_, "unexpected `" + next_character() + "`");
    if (!error_) fill_roles(pattern_.root);
    if (!error_ && written_out(pattern_.root) > kMaxSymbols) {
      fail(0, "with its repetitions written out the pattern has more than " +
                  std::to_string(kMaxSymbols) + " symbols; lower the bounds");
    }
    if (error_) return *error_;
    return std::move(pattern_);
  }

 private:
  [[nodiscard]] std::string_view text() const { return pattern_.text; }
  [[nodiscard]] bool at_end() const { return at_ >= text().size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text()[at_]; }
  [[nodiscard]] Node& node(std::uint32_t index) { return pattern_.nodes[index]; }

  void skip_spaces() {
    while (!at_end() && is_space(text()[at_])) ++at_;
  }
  bool take(char wanted) {
    skip_spaces();
    if (at_end() || text()[at_] != wanted) return false;
    ++at_;
    return true;
  }
  // The character at the cursor, all bytes of it.
  [[nodiscard]] std::string next_character() const {
    std::size_t end = at_ + 1;
    while (end < text().size() && (static_cast<unsigned char>(text()[end]) & 0xC0U) == 0x80U) ++end;
    return std::string(text().substr(at_, end - at_));
  }
  std::uint32_t fail(std::size_t offset, std::string message,
                     ErrorCode code = ErrorCode::bad_rule) {
    if (error_) return kNone;
    Place place = pattern_.place;
    place.column = std::max(place.column, 1U) + static_cast<std::uint32_t>(offset);
    error_ = Error{code, std::move(message), std::move(place)};
    return kNone;
  }
  std::uint32_t add(Node added, std::size_t begin) {
    std::size_t end = at_;
    while (end > begin && is_space(text()[end - 1])) --end;
    added.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    pattern_.nodes.push_back(added);
    return static_cast<std::uint32_t>(pattern_.nodes.size() - 1);
  }
  std::uint32_t add_list(NodeKind kind, const std::vector<std::uint32_t>& children,
                         std::size_t begin) {
    if (children.size() == 1) return children.front();
    for (std::size_t i = 0; i + 1 < children.size(); ++i) node(children[i]).next = children[i + 1];
    return add({.kind = kind, .child = children.front()}, begin);
  }

  // alternation = sequence { "|" sequence }
  std::uint32_t alternation(std::uint32_t depth) {
    if (depth > kMaxDepth) {
      return fail(at_, "brackets are nested deeper than " + std::to_string(kMaxDepth));
    }
    skip_spaces();
    const std::size_t begin = at_;
    std::vector<std::uint32_t> branches;
    do {
      branches.push_back(sequence(depth));
      if (error_) return kNone;
    } while (take('|'));
    return add_list(NodeKind::alternation, branches, begin);
  }

  // sequence = repeated { repeated }
  std::uint32_t sequence(std::uint32_t depth) {
    skip_spaces();
    const std::size_t begin = at_;
    std::vector<std::uint32_t> parts;
    while (true) {
      skip_spaces();
      if (at_end() || peek() == '|' || peek() == ')' || peek() == '}') break;
      parts.push_back(repeated(depth));
      if (error_) return kNone;
    }
    if (parts.empty()) return fail(at_, "expected a class, a literal, `_`, `(` or `{role: ...}`");
    return add_list(NodeKind::sequence, parts, begin);
  }

  // repeated = conjunction [ "?" | "*" | "+" | "{" m [ "," [ n ] ] "}" ]
  std::uint32_t repeated(std::uint32_t depth) {
    skip_spaces();
    const std::size_t begin = at_;
    const std::uint32_t child = conjunction(depth);
    if (error_) return kNone;
    skip_spaces();
    const std::size_t mark = at_;
    Node repeat{.kind = NodeKind::repeat, .child = child};
    if (!quantifier(repeat)) return error_ ? kNone : child;
    if (repeat.max > 1 && is_optional(pattern_.nodes, child)) {
      return fail(mark, "what is repeated can be empty; move its `?` out of the repetition");
    }
    Node ignored;
    const std::size_t second = at_;
    if (quantifier(ignored))
      return fail(second, "a repetition of a repetition; use one, or brackets");
    return error_ ? kNone : add(repeat, begin);
  }

  bool quantifier(Node& repeat) {
    skip_spaces();
    switch (peek()) {
      case '?':
        return ++at_, repeat.min = 0, repeat.max = 1, true;
      case '*':
        return ++at_, repeat.min = 0, repeat.max = kUnbounded, true;
      case '+':
        return ++at_, repeat.min = 1, repeat.max = kUnbounded, true;
      case '{':
        break;
      default:
        return false;
    }
    if (at_ + 1 >= text().size() || !is_ascii_digit(text()[at_ + 1])) return false;  // a role
    const std::size_t begin = at_++;
    repeat.min = number();
    repeat.max = repeat.min;
    if (take(',')) {
      skip_spaces();
      repeat.max = is_ascii_digit(peek()) ? number() : kUnbounded;
    }
    if (error_) return false;
    if (!take('}')) return fail(at_, "expected `}` after a repetition such as {0,6}"), false;
    if (repeat.max == 0) return fail(begin, "a repetition of nothing: {0}"), false;
    if (repeat.max < repeat.min) {
      return fail(begin, "the bounds of a repetition are the wrong way round"), false;
    }
    return true;
  }

  std::uint32_t number() {
    const std::size_t begin = at_;
    std::uint32_t value = 0;
    while (is_ascii_digit(peek()) && value <= kMaxRepeat) {
      value = value * 10 + static_cast<std::uint32_t>(text()[at_++] - '0');
    }
    if (value > kMaxRepeat) {
      fail(begin, "a repetition of more than " + std::to_string(kMaxRepeat) +
                      ": rules look no further than that");
    }
    return value;
  }

  // conjunction = factor { "&" factor }
  std::uint32_t conjunction(std::uint32_t depth) {
    skip_spaces();
    const std::size_t begin = at_;
    std::vector<std::uint32_t> factors = {factor(depth)};
    while (!error_ && take('&')) factors.push_back(factor(depth));
    if (error_) return kNone;
    if (factors.size() == 1) return factors.front();
    for (const std::uint32_t each : factors) {
      if (!is_single(pattern_.nodes, each)) {
        return fail(node(each).text.begin,
                    "`&` joins classes of one symbol, not roles or sequences");
      }
    }
    return add_list(NodeKind::conjunction, factors, begin);
  }

  // factor = "!" factor | "_" | Class | 'literal' | "(" alternation ")" | "{" role [":" ...] "}"
  std::uint32_t factor(std::uint32_t depth) {
    skip_spaces();
    const std::size_t begin = at_;
    const char c = peek();
    if (c == '!') return ++at_, negation(begin, depth + 1);
    if (c == '_' && (at_ + 1 >= text().size() || !is_name_part(text()[at_ + 1]))) {
      return ++at_, add({.kind = NodeKind::any}, begin);
    }
    if (is_ascii_letter(c)) return class_name();
    if (c == '\'') return literal();
    if (c == '(') return ++at_, group(begin, depth + 1);
    if (c == '{') return ++at_, role(begin, depth + 1);
    if (at_end()) return fail(at_, "the pattern ends where a class or a literal should stand");
    if (c == '?' || c == '*' || c == '+') {
      return fail(at_, "`" + next_character() + "` follows nothing that it could repeat");
    }
    return fail(at_, "unexpected `" + next_character() + "`");
  }

  std::uint32_t negation(std::size_t begin, std::uint32_t depth) {
    if (depth > kMaxDepth) return fail(begin, "`!` is nested too deep");
    const std::uint32_t child = factor(depth);
    if (error_) return kNone;
    if (!is_single(pattern_.nodes, child)) {
      return fail(begin, "`!` stands before classes of one symbol, not roles or sequences");
    }
    return add({.kind = NodeKind::negation, .child = child}, begin);
  }

  std::uint32_t group(std::size_t begin, std::uint32_t depth) {
    const std::uint32_t inside = alternation(depth);
    if (error_) return kNone;
    if (!take(')')) return fail(at_, unclosed("`)`", begin));
    node(inside).text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    return inside;
  }

  [[nodiscard]] std::string unclosed(std::string_view mark, std::size_t begin) const {
    return "expected " + std::string(mark) + " to close what column " +
           std::to_string(std::max(pattern_.place.column, 1U) + begin) + " opens";
  }

  std::uint32_t class_name() {
    const std::size_t begin = at_;
    while (!at_end() && is_name_part(text()[at_])) ++at_;
    std::string name(text().substr(begin, at_ - begin));
    if (name == kEdgeName) return add({.kind = NodeKind::edge}, begin);
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
      const std::string near = nearest_name(name, known_);
      return fail(begin,
                  "unknown class `" + name + "`" +
                      (near.empty() ? "; a single word is written '" + name + "'"
                                    : "; did you mean `" + near + "`?"),
                  ErrorCode::unknown_name);
    }
    return add_name(std::move(name), begin);
  }

  std::uint32_t literal() {
    const std::size_t begin = at_++;
    std::string name = "'";
    while (!at_end() && peek() != '\'') {
      if (peek() == '\\') ++at_;
      if (at_end()) break;
      if (is_space(peek())) {
        return fail(at_, "a literal is one token; several words belong into a lexicon");
      }
      name += text()[at_++];
    }
    if (at_end()) return fail(begin, "the literal has no closing '");
    ++at_;
    if (name.size() == 1) return fail(begin, "an empty literal");
    return add_name(name + '\'', begin);
  }

  std::uint32_t add_name(std::string name, std::size_t begin) {
    auto& names = pattern_.names;
    const auto found = std::find(names.begin(), names.end(), name);
    const auto index = static_cast<std::uint32_t>(found - names.begin());
    if (found == names.end()) names.push_back(std::move(name));
    return add({.kind = NodeKind::one_class, .value = index}, begin);
  }

  std::uint32_t role(std::size_t begin, std::uint32_t depth) {
    skip_spaces();
    const std::size_t name_begin = at_;
    while (!at_end() && is_name_part(text()[at_])) ++at_;
    const std::string_view name = text().substr(name_begin, at_ - name_begin);
    const auto* const found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
    if (found == kRoleNames.end()) return fail(name_begin, unknown_role(name));
    Node added{.kind = NodeKind::role, .role = static_cast<Role>(found - kRoleNames.begin())};
    const bool is_short = !take(':');
    if (!is_short) {
      added.child = alternation(depth);
    } else if (added.role == Role::quote) {
      added.child = quote_class(begin);
    } else {
      return fail(at_, "expected `:` and what fills the role; only {quote} can do without");
    }
    if (error_) return kNone;
    if (!take('}')) return fail(at_, unclosed("`}`", begin));
    const std::uint32_t made = add(added, begin);
    if (is_short) node(added.child).text = node(made).text;
    return made;
  }

  // {quote} is short for {quote: Quote}.
  std::uint32_t quote_class(std::size_t begin) {
    if (std::find(known_.begin(), known_.end(), "Quote") == known_.end()) {
      return fail(begin, "{quote} is short for {quote: Quote}, but there is no class `Quote`",
                  ErrorCode::unknown_name);
    }
    return add_name("Quote", begin);
  }

  [[nodiscard]] static std::string unknown_role(std::string_view name) {
    const std::vector<std::string> roles(kRoleNames.begin(), kRoleNames.end());
    std::string message = "unknown role `" + std::string(name) + "`";
    const std::string near = nearest_name(name, roles);
    if (!near.empty()) return message + "; did you mean `" + near + "`?";
    message += "; roles are";
    for (const std::string& each : roles) message += " " + each;
    return message;
  }

  // The roles that a match of `at` can fill, as bits. A role that a match could fill twice is an
  // error: only one of the two could be kept.
  std::uint32_t fill_roles(std::uint32_t at) {
    const Node& here = node(at);
    const bool exclusive = here.kind == NodeKind::alternation;
    std::uint32_t filled = here.kind == NodeKind::role ? bit(here.role) : 0;
    for (std::uint32_t child = here.child; child != kNone; child = node(child).next) {
      const std::uint32_t more = fill_roles(child);
      const std::uint32_t twice = filled & more;
      if (twice != 0 && !exclusive) {
        fail(node(child).text.begin, "the role `" + name_of(twice) +
                                         "` is filled twice in one match; write the second without "
                                         "a role");
      }
      filled |= more;
    }
    if (here.kind == NodeKind::repeat && here.max > 1 && filled != 0) {
      fail(here.text.begin, "the role `" + name_of(filled) + "` stands inside a repetition");
    }
    return filled;
  }

  [[nodiscard]] static std::uint32_t bit(Role role) {
    return 1U << static_cast<std::uint32_t>(role);
  }
  [[nodiscard]] static std::string name_of(std::uint32_t roles) {
    std::size_t first = 0;
    while ((roles >> first & 1U) == 0) ++first;
    return std::string(kRoleNames[first]);
  }

  // Number of symbols with all repetitions written out; stops counting far above the limit.
  std::uint64_t written_out(std::uint32_t at) {
    const Node& here = node(at);
    if (is_single(pattern_.nodes, at)) return 1;
    std::uint64_t sum = 0;
    for (std::uint32_t child = here.child; child != kNone; child = node(child).next) {
      sum += written_out(child);
    }
    if (here.kind == NodeKind::repeat) {
      sum *= here.max == kUnbounded ? std::uint64_t{here.min} + 1 : here.max;
    }
    return std::min<std::uint64_t>(sum, kMaxSymbols * 2);
  }

  Pattern pattern_;
  std::span<const std::string> known_;
  std::size_t at_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<Pattern> parse(const PatternSource& source, std::span<const std::string> known) {
  return Parser(source, known).parse();
}

bool is_single(std::span<const Node> nodes, std::uint32_t node) {
  switch (nodes[node].kind) {
    case NodeKind::any:
    case NodeKind::edge:
    case NodeKind::one_class:
    case NodeKind::negation:
    case NodeKind::conjunction:
      return true;
    case NodeKind::alternation: {
      std::uint32_t child = nodes[node].child;
      while (child != kNone && is_single(nodes, child)) child = nodes[child].next;
      return child == kNone;
    }
    default:
      return false;
  }
}

bool is_optional(std::span<const Node> nodes, std::uint32_t node) {
  const Node& here = nodes[node];
  switch (here.kind) {
    case NodeKind::role:
      return is_optional(nodes, here.child);
    case NodeKind::repeat:
      return here.min == 0 || is_optional(nodes, here.child);
    case NodeKind::sequence:
      for (std::uint32_t child = here.child; child != kNone; child = nodes[child].next) {
        if (!is_optional(nodes, child)) return false;
      }
      return true;
    case NodeKind::alternation:
      for (std::uint32_t child = here.child; child != kNone; child = nodes[child].next) {
        if (is_optional(nodes, child)) return true;
      }
      return false;
    default:
      return false;
  }
}

bool holds(std::span<const Node> nodes, std::uint32_t node, Role role) {
  const Node& here = nodes[node];
  if (here.kind == NodeKind::role && here.role == role) return true;
  for (std::uint32_t child = here.child; child != kNone; child = nodes[child].next) {
    if (holds(nodes, child, role)) return true;
  }
  return false;
}

}  // namespace quotary::pattern
