// Disagreements: where what a page or its fields declare and what the text says differ.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/context.h"
#include "quotary/document.h"
#include "quotary/provenance.h"

namespace quotary {

// Adds a finding for each declared author whom a byline of the text leaves out, and each declared
// origin that the text does not name. Nothing if the context declares nothing.
void find_disagreements(const Document& document, const DocumentContext& context,
                        const ProvenanceKnowledge& knowledge, Provenance& out);

}  // namespace quotary
