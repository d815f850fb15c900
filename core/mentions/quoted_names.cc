#include "mentions/quoted_names.h"

#include <algorithm>
#include <string_view>

#include "mentions/reading.h"
#include "quotes/uses.h"
#include "tags/tag_set.h"

namespace quotary {

namespace {

// Words that stay small in a title.
constexpr TagSet kSmall = tag_set({Tag::prep, Tag::det, Tag::conj, Tag::to, Tag::poss});

// "Meet the Press": every word has a capital but those that stay small.
bool has_title_case(const Reading& r, Range words) {
  constexpr std::uint32_t kLeast = 2;  // capitals: `"Hamilton"` may be anything
  std::uint32_t capitals = 0;
  for (std::uint32_t at = words.first; at < words.last; ++at) {
    if (is_mark(r.tag(at))) continue;
    const bool capital = (r.tokens[at].shape & (shape::capital | shape::has_digit)) != 0;
    if (!capital && (capitals == 0 || !is_in(r.tag(at), kSmall))) return false;
    capitals += capital ? 1 : 0;
  }
  return capitals >= kLeast;
}

}  // namespace

QuotedNames::QuotedNames(const Lexicon& lexicon) {
  constexpr std::string_view kFirstNames[] = {"FirstNameMale", "FirstNameFemale"};
  constexpr std::string_view kWorks[] = {"WorkNoun"};
  constexpr std::string_view kOutlets[] = {"MediaOutlet"};
  constexpr std::string_view kCueNouns[] = {"CueNoun", "MottoNoun"};
  first_names_ = lexicon.class_set(kFirstNames);
  works_ = lexicon.class_set(kWorks);
  outlets_ = lexicon.class_set(kOutlets);
  cue_nouns_ = lexicon.class_set(kCueNouns);
}

std::optional<QuoteUse> QuotedNames::use_of(const Reading& r, std::uint32_t stretch,
                                            Range tokens) const {
  const std::uint32_t first = tokens.first;
  if (first == 0 || r.sentence[first - 1] != r.sentence[first]) return std::nullopt;
  if (is_nickname(r, stretch, first)) return QuoteUse::nickname;
  if (is_title(r, tokens)) return QuoteUse::title;
  return std::nullopt;
}

bool QuotedNames::is_nickname(const Reading& r, std::uint32_t stretch, std::uint32_t first) const {
  std::uint32_t given = first - 1;
  if (given > 0 && (r.tokens[given].shape & shape::abbreviation) != 0) --given;  // "Robert J."
  if (!r.has_capital(given)) return false;
  if (!r.meets(given, first_names_)) return false;
  const StretchLook look = look_at(*r.document, *r.stretches, stretch);
  const bool ends = look.asks || look.stops || look.pauses;
  return look.name_before && look.name_after && look.capitals == look.words && !ends;
}

bool QuotedNames::is_title(const Reading& r, Range tokens) const {
  return introduces_title(r, tokens) && has_title_case(r, tokens);
}

// `on CNN's | "State of the Union"`, `a | "Save Our Bridge" hat`, `in | "The Bridge"`, `his book, |
// "The Bridge"`; not `with chants of | "Lock Him Up"`.
bool QuotedNames::introduces_title(const Reading& r, Range tokens) const {
  const std::uint32_t before = tokens.first - 1;
  const auto is = [&](std::uint32_t at, const ClassSet& classes) { return r.meets(at, classes); };
  const Tag tag = r.tag(before);
  if (tag == Tag::poss || tag == Tag::det) return true;
  if (tag == Tag::prep) return before == 0 || !is(before - 1, cue_nouns_);
  if (tag == Tag::punct)
    return r.word(before) == ascii_id(",") && before > 0 && is(before - 1, works_);
  const auto outlet = r.lexicon->phrase_at(r.tokens, r.entries, tokens.first + 1);
  if (outlet && r.lexicon->classes(outlet->set).meets(outlets_)) return true;
  constexpr std::uint32_t kReach = 4;  // tokens: "a popular play called"
  const std::uint32_t low = tokens.first - std::min(tokens.first, kReach);
  for (std::uint32_t at = tokens.first; at > low && !is_mark(r.tag(at - 1)); --at) {
    if (is(at - 1, works_)) return true;
  }
  return false;
}

}  // namespace quotary
