// Which element of a page is the headline of its article.
#pragma once

#include "quotary/declared.h"
#include "readers/page_blocks.h"

namespace quotary {

// Of what is marked as a headline or a heading, what says the most of a title that the page
// declares; without one, the first headline inside the article, else the last one before it. kNone:
// there is none. Linear.
[[nodiscard]] std::uint32_t find_headline(const FoundContent& found, const PageRules& rules,
                                          const Declared& declared);

}  // namespace quotary
