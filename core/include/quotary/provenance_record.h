// The part of a Record that says where the text, its pictures and its facts come from. Flat, as the
// rest of it: docs/record.md describes it field by field.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/provenance.h"
#include "quotary/span.h"

namespace quotary {

// A stretch of the document: where it stands in the original, in Record::unit, and its text. Empty
// when there is no such thing.
struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;

  [[nodiscard]] bool empty() const { return text.empty(); }
};

// A house as the rule pack knows it; all empty when it does not, or when no pack was given.
struct KnownHouse {
  std::string_view id;        // "ap"
  std::string_view name;      // "Associated Press"
  std::string_view kind;      // "wire", "photo_agency", "broadcaster" ...
  std::string_view country;   // ISO 3166-1 alpha-2
  std::string_view wikidata;  // "Q40469"
  std::string_view domain;    // "apnews.com"
};

struct RecordHouse {
  Passage passage;
  std::string_view name;  // as written: "AP"
  KnownHouse known;

  [[nodiscard]] std::string_view full_name() const {
    return known.name.empty() ? name : known.name;
  }
};

struct RecordPerson {
  Passage passage;
  std::string_view name;
  std::string_view role;        // empty if none is said
  std::uint32_t house = kNone;  // RecordProvenance::houses: on whose behalf
  Passage place;
};

struct RecordTerm {
  bool prohibited = false;  // false: a duty
  std::string_view action;  // of ODRL
  Passage passage;
};

struct RecordClause {
  std::string_view code;
  Passage passage;
};

// Ranges point into the vectors of the RecordProvenance.
struct RecordStatement {
  std::uint32_t n = 0;  // 1, 2, ...
  StatementKind kind = StatementKind::credit;
  Passage passage;
  std::string_view rule;
  float confidence = 0;
  Range people;
  Range houses;
  Range via;
  std::string_view pool;
  Range flags;
  Range places;
  Passage date;
  std::string_view year;
  std::string_view licence;
  Passage rights;
  Range terms;
  Passage link;
  Range clauses;
  std::uint32_t picture = 0;  // n of the picture that a credit belongs to; 0: none
};

struct RecordPicture {
  std::uint32_t n = 0;
  Passage caption;
  Passage copy;   // of the caption, one that breaks off
  Range credits;  // RecordProvenance::statements
  Range places;
  Passage date;
  std::string_view day;  // "2024-09-04", as far as it is given
};

struct RecordCitation {
  std::uint32_t n = 0;
  Passage passage;
  CitationRole role = CitationRole::source;
  Range chain;              // RecordProvenance::houses, the nearest first
  std::uint32_t quote = 0;  // n of the quote it belongs to, shown or not; 0: none
  std::string_view rule;
};

struct RecordVerdict {
  TextOrigin origin = TextOrigin::unknown;
  KnownHouse house;       // the wire or the origin; only the id where no pack was given
  std::string_view name;  // of the origin as written, where it is no known house
  std::vector<std::uint32_t> evidence;  // n of statements
  std::vector<std::string_view> rules;  // the decisive one first
  float confidence = 0;

  // Empty: not known.
  [[nodiscard]] std::string_view house_name() const {
    if (!house.name.empty()) return house.name;
    return house.id.empty() ? name : house.id;
  }
};

struct RecordFinding {
  std::string_view code;
  Passage passage;
  std::string_view advice;
};

// What the text itself says. What a page declares in its metadata will stand beside this, not in
// it.
struct RecordProvenance {
  std::vector<RecordStatement> statements;  // in the order of the text
  std::vector<RecordPicture> pictures;
  std::vector<RecordCitation> citations;
  RecordVerdict verdict;
  std::vector<RecordFinding> findings;

  // Pools that the ranges above point into.
  std::vector<RecordPerson> people;
  std::vector<RecordHouse> houses;
  std::vector<std::string_view> flags;
  std::vector<Passage> places;
  std::vector<RecordTerm> terms;
  std::vector<RecordClause> clauses;

  [[nodiscard]] std::span<const RecordPerson> people_of(const RecordStatement& statement) const {
    return std::span(people).subspan(statement.people.first, statement.people.size());
  }
  [[nodiscard]] std::span<const RecordHouse> houses_of(Range range) const {
    return std::span(houses).subspan(range.first, range.size());
  }
  [[nodiscard]] std::span<const std::string_view> flags_of(const RecordStatement& statement) const {
    return std::span(flags).subspan(statement.flags.first, statement.flags.size());
  }
  [[nodiscard]] std::span<const Passage> places_of(Range range) const {
    return std::span(places).subspan(range.first, range.size());
  }
  [[nodiscard]] std::span<const RecordTerm> terms_of(const RecordStatement& statement) const {
    return std::span(terms).subspan(statement.terms.first, statement.terms.size());
  }
  [[nodiscard]] std::span<const RecordClause> clauses_of(const RecordStatement& statement) const {
    return std::span(clauses).subspan(statement.clauses.first, statement.clauses.size());
  }
  [[nodiscard]] std::span<const RecordStatement> credits_of(const RecordPicture& picture) const {
    return std::span(statements).subspan(picture.credits.first, picture.credits.size());
  }
};

}  // namespace quotary
