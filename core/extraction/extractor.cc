// The whole way from a Document to an Analysis.
#include "quotary/extractor.h"

#include <optional>

#include "attribution/assemble.h"
#include "attribution/candidates.h"
#include "attribution/knowledge.h"
#include "attribution/proposals.h"
#include "attribution/rule_sieve.h"
#include "blocks/page_hints.h"
#include "extraction/quoted_words.h"
#include "extraction/rearrange.h"
#include "provenance/provenance_pass.h"
#include "sources/resolve.h"

namespace quotary {

struct Workspace::Buffers {
  MarkScratch marks_scratch;
  Marks marks;
  std::optional<Reading> reading;  // made anew when the Workspace changes its Extractor
  std::optional<ResolveScratch> resolve_scratch;
  std::optional<ProvenanceScratch> provenance_scratch;
  const Knowledge* knowledge = nullptr;
  ProposalScratch proposal_scratch;
  RuleScratch rule_scratch;
  std::vector<Proposal> proposals;
  std::vector<Turn> turns;
  Marks nested_marks;  // of the text inside quotations
  std::optional<Reading> nested_reading;
  std::vector<ElementHint> hints;  // of the page that the text was read from
};

namespace {

// Finds what is said, and by which words; who says it is for resolve_sources().
class QuoteFinder {
 public:
  // All arguments outlive it.
  QuoteFinder(const Knowledge& knowledge, const ExtractOptions& options,
              Workspace::Buffers& buffers)
      : knowledge_(knowledge), options_(options), b_(buffers) {}

  // In a reading that is filled, whose stretches and blocks `analysis` has.
  void find(const Reading& reading, const std::vector<Turn>& turns, const Thresholds& thresholds,
            Analysis& analysis) {
    const SumModel model(knowledge_.weights);
    propose(reading, model, knowledge_.gate, b_.proposal_scratch, b_.proposals);
    drop_labels(turns);
    auto held = settle(reading, model, thresholds, b_.proposals);
    apply_rules(reading, knowledge_.pack.data(), knowledge_.turn_rules.first_person(),
                b_.rule_scratch, b_.proposals, held);
    const Settled settled{b_.proposals, held, turns};
    assemble(reading, knowledge_, settled, analysis);
    if (options_.keep_candidates) list_candidates(reading, knowledge_, settled, analysis);
  }

  // Once more, inside the quotations that were found. What people say is no narrative there.
  void find_nested(const Document& document, Analysis& analysis) {
    const QuotedWords words(document, analysis);
    if (words.empty()) return;
    const Document inside =
        Document::from_bytes(words.text(), {}, knowledge_.pack.data().text_rules_of_language);
    if (inside.text().size() != document.text().size()) return;  // mended where it was cut
    Analysis found;
    found.blocks.resize(inside.paragraphs().size());
    pair_marks(inside, knowledge_.mark_rules, b_.nested_marks, b_.marks_scratch);
    found.stretches = b_.nested_marks.stretches;
    b_.nested_reading->fill(inside, knowledge_.tagger, b_.nested_marks, found.blocks);
    Thresholds thresholds = knowledge_.thresholds;
    thresholds.statements = true;
    find(*b_.nested_reading, {}, thresholds, found);
    words.add_found(inside, found, analysis);
    put_in_order(analysis);
  }

 private:
  // Drops proposals around the colons of labels, which are cues already. Both are in the order of
  // the text.
  void drop_labels(const std::vector<Turn>& turns) {
    auto turn = turns.begin();
    std::erase_if(b_.proposals, [&](const Proposal& each) {
      const std::uint32_t head = each.context.head;
      while (turn != turns.end() && (turn->cue == kNone || turn->cue < head)) ++turn;
      return turn != turns.end() && turn->cue == head;
    });
  }

  const Knowledge& knowledge_;
  const ExtractOptions& options_;
  Workspace::Buffers& b_;
};

}  // namespace

Workspace::Workspace() : buffers_(std::make_unique<Buffers>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

Extractor::Extractor(std::shared_ptr<const Knowledge> knowledge, ExtractOptions options)
    : knowledge_(std::move(knowledge)),
      source_classes_(std::make_shared<const SourceClasses>(knowledge_->pack.data())),
      provenance_(std::make_shared<const ProvenanceKnowledge>(knowledge_->pack.data())),
      options_(options) {}

Result<Extractor> Extractor::create(const RulePack& rules, ExtractOptions options) {
  auto knowledge = Knowledge::of(rules);
  if (!knowledge) return knowledge.error();
  return Extractor(std::move(*knowledge), options);
}

Document Extractor::read(std::string bytes, std::string id) const {
  return Document::from_bytes(std::move(bytes), std::move(id),
                              knowledge_->pack.data().text_rules_of_language);
}

Analysis Extractor::analyze(const Document& document, Workspace& workspace,
                            const DocumentContext& context) const {
  Workspace::Buffers& buffers = workspace.buffers();
  if (buffers.knowledge != knowledge_.get()) {
    buffers.reading.emplace(knowledge_->lexicon(), knowledge_->class_words);
    buffers.nested_reading.emplace(knowledge_->lexicon(), knowledge_->class_words);
    buffers.resolve_scratch.emplace(*source_classes_);
    buffers.provenance_scratch.emplace(*provenance_);
    buffers.knowledge = knowledge_.get();
  }
  Analysis analysis;
  buffers.hints.clear();
  if (context.page != nullptr) read_hints(document, *context.page, buffers.hints);
  knowledge_->prepare(document, buffers.marks_scratch, buffers.marks, analysis.blocks,
                      buffers.hints);
  Reading& reading = *buffers.reading;
  reading.fill(document, knowledge_->tagger, buffers.marks, analysis.blocks);
  find_turns({document, analysis.blocks, reading.entries, reading.stretch}, knowledge_->turn_rules,
             buffers.turns);
  reading.narrative = !is_transcript(buffers.turns) && knowledge_->narrative.is_narrative(reading);

  analysis.stretches = buffers.marks.stretches;
  analysis.repairs = buffers.marks.repairs;
  QuoteFinder finder(*knowledge_, options_, buffers);
  finder.find(reading, buffers.turns, knowledge_->thresholds, analysis);
  if (options_.nested) finder.find_nested(document, analysis);
  resolve_sources(reading, {*source_classes_, *buffers.resolve_scratch, options_.keep_candidates},
                  analysis);
  if (options_.provenance) {
    analysis.provenance =
        find_provenance(document, analysis, context, *provenance_, *buffers.provenance_scratch);
  }
  if (options_.each_part) divide_into_parts(analysis);
  return analysis;
}

Analysis Extractor::analyze(const Document& document) const {
  Workspace workspace;
  return analyze(document, workspace);
}

}  // namespace quotary
