// Text rules: RE2 on a raw paragraph, for formulas shaped like lines (datelines, credits, notices).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/deferred.h"
#include "quotary/result.h"
#include "quotary/span.h"

namespace quotary::pattern {

inline constexpr std::size_t kMaxTextGroups = 12;

struct TextRuleSource {
  std::string id;
  std::string expression;  // RE2 syntax, UTF-8, named groups as (?P<name>...)
  Place place;             // of the first byte of `expression`
};

// A text rule that matched: its first match in the text.
struct TextHit {
  std::uint32_t rule = 0;  // index into the sources
  Span whole;              // bytes of the text given to find()
  // By TextRuleSet::groups(rule); an empty span at 0: the group took no part.
  std::array<Span, kMaxTextGroups> groups = {};
};

// A set of text rules. Immutable; const members are thread-safe. Time linear in the text.
class TextRuleSet {
 public:
  // Errors: bad_rule with the place of the expression and what RE2 objects to. With
  // Compiling::when_needed nothing is checked, and a rule that is wrong never matches.
  static Result<TextRuleSet> compile(std::span<const TextRuleSource> rules,
                                     Compiling when = Compiling::at_once);

  TextRuleSet(TextRuleSet&&) noexcept;
  TextRuleSet& operator=(TextRuleSet&&) noexcept;
  ~TextRuleSet();

  [[nodiscard]] std::size_t size() const;
  // The names of the named groups of a rule, in the order of TextHit::groups.
  [[nodiscard]] std::span<const std::string> groups(std::uint32_t rule) const;
  // Index of a named group in TextHit::groups; kNone if the rule has none of that name.
  [[nodiscard]] std::uint32_t group(std::uint32_t rule, std::string_view name) const;

  // The first match of one rule in `text`, from byte `from` on; false if there is none.
  bool find(std::uint32_t rule, std::string_view text, std::uint32_t from, TextHit& hit) const;

 private:
  struct Program;
  explicit TextRuleSet(std::unique_ptr<const Program> program);
  std::unique_ptr<const Program> program_;
};

}  // namespace quotary::pattern
