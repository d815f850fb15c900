#include "blocks/page_hints.h"

namespace quotary {

void read_hints(const Document& document, const Page& page, std::vector<ElementHint>& hints) {
  hints.clear();
  auto block = page.blocks.begin();
  for (const Paragraph& paragraph : document.paragraphs()) {
    const std::uint32_t at = document.original_offset(paragraph.span.begin);
    while (block != page.blocks.end() && block->text.end <= at) ++block;
    const bool inside = block != page.blocks.end() && block->text.begin <= at;
    hints.push_back(inside ? block->hint : ElementHint::paragraph);
  }
}

}  // namespace quotary
