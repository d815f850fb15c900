#include "writers/web_annotation.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "writers/article.h"
#include "writers/declarations.h"
#include "writers/json_buffer.h"
#include "writers/member_writer.h"

namespace quotary {
namespace {

constexpr std::size_t kContextBytes = 32;  // on either side, for finding the words again

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

class AnnotationPage {
 public:
  AnnotationPage(const Record& record, std::string& out)
      : record_(record),
        provenance_(record.provenance),
        article_(record),
        buffer_(out, 1024 + record.quotes.size() * 1024),
        json_(buffer_) {}

  void write() {
    buffer_.raw("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\"");
    json_.text("id", article_.uri_of_part("annotations"));
    json_.text("type", "AnnotationPage");
    json_.open("items", '[');
    for (const RecordQuote& quote : record_.quotes) write_quote(quote);
    for (const RecordStatement& statement : provenance_.statements) write_statement(statement);
    for (const RecordPicture& picture : provenance_.pictures) write_caption(picture);
    std::uint32_t citations = 0;
    for (const RecordCitation& each : provenance_.citations) write_citation(each, ++citations);
    std::uint32_t findings = 0;
    for (const RecordFinding& each : provenance_.findings) write_finding(each, ++findings);
    write_declared();
    buffer_.raw("]}\n");
  }

 private:
  void open_annotation(std::string_view kind, std::uint32_t n, std::string_view motivation) {
    json_.open('{');
    json_.text("id", article_.uri_of_part(std::string(kind) + "-" + std::to_string(n)));
    json_.text("type", "Annotation");
    json_.text("motivation", motivation);
    json_.open("body", '[');
  }

  void body(std::string_view purpose, std::string_view value) {
    if (value.empty()) return;
    json_.open('{');
    json_.text("type", "TextualBody");
    json_.text("purpose", purpose);
    json_.text("format", "text/plain");
    json_.text("value", value);
    json_.close('}');
  }
  void labelled_body(std::string_view purpose, std::string_view label, std::string_view value) {
    if (!value.empty()) body(purpose, std::string(label) + ": " + std::string(value));
  }

  void close_annotation(const Passage& target) {
    buffer_.raw("],\"target\":");
    write_target(target, true);
    json_.close('}');
  }

  // `words`: with the selector that finds it by what it says.
  void write_target(const Passage& passage, bool words) {
    buffer_.raw('{');
    json_.text("source", article_.uri());
    json_.open("selector", '[');
    if (words) {
      json_.open('{');
      json_.text("type", "TextQuoteSelector");
      json_.text("exact", passage.text);
      json_.text("prefix", before(passage));
      json_.text("suffix", after(passage));
      json_.close('}');
    }
    json_.open('{');
    json_.text("type", "TextPositionSelector");
    json_.number("start", passage.begin);
    json_.number("end", passage.end);
    buffer_.raw("}]}");
  }

  [[nodiscard]] std::string_view before(const Passage& passage) const {
    const auto end = static_cast<std::size_t>(passage.text.data() - record_.text.data());
    if (end > record_.text.size()) return {};
    std::size_t begin = end - std::min(end, kContextBytes);
    while (begin < end && is_continuation_byte(record_.text[begin])) ++begin;
    return record_.text.substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view after(const Passage& passage) const {
    const auto begin =
        static_cast<std::size_t>(passage.text.data() - record_.text.data()) + passage.text.size();
    if (begin > record_.text.size()) return {};
    std::size_t end = std::min(begin + kContextBytes, record_.text.size());
    while (end < record_.text.size() && end > begin && is_continuation_byte(record_.text[end])) {
      --end;
    }
    return record_.text.substr(begin, end - begin);
  }

  // A quote of several parts has as many targets.
  void write_quote(const RecordQuote& quote) {
    open_annotation("quote", quote.n, "identifying");
    const auto speakers = record_.speakers_of(quote);
    if (speakers.empty()) body("identifying", quote.source.text);
    for (const std::uint32_t each : speakers) body("identifying", record_.sources[each].name);
    body("classifying", name_of(quote.kind));
    body("tagging", name_of(quote.use));
    labelled_body("describing", "medium", quote.medium.text);
    buffer_.raw("],\"target\":[");
    for (const Passage& part : record_.parts_of(quote)) {
      buffer_.separate();
      write_target(part, quote.depth < kMaxTextDepth);
    }
    buffer_.raw("]}");
  }

  void write_statement(const RecordStatement& statement) {
    open_annotation("statement", statement.n, "classifying");
    body("classifying", name_of(statement.kind));
    for (const RecordPerson& each : provenance_.people_of(statement)) {
      labelled_body("identifying", role_in(statement, each), each.name);
    }
    for (const RecordHouse& each : provenance_.houses_of(statement.houses)) {
      labelled_body("identifying", "house", each.full_name());
    }
    labelled_body("identifying", "pool", statement.pool);
    for (const RecordHouse& each : provenance_.houses_of(statement.via)) {
      labelled_body("identifying", "via", each.full_name());
    }
    for (const std::string_view flag : provenance_.flags_of(statement)) body("tagging", flag);
    for (const RecordClause& clause : provenance_.clauses_of(statement)) {
      body("tagging", clause.code);
    }
    close_annotation(statement.passage);
  }

  void write_caption(const RecordPicture& picture) {
    if (picture.caption.empty()) return;
    open_annotation("picture", picture.n, "describing");
    body("classifying", "caption");
    labelled_body("describing", "place", article_.places(picture.places));
    labelled_body("describing", "date", picture.day.empty() ? picture.date.text : picture.day);
    close_annotation(picture.caption);
  }

  void write_citation(const RecordCitation& citation, std::uint32_t n) {
    open_annotation("citation", n, "identifying");
    body("classifying", "citation");
    for (const RecordHouse& each : provenance_.houses_of(citation.chain)) {
      labelled_body("identifying", name_of(citation.role), each.full_name());
    }
    close_annotation(citation.passage);
  }

  void write_finding(const RecordFinding& finding, std::uint32_t n) {
    if (finding.passage.empty()) return;
    open_annotation("finding", n, "assessing");
    body("tagging", finding.code);
    body("commenting", finding.advice);
    close_annotation(finding.passage);
  }

  // About the text as a whole: no words of it say so.
  void write_declared() {
    const Declarations declared(record_);
    if (declared.empty()) return;
    open_annotation("declared", 1, "describing");
    for (const DeclaredValue* each : declared.all()) {
      labelled_body("describing", name_of(each->field), each->value);
    }
    buffer_.raw("],\"target\":");
    buffer_.string(article_.uri());
    json_.close('}');
  }

  const Record& record_;
  const RecordProvenance& provenance_;
  Article article_;
  JsonBuffer buffer_;
  MemberWriter json_;
};

}  // namespace

void WebAnnotationWriter::write(const Record& record, std::string& out) const {
  AnnotationPage(record, out).write();
}

}  // namespace quotary
