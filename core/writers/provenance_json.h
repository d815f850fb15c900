#pragma once

#include "quotary/record.h"
#include "writers/json_buffer.h"

namespace quotary {

// Appends the member "provenance" of a record: docs/record.md.
void append_provenance(JsonBuffer& out, const RecordProvenance& provenance);

}  // namespace quotary
