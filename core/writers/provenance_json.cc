#include "writers/provenance_json.h"

#include "writers/json_members.h"

namespace quotary {
namespace {

class ProvenanceJson {
 public:
  ProvenanceJson(JsonBuffer& out, const RecordProvenance& provenance)
      : json_(out), provenance_(provenance) {}

  void write() {
    json_.open("provenance", '{');
    write_verdict();
    json_.objects(
        "statements", provenance_.statements, [this](const auto& each) { write(each); }, true);
    json_.objects(
        "pictures", provenance_.pictures, [this](const auto& each) { write(each); }, true);
    json_.objects(
        "citations", provenance_.citations, [this](const auto& each) { write(each); }, true);
    json_.objects(
        "findings", provenance_.findings,
        [this](const RecordFinding& finding) {
          json_.text("code", finding.code);
          json_.passage(finding.passage);
          json_.text("advice", finding.advice);
        },
        true);
    json_.close('}');
  }

 private:
  void write_verdict() {
    const RecordVerdict& verdict = provenance_.verdict;
    json_.open("verdict", '{');
    json_.text("origin", name_of(verdict.origin));
    json_.key("house");
    if (verdict.house_name().empty()) {
      json_.buffer().raw("null");
    } else {
      json_.buffer().raw('{');
      json_.text("name", verdict.house_name());
      json_.text_or_null("id", verdict.house.id);
      json_.close('}');
    }
    json_.list(
        "evidence", verdict.evidence, [this](std::uint32_t n) { write(n); }, true);
    json_.list(
        "rules", verdict.rules, [this](std::string_view rule) { json_.element(rule); }, true);
    json_.fraction("confidence", verdict.confidence);
    json_.close('}');
  }

  void write(const RecordStatement& statement) {
    json_.number("n", statement.n);
    json_.text("kind", name_of(statement.kind));
    json_.passage(statement.passage);
    json_.objects(
        "people", provenance_.people_of(statement), [this](const auto& each) { write(each); },
        true);
    write_houses("houses", statement.houses);
    write_houses("via", statement.via);
    json_.text("pool", statement.pool);
    json_.list(
        "flags", provenance_.flags_of(statement),
        [this](std::string_view flag) { json_.element(flag); }, true);
    write_passages("places", provenance_.places_of(statement.places));
    json_.passage("date", statement.date);
    json_.text("year", statement.year);
    json_.text("licence", statement.licence);
    json_.passage("rights", statement.rights);
    json_.objects("terms", provenance_.terms_of(statement), [this](const RecordTerm& term) {
      json_.text("type", term.prohibited ? "prohibition" : "duty");
      json_.text("action", term.action);
      json_.passage(term.passage);
    });
    json_.passage("link", statement.link);
    json_.objects("clauses", provenance_.clauses_of(statement), [this](const RecordClause& clause) {
      json_.text("code", clause.code);
      json_.passage(clause.passage);
    });
    if (statement.picture != 0) json_.number("picture", statement.picture);
    json_.text_or_null("rule", statement.rule);
    json_.fraction("confidence", statement.confidence);
  }

  void write(const RecordPerson& person) {
    json_.number("begin", person.passage.begin);
    json_.number("end", person.passage.end);
    json_.text("name", person.name);
    json_.text("role", person.role);
    if (person.house < provenance_.houses.size()) {
      const RecordHouse& house = provenance_.houses[person.house];
      json_.open("house", '{');
      json_.text("name", house.name);
      json_.text_or_null("id", house.known.id);
      json_.close('}');
    }
    json_.passage("place", person.place);
  }

  void write_houses(std::string_view name, Range range) {
    json_.objects(
        name, provenance_.houses_of(range),
        [this](const RecordHouse& house) {
          json_.number("begin", house.passage.begin);
          json_.number("end", house.passage.end);
          json_.text("name", house.name);
          json_.text_or_null("id", house.known.id);
          json_.text("full_name", house.known.name);
        },
        true);
  }

  void write_passages(std::string_view name, std::span<const Passage> passages) {
    json_.objects(name, passages, [this](const Passage& each) { json_.passage(each); });
  }

  void write(const RecordPicture& picture) {
    json_.number("n", picture.n);
    json_.passage("caption", picture.caption);
    json_.passage("copy", picture.copy);
    json_.open("credits", '[');
    for (const RecordStatement& credit : provenance_.credits_of(picture)) {
      if (credit.picture == picture.n) write(credit.n);
    }
    json_.close(']');
    write_passages("places", provenance_.places_of(picture.places));
    json_.passage("date", picture.date);
    json_.text("day", picture.day);
  }

  void write(const RecordCitation& citation) {
    json_.number("n", citation.n);
    json_.text("role", name_of(citation.role));
    json_.passage(citation.passage);
    write_houses("chain", citation.chain);
    if (citation.quote != 0) json_.number("quote", citation.quote);
    json_.text_or_null("rule", citation.rule);
  }

  void write(std::uint32_t n) {
    json_.buffer().separate();
    json_.buffer().number(n);
  }

  JsonMembers json_;
  const RecordProvenance& provenance_;
};

}  // namespace

void append_provenance(JsonBuffer& out, const RecordProvenance& provenance) {
  ProvenanceJson(out, provenance).write();
}

}  // namespace quotary
