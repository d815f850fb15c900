// Citations: houses that the running text names as where a fact or a quote comes from.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/provenance.h"

namespace quotary {

void find_citations(const Document& document, const Analysis& analysis,
                    const ProvenanceKnowledge& knowledge, LineReader& reader, Provenance& out);

}  // namespace quotary
