#include "writers/provenance_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "writers/article.h"
#include "writers/columns.h"
#include "writers/declarations.h"
#include "writers/styled_text.h"

namespace quotary {
namespace {

constexpr Style kHouse = "36";
constexpr Style kPerson = "1;33";
constexpr Style kWarning = "1;31";

constexpr unsigned kLabel = 13;
constexpr std::size_t kShownBytes = 160;   // of a longer passage the beginning and the end
constexpr std::size_t kShownOfMany = 200;  // statements, citations, findings of one kind

std::string with_blanks(std::string_view code) {
  std::string out(code);
  std::replace(out.begin(), out.end(), '_', ' ');
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

// "Lurian President Viktor Damaro ... the hold on the delta."
std::string shortened(std::string_view text) {
  if (text.size() <= kShownBytes) return std::string(text);
  std::size_t head = kShownBytes * 3 / 4;
  while (head > 0 && text[head] != ' ') --head;
  std::size_t tail = text.size() - kShownBytes / 4;
  while (tail < text.size() && text[tail] != ' ') ++tail;
  if (head == 0) return std::string(text.substr(0, 1)) + " …";
  return std::string(text.substr(0, head)) + " …" + std::string(text.substr(tail));
}

class ProvenanceView {
 public:
  ProvenanceView(const Record& record, const WriterOptions& options, std::string& out)
      : record_(record),
        provenance_(record.provenance),
        article_(record),
        options_(options),
        out_(out),
        width_(std::clamp(options.width, kMinWidth, kMaxWidth)) {}

  void write() {
    write_heading();
    write_pictures();
    for (const RecordStatement& statement : provenance_.statements) write_statement(statement);
    write_citations();
    write_declared();
    write_findings();
    out_ += '\n';
  }

 private:
  void write_heading() {
    StyledText heading;
    heading.add(record_.id.empty() ? std::string_view("(no name)") : record_.id, kBold);
    write_lines(heading, 0);
    StyledText verdict;
    verdict.add("text: ", kDim);
    verdict.add(verdict_in_words(provenance_), kBold);
    if (provenance_.confidence > 0) {
      verdict.add(" · ", kDim);
      verdict.add(percent(provenance_.confidence), kDim);
    }
    if (!provenance_.evidence.empty()) {
      verdict.add(" · by ", kDim);
      bool first = true;
      for (const std::string_view kind : kinds_of_evidence()) {
        if (!std::exchange(first, false)) verdict.add(", ", kDim);
        verdict.add(with_blanks(kind), kDim);
      }
    }
    write_lines(verdict, 0);
    out_ += '\n';
  }

  static std::string percent(float fraction) {
    return std::to_string(std::lround(fraction * 100)) + "%";
  }

  [[nodiscard]] std::vector<std::string_view> kinds_of_evidence() const {
    std::vector<std::string_view> kinds;
    for (const std::uint32_t n : provenance_.evidence) {
      const std::string_view kind = name_of(provenance_.statements[n - 1].kind);
      if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
    }
    return kinds;
  }

  void write_pictures() {
    std::size_t shown = 0;
    for (const CreditedPicture& each : article_.pictures()) {
      if (++shown > kShownOfMany) break;
      write_picture(each);
    }
  }

  void write_picture(const CreditedPicture& picture) {
    StyledText body;
    if (picture.credits.empty()) body.add("no credit", kWarning);
    bool first = true;
    for (const RecordStatement* credit : picture.credits) {
      if (!std::exchange(first, false)) body.add("; ", kDim);
      add_chain(body, *credit);
      add_flags(body, *credit);
    }
    write_columns(with_blanks(picture.name), body);
    if (picture.picture == nullptr) return;
    if (!picture.picture->caption.empty()) {
      StyledText caption;
      caption.add(shortened(picture.picture->caption.text), kDim);
      if (!picture.picture->copy.empty()) caption.add(" (a copy of it breaks off)", kDim);
      write_columns("", caption);
    }
    StyledText where;
    where.add(article_.places(picture.picture->places));
    const std::string_view date =
        picture.picture->day.empty() ? picture.picture->date.text : picture.picture->day;
    if (!date.empty() && !picture.picture->places.empty()) where.add(", ");
    where.add(date);
    if (!date.empty() || !picture.picture->places.empty()) write_columns("", where);
  }

  // Irena Tolvaj → Delta Press → Palace Pool → via Associated Press
  void add_chain(StyledText& body, const RecordStatement& credit) {
    bool first = true;
    const auto arrow = [&] {
      if (!std::exchange(first, false)) body.add(" → ", kDim);
    };
    if (!credit.people.empty()) {
      arrow();
      add_people(body, credit);
    }
    for (const RecordHouse& each : provenance_.houses_of(credit.houses)) {
      arrow();
      body.add(each.full_name(), kHouse);
    }
    if (!credit.pool.empty()) {
      arrow();
      body.add(credit.pool, kHouse);
    }
    for (const RecordHouse& each : provenance_.houses_of(credit.via)) {
      arrow();
      body.add("via ", kDim);
      body.add(each.full_name(), kHouse);
    }
    if (first) body.add(shortened(credit.passage.text));
  }

  void add_people(StyledText& body, const RecordStatement& statement) {
    bool first = true;
    for (const RecordPerson& each : provenance_.people_of(statement)) {
      if (!std::exchange(first, false)) body.add(", ", kDim);
      body.add(each.name, kPerson);
      const bool expected = statement.kind == StatementKind::credit && each.role == "photographer";
      if (!each.role.empty() && !expected) body.add(" (" + with_blanks(each.role) + ")", kDim);
      if (!each.place.empty()) {
        body.add(" in ", kDim);
        body.add(each.place.text);
      }
    }
  }

  void add_flags(StyledText& body, const RecordStatement& statement) {
    for (const std::string_view flag : provenance_.flags_of(statement)) {
      body.add(" [" + with_blanks(flag) + "]", kDim);
    }
    add_detail(body, statement.licence);
  }

  static void add_detail(StyledText& body, std::string_view text) {
    if (text.empty()) return;
    body.add(" · ", kDim);
    body.add(text);
  }

  void write_statement(const RecordStatement& statement) {
    if (statement.kind == StatementKind::credit) return;  // among the pictures
    std::size_t& shown = shown_[static_cast<std::size_t>(statement.kind) % shown_.size()];
    if (++shown > kShownOfMany) return;
    StyledText body;
    add_people(body, statement);
    bool first = statement.people.empty();
    for (const RecordHouse& each : provenance_.houses_of(statement.houses)) {
      if (!std::exchange(first, false)) body.add(", ", kDim);
      body.add(each.full_name(), kHouse);
    }
    const std::string places = article_.places(statement.places);
    const bool empty = first;
    if (statement.kind == StatementKind::dateline && !places.empty()) {
      if (!empty) body.add(" · ", kDim);
      body.add(places);
    } else if (empty) {
      body.add(shortened(statement.passage.text));
    }
    add_detail(body, statement.date.text);
    add_detail(body, statement.year);
    add_flags(body, statement);
    add_detail(body, statement.link.text);
    write_columns(with_blanks(name_of(statement.kind)), body);
    write_notice(statement);
  }

  // Clause by clause, term by term.
  void write_notice(const RecordStatement& statement) {
    for (const RecordTerm& term : provenance_.terms_of(statement)) {
      StyledText body;
      body.add(term.prohibited ? "must not " : "must ", kBold);
      body.add(with_blanks(term.action), kBold);
      body.add(" · ", kDim);
      body.add(shortened(term.passage.text), kDim);
      write_columns("", body);
    }
    for (const RecordClause& clause : provenance_.clauses_of(statement)) {
      StyledText body;
      body.add(with_blanks(clause.code), kBold);
      body.add(" · ", kDim);
      body.add(shortened(clause.passage.text), kDim);
      write_columns("", body);
    }
  }

  void write_citations() {
    std::size_t shown = 0;
    for (const RecordCitation& citation : provenance_.citations) {
      if (++shown > kShownOfMany) break;
      StyledText body;
      bool first = true;
      for (const RecordHouse& each : provenance_.houses_of(citation.chain)) {
        if (!std::exchange(first, false)) body.add(" ← ", kDim);
        body.add(each.full_name(), kHouse);
      }
      body.add(" as ", kDim);
      body.add(name_of(citation.role), kDim);
      body.add(" · ", kDim);
      body.add(shortened(citation.passage.text), kDim);
      if (citation.quote != 0) body.add(" · quote " + std::to_string(citation.quote), kDim);
      write_columns("cites", body);
    }
  }

  // What the metadata say, apart from what the text says.
  void write_declared() {
    if (record_.input == nullptr || record_.input->declared.empty()) return;
    StyledText heading;
    heading.add("Declared", kBold);
    out_ += '\n';
    write_lines(heading, 0);
    std::size_t shown = 0;
    for (const DeclaredValue& each : record_.input->declared.values) {
      if (++shown > kShownOfMany) break;
      StyledText body;
      body.add(shortened(each.value), names_somebody(each.field) ? kHouse : Style());
      if (!each.url.empty()) {
        body.add(" · ", kDim);
        body.add(shortened(each.url));
      }
      if (each.image != kNone) body.add(" · image " + std::to_string(each.image + 1), kDim);
      body.add(" (" + each.from + ")", kDim);
      write_columns(with_blanks(name_of(each.field)), body);
    }
  }

  void write_findings() {
    if (provenance_.findings.empty()) return;
    StyledText heading;
    heading.add("Findings", kBold);
    out_ += '\n';
    write_lines(heading, 0);
    std::size_t shown = 0;
    for (const RecordFinding& finding : provenance_.findings) {
      if (++shown > kShownOfMany) break;
      StyledText line;
      line.add("! ", kWarning);
      line.add(finding.code, kBold);
      if (!finding.passage.empty()) {
        line.add(" · ", kDim);
        line.add(shortened(finding.passage.text), kDim);
      }
      write_lines(line, kViewIndent);
      StyledText advice;
      advice.add(finding.advice);
      write_lines(advice, 2 * kViewIndent);
    }
  }

  // A label to the left, the body to the right, each wrapped in its own column.
  void write_columns(std::string_view label, const StyledText& body) {
    StyledText left;
    left.add(label, kDim);
    append_columns(left, body, columns(), out_);
  }
  void write_lines(const StyledText& text, unsigned indent) {
    append_lines(text, indent, columns(), out_);
  }
  [[nodiscard]] Columns columns() const { return {width_, kLabel, options_.colour}; }

  const Record& record_;
  const RecordProvenance& provenance_;
  Article article_;
  const WriterOptions& options_;
  std::string& out_;
  unsigned width_;
  std::array<std::size_t, 16> shown_ = {};  // statements of each kind
};

}  // namespace

void ProvenanceViewWriter::write(const Record& record, std::string& out) const {
  ProvenanceView(record, options_, out).write();
}

}  // namespace quotary
