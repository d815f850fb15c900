// The text of the article, block by block.
#pragma once

#include "quotary/page.h"
#include "readers/page_content.h"

namespace quotary {

struct FoundContent {
  const PageTree& tree;
  const PageContent& content;
  const ScannedPage& scanned;  // what the tree was built from
};

// Appends the blocks of the content to page.text and page.blocks, by what page.declared says of
// authors, too. Their Span `page` points into what was scanned. Linear.
void write_blocks(const FoundContent& found, const PageRules& rules, Page& page);

}  // namespace quotary
