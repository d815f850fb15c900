#include "records/offsets.h"

#include <algorithm>
#include <vector>

namespace quotary {
namespace {

class OffsetList {
 public:
  void add(Passage& passage) {
    if (passage.empty()) return;
    offsets_.push_back(&passage.begin);
    offsets_.push_back(&passage.end);
  }

  // Characters are counted from one offset to the next: in order, the text is walked only once.
  void convert(OffsetConverter converter) {
    std::sort(offsets_.begin(), offsets_.end(),
              [](const std::uint32_t* a, const std::uint32_t* b) { return *a < *b; });
    for (std::uint32_t* offset : offsets_) *offset = converter(*offset);
  }

 private:
  std::vector<std::uint32_t*> offsets_;
};

}  // namespace

void publish_offsets(const Document& document, Record& record) {
  const bool same_bytes = document.text().data() == document.bytes().data();
  if (document.plain() || (record.unit == OffsetUnit::bytes && same_bytes)) return;
  OffsetList list;
  for (Passage& part : record.parts) list.add(part);
  for (RecordQuote& quote : record.quotes) {
    list.add(quote.context);
    list.add(quote.cue);
    list.add(quote.source);
    list.add(quote.medium);
    list.add(quote.occasion);
  }
  for (RecordMention& mention : record.mentions) list.add(mention.passage);
  for (RecordRepair& repair : record.repairs) list.add(repair.mark);
  for (RecordBlock& block : record.blocks) list.add(block.passage);
  for (RecordCandidate& candidate : record.candidates) {
    list.add(candidate.cue);
    list.add(candidate.source);
  }
  for (RecordAntecedent& antecedent : record.antecedents) {
    list.add(antecedent.name);
    list.add(antecedent.place);
  }
  RecordProvenance& provenance = record.provenance;
  for (Passage* passage : {&provenance.headline, &provenance.section, &provenance.posted}) {
    list.add(*passage);
  }
  for (RecordStatement& statement : provenance.statements) {
    for (Passage* passage :
         {&statement.passage, &statement.date, &statement.rights, &statement.link}) {
      list.add(*passage);
    }
  }
  for (RecordPicture& picture : provenance.pictures) {
    for (Passage* passage : {&picture.caption, &picture.copy, &picture.date}) list.add(*passage);
  }
  for (RecordCitation& citation : provenance.citations) list.add(citation.passage);
  for (RecordFinding& finding : provenance.findings) list.add(finding.passage);
  for (RecordPerson& person : provenance.people) {
    list.add(person.passage);
    list.add(person.place);
  }
  for (RecordHouse& house : provenance.houses) list.add(house.passage);
  for (Passage& place : provenance.places) list.add(place);
  for (RecordTerm& term : provenance.terms) list.add(term.passage);
  for (RecordClause& clause : provenance.clauses) list.add(clause.passage);
  list.convert(OffsetConverter(document, record.unit));
}

}  // namespace quotary
