// Provenance: what a text says about where its words, its pictures and its facts come from.
//
// Found in the text alone: what a page or its metadata declare stands beside it, not in it. Plain
// data: indices into the vectors of one Provenance, Spans into Document::text(), and small strings
// where a name is given without the words around it. Codes (`rule`, `flag`, `licence`, ids of
// houses ...) are views that the RulePack owns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/span.h"

namespace quotary {

enum class StatementKind : std::uint8_t {
  credit,             // of a photograph, video, graphic, illustration
  byline,             // who wrote the text; sign-offs ("Reporting by A; Editing by B") too
  dateline,           // "DALLAS (AP) — "
  contribution,       // who contributed to it besides
  wire_copyright,     // the holder of the rights is a house other than the publisher
  site_copyright,     // any other copyright line
  syndication,        // where the text was first published
  repost_disclaimer,  // what is said of rights and purpose by whoever reposted it
  correction,         // corrections and editor's notes
};

// A person named in a statement.
struct CreditedPerson {
  Span span;
  std::string name;             // as written, without marks and line breaks
  std::string_view role;        // "photographer", "reporting", "editing" ...; empty if none is said
  std::uint32_t house = kNone;  // Provenance::houses: on whose behalf; kNone if not said
  Span place;                   // "in Washington"
};

// A house (agency, paper, broadcaster, any organisation) named in a statement.
struct CreditedHouse {
  Span span;
  std::string name;     // as written, without what is no part of the name: "AP" in "AP Photo"
  std::string_view id;  // of the houses in agencies.json; empty: not one of them
};

// What may or must not be done, as an ODRL term derived from the words beside it.
struct RightsTerm {
  bool prohibited = false;  // false: a duty
  std::string_view action;  // "distribute", "reproduce", "attribute" ...
  Span span;
};

// One sentence of a disclaimer or a notice.
struct NoticeClause {
  std::string_view code;  // "copyright_with_author", "information_only", "correct_or_delete" ...
  Span span;
};

// One statement of provenance. The ranges may be empty.
struct Statement {
  StatementKind kind = StatementKind::credit;
  std::uint32_t paragraph = 0;  // index into Document::paragraphs() and Analysis::blocks
  Span span;                    // all of it, label and brackets included
  std::string_view rule;
  float confidence = 0;      // 0..1
  Range people;              // Provenance::people
  Range houses;              // Provenance::houses, in the order of the text
  Range via;                 // Provenance::houses: the distributors, in order
  std::string pool;          // "Palace Pool"; empty if there is none
  Range flags;               // Provenance::flags
  Range places;              // Provenance::places
  Span date;                 // as written
  std::string year;          // of a copyright
  std::string_view licence;  // "CC BY 4.0" as an SPDX id where there is one
  Span rights;               // the words about rights
  Range terms;               // Provenance::terms
  Span link;
  Range clauses;                  // Provenance::clauses
  std::uint32_t picture = kNone;  // Provenance::pictures: the one that a credit belongs to
};

// A picture, video or graphic that the text shows: its caption, its credit.
struct Picture {
  std::uint32_t paragraph = 0;
  Span caption;     // without its credit; may be empty
  Span copy;        // a copy of the caption that breaks off, empty if there is none
  Range credits;    // Provenance::statements
  Range places;     // Provenance::places: where it was taken
  Span date;        // when it was taken, as written
  std::string day;  // the same as 2024-09-04, as far as it is given
};

enum class CitationRole : std::uint8_t {
  medium,  // somebody spoke to the house: "told Reuters"
  source,  // the house itself says it: "Reuters reported"
};

// A house named in the running text as where a fact or a quote comes from. Never wire copy.
struct Citation {
  Span span;  // "told Reuters", "TASS reported"
  CitationRole role = CitationRole::source;
  Range chain;                  // Provenance::houses: TASS, then whom TASS cites
  std::uint32_t quote = kNone;  // Analysis::quotes
  std::string_view rule;
};

enum class TextOrigin : std::uint8_t {
  unknown,
  own,          // written for the publisher
  wire,         // copy of a wire
  mixed,        // the publisher's, with a wire's parts; or two wires
  republished,  // first published elsewhere
  press_release,
};

// Where the text as a whole comes from. Pictures and quotes have no part in it.
struct Verdict {
  TextOrigin origin = TextOrigin::unknown;
  std::string_view house;               // id of the wire or the origin; empty: not known
  std::string origin_name;              // of the origin as written, where it is no known house
  std::vector<std::uint32_t> evidence;  // Provenance::statements
  std::vector<std::string_view> rules;  // the rules of decision that held, the decisive one first
  float confidence = 0;                 // 0..1
};

// What an editor or an auditor ought to look at.
struct ProvenanceFinding {
  std::string_view code;  // "credit-without-person"
  Span span;
  std::string_view advice;
};

struct Provenance {
  Span headline;  // and what else stands above the text: empty where there is none
  Span section;
  Span posted;                        // the line that says when it was published
  std::string posted_at;              // the same as 2024-09-04T23:50, as far as it is given
  std::vector<Statement> statements;  // in the order of the text
  std::vector<Picture> pictures;
  std::vector<Citation> citations;
  Verdict verdict;
  std::vector<ProvenanceFinding> findings;

  // Pools that the ranges above point into.
  std::vector<CreditedPerson> people;
  std::vector<CreditedHouse> houses;
  std::vector<std::string_view> flags;
  std::vector<Span> places;
  std::vector<RightsTerm> terms;
  std::vector<NoticeClause> clauses;
};

// The names used in records: "wire_copyright", "press_release", ...
[[nodiscard]] std::string_view name_of(StatementKind kind);
[[nodiscard]] std::string_view name_of(CitationRole role);
[[nodiscard]] std::string_view name_of(TextOrigin origin);

}  // namespace quotary
