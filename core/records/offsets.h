#pragma once

#include "quotary/document.h"
#include "quotary/record.h"

namespace quotary {

// Turns the offsets of all passages of `record`, which are bytes of document.text(), into offsets
// of the original in record.unit. Costs nothing where the two are the same.
void publish_offsets(const Document& document, Record& record);

}  // namespace quotary
