#pragma once

#include "quotary/document.h"
#include "quotary/provenance.h"
#include "quotary/provenance_record.h"
#include "quotary/rules.h"

namespace quotary {

// Empties it and keeps its memory.
void clear_provenance(RecordProvenance& provenance);

// Fills an empty one. Offsets are bytes of the decoded text. `pack` may be null.
void fill_provenance(const Document& document, const Provenance& from, const RulePack* pack,
                     RecordProvenance& to);

}  // namespace quotary
