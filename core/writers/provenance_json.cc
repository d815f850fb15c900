#include "writers/provenance_json.h"

#include <span>

namespace quotary {
namespace {

class ProvenanceJson {
 public:
  ProvenanceJson(const RecordProvenance& from, JsonBuffer& out) : from_(from), out_(out) {}

  void write() {
    out_.raw("{\"text\":");
    write_verdict();
    write_place_if("headline", from_.headline);
    write_place_if("section", from_.section);
    write_place_if("posted", from_.posted);
    member_if("posted_at", from_.posted_at);
    write_list("statements", from_.statements,
               [this](const RecordStatement& each) { write_statement(each); });
    write_list("pictures", from_.pictures,
               [this](const RecordPicture& each) { write_picture(each); });
    write_list("citations", from_.citations,
               [this](const RecordCitation& each) { write_citation(each); });
    write_list("findings", from_.findings, [this](const RecordFinding& each) {
      out_.raw("{\"code\":");
      out_.string(each.code);
      write_passage(each.passage);
      member("advice", each.advice);
      out_.raw('}');
    });
    out_.raw('}');
  }

 private:
  template <typename Values, typename Each>
  void write_list(std::string_view key, const Values& values, Each each) {
    out_.raw(",\"");
    out_.raw(key);
    out_.raw("\":[");
    for (const auto& value : values) {
      out_.separate();
      each(value);
    }
    out_.raw(']');
  }

  // The same, left out if there is none.
  template <typename Value, typename Each>
  void write_some(std::string_view key, const std::vector<Value>& pool, Range range, Each each) {
    if (range.empty()) return;
    write_list(key, std::span(pool).subspan(range.first, range.size()), each);
  }

  void member(std::string_view key, std::string_view text) {
    out_.raw(",\"");
    out_.raw(key);
    out_.raw("\":");
    if (text.empty()) {
      out_.raw("null");
    } else {
      out_.string(text);
    }
  }

  void member_if(std::string_view key, std::string_view text) {
    if (!text.empty()) member(key, text);
  }

  // Offsets and text as members of an object that has been begun.
  void write_passage(const Passage& passage, bool text = true) {
    out_.raw(",\"begin\":");
    out_.number(passage.begin);
    out_.raw(",\"end\":");
    out_.number(passage.end);
    if (text) member("text", passage.text);
  }

  // An object of its own.
  void write_place(const Passage& passage) {
    out_.raw("{\"begin\":");
    out_.number(passage.begin);
    out_.raw(",\"end\":");
    out_.number(passage.end);
    member("text", passage.text);
    out_.raw('}');
  }

  void write_place_if(std::string_view key, const Passage& passage) {
    if (passage.empty()) return;
    out_.raw(",\"");
    out_.raw(key);
    out_.raw("\":");
    write_place(passage);
  }

  void write_house(const RecordHouse& house) {
    out_.raw("{\"name\":");
    out_.string(house.name);
    member("id", house.id);
    write_passage(house.passage, false);
    out_.raw('}');
  }

  void write_person(const RecordPerson& person) {
    out_.raw("{\"name\":");
    out_.string(person.name);
    member("role", person.role);
    member_if("house", person.house);
    write_place_if("place", person.place);
    write_passage(person.passage, false);
    out_.raw('}');
  }

  void write_statement(const RecordStatement& statement) {
    out_.raw("{\"n\":");
    out_.number(statement.n);
    member("kind", name_of(statement.kind));
    write_passage(statement.passage);
    const auto house = [this](const RecordHouse& each) { write_house(each); };
    const auto place = [this](const Passage& each) { write_place(each); };
    write_some("people", from_.people, statement.people,
               [this](const RecordPerson& each) { write_person(each); });
    write_some("houses", from_.houses, statement.houses, house);
    write_some("via", from_.houses, statement.via, house);
    member_if("pool", statement.pool);
    write_some("flags", from_.flags, statement.flags,
               [this](std::string_view flag) { out_.string(flag); });
    write_some("places", from_.places, statement.places, place);
    write_place_if("date", statement.date);
    member_if("year", statement.year);
    write_place_if("rights", statement.rights);
    member_if("licence", statement.licence);
    write_some("terms", from_.terms, statement.terms, [this](const RecordTerm& term) {
      out_.raw(term.prohibited ? "{\"rule\":\"prohibition\"" : "{\"rule\":\"duty\"");
      member("action", term.action);
      write_passage(term.passage);
      out_.raw('}');
    });
    write_place_if("link", statement.link);
    write_some("clauses", from_.clauses, statement.clauses, [this](const RecordClause& clause) {
      out_.raw("{\"code\":");
      out_.string(clause.code);
      write_passage(clause.passage);
      out_.raw('}');
    });
    if (statement.picture != 0) {
      out_.raw(",\"picture\":");
      out_.number(statement.picture);
    }
    member("rule", statement.rule);
    out_.raw(",\"confidence\":");
    out_.fraction(statement.confidence);
    out_.raw('}');
  }

  void write_picture(const RecordPicture& picture) {
    out_.raw("{\"n\":");
    out_.number(picture.n);
    write_place_if("caption", picture.caption);
    write_place_if("copy", picture.copy);
    write_some("places", from_.places, picture.places,
               [this](const Passage& each) { write_place(each); });
    write_place_if("date", picture.date);
    member_if("day", picture.day);
    out_.raw(",\"credits\":[");
    for (std::uint32_t s = picture.credits.first; s < picture.credits.last; ++s) {
      if (from_.statements[s].picture != picture.n) continue;
      out_.separate();
      out_.number(s + 1);
    }
    out_.raw("]}");
  }

  void write_citation(const RecordCitation& citation) {
    out_.raw("{\"role\":\"");
    out_.raw(name_of(citation.role));
    out_.raw('"');
    write_passage(citation.passage);
    write_some("chain", from_.houses, citation.chain,
               [this](const RecordHouse& each) { write_house(each); });
    if (citation.quote != 0) {
      out_.raw(",\"quote\":");
      out_.number(citation.quote);
    }
    out_.raw('}');
  }

  void write_verdict() {
    out_.raw("{\"origin\":\"");
    out_.raw(name_of(from_.origin));
    out_.raw('"');
    member("house", from_.house);
    member_if("name", from_.origin_name);
    write_list("evidence", from_.evidence, [this](std::uint32_t n) { out_.number(n); });
    write_list("rules", from_.rules, [this](std::string_view rule) { out_.string(rule); });
    out_.raw(",\"confidence\":");
    out_.fraction(from_.confidence);
    out_.raw('}');
  }

  const RecordProvenance& from_;
  JsonBuffer& out_;
};

}  // namespace

void write_provenance(const RecordProvenance& provenance, JsonBuffer& out) {
  ProvenanceJson(provenance, out).write();
}

}  // namespace quotary
