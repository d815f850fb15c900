// Patterns over class strings: which rules hold at an anchor, and which symbols fill their roles.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "pattern/alphabet.h"
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
  bool complete = true;  // the paragraph ends with the symbols; if not, more of it may follow
};

class Matcher;

// The rules that hold at a site, one after the other: the likeliest first, and of equals the first;
// at most one hit a rule. Each side is matched from the anchor outwards, greedily, first branches
// first. Refers to the Matcher and to the symbols of the site. No rule is tried before it is due.
class Hits {
 public:
  [[nodiscard]] std::optional<Hit> next();
  // Whether next() stopped because a rule asked for what may follow the symbols. Never where they
  // are complete.
  [[nodiscard]] bool wants_more() const { return wants_more_; }
  // Goes on where it stopped, with more symbols behind those that it knows.
  void go_on(std::span<const std::uint8_t> symbols, bool complete) {
    site_.symbols = symbols;
    site_.complete = complete;
  }

 private:
  friend class Matcher;
  Hits(const Matcher& matcher, const Site& site) : matcher_(&matcher), site_(site) {}

  const Matcher* matcher_;
  Site site_;
  std::size_t word_ = 0;          // of the candidates that come next
  std::uint64_t candidates_ = 0;  // of the word before, still to be tried
  std::uint32_t last_rule_ = kNone;
  bool wants_more_ = false;
};

// All token rules of a pack, compiled. Immutable; const members are thread-safe.
class Matcher {
 public:
  // Errors: bad_rule when the anchor's role is missing, optional, repeated or absent from a branch,
  // or the pattern branches too often.
  static Result<Matcher> compile(std::span<const Pattern> patterns, const Alphabet& alphabet);

  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // The rules of that anchor which hold at `site`. None if it lies outside its symbols.
  [[nodiscard]] Hits hits(const Site& site) const { return {*this, site}; }

 private:
  friend class Hits;
  struct Program;
  explicit Matcher(std::unique_ptr<const Program> program);
  std::unique_ptr<const Program> program_;
};

}  // namespace quotary::pattern
