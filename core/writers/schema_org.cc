#include "writers/schema_org.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "writers/article.h"
#include "writers/declarations.h"
#include "writers/json_buffer.h"
#include "writers/member_writer.h"
#include "writers/uri.h"

namespace quotary {
namespace {

// What the makers of a text are to it.
constexpr std::string_view kAuthor = "author";
constexpr std::string_view kEditor = "editor";
constexpr std::string_view kTranslator = "translator";
constexpr std::string_view kContributor = "contributor";

std::string_view property_of(const RecordStatement& statement, const RecordPerson& person) {
  if (person.role == "editing") return kEditor;
  if (person.role == "translating") return kTranslator;
  if (statement.kind == StatementKind::contribution) return kContributor;
  const bool writes = person.role.empty() || person.role == "reporting" || person.role == "writing";
  return writes ? kAuthor : kContributor;
}

class SchemaOrg {
 public:
  SchemaOrg(const Record& record, std::string& out)
      : record_(record),
        provenance_(record.provenance),
        article_(record),
        declared_(record),
        buffer_(out, 1024 + record.quotes.size() * 256),
        json_(buffer_) {}

  void write() {
    buffer_.raw("{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"");
    json_.text("@id", article_.uri());
    json_.text("identifier", record_.id);
    json_.text("url", address_of(declared_.text(DeclaredField::page_url)));
    json_.text("inLanguage", declared_.language());
    json_.text("headline", said_or_declared(article_.headline(), DeclaredField::title));
    json_.text("articleSection", said_or_declared(article_.section(), DeclaredField::section));
    json_.text("datePublished", provenance_.posted_at.empty()
                                    ? declared_.time(DeclaredField::published)
                                    : provenance_.posted_at);
    json_.text("dateModified", declared_.time(DeclaredField::modified));
    write_makers();
    write_declared_somebody("publisher", DeclaredField::publisher);
    write_declared_somebody("provider", DeclaredField::provider);
    write_dateline();
    write_rights(copyright_of_text());
    write_declared_rights();
    write_notices();
    write_origin();
    write_corrections();
    write_pictures("image", Medium::picture);
    write_pictures("video", Medium::video);
    write_quotes();
    write_citations();
    buffer_.raw("}\n");
  }

 private:
  void open_typed(std::string_view type) {
    buffer_.raw("{\"@type\":\"");
    buffer_.raw(type);
    buffer_.raw('"');
  }

  void organisation(std::string_view name, const KnownHouse& known) {
    buffer_.separate();
    open_typed("Organization");
    json_.text("name", known.name.empty() ? name : known.name);
    if (!known.name.empty() && known.name != name) json_.text("alternateName", name);
    if (!known.wikidata.empty()) {
      json_.text("sameAs", "https://www.wikidata.org/entity/" + std::string(known.wikidata));
    }
    if (!known.domain.empty()) json_.text("url", "https://" + std::string(known.domain));
    json_.close('}');
  }
  // Not in a list.
  void organisation_alone(std::string_view name, std::string_view wikidata) {
    open_typed("Organization");
    json_.text("name", name);
    if (!wikidata.empty()) {
      json_.text("sameAs", "https://www.wikidata.org/entity/" + std::string(wikidata));
    }
    json_.close('}');
  }

  void organisation(const RecordHouse& house) { organisation(house.name, house.known); }
  void organisations(std::string_view name, std::span<const RecordHouse> houses) {
    json_.list(name, houses, [this](const RecordHouse& each) { organisation(each); });
  }

  void person(const RecordStatement& statement, const RecordPerson& each) {
    buffer_.separate();
    open_typed("Person");
    json_.text("name", each.name);
    std::string role(each.role);  // "additional_reporting"
    std::replace(role.begin(), role.end(), '_', ' ');
    json_.text("jobTitle", role);
    const RecordHouse* const house = house_of(provenance_, statement, each);
    if (house != nullptr) {
      json_.key("affiliation");
      organisation_alone(house->full_name(), house->known.wikidata);
    }
    json_.close('}');
  }

  // The text goes first: what is declared is used where it says nothing.
  [[nodiscard]] std::string_view said_or_declared(std::string_view said,
                                                  DeclaredField field) const {
    return said.empty() ? declared_.text(field) : said;
  }

  void write_declared_somebody(std::string_view property, DeclaredField field) {
    json_.list(property, declared_.of(field), [this](const DeclaredValue* each) {
      const bool person =
          each->type == DeclaredType::person ||
          (each->type == DeclaredType::unknown && each->field == DeclaredField::author);
      buffer_.separate();
      open_typed(person ? "Person" : "Organization");
      json_.text("name", each->value);
      json_.text("url", address_of(each->url));
      json_.close('}');
    });
  }

  void write_makers() {
    for (const std::string_view property : {kAuthor, kEditor, kTranslator, kContributor}) {
      write_makers(property);
    }
  }

  void write_makers(std::string_view property) {
    bool opened = false;
    const auto begin = [&] {
      if (!opened) json_.open(property, '[');
      opened = true;
    };
    for (const RecordStatement& statement : provenance_.statements) {
      const bool makes =
          statement.kind == StatementKind::byline || statement.kind == StatementKind::contribution;
      if (!makes) continue;
      for (const RecordPerson& each : provenance_.people_of(statement)) {
        if (property_of(statement, each) != property) continue;
        begin();
        person(statement, each);
      }
      const std::string_view of_houses =
          statement.kind == StatementKind::contribution ? kContributor : kAuthor;
      if (of_houses != property || (of_houses == kAuthor && !statement.people.empty())) continue;
      for (const RecordHouse& each : provenance_.houses_of(statement.houses)) {
        begin();
        organisation(each);
      }
    }
    if (opened) {
      json_.close(']');
    } else if (property == kAuthor) {
      write_declared_somebody(kAuthor, DeclaredField::author);
    }
  }

  void write_dateline() {
    const RecordStatement* const dateline = article_.first(StatementKind::dateline);
    if (dateline == nullptr) {
      json_.text("dateline", declared_.text(DeclaredField::dateline));
      return;
    }
    json_.text("dateline", dateline->passage.text);
    if (provenance_.places_of(dateline->places).empty()) return;
    json_.open("locationCreated", '[');
    for (const Passage& each : provenance_.places_of(dateline->places)) write_place(each.text);
    json_.close(']');
  }

  void write_place(std::string_view name) {
    buffer_.separate();
    open_typed("Place");
    json_.text("name", name);
    json_.close('}');
  }

  [[nodiscard]] std::vector<const RecordStatement*> copyright_of_text() const {
    const RecordStatement* found = article_.first(StatementKind::wire_copyright);
    if (found == nullptr) found = article_.first(StatementKind::site_copyright);
    if (found == nullptr) return {};
    return {found};
  }

  // Of a text or a picture; what several statements say is joined.
  void write_rights(const std::vector<const RecordStatement*>& statements) {
    std::string notice;
    std::string licences;
    const RecordStatement* holder = nullptr;
    for (const RecordStatement* each : statements) {
      const std::string_view rights = is_copyright(*each) ? each->passage.text : each->rights.text;
      if (!rights.empty()) notice += notice.empty() ? "" : " ";
      notice += rights;
      if (licences.empty()) licences = each->licence;
      const bool holds = is_copyright(*each) || !each->rights.empty();
      if (holder == nullptr && holds && !each->houses.empty()) holder = each;
    }
    json_.text("copyrightNotice", notice);
    if (!licences.empty()) json_.text("license", "https://spdx.org/licenses/" + licences);
    if (holder == nullptr) return;
    organisations("copyrightHolder", provenance_.houses_of(holder->houses));
    write_year(holder->year);
  }

  // Of a text that says nothing of its own rights.
  void write_declared_rights() {
    if (!copyright_of_text().empty()) return;
    json_.text("copyrightNotice", declared_.text(DeclaredField::copyright_notice));
    write_declared_somebody("copyrightHolder", DeclaredField::copyright_holder);
    const DeclaredValue* const license = declared_.first(DeclaredField::license);
    if (license != nullptr) json_.text("license", address_of(*license));
  }

  // Disclaimers and terms of use, as written.
  void write_notices() {
    std::vector<std::string_view> notices;
    for (const RecordStatement& each : provenance_.statements) {
      if (each.kind == StatementKind::credit) continue;
      if (!each.terms.empty() || !each.clauses.empty()) notices.push_back(each.passage.text);
    }
    json_.list("usageInfo", notices, [this](std::string_view text) { write_usage(text); });
  }
  void write_usage(std::string_view text) {
    buffer_.separate();
    open_typed("CreativeWork");
    json_.text("text", text);
    json_.close('}');
  }

  void write_year(std::string_view year) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
    if (error == std::errc() && end == year.data() + year.size()) {
      json_.number("copyrightYear", number);
    }
  }

  // Whose copy it is, and what it was before.
  void write_origin() {
    const TextOrigin origin = provenance_.origin;
    const bool known = provenance_.present && !provenance_.house_name().empty();
    if (known && origin != TextOrigin::own && origin != TextOrigin::unknown) {
      json_.key("sourceOrganization");
      organisation_alone(provenance_.house_name(), provenance_.known_house.wikidata);
    } else {
      write_declared_somebody("sourceOrganization", DeclaredField::source_organization);
    }
    const bool republished = provenance_.present && origin == TextOrigin::republished;
    const DeclaredValue* const declared = declared_.first(DeclaredField::origin);
    if (!republished && declared == nullptr) return;
    json_.key("isBasedOn");
    open_typed("CreativeWork");
    const RecordStatement* const syndication =
        republished ? article_.first(StatementKind::syndication) : nullptr;
    if (syndication != nullptr) write_syndication(*syndication);
    if (declared != nullptr && (syndication == nullptr || syndication->link.empty())) {
      const std::string address = address_of(*declared);
      json_.text("url", address);
      if (address.empty()) json_.text("name", declared->value);
    }
    if (known && republished) {
      json_.key("provider");
      organisation_alone(provenance_.house_name(), provenance_.known_house.wikidata);
    }
    json_.close('}');
  }

  void write_syndication(const RecordStatement& syndication) {
    json_.text("url", address_of(syndication.link.text));
    if (!syndication.licence.empty()) {
      json_.text("license", "https://spdx.org/licenses/" + std::string(syndication.licence));
    }
    json_.text("creditText", syndication.passage.text);
  }

  void write_corrections() {
    bool opened = false;
    for (const RecordStatement& each : provenance_.statements) {
      if (each.kind != StatementKind::correction) continue;
      if (!opened) json_.open("correction", '[');
      opened = true;
      json_.element(each.passage.text);
    }
    if (opened) json_.close(']');
  }

  // Pictures and graphics are images.
  void write_pictures(std::string_view property, Medium medium) {
    bool opened = false;
    for (const CreditedPicture& each : article_.pictures()) {
      if ((article_.medium_of(each) == Medium::video) != (medium == Medium::video)) continue;
      if (!opened) json_.open(property, '[');
      opened = true;
      write_picture(each, medium == Medium::video ? "VideoObject" : "ImageObject");
    }
    if (opened) json_.close(']');
  }

  void write_picture(const CreditedPicture& picture, std::string_view type) {
    buffer_.separate();
    open_typed(type);
    json_.text("@id", article_.uri_of_part(picture.name));
    if (picture.picture != nullptr) {
      json_.text("caption", picture.picture->caption.text);
      json_.text("dateCreated", picture.picture->day);
      const auto places = provenance_.places_of(picture.picture->places);
      json_.list("contentLocation", places,
                 [this](const Passage& each) { write_place(each.text); });
    }
    write_credits(picture);
    json_.close('}');
  }

  void write_credits(const CreditedPicture& picture) {
    std::string text;
    std::string flags;
    std::vector<std::pair<const RecordStatement*, const RecordPerson*>> people;
    std::vector<const RecordHouse*> sources;
    std::vector<const RecordHouse*> distributors;
    std::vector<std::string_view> pools;
    for (const RecordStatement* credit : picture.credits) {
      if (!text.empty()) text += "; ";
      text += credit->passage.text;
      for (const auto& each : provenance_.people_of(*credit)) people.emplace_back(credit, &each);
      for (const auto& each : provenance_.houses_of(credit->houses)) sources.push_back(&each);
      for (const auto& each : provenance_.houses_of(credit->via)) distributors.push_back(&each);
      if (!credit->pool.empty()) pools.push_back(credit->pool);
      for (const std::string_view flag : provenance_.flags_of(*credit)) {
        if (!flags.empty()) flags += ", ";
        flags += flag;
      }
    }
    json_.text("creditText", text);
    json_.list("creator", people, [this](const auto& each) { person(*each.first, *each.second); });
    if (!sources.empty() || !pools.empty()) {
      json_.open("sourceOrganization", '[');
      for (const RecordHouse* each : sources) organisation(*each);
      for (const std::string_view pool : pools) organisation(pool, {});
      json_.close(']');
    }
    json_.list("provider", distributors, [this](const RecordHouse* each) { organisation(*each); });
    write_rights(picture.credits);
    if (flags.empty()) return;
    json_.open("usageInfo", '[');
    write_usage(flags);
    json_.close(']');
  }

  void write_quotes() {
    json_.list("hasPart", record_.quotes, [this](const RecordQuote& quote) {
      buffer_.separate();
      open_typed("Quotation");
      json_.text("@id", article_.uri_of_part("quote-" + std::to_string(quote.n)));
      write_words(quote);
      write_speakers(quote);
      json_.close('}');
    });
  }

  void write_words(const RecordQuote& quote) {
    if (quote.depth >= kMaxTextDepth) return;
    json_.key("text");
    buffer_.raw('"');
    const auto parts = record_.parts_of(quote);
    for (const Passage& part : parts) {
      if (&part != parts.data()) buffer_.raw(' ');
      buffer_.escaped(part.text);
    }
    buffer_.raw('"');
  }

  void write_speakers(const RecordQuote& quote) {
    const RecordSource* const speaker = record_.speaker_of(quote);
    if (speaker == nullptr || speaker->name.empty()) return;
    if (quote.joint.empty()) {
      json_.key("spokenByCharacter");
      return write_speaker(*speaker);
    }
    json_.open("spokenByCharacter", '[');
    for (const std::uint32_t each : record_.speakers_of(quote)) {
      buffer_.separate();
      write_speaker(record_.sources[each]);
    }
    json_.close(']');
  }

  // The vocabulary knows people and organisations to speak, and nobody else.
  void write_speaker(const RecordSource& source) {
    const bool one_person =
        !source.plural && (source.type == SourceType::person || source.type == SourceType::unnamed);
    open_typed(one_person ? "Person" : "Organization");
    json_.text("name", source.name);
    if (one_person) {
      json_.list("jobTitle", record_.texts_of(source.roles),
                 [this](std::string_view role) { json_.element(role); });
      json_.list("affiliation", record_.texts_of(source.affiliations),
                 [this](std::string_view name) { organisation(name, {}); });
    }
    json_.close('}');
  }

  void write_citations() {
    json_.list("citation", provenance_.citations, [this](const RecordCitation& citation) {
      buffer_.separate();
      open_typed("CreativeWork");
      json_.text("creditText", citation.passage.text);
      organisations("provider", provenance_.houses_of(citation.chain));
      json_.close('}');
    });
  }

  const Record& record_;
  const RecordProvenance& provenance_;
  Article article_;
  Declarations declared_;
  JsonBuffer buffer_;
  MemberWriter json_;
};

}  // namespace

void SchemaOrgWriter::write(const Record& record, std::string& out) const {
  SchemaOrg(record, out).write();
}

}  // namespace quotary
