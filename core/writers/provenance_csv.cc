#include "writers/provenance_csv.h"

#include <string>

#include "writers/article.h"
#include "writers/csv_row.h"

namespace quotary {
namespace {

constexpr std::string_view kProvenanceHeader =
    "document,row,n,kind,begin,end,text,name,role,house_id,house,order,place,date,flags,licence,"
    "link,origin,origin_house,rule,confidence\r\n";

// What a row says; what is empty is an empty cell.
struct Cells {
  std::string_view row = {};  // what the row is about
  std::uint32_t n = 0;        // of the statement, picture or citation
  std::string_view kind = {};
  Passage passage = {};
  std::string_view name = {};
  std::string_view role = {};
  std::string_view house_id = {};
  std::string_view house = {};
  std::uint32_t order = 0;  // in a chain
  std::string place = {};
  std::string_view date = {};
  std::string flags = {};
  std::string_view licence = {};
  std::string_view link = {};
  std::string_view rule = {};
  float confidence = -1;  // none
};

class ProvenanceTable {
 public:
  ProvenanceTable(const Record& record, std::string& out)
      : record_(record), provenance_(record.provenance), article_(record), out_(out) {}

  void write() {
    write_verdict();
    for (const RecordStatement& statement : provenance_.statements) write_statement(statement);
    for (const RecordPicture& picture : provenance_.pictures) {
      Cells cells{.row = "picture", .n = picture.n, .passage = picture.caption};
      cells.place = article_.places(picture.places);
      cells.date = picture.day.empty() ? picture.date.text : picture.day;
      write_row(cells);
    }
    std::uint32_t citations = 0;
    for (const RecordCitation& each : provenance_.citations) write_citation(each, ++citations);
    write_declared();
    std::uint32_t n = 0;
    for (const RecordFinding& finding : provenance_.findings) {
      write_row({.row = "finding",
                 .n = ++n,
                 .kind = finding.code,
                 .passage = finding.passage,
                 .name = finding.advice});
    }
  }

 private:
  void write_row(const Cells& cells) {
    CsvRow row(out_);
    row.cell(record_.id);
    row.cell(cells.row);
    row.number_or_empty(cells.n);
    row.cell(cells.kind);
    if (cells.passage.empty()) {
      row.cell(std::string_view());
      row.cell(std::string_view());
    } else {
      row.cell(cells.passage.begin);
      row.cell(cells.passage.end);
    }
    row.cell(cells.passage.text);
    row.cell(cells.name);
    row.cell(cells.role);
    row.cell(cells.house_id);
    row.cell(cells.house);
    row.number_or_empty(cells.order);
    row.cell(cells.place);
    row.cell(cells.date);
    row.cell(cells.flags);
    row.cell(cells.licence);
    row.cell(cells.link);
    row.cell(name_of(provenance_.origin));
    row.cell(provenance_.house_name());
    row.cell(cells.rule);
    if (cells.confidence < 0) {
      row.cell(std::string_view());
    } else {
      row.cell(cells.confidence);
    }
    row.end();
  }

  void write_verdict() {
    Cells cells{
        .row = "text", .kind = name_of(provenance_.origin), .name = provenance_.house_name()};
    cells.house_id = provenance_.house;
    cells.house = provenance_.known_house.name;
    cells.rule = provenance_.rules.empty() ? std::string_view() : provenance_.rules.front();
    cells.confidence = provenance_.confidence;
    write_row(cells);
  }

  void write_statement(const RecordStatement& statement) {
    Cells cells{.row = "statement",
                .n = statement.n,
                .kind = name_of(statement.kind),
                .passage = statement.passage};
    cells.place = article_.places(statement.places);
    cells.date = statement.date.empty() ? statement.year : statement.date.text;
    for (const std::string_view flag : provenance_.flags_of(statement)) {
      if (!cells.flags.empty()) cells.flags += "; ";
      cells.flags += flag;
    }
    cells.licence = statement.licence;
    cells.link = statement.link.text;
    cells.rule = statement.rule;
    cells.confidence = statement.confidence;
    write_row(cells);
    write_parts(statement);
  }

  void write_parts(const RecordStatement& statement) {
    const std::string_view kind = name_of(statement.kind);
    for (const RecordPerson& each : provenance_.people_of(statement)) {
      Cells cells{.row = "person", .n = statement.n, .kind = kind, .passage = each.passage};
      cells.name = each.name;
      cells.role = role_in(statement, each);
      const RecordHouse* const house = house_of(provenance_, statement, each);
      if (house != nullptr) {
        cells.house_id = house->id;
        cells.house = house->full_name();
      }
      cells.place = std::string(each.place.text);
      write_row(cells);
    }
    write_houses("house", kind, statement.n, statement.houses);
    if (!statement.pool.empty()) {
      write_row({.row = "pool", .n = statement.n, .kind = kind, .name = statement.pool});
    }
    write_houses("via", kind, statement.n, statement.via);
    for (const RecordClause& clause : provenance_.clauses_of(statement)) {
      write_row(
          {.row = "clause", .n = statement.n, .kind = clause.code, .passage = clause.passage});
    }
  }

  void write_houses(std::string_view row, std::string_view kind, std::uint32_t n, Range houses) {
    std::uint32_t order = 0;
    for (const RecordHouse& each : provenance_.houses_of(houses)) {
      Cells cells{.row = row, .n = n, .kind = kind, .passage = each.passage, .name = each.name};
      cells.house_id = each.id;
      cells.house = each.known.name;
      cells.order = ++order;
      write_row(cells);
    }
  }

  void write_citation(const RecordCitation& citation, std::uint32_t n) {
    write_row(
        {.row = "citation", .n = n, .kind = name_of(citation.role), .passage = citation.passage});
    write_houses("cited", name_of(citation.role), n, citation.chain);
  }

  // What decided that is the place that says it; of a picture, `order` says of which.
  void write_declared() {
    if (record_.input == nullptr) return;
    std::uint32_t n = 0;
    for (const DeclaredValue& each : record_.input->declared.values) {
      Cells cells{.row = "declared", .n = ++n, .kind = name_of(each.field), .name = each.value};
      if (each.image != kNone) cells.order = each.image + 1;
      cells.link = each.url;
      cells.rule = each.from;
      write_row(cells);
    }
  }

  const Record& record_;
  const RecordProvenance& provenance_;
  Article article_;
  std::string& out_;
};

}  // namespace

void ProvenanceCsvWriter::begin(std::string& out) const { out += kProvenanceHeader; }

void ProvenanceCsvWriter::write(const Record& record, std::string& out) const {
  ProvenanceTable(record, out).write();
}

}  // namespace quotary
