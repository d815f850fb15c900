#pragma once

#include "quotary/record.h"
#include "quotary/rules.h"

namespace quotary {

// Fills RecordHouse::known and RecordProvenance::known_house from the pack; null: leaves them
// empty.
void name_houses(const RulePack* pack, RecordProvenance& provenance);

}  // namespace quotary
