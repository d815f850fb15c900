#include "writers/prov.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "writers/article.h"
#include "writers/declarations.h"
#include "writers/json_buffer.h"
#include "writers/member_writer.h"
#include "writers/uri.h"

namespace quotary {
namespace {

// One of the top-level objects of PROV-JSON, under construction.
class Section {
 public:
  explicit Section(std::string_view name) : name_(name), buffer_(text_, 256), json_(buffer_) {
    buffer_.raw('{');
  }

  MemberWriter& json() { return json_; }

  void append_to(JsonBuffer& out) {
    buffer_.finish();
    if (text_.size() == 1) return;  // nothing in it
    out.separate();
    out.raw('"');
    out.raw(name_);
    out.raw("\":");
    out.raw(text_);
    out.raw('}');
  }

 private:
  std::string_view name_;
  std::string text_;
  JsonBuffer buffer_;
  MemberWriter json_;
};

class ProvDocument {
 public:
  ProvDocument(const Record& record, std::string& out)
      : record_(record),
        provenance_(record.provenance),
        article_(record),
        declared_(record),
        out_(out) {}

  void write() {
    write_text();
    for (const RecordStatement& statement : provenance_.statements) {
      if (statement.kind != StatementKind::credit) write_makers("a:text", statement);
    }
    write_origin();
    write_declared_makers();
    for (const CreditedPicture& picture : article_.pictures()) write_picture(picture);
    for (const RecordQuote& quote : record_.quotes) write_quote(quote);
    std::uint32_t n = 0;
    for (const RecordCitation& citation : provenance_.citations) write_citation(citation, ++n);
    join();
  }

 private:
  void join() {
    JsonBuffer out(out_, 1024);
    MemberWriter json(out);
    out.raw('{');
    json.open("prefix", '{');
    json.text("a", article_.uri_of_part(""));
    json.text("house", "urn:quotary:house:");
    json.text("quotary", "urn:quotary:prov:");
    json.close('}');
    for (Section* section : {&entities_, &activities_, &agents_, &used_, &informed_, &derived_,
                             &attributed_, &associated_, &behalf_}) {
      section->append_to(out);
    }
    out.raw("}\n");
  }

  // {"$": "prov:Person", "type": "prov:QUALIFIED_NAME"}
  static void qualified(MemberWriter& json, std::string_view name, std::string_view value) {
    json.open(name, '{');
    json.text("$", value);
    json.text("type", "prov:QUALIFIED_NAME");
    json.close('}');
  }

  static void place(MemberWriter& json, const Passage& passage) {
    if (passage.empty()) return;
    json.number("quotary:begin", passage.begin);
    json.number("quotary:end", passage.end);
  }

  // The id of a relation: PROV-JSON needs one, nobody refers to it.
  std::string next_relation() { return "_:r" + std::to_string(++relations_); }

  // Opens a relation of two things; the caller closes it.
  MemberWriter& open_relation(Section& section, std::string_view from_key, std::string_view from,
                              std::string_view to_key, std::string_view to) {
    MemberWriter& json = section.json();
    json.open(next_relation(), '{');
    json.text(from_key, from);
    json.text(to_key, to);
    return json;
  }
  void attribute(std::string_view entity, std::string_view agent, std::string_view role,
                 const Passage& passage) {
    MemberWriter& json = open_relation(attributed_, "prov:entity", entity, "prov:agent", agent);
    json.text("quotary:role", role);
    place(json, passage);
    json.close('}');
  }
  void derive(std::string_view entity, std::string_view from, std::string_view type) {
    MemberWriter& json =
        open_relation(derived_, "prov:generatedEntity", entity, "prov:usedEntity", from);
    if (!type.empty()) qualified(json, "prov:type", type);
    json.close('}');
  }

  // An agent is there once, however often it is named.
  std::string agent(const std::string& id, std::string_view type, std::string_view label,
                    const KnownHouse& known = {}) {
    if (!agents_written_.insert(id).second) return id;
    MemberWriter& json = agents_.json();
    json.open(id, '{');
    qualified(json, "prov:type", type);
    json.text("prov:label", label);
    if (!known.wikidata.empty()) {
      json.text("quotary:wikidata",
                "https://www.wikidata.org/entity/" + std::string(known.wikidata));
    }
    json.text("quotary:kind", known.kind);
    json.close('}');
    return id;
  }
  std::string person(std::string_view name) {
    const std::size_t next = people_.size() + 1;
    const auto at = people_.emplace(name, next).first;
    return agent("a:person-" + std::to_string(at->second), "prov:Person", name, {});
  }
  std::string organisation(std::string_view name, std::string_view house_id = {},
                           const KnownHouse& known = {}) {
    if (!house_id.empty()) {
      return agent("house:" + percent_encoded(house_id), "prov:Organization",
                   known.name.empty() ? name : known.name, known);
    }
    const std::size_t next = organisations_.size() + 1;
    const auto at = organisations_.emplace(name, next).first;
    return agent("a:organisation-" + std::to_string(at->second), "prov:Organization", name, {});
  }
  std::string house(const RecordHouse& house) {
    return organisation(house.name, house.id, house.known);
  }

  void write_text() {
    MemberWriter& json = entities_.json();
    json.open("a:text", '{');
    qualified(json, "prov:type", "quotary:Article");
    json.text("prov:label", article_.headline());
    json.text("quotary:id", record_.id);
    json.text("quotary:unit", name_of(record_.unit));
    if (provenance_.present) {
      json.text("quotary:posted", provenance_.posted_at);
      json.text("quotary:origin", name_of(provenance_.origin));
      json.key("quotary:confidence");
      json.buffer().fraction(provenance_.confidence);
    }
    for (const RecordStatement& statement : provenance_.statements) {
      if (!is_copyright(statement)) continue;
      json.text("quotary:copyrightNotice", statement.passage.text);
      break;  // a key stands once
    }
    const RecordStatement* const disclaimer = article_.first(StatementKind::repost_disclaimer);
    if (disclaimer != nullptr) json.text("quotary:disclaimer", disclaimer->passage.text);
    write_declared_values(json);
    json.close('}');
  }

  // "quotary:declared-published": what the metadata say, apart from what the text says. Those who
  // are named become agents, the origin an entity.
  void write_declared_values(MemberWriter& json) {
    for (std::size_t number = 0; number < kDeclaredFields; ++number) {
      const auto field = static_cast<DeclaredField>(number);
      if (names_somebody(field) || field == DeclaredField::origin) continue;
      const auto values = declared_.of(field);
      std::string key = "quotary:declared-";
      key += name_of(field);
      if (values.size() == 1) {
        json.text(key, values.front()->value);
      } else {
        json.list(key, values, [&](const DeclaredValue* each) { json.element(each->value); });
      }
    }
  }

  // `quotary:declared` is the place of the page that says it.
  void write_declared_makers() {
    for (const DeclaredValue* each : declared_.all()) {
      if (!names_somebody(each->field)) continue;
      const std::string who = declared_agent(*each);
      MemberWriter& json = open_relation(attributed_, "prov:entity", "a:text", "prov:agent", who);
      json.text("quotary:role", name_of(each->field));
      json.text("quotary:declared", each->from);
      json.text("quotary:url", each->url);
      json.close('}');
    }
  }

  // A house that the text names as well is the same agent.
  std::string declared_agent(const DeclaredValue& value) {
    for (const RecordHouse& each : provenance_.houses) {
      if (each.name == value.value || each.full_name() == value.value) return house(each);
    }
    const bool someone =
        value.type == DeclaredType::person ||
        (value.type == DeclaredType::unknown && value.field == DeclaredField::author);
    return someone ? person(value.value) : organisation(value.value);
  }

  // Those who made it, each on behalf of a house if the statement says so.
  void write_makers(std::string_view entity, const RecordStatement& statement) {
    for (const RecordPerson& each : provenance_.people_of(statement)) {
      const std::string who = person(each.name);
      attribute(entity, who, role_in(statement, each), each.passage);
      const RecordHouse* const employer = house_of(provenance_, statement, each);
      if (employer == nullptr) continue;
      const std::string for_whom = house(*employer);
      std::string pair = who;
      pair.append(" ").append(for_whom);
      if (!behalf_written_.insert(std::move(pair)).second) continue;
      open_relation(behalf_, "prov:delegate", who, "prov:responsible", for_whom).close('}');
    }
    if (statement.kind == StatementKind::syndication ||
        statement.kind == StatementKind::repost_disclaimer) {
      return;  // the origin's: write_origin()
    }
    for (const RecordHouse& each : provenance_.houses_of(statement.houses)) {
      attribute(entity, house(each), name_of(statement.kind), each.passage);
    }
  }

  // What was republished was somewhere else before, even where nobody says where; so was what the
  // metadata call another page the origin of.
  void write_origin() {
    const DeclaredValue* const declared = declared_.first(DeclaredField::origin);
    const bool republished = provenance_.present && provenance_.origin == TextOrigin::republished;
    if (!republished && declared == nullptr) return;
    MemberWriter& json = entities_.json();
    json.open("a:origin", '{');
    qualified(json, "prov:type", "quotary:Origin");
    const RecordStatement* const syndication =
        republished ? article_.first(StatementKind::syndication) : nullptr;
    if (syndication != nullptr) {
      json.text("prov:location", syndication->link.text);
      json.text("quotary:licence", syndication->licence);
      json.text("quotary:date", syndication->date.text);
    }
    if (declared != nullptr) {
      json.text("quotary:declared-origin", declared->value);
      json.text("quotary:declared", declared->from);
    }
    json.close('}');
    derive("a:text", "a:origin", "prov:Revision");
    if (republished && !provenance_.house_name().empty()) {
      attribute("a:origin",
                organisation(provenance_.house_name(), provenance_.house, provenance_.known_house),
                "publisher", {});
    }
  }

  void write_picture(const CreditedPicture& picture) {
    const std::string id = "a:" + picture.name;
    write_picture_entity(picture, id);
    for (const RecordStatement* credit : picture.credits) {
      write_makers(id, *credit);
      if (!credit->pool.empty()) {
        attribute(id, organisation(credit->pool), "pool", {});
      }
    }
    write_way(picture, id);
  }

  void write_picture_entity(const CreditedPicture& picture, const std::string& id) {
    MemberWriter& json = entities_.json();
    json.open(id, '{');
    qualified(json, "prov:type", "quotary:Picture");
    if (picture.picture != nullptr) {
      json.text("prov:label", picture.picture->caption.text);
      place(json, picture.picture->caption);
      json.text("prov:location", article_.places(picture.picture->places));
      json.text("quotary:date",
                picture.picture->day.empty() ? picture.picture->date.text : picture.picture->day);
    }
    std::string written;
    std::string flags;
    for (const RecordStatement* credit : picture.credits) {
      if (!written.empty()) written += "; ";
      written += credit->passage.text;
      for (const std::string_view flag : provenance_.flags_of(*credit)) {
        if (!flags.empty()) flags += ' ';
        flags += flag;
      }
    }
    json.text("quotary:credit", written);
    json.text("quotary:flags", flags);
    json.close('}');
  }

  // Each distributor is an activity that uses the picture and follows upon the one before.
  void write_way(const CreditedPicture& picture, const std::string& id) {
    std::string before;
    std::uint32_t order = 0;
    for (const RecordStatement* credit : picture.credits) {
      for (const RecordHouse& each : provenance_.houses_of(credit->via)) {
        const std::string step = "a:distribution-" + picture.name + "-" + std::to_string(++order);
        MemberWriter& activity = activities_.json();
        activity.open(step, '{');
        qualified(activity, "prov:type", "quotary:Distribution");
        activity.number("quotary:order", order);
        activity.close('}');
        open_relation(used_, "prov:activity", step, "prov:entity", id).close('}');
        MemberWriter& association =
            open_relation(associated_, "prov:activity", step, "prov:agent", house(each));
        qualified(association, "prov:role", "quotary:distributor");
        association.close('}');
        if (!before.empty()) {
          open_relation(informed_, "prov:informed", step, "prov:informant", before).close('}');
        }
        before = step;
      }
    }
  }

  void write_quote(const RecordQuote& quote) {
    const std::string id = "a:quote-" + std::to_string(quote.n);
    MemberWriter& json = entities_.json();
    json.open(id, '{');
    qualified(json, "prov:type", "quotary:Quote");
    write_words(json, quote);
    json.text("quotary:kind", name_of(quote.kind));
    json.text("quotary:medium", quote.medium.text);
    json.key("quotary:confidence");
    json.buffer().fraction(quote.confidence);
    const auto parts = record_.parts_of(quote);
    json.number("quotary:begin", parts.front().begin);
    json.number("quotary:end", parts.back().end);
    json.close('}');
    derive("a:text", id, quote.kind == QuoteKind::indirect ? "" : "prov:Quotation");
    for (const std::uint32_t speaker : record_.speakers_of(quote)) {
      if (record_.sources[speaker].name.empty()) continue;
      attribute(id, speaker_agent(speaker), "speaker", quote.source);
    }
  }

  void write_words(MemberWriter& json, const RecordQuote& quote) {
    if (quote.depth >= kMaxTextDepth) return;
    json.key("prov:value");
    JsonBuffer& out = json.buffer();
    out.raw('"');
    const auto parts = record_.parts_of(quote);
    for (const Passage& part : parts) {
      if (&part != parts.data()) out.raw(' ');
      out.escaped(part.text);
    }
    out.raw('"');
  }

  std::string speaker_agent(std::uint32_t index) {
    const RecordSource& source = record_.sources[index];
    const std::string id = "a:speaker-" + std::to_string(index + 1);
    switch (source.type) {
      case SourceType::person:
      case SourceType::unnamed:
        return agent(id, "prov:Person", source.name, {});
      case SourceType::organisation:
        return agent(id, "prov:Organization", source.name, {});
      default:
        return agent(id, "quotary:Source", source.name, {});
    }
  }

  // The report of a house, and those that it cites in their turn.
  void write_citation(const RecordCitation& citation, std::uint32_t n) {
    std::string before = "a:text";
    std::uint32_t step = 0;
    for (const RecordHouse& each : provenance_.houses_of(citation.chain)) {
      const std::string id = "a:report-" + std::to_string(n) + "-" + std::to_string(++step);
      MemberWriter& json = entities_.json();
      json.open(id, '{');
      qualified(json, "prov:type", "quotary:Report");
      json.text("quotary:role", name_of(citation.role));
      if (step == 1) {
        json.text("quotary:words", citation.passage.text);
        place(json, citation.passage);
      }
      json.close('}');
      derive(before, id, "prov:PrimarySource");
      attribute(id, house(each), "publisher", each.passage);
      before = id;
    }
  }

  const Record& record_;
  const RecordProvenance& provenance_;
  Article article_;
  Declarations declared_;
  std::string& out_;

  Section entities_{"entity"};
  Section activities_{"activity"};
  Section agents_{"agent"};
  Section used_{"used"};
  Section informed_{"wasInformedBy"};
  Section derived_{"wasDerivedFrom"};
  Section attributed_{"wasAttributedTo"};
  Section associated_{"wasAssociatedWith"};
  Section behalf_{"actedOnBehalfOf"};

  std::unordered_set<std::string> agents_written_;
  std::unordered_set<std::string> behalf_written_;
  std::unordered_map<std::string_view, std::size_t> people_;
  std::unordered_map<std::string_view, std::size_t> organisations_;
  std::uint32_t relations_ = 0;
};

}  // namespace

void ProvWriter::write(const Record& record, std::string& out) const {
  ProvDocument(record, out).write();
}

}  // namespace quotary
