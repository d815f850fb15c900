// Pictures: which caption a credit belongs to, and where and when it was taken.
#pragma once

#include "provenance/line_reader.h"
#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/provenance.h"

namespace quotary {

// Makes a Picture of each paragraph with a caption or a credit, and ties the credits to it.
void find_pictures(const Document& document, const Analysis& analysis, LineReader& reader,
                   Provenance& out);

}  // namespace quotary
