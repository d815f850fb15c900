// LineParts: what stands in a credit, a byline or a sign-off, in order: people, houses, pools,
// flags.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "provenance/line.h"
#include "quotary/span.h"

namespace quotary {

enum class LinePartKind : std::uint8_t {
  person,
  house,  // an organisation, known or not
  via,    // a house after "via"
  pool,
  flag,
  licence,
  link,
  place,
};

struct LinePart {
  LinePartKind kind = LinePartKind::person;
  Range tokens;
  Span span;                    // of the Line's text
  std::string name;             // of a person, house or pool, without what is no part of it
  std::uint32_t house = kNone;  // index into Houses
  std::string_view code;        // of a flag, a licence; of a person the role
  char32_t before = 0;          // the separator before it; ' ' if none
  bool unclear = false;         // person or house: settled by what stands beside it
  std::uint8_t words = 0;
};

// A part of that kind whose name is all of `tokens`.
[[nodiscard]] LinePart named_part(const Line& line, LinePartKind kind, Range tokens);

struct LinePartsContext {
  bool label = false;         // after a label with a colon: single words may be names
  bool by = false;            // after "by": a person comes first
  bool byline = false;        // houses after a comma, roles, dates
  bool organisation = false;  // after "courtesy of": rather an organisation
  bool bracket = false;       // in brackets: "(Newsline: Ann Lee)"
};

struct LineParts {
  std::vector<LinePart> list;
  std::uint32_t end = 0;  // the first token that is no part
  bool prose = false;     // it ends in running text rather than in a mark

  [[nodiscard]] bool has(LinePartKind kind) const;
  [[nodiscard]] std::uint32_t count(LinePartKind kind) const;
  [[nodiscard]] bool has_known_house() const;
};

enum class NameShape : std::uint8_t { none, person, organisation, unclear };

// What the run of tokens [first, last) looks like, by itself.
[[nodiscard]] NameShape shape_of(const Line& line, std::uint32_t first, std::uint32_t last);

// A word that is somebody's first name.
[[nodiscard]] bool is_given_name(const Line& line, std::uint32_t at);

// Whether the run of tokens [first, last) can be the title of a paper, a station, a site that the
// table of houses does not have: "The Marston Record", "Ledger-Star", "WXQR", "marston.news".
[[nodiscard]] bool is_press_title(const Line& line, std::uint32_t first, std::uint32_t last);

// The end of the run of words of one name that begins with token `first`; `first` if none does.
[[nodiscard]] std::uint32_t end_of_name(const Line& line, std::uint32_t first, std::uint32_t last);

// Settles which names are people and which are houses where a name alone does not tell: by what
// stands beside it.
void settle_parts(const LineKnowledge& known, const LinePartsContext& context, LineParts& parts);

// Reads [first, last) as far as it can be read as parts.
void read_parts(const Line& line, Range tokens, const LinePartsContext& context, LineParts& out);

}  // namespace quotary
