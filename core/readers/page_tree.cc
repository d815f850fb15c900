#include "readers/page_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstring>

#include "readers/page_characters.h"

namespace quotary {
namespace {

// Gumbo knows no failure of memory: it is left in one jump. Nothing of it needs to be put in order,
// as all its memory is PageMemory's.
struct Lending {
  PageMemory* memory;
  std::jmp_buf failed;
};

void* lend(void* lending, std::size_t bytes) {
  auto* const from = static_cast<Lending*>(lending);
  void* const piece = from->memory->take(bytes);
  if (piece == nullptr) std::longjmp(from->failed, 1);
  return piece;
}

void take_back(void* lending, void* piece) {
  static_cast<Lending*>(lending)->memory->give_back(piece);
}

const GumboOutput* parse(std::string_view html, Lending& lending) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = lend;
  options.deallocator = take_back;
  options.userdata = &lending;
  options.max_errors = 0;
  if (setjmp(lending.failed) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

// Without white space.
std::uint32_t bytes_of_text(const PageNode& node, const ScannedPage& scanned) {
  const std::string_view characters = node.characters();
  std::uint32_t count = 0;
  for (const char c : characters) count += is_space(c) ? 0 : 1;
  if (characters.find(kRun) == std::string_view::npos) return count;
  const Span original = original_of(node, scanned);
  for (const TextRun& run : runs_in(scanned, original.begin, original.end)) {
    count += run.text - static_cast<std::uint32_t>(kRun.size());
  }
  return count;
}

bool hides(const PageNode& node) {
  if (attribute_of(node, "hidden") != nullptr) return true;
  const char* const aria = attribute_of(node, "aria-hidden");
  if (aria != nullptr && std::strcmp(aria, "true") == 0) return true;
  const char* const style = attribute_of(node, "style");
  if (style == nullptr) return false;
  const std::string_view text = style;
  for (const std::string_view property : {"display", "visibility"}) {
    const std::size_t at = text.find(property);
    if (at == std::string_view::npos) continue;
    std::string_view value = text.substr(at + property.size());
    while (!value.empty() && (is_space(value.front()) || value.front() == ':')) {
      value.remove_prefix(1);
    }
    if (value.starts_with("none") || value.starts_with("hidden")) return true;
  }
  return false;
}

std::uint32_t marks_of_name(const NameTable<std::uint32_t>& table, std::string_view names) {
  std::uint32_t marks = 0;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    const std::string_view name = names.substr(0, end);
    // "https://schema.org/NewsArticle"
    const std::size_t slash = name.rfind('/');
    const std::uint32_t* const found =
        table.find(slash == std::string_view::npos ? name : name.substr(slash + 1));
    if (found != nullptr) marks |= *found;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return marks;
}

std::uint32_t marks_of(const PageNode& node, const PageRules& rules) {
  const GumboElement& element = node.node->v.element;
  std::uint32_t marks = rules.tags[element.tag];
  if (element.tag == GUMBO_TAG_UNKNOWN) {
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    if (name.data != nullptr) marks |= rules.marks_of_words({name.data, name.length});
  }
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string_view name = attribute.name;
    const bool words = name == "class" || name == "id" || name.starts_with("data-") ||
                       (name == "name" && element.tag != GUMBO_TAG_META);
    if (words) {
      marks |= rules.marks_of_words(attribute.value);
    } else if (name == "role") {
      marks |= marks_of_name(rules.roles, attribute.value);
    } else if (name == "itemprop") {
      marks |= marks_of_name(rules.itemprops, attribute.value);
    } else if (name == "itemtype") {
      marks |= marks_of_name(rules.itemtypes, attribute.value);
    } else if (name == "rel") {
      marks |= marks_of_name(rules.rels, attribute.value);
    }
  }
  if (element.attributes.length != 0 && hides(node)) marks |= mark::hidden;
  return marks;
}

}  // namespace

const char* attribute_of(const PageNode& node, const char* name) {
  if (!node.is_element()) return nullptr;
  const GumboAttribute* const found = gumbo_get_attribute(&node.node->v.element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

Span original_of(const PageNode& text, const ScannedPage& scanned) {
  const GumboStringPiece original = text.node->v.text.original_text;
  const char* const html = scanned.html.data();
  const std::size_t size = scanned.html.size();
  const bool known = original.data != nullptr && original.data >= html;
  const std::size_t begin =
      known ? std::min(static_cast<std::size_t>(original.data - html), size) : size;
  const std::size_t end = begin + std::min(original.length, size - begin);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool PageTree::build(const ScannedPage& scanned, const PageRules& rules, PageMemory& memory) {
  Lending lending{&memory, {}};
  const GumboOutput* const output = parse(scanned.html, lending);
  if (output == nullptr) return false;
  list(output->root);
  for (PageNode& node : nodes_) {
    if (node.is_element()) node.marks = marks_of(node, rules);
  }
  count(scanned);
  return true;
}

// Depth first, without recursion.
void PageTree::list(const GumboNode* root) {
  struct Open {
    std::uint32_t index;
    unsigned next_child;
  };
  nodes_.clear();
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* node, std::uint32_t parent) {
    const bool element = node->type == GUMBO_NODE_ELEMENT;
    if (!element && node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE &&
        node->type != GUMBO_NODE_CDATA) {
      return;
    }
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({.node = node, .parent = parent, .end = index + 1});
    if (element) open.push_back({index, 0});
  };
  enter(root, kNone);
  while (!open.empty()) {
    const GumboVector& children = nodes_[open.back().index].node->v.element.children;
    if (open.back().next_child < children.length) {
      const std::uint32_t parent = open.back().index;
      enter(static_cast<const GumboNode*>(children.data[open.back().next_child++]), parent);
    } else {
      nodes_[open.back().index].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
    }
  }
}

// Everything is behind its parent: from the back, sums go up.
void PageTree::count(const ScannedPage& scanned) {
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    PageNode& node = nodes_[i];
    if (node.is_text()) node.text = bytes_of_text(node, scanned);
    if (node.tag() == GUMBO_TAG_A) node.links = node.text;
    if (node.parent == kNone || node.tag() == GUMBO_TAG_HEAD) continue;
    nodes_[node.parent].text += node.text;
    nodes_[node.parent].links += node.links;
  }
}

}  // namespace quotary
