// Text that goes past the tree by its place is the text that the tree would have given: both ways
// read the same from pages put together at random.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "readers/page_blocks.h"
#include "sanitized.h"

namespace quotary {
namespace {

const PageRules& rules() {
  static const std::shared_ptr<const PageRules> made =
      PageRules::of(RulePack::built_in().value().data()).value();
  return *made;
}

Page read(std::string_view html, bool with_runs) {
  ScannedPage scanned;
  PageTree tree;
  PageMemory memory;
  Page page;
  scan_page(html, with_runs, scanned);
  EXPECT_TRUE(tree.build(scanned, rules(), memory));
  const PageContent content = find_content(tree, rules());
  write_blocks({tree, content, scanned}, rules(), page);
  return page;
}

class PageMaker {
 public:
  explicit PageMaker(unsigned seed) : random_(seed) {}

  std::string next() {
    static const std::vector<std::string_view> kTags = {
        "p",    "div", "a",          "b",          "span", "table",  "tr",    "td",      "caption",
        "ul",   "li",  "h1",         "h2",         "time", "figure", "title", "section", "select",
        "body", "svg", "figcaption", "blockquote", "form", "x-note", "em",    "nobr",    "object"};
    static const std::vector<std::string_view> kTexts = {
        "a few words that stand together ",
        "  between   blanks\nand lines\t",
        "rain",
        " ",
        "\n",
        "&amp;",
        "&eacute; accents",
        "tea &lt; milk & honey",
        "&#8220;So it goes,&#8221; she said.",
        "d\xC3\xA9j\xC3\xA0 vu in the morning paper",
        "\xC2\xA0",
        "a<b and c>d in one line",
        "<!-- x -->",
        "&notin and &copy2024 of somebody",
        "\x01 control \x7F characters in it",
        "\xF4\x8F\xBF\xBD own mark",
        "<br>",
        "AT&T and more of it",
        "&"};
    std::string html;
    for (int parts = 1 + below(40); parts > 0; --parts) {
      switch (below(5)) {
        case 0:
        case 1:
          html += "<" + std::string(kTags[static_cast<std::size_t>(below(kTags.size()))]) + ">";
          break;
        case 2:
          html += "</" + std::string(kTags[static_cast<std::size_t>(below(kTags.size()))]) + ">";
          break;
        default:
          html += kTexts[static_cast<std::size_t>(below(kTexts.size()))];
      }
    }
    return html;
  }

 private:
  int below(std::size_t end) { return static_cast<int>(random_() % end); }
  std::mt19937 random_;
};

TEST(PageRuns, ReadTheSameAsWithoutThem) {
  PageMaker maker(7);
  constexpr int kPages = kSanitized ? 2'000 : 20'000;
  int with_text = 0;
  for (int i = 0; i < kPages; ++i) {
    const std::string html = maker.next();
    const Page page = read(html, true);
    const Page plain = read(html, false);
    ASSERT_EQ(page.text, plain.text) << html;
    ASSERT_EQ(page.blocks.size(), plain.blocks.size()) << html;
    for (std::size_t k = 0; k < page.blocks.size(); ++k) {
      ASSERT_EQ(page.blocks[k].page, plain.blocks[k].page) << html;
    }
    with_text += page.text.empty() ? 0 : 1;
  }
  EXPECT_GT(with_text, kPages / 2);
}

}  // namespace
}  // namespace quotary
