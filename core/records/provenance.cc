#include "records/provenance.h"

namespace quotary {
namespace {

class ProvenanceBuilder {
 public:
  ProvenanceBuilder(const Document& document, const Provenance& from, RecordProvenance& out)
      : document_(document), from_(from), out_(out) {}

  void build() {
    out_.present = true;
    out_.headline = passage(from_.headline);
    out_.section = passage(from_.section);
    out_.posted = passage(from_.posted);
    out_.posted_at = from_.posted_at;
    for (const CreditedPerson& person : from_.people) {
      const std::string_view house =
          person.house < from_.houses.size() ? from_.houses[person.house].name : std::string_view();
      out_.people.push_back(
          {passage(person.span), person.name, person.role, house, passage(person.place)});
    }
    for (const CreditedHouse& house : from_.houses) {
      out_.houses.push_back({passage(house.span), house.name, house.id});
    }
    for (const Span place : from_.places) out_.places.push_back(passage(place));
    for (const RightsTerm& term : from_.terms) {
      out_.terms.push_back({passage(term.span), term.prohibited, term.action});
    }
    for (const NoticeClause& clause : from_.clauses) {
      out_.clauses.push_back({passage(clause.span), clause.code});
    }
    out_.flags = from_.flags;
    for (const Statement& statement : from_.statements) add(statement);
    for (const Picture& picture : from_.pictures) add(picture);
    for (const Citation& citation : from_.citations) {
      out_.citations.push_back({passage(citation.span), citation.role, citation.chain,
                                citation.quote == kNone ? 0 : citation.quote + 1});
    }
    for (const ProvenanceFinding& finding : from_.findings) {
      out_.findings.push_back({passage(finding.span), finding.code, finding.advice});
    }
    out_.origin = from_.verdict.origin;
    out_.house = from_.verdict.house;
    out_.origin_name = from_.verdict.origin_name;
    for (const std::uint32_t statement : from_.verdict.evidence) {
      out_.evidence.push_back(statement + 1);
    }
    out_.rules = from_.verdict.rules;
    out_.confidence = from_.verdict.confidence;
  }

 private:
  [[nodiscard]] Passage passage(Span span) const {
    if (span.empty()) return {};
    return {span.begin, span.end, document_.text(span)};
  }

  void add(const Statement& from) {
    RecordStatement statement;
    statement.n = static_cast<std::uint32_t>(out_.statements.size()) + 1;
    statement.kind = from.kind;
    statement.passage = passage(from.span);
    statement.rule = from.rule;
    statement.confidence = from.confidence;
    statement.people = from.people;
    statement.houses = from.houses;
    statement.via = from.via;
    statement.places = from.places;
    statement.terms = from.terms;
    statement.clauses = from.clauses;
    statement.flags = from.flags;
    statement.pool = from.pool;
    statement.year = from.year;
    statement.licence = from.licence;
    statement.date = passage(from.date);
    statement.rights = passage(from.rights);
    statement.link = passage(from.link);
    statement.picture = from.picture == kNone ? 0 : from.picture + 1;
    out_.statements.push_back(statement);
  }

  void add(const Picture& from) {
    RecordPicture picture;
    picture.n = static_cast<std::uint32_t>(out_.pictures.size()) + 1;
    picture.caption = passage(from.caption);
    picture.copy = passage(from.copy);
    picture.date = passage(from.date);
    picture.day = from.day;
    picture.places = from.places;
    picture.credits = from.credits;
    out_.pictures.push_back(picture);
  }

  const Document& document_;
  const Provenance& from_;
  RecordProvenance& out_;
};

void clear(RecordProvenance& out) {
  out.present = false;
  out.headline = out.section = out.posted = {};
  out.posted_at = {};
  out.statements.clear();
  out.pictures.clear();
  out.citations.clear();
  out.findings.clear();
  out.origin = TextOrigin::unknown;
  out.house = out.origin_name = {};
  out.evidence.clear();
  out.rules.clear();
  out.confidence = 0;
  out.people.clear();
  out.houses.clear();
  out.places.clear();
  out.flags.clear();
  out.terms.clear();
  out.clauses.clear();
}

}  // namespace

void fill_provenance(const Document& document, const Analysis& analysis, bool wanted,
                     RecordProvenance& out) {
  clear(out);
  if (wanted) ProvenanceBuilder(document, analysis.provenance, out).build();
}

}  // namespace quotary
