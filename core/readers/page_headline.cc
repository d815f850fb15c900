#include "readers/page_headline.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/ascii.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLeastWords = 2;  // "Politics" is in many a title
constexpr std::size_t kMostTitles = 8;    // a page declares two or three
constexpr std::uint32_t kMostNodes =
    200;  // of an element that is read, so that nested ones stay cheap

using Words = std::vector<std::string>;

// Letters and digits in a row, in small letters.
void add_words(std::string_view text, Words& words) {
  bool inside = false;
  for (const char c : text) {
    const bool part =
        is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (part && !inside) words.emplace_back();
    if (part) words.back() += ascii_lower(c);
    inside = part;
  }
}

// A title of the page: what of it an element says.
class Title {
 public:
  explicit Title(std::string_view text) {
    add_words(text, in_order_);
    sorted_ = in_order_;
    std::sort(sorted_.begin(), sorted_.end());
  }

  // How many of `words` it has; 0 if they may well speak of something else.
  [[nodiscard]] std::size_t shared(const Words& words) const {
    const auto known = static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [&](const std::string& word) {
          return std::binary_search(sorted_.begin(), sorted_.end(), word);
        }));
    const bool opens_it = words.size() <= in_order_.size() &&
                          std::equal(words.begin(), words.end(), in_order_.begin());
    const bool is_it = known * 2 >= words.size() && known * 2 >= in_order_.size();
    return words.size() >= kLeastWords && (opens_it || is_it) ? known : 0;
  }

 private:
  Words in_order_;
  Words sorted_;
};

class HeadlineFinder {
 public:
  HeadlineFinder(const FoundContent& found, const PageRules& rules, const Declared& declared)
      : nodes_(found.tree.nodes()), found_(found), rules_(rules) {
    for (const DeclaredValue& each : declared.values) {
      const bool title = each.field == DeclaredField::title && each.image == kNone;
      if (title && titles_.size() < kMostTitles) titles_.emplace_back(each.value);
    }
  }

  [[nodiscard]] std::uint32_t find() const {
    const std::uint32_t root = found_.content.root;
    std::uint32_t before = kNone;
    std::uint32_t first = kNone;
    std::uint32_t named = kNone;
    std::size_t most = 0;
    for (std::uint32_t i = 0; i < nodes_[root].end; ++i) {
      const PageNode& node = nodes_[i];
      if (node.dropped || node.is_text() || node.text == 0) continue;
      if (i < root && node.end > root) continue;  // it holds the article
      const ElementHint hint = hint_of(node, rules_);
      if (hint != ElementHint::headline && hint != ElementHint::heading) continue;
      if (hint == ElementHint::headline) {
        if (i < root) before = i;
        if (i >= root && first == kNone) first = i;
      }
      const std::size_t shared = shared_with_titles(i);
      if (shared > most) {
        most = shared;
        named = i;
      }
    }
    if (named != kNone) return named;
    return first != kNone ? first : before;
  }

 private:
  [[nodiscard]] std::size_t shared_with_titles(std::uint32_t element) const {
    if (titles_.empty()) return 0;
    Words words;
    const std::uint32_t end = std::min(nodes_[element].end, element + kMostNodes);
    for (std::uint32_t i = element; i < end; ++i) {
      if (!nodes_[i].is_text()) continue;
      for_each_piece(nodes_[i], found_.scanned,
                     [&](std::string_view piece) { add_words(piece, words); });
    }
    std::size_t most = 0;
    for (const Title& title : titles_) most = std::max(most, title.shared(words));
    return most;
  }

  const std::vector<PageNode>& nodes_;
  const FoundContent& found_;
  const PageRules& rules_;
  std::vector<Title> titles_;
};

}  // namespace

std::uint32_t find_headline(const FoundContent& found, const PageRules& rules,
                            const Declared& declared) {
  if (found.content.root == kNone) return kNone;
  return HeadlineFinder(found, rules, declared).find();
}

}  // namespace quotary
