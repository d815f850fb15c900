#pragma once

#include "quotary/record.h"
#include "writers/json_buffer.h"

namespace quotary {

// The object that stands for `provenance` in a record: docs/record.md.
void write_provenance(const RecordProvenance& provenance, JsonBuffer& out);

}  // namespace quotary
