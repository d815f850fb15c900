#include "readers/page_content.h"

#include <algorithm>
#include <array>
#include <vector>

namespace quotary {
namespace {

constexpr std::uint32_t kRunning = 40;  // bytes; a text between tags that is as long is prose
constexpr std::uint32_t kLeastLeft = 140;
constexpr std::uint32_t kEnoughToMiss = 500;
constexpr double kMoreByClimbing = 1.15;  // an ancestor that adds no more is taken whole
constexpr double kMoreInMain = 1.6;
constexpr double kMarkedWeight = 1.5;
constexpr double kMost = 0.5;              // of the page; nothing but readers' comments has as much
constexpr double kMostIfHidden = 0.6;      // shown when a reader asks for the rest of an article
constexpr std::uint32_t kLeastPart = 140;  // bytes of prose in a part of an article
constexpr int kLevelsToParts = 6;

// How much is believed of what says that something is no part of the article.
enum class Trust : std::uint8_t { words, tags, nothing };

// Of those that fit, the narrower ones first.
constexpr std::array<ElementHint, kElementHints - 1> kHintOrder = {
    ElementHint::credit,   ElementHint::caption,  ElementHint::byline, ElementHint::time,
    ElementHint::headline, ElementHint::section,  ElementHint::notice, ElementHint::quote,
    ElementHint::heading,  ElementHint::list_item};

class ContentFinder {
 public:
  ContentFinder(PageTree& tree, const PageRules& rules)
      : nodes_(tree.nodes()), rules_(rules), size_(static_cast<std::uint32_t>(nodes_.size())) {}

  PageContent find() {
    measure();
    for (const Trust trust : {Trust::words, Trust::tags, Trust::nothing}) {
      drop(trust);
      weigh();
      if (kept_[0] >= kLeastLeft || total_ < kEnoughToMiss) break;
    }
    PageContent content;
    content.root = root();
    return content;
  }

 private:
  [[nodiscard]] static bool is_running(const PageNode& node) {
    return node.is_text() && node.text >= kRunning;
  }
  [[nodiscard]] static bool is_page(GumboTag tag) {
    return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY;
  }

  // Running text, and marks of the article itself, in each element.
  void measure() {
    running_.assign(size_, 0);
    markers_.assign(size_, 0);
    for (std::uint32_t i = size_; i-- > 0;) {
      const PageNode& node = nodes_[i];
      if (is_running(node)) running_[i] = node.text;
      if (node.tag() == GUMBO_TAG_HEAD || node.parent == kNone) continue;
      const bool marker =
          node.tag() == GUMBO_TAG_H1 || (node.marks & (mark::content | mark::main)) != 0;
      running_[node.parent] += running_[i];
      markers_[node.parent] += markers_[i] + (marker ? 1 : 0);
    }
    total_ = running_[0];
  }

  void drop(Trust trust) {
    inside_.assign(size_, 0);
    in_figure_.assign(size_, 0);
    for (std::uint32_t i = 0; i < size_; ++i) {
      PageNode& node = nodes_[i];
      const bool has_parent = node.parent != kNone;
      const bool metadata = node.tag() == GUMBO_TAG_HEAD || node.tag() == GUMBO_TAG_TITLE;
      node.dropped = metadata || (has_parent && nodes_[node.parent].dropped);
      if (has_parent) {
        inside_[i] = inside_[node.parent];
        in_figure_[i] = in_figure_[node.parent];
      }
      if (node.dropped || node.is_text()) continue;
      node.dropped = is_unwanted(i, trust) && !is_protected(i);
      if ((node.marks & (mark::article | mark::main)) != 0) inside_[i] = 1;
      if (node.tag() == GUMBO_TAG_FIGURE || hint_of(node, rules_) == ElementHint::caption) {
        in_figure_[i] = 1;
      }
    }
  }

  [[nodiscard]] bool is_unwanted(std::uint32_t i, Trust trust) const {
    const PageNode& node = nodes_[i];
    if (trust == Trust::nothing || is_page(node.tag())) return false;
    // Captions are often shown short, with the whole of them hidden until it is asked for.
    if (in_figure_[i] != 0) return false;
    if ((node.marks & mark::hidden) != 0) return true;
    if ((node.marks & mark::drop_outside_article) != 0 && inside_[i] == 0) return true;
    const std::uint32_t marks = trust == Trust::words ? node.marks : rules_.tags[node.tag()];
    return (marks & mark::drop) != 0;
  }

  [[nodiscard]] bool is_protected(std::uint32_t i) const {
    const bool headline = nodes_[i].tag() == GUMBO_TAG_H1;
    if (headline || (nodes_[i].marks & (mark::content | mark::main)) != 0 || markers_[i] != 0) {
      return true;
    }
    if ((nodes_[i].marks & mark::comments) != 0) return false;
    const bool hidden = (nodes_[i].marks & mark::hidden) != 0;
    return running_[i] > total_ * (hidden ? kMostIfHidden : kMost);
  }

  // Running text that is left in each element, and how much of it stands right in it.
  void weigh() {
    kept_.assign(size_, 0);
    score_.assign(size_, 0);
    for (std::uint32_t i = size_; i-- > 0;) {
      const PageNode& node = nodes_[i];
      if (node.dropped || node.parent == kNone) continue;
      if (is_running(node)) {
        kept_[i] = node.text;
        score(i);
      }
      kept_[node.parent] += kept_[i];
    }
  }

  // A paragraph speaks for the element that it stands in, and half as much for the next one.
  void score(std::uint32_t text) {
    std::uint32_t at = nodes_[text].parent;
    while (at != kNone && is_inline(nodes_[at].tag())) {
      if (nodes_[at].tag() == GUMBO_TAG_A) return;
      at = nodes_[at].parent;
    }
    float weight = 1;
    for (int level = 0; level < 2 && at != kNone; ++level) {
      at = nodes_[at].parent;
      if (at == kNone) break;
      score_[at] += weight * static_cast<float>(nodes_[text].text);
      weight /= 2;
    }
  }

  [[nodiscard]] static bool is_inline(GumboTag tag) {
    switch (tag) {
      case GUMBO_TAG_A:
      case GUMBO_TAG_SPAN:
      case GUMBO_TAG_EM:
      case GUMBO_TAG_STRONG:
      case GUMBO_TAG_I:
      case GUMBO_TAG_B:
      case GUMBO_TAG_Q:
      case GUMBO_TAG_CITE:
      case GUMBO_TAG_MARK:
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] std::uint32_t root() const {
    std::uint32_t best = kNone;
    double most = 0;
    for (std::uint32_t i = 0; i < size_; ++i) {
      const double weight = (nodes_[i].marks & mark::content) != 0 ? kMarkedWeight : 1;
      const double score = weight * static_cast<double>(score_[i]);
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best == kNone ? body() : around(best);
  }

  // The whole body, where no text is long enough to be prose.
  [[nodiscard]] std::uint32_t body() const {
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (nodes_[i].tag() == GUMBO_TAG_BODY) return nodes_[i].text == 0 ? kNone : i;
    }
    return kNone;
  }

  // From where the text stands to what holds its headline, pictures and notices, too.
  [[nodiscard]] std::uint32_t around(std::uint32_t best) const {
    std::uint32_t article = kNone;
    std::uint32_t main = kNone;
    for (std::uint32_t at = best; at != kNone; at = nodes_[at].parent) {
      if ((nodes_[at].marks & mark::article) != 0 && !is_page(nodes_[at].tag())) article = at;
      if ((nodes_[at].marks & mark::main) != 0 && main == kNone) main = at;
    }
    if (article != kNone) return article;
    if (main != kNone && kept_[main] <= kMoreInMain * kept_[best]) return main;
    std::uint32_t root = best;
    for (std::uint32_t at = nodes_[best].parent; at != kNone; at = nodes_[at].parent) {
      if (kept_[at] > kMoreByClimbing * kept_[best] || nodes_[at].tag() == GUMBO_TAG_HTML) break;
      root = at;
    }
    return with_other_parts(root);
  }

  // Of an article whose text is set in several boxes, what holds them all: a box has others beside
  // it that are marked the same and hold prose.
  [[nodiscard]] std::uint32_t with_other_parts(std::uint32_t root) const {
    std::uint32_t at = root;
    for (int level = 0; level < kLevelsToParts; ++level) {
      const std::uint32_t parent = nodes_[at].parent;
      if (parent == kNone || is_page(nodes_[at].tag())) break;
      if (has_other_parts(parent, at)) root = parent;
      at = parent;
    }
    return root;
  }

  [[nodiscard]] bool has_other_parts(std::uint32_t parent, std::uint32_t part) const {
    for (std::uint32_t i = parent + 1; i < nodes_[parent].end; i = nodes_[i].end) {
      const PageNode& node = nodes_[i];
      if (i == part || node.dropped || node.tag() != nodes_[part].tag()) continue;
      const bool prose = kept_[i] >= kLeastPart && node.links * 4 < node.text;
      if (prose && is_marked_alike(node, nodes_[part])) return true;
    }
    return false;
  }

  [[nodiscard]] static bool is_marked_alike(const PageNode& a, const PageNode& b) {
    const char* const first = attribute_of(a, "class");
    const char* const second = attribute_of(b, "class");
    if (first == nullptr || second == nullptr) return first == second;
    return std::string_view(first) == second;
  }

  std::vector<PageNode>& nodes_;
  const PageRules& rules_;
  std::uint32_t size_;
  std::uint32_t total_ = 0;
  std::vector<std::uint32_t> running_;
  std::vector<std::uint32_t> markers_;
  std::vector<std::uint32_t> kept_;
  std::vector<float> score_;
  std::vector<std::uint8_t> inside_;
  std::vector<std::uint8_t> in_figure_;
};

}  // namespace

PageContent find_content(PageTree& tree, const PageRules& rules) {
  if (tree.nodes().empty()) return {};
  return ContentFinder(tree, rules).find();
}

ElementHint hint_of(const PageNode& node, const PageRules& rules, ElementHint none) {
  if ((node.marks & mark::any_hint) == 0) return none;
  for (const ElementHint hint : kHintOrder) {
    const bool marked = (node.marks & mark::hint(hint)) != 0;
    if (marked && node.text <= rules.longest[static_cast<std::size_t>(hint)]) return hint;
  }
  return none;
}

}  // namespace quotary
