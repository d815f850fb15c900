#include "writers/ninjs.h"

#include <algorithm>
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

constexpr std::string_view kStandard =
    R"("standard":{"name":"ninjs","version":"3.1",)"
    R"("schema":"http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"})";

void add_words(std::string& to, std::string_view words, std::string_view between) {
  if (words.empty()) return;
  if (!to.empty()) to += between;
  to += words;
}

std::string_view name_of(Medium medium) {
  switch (medium) {
    case Medium::video:
      return "video";
    case Medium::graphic:
      return "graphic";
    case Medium::picture:
      break;
  }
  return "picture";
}

// Who supplied what, in the order of the text; no two entries the same.
class InfoSources {
 public:
  void add(std::string_view name, std::string_view role, std::string_view id = {},
           const KnownHouse& known = {}, std::string uri = {}) {
    const auto same = [&](const Entry& each) { return each.name == name && each.role == role; };
    if (std::any_of(entries_.begin(), entries_.end(), same)) return;
    if (!known.wikidata.empty()) {
      uri = "https://www.wikidata.org/entity/" + std::string(known.wikidata);
    }
    entries_.push_back({name, role, id, std::move(uri)});
  }
  void add(const RecordHouse& house, std::string_view role) {
    add(house.full_name(), role, house.id, house.known);
  }
  void write(MemberWriter& json) const {
    json.objects("infoSources", entries_, [&](const Entry& each) {
      json.text("name", each.name);
      json.text("role", each.role);
      json.text("uri", each.uri);
      json.text("literal", each.id);
    });
  }

 private:
  struct Entry {
    std::string_view name;
    std::string_view role;
    std::string_view id;
    std::string uri;
  };
  std::vector<Entry> entries_;
};

class People {
 public:
  void add(std::string_view name, std::string_view rel) {
    const std::pair entry(name, rel);
    if (name.empty() || std::find(entries_.begin(), entries_.end(), entry) != entries_.end()) {
      return;
    }
    entries_.push_back(entry);
  }
  void write(MemberWriter& json, std::string_view key) const {
    json.objects(key, entries_, [&](const auto& each) {
      json.text("name", each.first);
      json.text("rel", each.second);
    });
  }

 private:
  std::vector<std::pair<std::string_view, std::string_view>> entries_;
};

class Ninjs {
 public:
  Ninjs(const Record& record, std::string& out)
      : record_(record),
        provenance_(record.provenance),
        article_(record),
        declared_(record),
        buffer_(out, 1024),
        json_(buffer_) {}

  void write() {
    buffer_.raw('{');
    json_.text("uri", article_.uri());
    buffer_.raw(',');
    buffer_.raw(kStandard);
    json_.text("type", "text");
    json_.text("representationType", "partial");
    json_.text("language", declared_.language());
    write_value(
        "headlines", "",
        article_.headline().empty() ? declared_.text(DeclaredField::title) : article_.headline());
    write_byline();
    write_people();
    write_sources();
    write_located();
    write_rights();
    if (provenance_.present) json_.text("edNote", note());
    json_.objects("associations", article_.pictures(),
                  [this](const CreditedPicture& each) { write_picture(each); });
    json_.open("altIds", '[');
    json_.open('{');
    json_.text("role", "quotary");
    json_.key("value");
    buffer_.string(record_.id);
    json_.close('}');
    write_address("declared page", DeclaredField::page_url);
    write_address("declared canonical", DeclaredField::canonical);
    buffer_.raw("]}\n");
  }

 private:
  void write_value(std::string_view key, std::string_view role, std::string_view value) {
    if (value.empty()) return;
    json_.open(key, '[');
    json_.open('{');
    json_.text("role", role);
    json_.text("value", value);
    buffer_.raw("}]");
  }

  void write_address(std::string_view role, DeclaredField field) {
    const std::string address = address_of(declared_.text(field));
    if (address.empty()) return;
    json_.open('{');
    json_.text("role", role);
    json_.text("value", address);
    json_.close('}');
  }

  void write_byline() {
    const RecordStatement* const byline = article_.first(StatementKind::byline);
    if (byline != nullptr) {
      json_.text("by", byline->passage.text);
      return;
    }
    std::string authors;
    for (const DeclaredValue* each : declared_.of(DeclaredField::author)) {
      add_words(authors, each->value, ", ");
    }
    json_.text("by", authors);
  }

  // Those who made it, and those who speak in it.
  void write_people() {
    People people;
    People organisations;
    for (const RecordStatement& statement : provenance_.statements) {
      if (statement.kind == StatementKind::credit) continue;
      for (const RecordPerson& each : provenance_.people_of(statement)) {
        people.add(each.name, role_in(statement, each));
      }
    }
    for (const DeclaredValue* each : declared_.of(DeclaredField::author)) {
      if (each->type == DeclaredType::organisation) continue;
      people.add(each->value, "declared author");
    }
    for (const RecordSource& source : record_.sources) {
      if (!has_name(source)) continue;
      if (source.type == SourceType::person) people.add(source.name, "speaker");
      if (source.type == SourceType::organisation) organisations.add(source.name, "speaker");
    }
    people.write(json_, "people");
    organisations.write(json_, "organisations");
  }

  // "its government" is nobody that a desk could look up.
  [[nodiscard]] bool has_name(const RecordSource& source) const {
    const auto mentions = record_.mentions_of(source);
    return std::any_of(mentions.begin(), mentions.end(),
                       [](const RecordMention& each) { return each.kind == MentionKind::name; });
  }

  void write_sources() {
    InfoSources sources;
    for (const RecordStatement& statement : provenance_.statements) {
      const std::string_view role = role_of_houses(statement.kind);
      if (role.empty()) continue;
      for (const RecordHouse& each : provenance_.houses_of(statement.houses)) {
        sources.add(each, role);
      }
    }
    for (const RecordCitation& citation : provenance_.citations) {
      for (const RecordHouse& each : provenance_.houses_of(citation.chain)) {
        sources.add(each, "cited");
      }
    }
    add_declared(sources);
    sources.write(json_);
  }

  void add_declared(InfoSources& sources) const {
    for (const DeclaredValue* each : declared_.all()) {
      const std::string_view role = role_of_declared(*each);
      if (!role.empty()) sources.add(each->value, role, {}, {}, address_of(*each));
    }
  }

  static std::string_view role_of_declared(const DeclaredValue& value) {
    switch (value.field) {
      case DeclaredField::author:
        return value.type == DeclaredType::organisation ? "declared author" : "";
      case DeclaredField::publisher:
        return "declared publisher";
      case DeclaredField::provider:
        return "declared provider";
      case DeclaredField::source_organization:
        return "declared source";
      case DeclaredField::origin:
        return "declared originator";
      case DeclaredField::copyright_holder:
        return "declared rights holder";
      default:
        return "";
    }
  }

  static std::string_view role_of_houses(StatementKind kind) {
    switch (kind) {
      case StatementKind::byline:
      case StatementKind::dateline:
        return "source";
      case StatementKind::contribution:
        return "contributor";
      case StatementKind::wire_copyright:
      case StatementKind::site_copyright:
        return "rights holder";
      case StatementKind::syndication:
        return "originator";
      default:
        return "";
    }
  }

  void write_located() {
    const RecordStatement* const dateline = article_.first(StatementKind::dateline);
    json_.text("located", dateline == nullptr ? std::string(declared_.text(DeclaredField::dateline))
                                              : article_.places(dateline->places));
  }

  void write_rights() {
    const RecordStatement* copyright = article_.first(StatementKind::wire_copyright);
    if (copyright == nullptr) copyright = article_.first(StatementKind::site_copyright);
    if (copyright != nullptr) {
      const auto holders = provenance_.houses_of(copyright->houses);
      if (!holders.empty()) json_.text("copyrightHolder", holders.front().full_name());
      json_.text("copyrightNotice", copyright->passage.text);
    } else {
      json_.text("copyrightHolder", declared_.text(DeclaredField::copyright_holder));
      json_.text("copyrightNotice", declared_.text(DeclaredField::copyright_notice));
    }
    std::string terms;
    for (const RecordStatement& each : provenance_.statements) {
      const bool says_terms =
          each.kind != StatementKind::credit && (!each.terms.empty() || !each.clauses.empty());
      if (says_terms) add_words(terms, each.passage.text, " ");
    }
    json_.text("usageTerms", terms);
    write_policy();
  }

  // The terms once more, as ODRL; what they were derived from stands in usageTerms.
  void write_policy() {
    std::string prohibitions;
    std::string duties;
    for (const RecordStatement& statement : provenance_.statements) {
      if (statement.kind == StatementKind::credit) continue;
      for (const RecordTerm& term : provenance_.terms_of(statement)) {
        std::string& terms = term.prohibited ? prohibitions : duties;
        const std::string action = "{\"action\":\"" + std::string(term.action) + "\"}";
        if (terms.find(action) == std::string::npos) add_words(terms, action, ",");
      }
    }
    if (prohibitions.empty() && duties.empty()) {
      write_declared_license();
      return;
    }
    std::string policy = R"({"@context":"http://www.w3.org/ns/odrl.jsonld","@type":"Set","uid":")" +
                         article_.uri_of_part("rights") + R"(","target":")" + article_.uri() + '"';
    if (!prohibitions.empty()) policy += ",\"prohibition\":[" + prohibitions + "]";
    if (!duties.empty()) policy += ",\"obligation\":[" + duties + "]";
    policy += '}';
    json_.open("rightsInfo", '{');
    json_.text("langId", "http://www.w3.org/ns/odrl/2/");
    json_.text("encodedRights", policy);
    json_.close('}');
  }

  void write_declared_license() {
    const DeclaredValue* const license = declared_.first(DeclaredField::license);
    const std::string address = license == nullptr ? std::string() : address_of(*license);
    if (address.empty()) return;
    json_.open("rightsInfo", '{');
    json_.text("linkedRights", address);
    json_.close('}');
  }

  // For the desk: the verdict, and what it ought to look at.
  [[nodiscard]] std::string note() const {
    std::string out = "Text: " + verdict_in_words(provenance_) + ".";
    for (const RecordFinding& finding : provenance_.findings) {
      add_words(out, finding.code, " ");
      out += ": ";
      out += finding.advice;
    }
    return out;
  }

  void write_picture(const CreditedPicture& picture) {
    json_.text("name", picture.name);
    json_.text("rel", "illustration");
    json_.text("uri", article_.uri_of_part(picture.name));
    json_.text("type", name_of(article_.medium_of(picture)));
    if (picture.picture != nullptr) {
      write_value("descriptions", "caption", picture.picture->caption.text);
      json_.text("located", article_.places(picture.picture->places));
    }
    std::string by;
    std::string notice;
    std::string flags;
    People people;
    InfoSources sources;
    for (const RecordStatement* credit : picture.credits) {
      add_words(by, credit->passage.text, "; ");
      add_words(notice, credit->rights.text, " ");
      for (const std::string_view flag : provenance_.flags_of(*credit)) {
        add_words(flags, flag, ", ");
      }
      for (const RecordPerson& each : provenance_.people_of(*credit)) {
        people.add(each.name, role_in(*credit, each));
      }
      for (const RecordHouse& each : provenance_.houses_of(credit->houses)) {
        sources.add(each, "source");
      }
      if (!credit->pool.empty()) sources.add(credit->pool, "pool");
      for (const RecordHouse& each : provenance_.houses_of(credit->via)) {
        sources.add(each, "distributor");
      }
    }
    json_.text("by", by);
    people.write(json_, "people");
    sources.write(json_);
    json_.text("copyrightNotice", notice);
    json_.text("edNote", flags);
  }

  const Record& record_;
  const RecordProvenance& provenance_;
  Article article_;
  Declarations declared_;
  JsonBuffer buffer_;
  MemberWriter json_;
};

}  // namespace

void NinjsWriter::write(const Record& record, std::string& out) const {
  Ninjs(record, out).write();
}

}  // namespace quotary
