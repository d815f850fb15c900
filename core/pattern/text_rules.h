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
#include "pattern/text_words.h"
#include "quotary/result.h"
#include "quotary/span.h"

namespace quotary::pattern {

inline constexpr std::size_t kMaxTextGroups = 12;

struct TextRuleSource {
  std::string id;
  std::string expression;  // RE2 syntax, UTF-8, named groups as (?P<name>...)
  Place place;             // of the first byte of `expression`
  WordLists words = {};    // it matches no text without one of each list; none: unknown
};

// A text that rules are asked about, looked over once for all of them by TextRuleSet::sift().
struct SiftedText {
  std::string_view text;
  TextWords::Rules worth_asking;

  [[nodiscard]] bool may_match(std::uint32_t rule) const {
    return rule >= worth_asking.size() || worth_asking[rule];
  }
};

// A text rule that matched: its first match in the text.
struct TextHit {
  std::uint32_t rule = 0;  // index into the sources
  Span whole;              // bytes of the text given to find()
  // By TextRuleSet::groups(rule); an empty span at 0: the group took no part.
  std::array<Span, kMaxTextGroups> groups = {};

  bool operator==(const TextHit&) const = default;
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

  // Views `text`, which must outlive it.
  [[nodiscard]] SiftedText sift(std::string_view text) const;
  // The first match of one rule; false if there is none. A rule whose words do not stand in the
  // text is not asked, nor compiled.
  bool find(std::uint32_t rule, const SiftedText& sifted, TextHit& hit) const;
  // The first match of its expression alone in `text`, from byte `from` on.
  bool find(std::uint32_t rule, std::string_view text, std::uint32_t from, TextHit& hit) const;

 private:
  struct Program;
  explicit TextRuleSet(std::unique_ptr<const Program> program);
  std::unique_ptr<const Program> program_;
};

}  // namespace quotary::pattern
