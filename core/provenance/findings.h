// Findings: what an editor or an auditor ought to look at.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/analysis.h"
#include "quotary/provenance.h"

namespace quotary {

// Requires pictures and verdict. At most kMaxFindings of each code.
void find_findings(const Analysis& analysis, const ProvenanceKnowledge& knowledge, Provenance& out);

}  // namespace quotary
