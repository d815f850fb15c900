// The whole way from a Document to an Analysis.
#include "quotary/extractor.h"

#include <optional>

#include "attribution/assemble.h"
#include "attribution/candidates.h"
#include "attribution/knowledge.h"
#include "attribution/proposals.h"
#include "attribution/rule_sieve.h"
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
};

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
                            const ProvenanceContext& context) const {
  Workspace::Buffers& buffers = workspace.buffers();
  if (buffers.knowledge != knowledge_.get()) {
    buffers.reading.emplace(knowledge_->lexicon(), knowledge_->class_words);
    buffers.resolve_scratch.emplace(*source_classes_);
    buffers.provenance_scratch.emplace(*provenance_);
    buffers.knowledge = knowledge_.get();
  }
  Analysis analysis;
  knowledge_->prepare(document, buffers.marks_scratch, buffers.marks, analysis.blocks);
  Reading& reading = *buffers.reading;
  reading.fill(document, knowledge_->tagger, buffers.marks, analysis.blocks);
  find_turns({document, analysis.blocks, reading.entries, reading.stretch}, knowledge_->turn_rules,
             buffers.turns);
  reading.narrative = !is_transcript(buffers.turns) && knowledge_->is_narrative(reading);

  const SumModel model(knowledge_->weights);
  propose(reading, model, knowledge_->gate, buffers.proposal_scratch, buffers.proposals);
  auto held = settle(reading, model, knowledge_->thresholds, buffers.proposals);
  apply_rules(reading, knowledge_->pack.data(), knowledge_->turn_rules.first_person(),
              buffers.rule_scratch, buffers.proposals, held);

  analysis.stretches = buffers.marks.stretches;
  analysis.repairs = buffers.marks.repairs;
  const Settled settled{buffers.proposals, held, buffers.turns};
  assemble(reading, *knowledge_, settled, analysis);
  if (options_.keep_candidates) list_candidates(reading, *knowledge_, settled, analysis);
  resolve_sources(reading, {*source_classes_, *buffers.resolve_scratch, options_.keep_candidates},
                  analysis);
  if (options_.provenance) {
    analysis.provenance =
        find_provenance(document, analysis, context, *provenance_, *buffers.provenance_scratch);
  }
  return analysis;
}

Analysis Extractor::analyze(const Document& document) const {
  Workspace workspace;
  return analyze(document, workspace);
}

}  // namespace quotary
