// Where the text as a whole comes from.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/provenance.h"

namespace quotary {

void decide_verdict(const Document& document, const Analysis& analysis,
                    const ProvenanceContext& context, const ProvenanceKnowledge& knowledge,
                    Provenance& out);

}  // namespace quotary
