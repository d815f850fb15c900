// PageTree: the elements and texts of a page in one vector, in the order of the page.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "readers/page_memory.h"
#include "readers/page_rules.h"
#include "readers/page_scan.h"

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
  // With runs of text as kRun.
  [[nodiscard]] std::string_view characters() const { return node->v.text.text; }
};

// The value of an attribute; null if it is not there.
[[nodiscard]] const char* attribute_of(const PageNode& node, const char* name);

// What a text was made from: a part of scanned.html.
[[nodiscard]] Span original_of(const PageNode& text, const ScannedPage& scanned);

// Calls visit(piece) for each stretch of a text, those that stand as kRun included.
template <typename Visit>
void for_each_piece(const PageNode& text, const ScannedPage& scanned, const Visit& visit) {
  std::string_view rest = text.characters();
  std::size_t mark = rest.find(kRun);
  if (mark == std::string_view::npos) return visit(rest);
  const Span original = original_of(text, scanned);
  std::span<const TextRun> runs = runs_in(scanned, original.begin, original.end);
  for (; mark != std::string_view::npos; mark = rest.find(kRun)) {
    if (mark != 0) visit(rest.substr(0, mark));
    if (!runs.empty()) {
      const Span span = runs.front().span;
      visit(scanned.page.substr(span.begin, span.size()));
      runs = runs.subspan(1);
    }
    rest.remove_prefix(mark + kRun.size());
  }
  if (!rest.empty()) visit(rest);
}

class PageTree {
 public:
  // `scanned` and `memory` must outlive the tree. False: not enough memory.
  [[nodiscard]] bool build(const ScannedPage& scanned, const PageRules& rules, PageMemory& memory);

  [[nodiscard]] std::vector<PageNode>& nodes() { return nodes_; }
  [[nodiscard]] const std::vector<PageNode>& nodes() const { return nodes_; }

 private:
  void list(const GumboNode* root);
  void count(const ScannedPage& scanned);

  std::vector<PageNode> nodes_;
};

}  // namespace quotary
