#include "rules/guards.h"

namespace quotary {
namespace {

Range tokens_of(const GuardedMatch& match) {
  const auto& tokens = match.symbols.tokens;
  return {tokens[match.hit.whole.first].first, tokens[match.hit.whole.last - 1].last};
}

bool in_one_paragraph(const GuardedMatch& match) {
  const Range tokens = tokens_of(match);
  return match.document.paragraph_of(tokens.first) == match.document.paragraph_of(tokens.last - 1);
}

// No role but the quotation itself and the content takes words from between marks.
bool is_unquoted(const GuardedMatch& match) {
  for (std::size_t role = 0; role < pattern::kRoleCount; ++role) {
    const auto which = static_cast<pattern::Role>(role);
    if (which == pattern::Role::quote || which == pattern::Role::content) continue;
    const Range range = match.hit.role(which);
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (match.symbols.kinds[at] == SymbolKind::quote) return false;
    }
  }
  return true;
}

// The match, quotations apart, does not speak of a man and of a woman.
bool is_of_one_gender(const GuardedMatch& match) {
  unsigned found = 0;
  for (std::uint32_t at = match.hit.whole.first; at < match.hit.whole.last; ++at) {
    if (match.symbols.kinds[at] == SymbolKind::quote) continue;
    const Range tokens = match.symbols.tokens[at];
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
      const unsigned bits = match.pack.symbols.phrase_bits(match.entries[token].set);
      const unsigned gender = bits & (phrase_bit::male | phrase_bit::female);
      // A first name of both tells nothing.
      if (gender == phrase_bit::male || gender == phrase_bit::female) found |= gender;
    }
  }
  return found != (phrase_bit::male | phrase_bit::female);
}

bool holds(Guard guard, const GuardedMatch& match) {
  switch (guard) {
    case Guard::same_paragraph:
      return in_one_paragraph(match);
    case Guard::agrees_gender:
      return is_of_one_gender(match);
    case Guard::not_quoted:
      return is_unquoted(match);
  }
  return true;
}

}  // namespace

std::optional<Guard> failed_guard(const GuardedMatch& match) {
  for (const Guard guard : match.pack.rules[match.hit.rule].guards) {
    if (!holds(guard, match)) return guard;
  }
  return std::nullopt;
}

std::string_view name_of(Guard guard) {
  switch (guard) {
    case Guard::same_paragraph:
      return "same_paragraph";
    case Guard::agrees_gender:
      return "agrees_gender";
    case Guard::not_quoted:
      return "not_quoted";
  }
  return "";
}

}  // namespace quotary
