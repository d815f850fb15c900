#pragma once

#include "quotary/document.h"
#include "quotary/record.h"

namespace quotary {

// Replaces the contents of `out`; leaves it empty if it is not `wanted`. Offsets are bytes of
// document.text().
void fill_provenance(const Document& document, const Analysis& analysis, bool wanted,
                     RecordProvenance& out);

}  // namespace quotary
