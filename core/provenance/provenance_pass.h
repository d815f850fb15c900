// The pass over a whole document: statements, pictures, citations, verdict, findings.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/analysis.h"
#include "quotary/context.h"
#include "quotary/document.h"
#include "quotary/provenance.h"

namespace quotary {

// Scratch memory of one thread.
struct ProvenanceScratch {
  explicit ProvenanceScratch(const ProvenanceKnowledge& knowledge) : reader(knowledge) {}
  LineReader reader;
  FoundStatements found;
};

// Linear: expressions and grammars run only on paragraphs whose ends are unlike body text.
[[nodiscard]] Provenance find_provenance(const Document& document, const Analysis& analysis,
                                         const DocumentContext& context,
                                         const ProvenanceKnowledge& knowledge,
                                         ProvenanceScratch& scratch);

}  // namespace quotary
