// Datelines: places, date and agency before the first sentence.
#pragma once

#include "provenance/found_statement.h"
#include "provenance/line.h"

namespace quotary {

// Adds the dateline that `line` begins with, if it does.
void find_dateline(const Line& line, FoundStatements& out);

}  // namespace quotary
