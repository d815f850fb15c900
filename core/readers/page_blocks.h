// The text of the article, block by block.
#pragma once

#include <string_view>
#include <vector>

#include "quotary/page.h"
#include "readers/page_content.h"

namespace quotary {

// Appends the blocks of `content` to page.text and page.blocks. Their Span `page` points into
// `html`, which the tree was built from. Linear.
void write_blocks(const PageTree& tree, const PageContent& content, const PageRules& rules,
                  std::string_view html, Page& page);

}  // namespace quotary
