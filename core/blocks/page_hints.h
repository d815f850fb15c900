// What a page marks each paragraph of its text as.
#pragma once

#include <vector>

#include "quotary/document.h"
#include "quotary/page.h"

namespace quotary {

// Replaces the contents of `hints` by one for each paragraph of `document`, which was made from
// `page.text`. Linear.
void read_hints(const Document& document, const Page& page, std::vector<ElementHint>& hints);

}  // namespace quotary
