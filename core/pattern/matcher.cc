#include "pattern/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <bit>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "pattern/compile.h"
#include "pattern/near_filter.h"
#include "pattern/split.h"

namespace quotary::pattern {
namespace {

// Whatever stands on one side of an anchor, read outwards. Equal sides of several rules are one.
struct Side {
  std::optional<Deferred<std::unique_ptr<const re2::RE2>>> expression;  // none: anything holds
  std::vector<Role> groups;
};

struct CompiledVariant {
  std::uint32_t rule = 0;
  std::uint32_t left = 0;   // index of a Side
  std::uint32_t right = 0;  // index of a Side
  std::uint32_t roles = 0;  // of the anchor's symbol, bit per Role
};

struct AnchorProgram {
  std::vector<CompiledVariant> variants;  // in order of their rules
  NearFilter filter;
};

// What a side came to at the present anchor. Distances count outwards from the anchor.
struct SideMatch {
  std::uint64_t turn = 0;  // the call of match() that it holds for
  bool holds = false;
  std::uint32_t length = 0;
  std::array<Range, kRoleCount> roles = {};
};

re2::RE2::Options byte_options() {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_never_nl(false);
  options.set_dot_nl(true);
  options.set_log_errors(false);
  return options;
}

Range hull(Range a, Range b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

// The symbols on one side of an anchor, outwards, and the edge of the paragraph if it is in sight.
class Window {
 public:
  Window(const Site& site, bool left) {
    const auto size = static_cast<std::uint32_t>(site.symbols.size());
    const std::uint32_t there = left ? site.at : size - site.at - 1;
    size_ = symbols_ = std::min(there, kWindow);
    for (std::uint32_t i = 0; i < size_; ++i) {
      bytes_[i] = static_cast<char>(site.symbols[left ? site.at - 1 - i : site.at + 1 + i]);
    }
    if (there < kWindow) bytes_[size_++] = static_cast<char>(kEdgeSymbol);
  }
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), size_}; }
  // Without the part of `range` that is the edge, which is no symbol of the paragraph.
  [[nodiscard]] Range clipped(Range range) const {
    return {range.first, std::min(range.last, symbols_)};
  }

 private:
  std::array<char, kWindow> bytes_;
  std::uint32_t size_ = 0;
  std::uint32_t symbols_ = 0;  // of size_
};

SideMatch match_side(const Side& side, const Window& window) {
  const std::string_view symbols = window.text();
  SideMatch match;
  if (!side.expression) {
    match.holds = true;
    return match;
  }
  std::array<re2::StringPiece, kRoleCount * 2 + 1> found;
  const std::size_t groups = std::min(side.groups.size(), found.size() - 1);
  const auto holds = [&](std::size_t wanted) {
    return (**side.expression)
        ->Match({symbols.data(), symbols.size()}, 0, symbols.size(), re2::RE2::ANCHOR_START,
                found.data(), static_cast<int>(wanted));
  };
  // Asked for no groups, RE2 takes its automaton, which tells most sides apart at a tenth of the
  // price.
  match.holds = holds(0) && holds(groups + 1);
  if (!match.holds) return match;
  match.length = window.clipped({0, static_cast<std::uint32_t>(found[0].size())}).last;
  for (std::size_t i = 0; i < groups; ++i) {
    const re2::StringPiece& group = found[i + 1];
    if (group.empty()) continue;
    const auto first = static_cast<std::uint32_t>(group.data() - symbols.data());
    match.roles[static_cast<std::size_t>(side.groups[i])] =
        window.clipped({first, first + static_cast<std::uint32_t>(group.size())});
  }
  return match;
}

Hit joined(const CompiledVariant& variant, std::uint32_t at, const SideMatch& left,
           const SideMatch& right) {
  Hit hit;
  hit.rule = variant.rule;
  hit.whole = {at - left.length, at + 1 + right.length};
  for (std::size_t role = 0; role < kRoleCount; ++role) {
    const Range inner = left.roles[role];
    const Range outer = right.roles[role];
    Range range;
    if ((variant.roles >> role & 1U) != 0) range = {at, at + 1};
    if (!inner.empty()) range = hull(range, {at - inner.last, at - inner.first});
    if (!outer.empty()) range = hull(range, {at + 1 + outer.first, at + 1 + outer.last});
    hit.roles[role] = range;
  }
  return hit;
}

}  // namespace

struct MatchScratch::Buffers {
  std::vector<Hit> hits;
  std::vector<SideMatch> left;   // by side
  std::vector<SideMatch> right;  // by side
  std::uint64_t turn = 0;
};

MatchScratch::MatchScratch() : buffers_(std::make_unique<Buffers>()) {}
MatchScratch::~MatchScratch() = default;
MatchScratch::MatchScratch(MatchScratch&&) noexcept = default;
MatchScratch& MatchScratch::operator=(MatchScratch&&) noexcept = default;

struct Matcher::Program {
  explicit Program(Compiling compiling) : when(compiling) {}

  Compiling when;
  std::vector<Side> sides;
  std::unordered_map<std::string, std::uint32_t> side_by_text;
  std::array<AnchorProgram, kAnchorCount> anchors;
  std::vector<std::string> descriptions;  // by rule

  Result<Done> add(const Pattern& pattern, const Alphabet& alphabet);
  Result<std::uint32_t> side(SideExpression expression, const Pattern& pattern);
};

Result<std::uint32_t> Matcher::Program::side(SideExpression expression, const Pattern& pattern) {
  const auto next = static_cast<std::uint32_t>(sides.size());
  const auto [place, is_new] = side_by_text.emplace(expression.text, next);
  if (!is_new) return place->second;
  Side made;
  if (!expression.text.empty()) {
    const auto make = [text = expression.text] {
      return std::make_unique<const re2::RE2>(text, byte_options());
    };
    made.expression.emplace(make, when);
    if (when == Compiling::at_once && !(**made.expression)->ok()) {
      return Error{ErrorCode::bad_rule,
                   "the pattern is too large to compile: " + (**made.expression)->error(),
                   pattern.place};
    }
  }
  made.groups = std::move(expression.groups);
  sides.push_back(std::move(made));
  return next;
}

Result<Done> Matcher::Program::add(const Pattern& pattern, const Alphabet& alphabet) {
  const Result<Split> parts = split(pattern);
  if (!parts) return parts.error();
  const SymbolSets sets(pattern, alphabet);
  AnchorProgram& program = anchors[static_cast<std::size_t>(pattern.anchor)];
  const auto rule = static_cast<std::uint32_t>(descriptions.size());
  std::string description;
  for (const Variant& variant : parts->variants) {
    SideExpression left = express(parts->nodes, variant.left, sets);
    SideExpression right = express(parts->nodes, variant.right, sets);
    const SideExpression anchor = express(parts->nodes, variant.anchor, sets);
    description += left.text + " < " + anchor.text + " > " + right.text + "\n";
    const Result<std::uint32_t> left_side = side(std::move(left), pattern);
    if (!left_side) return left_side.error();
    const Result<std::uint32_t> right_side = side(std::move(right), pattern);
    if (!right_side) return right_side.error();
    program.variants.push_back({rule, *left_side, *right_side, variant.roles});
    program.filter.add(*parts, variant, sets);
  }
  descriptions.push_back(std::move(description));
  return Done{};
}

Matcher::Matcher(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

Result<Matcher> Matcher::compile(std::span<const Pattern> patterns, const Alphabet& alphabet,
                                 Compiling when) {
  auto program = std::make_unique<Program>(when);
  for (const Pattern& pattern : patterns) {
    const Result<Done> added = program->add(pattern, alphabet);
    if (!added) return added.error();
  }
  for (AnchorProgram& anchor : program->anchors) anchor.filter.build();
  return Matcher(std::move(program));
}

std::span<const Hit> Matcher::match(const Site& site, MatchScratch& scratch) const {
  MatchScratch::Buffers& buffers = *scratch.buffers_;
  buffers.hits.clear();
  if (site.at >= site.symbols.size()) return {};
  ++buffers.turn;
  if (buffers.left.size() < program_->sides.size()) {
    buffers.left.resize(program_->sides.size());
    buffers.right.resize(program_->sides.size());
  }
  const AnchorProgram& program = program_->anchors[static_cast<std::size_t>(site.anchor)];

  const Window left_window(site, true);
  const Window right_window(site, false);

  const auto side_at = [&](std::uint32_t index, const Window& window,
                           std::vector<SideMatch>& known) -> const SideMatch& {
    SideMatch& match = known[index];
    if (match.turn != buffers.turn) {
      match = match_side(program_->sides[index], window);
      match.turn = buffers.turn;
    }
    return match;
  };

  for (std::size_t word = 0; word < program.filter.words(); ++word) {
    std::uint64_t candidates = program.filter.candidates(site, word);
    for (; candidates != 0; candidates &= candidates - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(candidates));
      const CompiledVariant& variant = program.variants[word * 64 + bit];
      if (!buffers.hits.empty() && buffers.hits.back().rule == variant.rule) continue;
      const SideMatch& right = side_at(variant.right, right_window, buffers.right);
      if (!right.holds) continue;
      const SideMatch& left = side_at(variant.left, left_window, buffers.left);
      if (!left.holds) continue;
      buffers.hits.push_back(joined(variant, site.at, left, right));
    }
  }
  return buffers.hits;
}

std::string Matcher::describe(std::uint32_t rule) const { return program_->descriptions[rule]; }

}  // namespace quotary::pattern
