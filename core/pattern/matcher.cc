#include "pattern/matcher.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <utility>

#include "pattern/compile.h"
#include "pattern/near_filter.h"
#include "pattern/side_program.h"
#include "pattern/split.h"

namespace quotary::pattern {
namespace {

struct CompiledVariant {
  std::uint32_t rule = 0;
  std::uint32_t roles = 0;  // of the anchor's symbol, bit per Role
  SidePrograms::Side left;
  SidePrograms::Side right;
};

struct AnchorProgram {
  std::vector<CompiledVariant> variants;  // the likeliest rules first, a rule's own in their order
  NearFilter filter;
};

// The numbers of the rules, the likeliest first.
std::vector<std::uint32_t> by_confidence(std::span<const Pattern> patterns) {
  std::vector<std::uint32_t> rules(patterns.size());
  std::iota(rules.begin(), rules.end(), 0);
  std::stable_sort(rules.begin(), rules.end(), [&](std::uint32_t a, std::uint32_t b) {
    return patterns[a].confidence > patterns[b].confidence;
  });
  return rules;
}

Range hull(Range a, Range b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
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

struct Matcher::Program {
  std::array<AnchorProgram, kAnchorCount> anchors;
  SidePrograms sides;

  Result<Done> add(std::uint32_t rule, const Pattern& pattern, const Alphabet& alphabet);
};

Result<Done> Matcher::Program::add(std::uint32_t rule, const Pattern& pattern,
                                   const Alphabet& alphabet) {
  const Result<Split> parts = split(pattern);
  if (!parts) return parts.error();
  const SymbolSets sets(pattern, alphabet);
  AnchorProgram& program = anchors[static_cast<std::size_t>(pattern.anchor)];
  for (const Variant& variant : parts->variants) {
    const auto left = sides.add(parts->nodes, variant.left, sets);
    const auto right = sides.add(parts->nodes, variant.right, sets);
    if (!left || !right) {
      return Error{ErrorCode::bad_rule, "the pattern has too many branches", pattern.place};
    }
    program.variants.push_back({rule, variant.roles, *left, *right});
    program.filter.add(*parts, variant, sets);
  }
  return Done{};
}

Matcher::Matcher(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

Result<Matcher> Matcher::compile(std::span<const Pattern> patterns, const Alphabet& alphabet) {
  auto program = std::make_unique<Program>();
  std::optional<Error> error;
  std::uint32_t wrong = kNone;
  for (const std::uint32_t rule : by_confidence(patterns)) {
    const Result<Done> added = program->add(rule, patterns[rule], alphabet);
    if (added || rule > wrong) continue;
    error = added.error();
    wrong = rule;
  }
  if (error) return *error;
  for (AnchorProgram& anchor : program->anchors) anchor.filter.build();
  return Matcher(std::move(program));
}

std::optional<Hit> Hits::next() {
  wants_more_ = false;
  if (site_.at >= site_.symbols.size()) return std::nullopt;
  const AnchorProgram& anchor = matcher_->program_->anchors[static_cast<std::size_t>(site_.anchor)];
  const SidePrograms& sides = matcher_->program_->sides;
  Outlook left(site_, Outlook::Side::left);
  Outlook right(site_, Outlook::Side::right);
  wants_more_ = right.is_open() && right.size() < NearFilter::kNear;
  for (; !wants_more_; candidates_ &= candidates_ - 1) {
    while (candidates_ == 0) {
      if (word_ == anchor.filter.words()) return std::nullopt;
      candidates_ = anchor.filter.candidates(site_, word_++);
    }
    const auto bit = static_cast<std::size_t>(std::countr_zero(candidates_));
    const CompiledVariant& variant = anchor.variants[(word_ - 1) * 64 + bit];
    if (variant.rule == last_rule_) continue;
    const std::optional<SideMatch> right_match = sides.match(variant.right, right);
    if (right.looked_beyond()) {
      wants_more_ = true;
      break;
    }
    if (!right_match) continue;
    const std::optional<SideMatch> left_match = sides.match(variant.left, left);
    if (!left_match) continue;
    last_rule_ = variant.rule;
    return joined(variant, site_.at, *left_match, *right_match);
  }
  return std::nullopt;
}

}  // namespace quotary::pattern
