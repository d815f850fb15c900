// Where the text as a whole comes from.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/context.h"
#include "quotary/document.h"
#include "quotary/provenance.h"

namespace quotary {

void decide_verdict(const Document& document, const DocumentContext& context,
                    const ProvenanceKnowledge& knowledge, Provenance& out);

}  // namespace quotary
