// PageTree: the elements and texts of a page in one vector, in the order of the page.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/page_memory.h"
#include "readers/page_rules.h"

namespace quotary {

struct PageNode {
  const GumboNode* node = nullptr;
  std::uint32_t parent = kNone;
  std::uint32_t end = 0;    // index behind the last node inside it
  std::uint32_t text = 0;   // bytes of text in it that are no white space
  std::uint32_t links = 0;  // of those, inside links
  std::uint32_t marks = 0;  // of namespace mark
  bool dropped = false;

  [[nodiscard]] bool is_element() const { return node->type == GUMBO_NODE_ELEMENT; }
  [[nodiscard]] bool is_text() const { return !is_element(); }
  [[nodiscard]] GumboTag tag() const { return is_element() ? node->v.element.tag : GUMBO_TAG_LAST; }
  [[nodiscard]] std::string_view characters() const { return node->v.text.text; }
};

// The value of an attribute; null if it is not there.
[[nodiscard]] const char* attribute_of(const PageNode& node, const char* name);

class PageTree {
 public:
  // `html` and `memory` must outlive the tree. False: not enough memory.
  [[nodiscard]] bool build(std::string_view html, const PageRules& rules, PageMemory& memory);

  [[nodiscard]] std::vector<PageNode>& nodes() { return nodes_; }
  [[nodiscard]] const std::vector<PageNode>& nodes() const { return nodes_; }

 private:
  void list(const GumboNode* root);
  void count();

  std::vector<PageNode> nodes_;
};

}  // namespace quotary
