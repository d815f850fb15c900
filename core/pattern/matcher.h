// Patterns over class strings: which rules hold at an anchor, and which symbols fill their roles.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "pattern/alphabet.h"
#include "pattern/deferred.h"
#include "pattern/syntax.h"
#include "quotary/result.h"
#include "quotary/span.h"

namespace quotary::pattern {

// Symbols looked at on each side of an anchor.
inline constexpr std::uint32_t kWindow = 24;

// A rule that holds at an anchor. Ranges are indices into Site::symbols.
struct Hit {
  std::uint32_t rule = 0;  // index into the patterns that the Matcher was compiled from
  Range whole;
  std::array<Range, kRoleCount> roles = {};  // by Role; empty: the role took no part

  [[nodiscard]] const Range& role(Role which) const {
    return roles[static_cast<std::size_t>(which)];
  }
};

// Where to match: a symbol of a paragraph. Nothing outside `symbols` is ever looked at.
struct Site {
  std::span<const std::uint8_t> symbols;
  std::uint32_t at = 0;  // index of the anchor's symbol
  Anchor anchor = Anchor::quote;
};

// Buffers of one thread; grow to what the Matcher needs and stay so.
class MatchScratch {
 public:
  MatchScratch();
  ~MatchScratch();
  MatchScratch(MatchScratch&&) noexcept;
  MatchScratch& operator=(MatchScratch&&) noexcept;

 private:
  friend class Matcher;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// All token rules of a pack, compiled. Immutable; const members are thread-safe.
class Matcher {
 public:
  // Errors: bad_rule when the anchor's role is missing, optional, repeated or absent from a branch,
  // or the pattern is too large; with Compiling::when_needed one that is too large never matches.
  static Result<Matcher> compile(std::span<const Pattern> patterns, const Alphabet& alphabet,
                                 Compiling when = Compiling::at_once);

  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // Every rule of that anchor which holds at `site`, in the order of the rules; at most one hit a
  // rule. Each side is matched from the anchor outwards, greedily, first branches first.
  // The hits live in `scratch` until its next use.
  [[nodiscard]] std::span<const Hit> match(const Site& site, MatchScratch& scratch) const;

  // The generated expressions of a rule, for people: one line a variant, "left < anchor > right",
  // the left one written outwards from the anchor.
  [[nodiscard]] std::string describe(std::uint32_t rule) const;

 private:
  struct Program;
  explicit Matcher(std::unique_ptr<const Program> program);
  std::unique_ptr<const Program> program_;
};

}  // namespace quotary::pattern
