#include "records/provenance_record.h"

#include <algorithm>

#include "rules/pack.h"

namespace quotary {
namespace {

class ProvenanceBuilder {
 public:
  ProvenanceBuilder(const Document& document, const Provenance& from, const RulePack* pack,
                    RecordProvenance& to)
      : document_(document), from_(from), pack_(pack), to_(to) {}

  // The pools are copied as they are, so that ranges need no translation.
  void build() {
    add_pools();
    for (const Statement& statement : from_.statements) add(statement);
    for (const Picture& picture : from_.pictures) add(picture);
    for (const Citation& citation : from_.citations) add(citation);
    add_verdict();
    for (const ProvenanceFinding& finding : from_.findings) {
      to_.findings.push_back({finding.code, passage(finding.span), finding.advice});
    }
  }

 private:
  [[nodiscard]] Passage passage(Span span) const {
    if (span.empty()) return {};
    return {span.begin, span.end, document_.text(span)};
  }

  [[nodiscard]] KnownHouse known(std::string_view id) const {
    KnownHouse out;
    out.id = id;
    if (id.empty() || pack_ == nullptr) return out;
    const Houses& houses = pack_->data().houses;
    const std::uint32_t index = houses.with_id(id);
    if (index == kNone) return out;
    const House& house = houses[index];
    out.name = house.name;
    out.kind = house.kind;
    out.country = house.country;
    out.wikidata = house.wikidata;
    if (!house.domains.empty()) out.domain = house.domains.front();
    return out;
  }

  void add_pools() {
    for (const CreditedPerson& each : from_.people) {
      to_.people.push_back(
          {passage(each.span), each.name, each.role, each.house, passage(each.place)});
    }
    for (const CreditedHouse& each : from_.houses) {
      to_.houses.push_back({passage(each.span), each.name, known(each.id)});
    }
    to_.flags.assign(from_.flags.begin(), from_.flags.end());
    for (const Span each : from_.places) to_.places.push_back(passage(each));
    for (const RightsTerm& each : from_.terms) {
      to_.terms.push_back({each.prohibited, each.action, passage(each.span)});
    }
    for (const NoticeClause& each : from_.clauses) {
      to_.clauses.push_back({each.code, passage(each.span)});
    }
  }

  void add(const Statement& from) {
    RecordStatement statement;
    statement.n = static_cast<std::uint32_t>(to_.statements.size()) + 1;
    statement.kind = from.kind;
    statement.passage = passage(from.span);
    statement.rule = from.rule;
    statement.confidence = from.confidence;
    statement.people = from.people;
    statement.houses = from.houses;
    statement.via = from.via;
    statement.pool = from.pool;
    statement.flags = from.flags;
    statement.places = from.places;
    statement.date = passage(from.date);
    statement.year = from.year;
    statement.licence = from.licence;
    statement.rights = passage(from.rights);
    statement.terms = from.terms;
    statement.link = passage(from.link);
    statement.clauses = from.clauses;
    statement.picture = from.picture == kNone ? 0 : from.picture + 1;
    to_.statements.push_back(statement);
  }

  void add(const Picture& from) {
    RecordPicture picture;
    picture.n = static_cast<std::uint32_t>(to_.pictures.size()) + 1;
    picture.caption = passage(from.caption);
    picture.copy = passage(from.copy);
    picture.credits = from.credits;
    picture.places = from.places;
    picture.date = passage(from.date);
    picture.day = from.day;
    to_.pictures.push_back(picture);
  }

  void add(const Citation& from) {
    RecordCitation citation;
    citation.n = static_cast<std::uint32_t>(to_.citations.size()) + 1;
    citation.passage = passage(from.span);
    citation.role = from.role;
    citation.chain = from.chain;
    citation.quote = from.quote == kNone ? 0 : from.quote + 1;
    citation.rule = from.rule;
    to_.citations.push_back(citation);
  }

  void add_verdict() {
    const Verdict& from = from_.verdict;
    to_.verdict.origin = from.origin;
    to_.verdict.house = known(from.house);
    to_.verdict.name = from.origin_name;
    for (const std::uint32_t statement : from.evidence) {
      to_.verdict.evidence.push_back(statement + 1);
    }
    to_.verdict.rules.assign(from.rules.begin(), from.rules.end());
    to_.verdict.confidence = from.confidence;
  }

  const Document& document_;
  const Provenance& from_;
  const RulePack* pack_;
  RecordProvenance& to_;
};

}  // namespace

void clear_provenance(RecordProvenance& provenance) {
  provenance.statements.clear();
  provenance.pictures.clear();
  provenance.citations.clear();
  provenance.verdict.house = {};
  provenance.verdict.name = {};
  provenance.verdict.evidence.clear();
  provenance.verdict.rules.clear();
  provenance.verdict.origin = TextOrigin::unknown;
  provenance.verdict.confidence = 0;
  provenance.findings.clear();
  provenance.people.clear();
  provenance.houses.clear();
  provenance.flags.clear();
  provenance.places.clear();
  provenance.terms.clear();
  provenance.clauses.clear();
}

void fill_provenance(const Document& document, const Provenance& from, const RulePack* pack,
                     RecordProvenance& to) {
  ProvenanceBuilder(document, from, pack, to).build();
}

}  // namespace quotary
