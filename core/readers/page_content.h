// Which part of a page is the article.
#pragma once

#include <cstdint>

#include "readers/page_tree.h"

namespace quotary {

struct PageContent {
  std::uint32_t root = kNone;      // the element that holds the article; kNone: there is no text
  std::uint32_t headline = kNone;  // of its headline, inside the root or before; find_headline()
};

// Marks what stands around the article as dropped and chooses the root. What an author marked as
// the article goes first; without marks it is the element in which most running text stands
// together. Linear.
[[nodiscard]] PageContent find_content(PageTree& tree, const PageRules& rules);

// The hint that an element gives by its own marks; `none` where it gives none.
[[nodiscard]] ElementHint hint_of(const PageNode& node, const PageRules& rules,
                                  ElementHint none = ElementHint::paragraph);

}  // namespace quotary
