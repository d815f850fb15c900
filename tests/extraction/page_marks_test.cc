// What a page marks its blocks as, and what becomes of them.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "built_in.h"
#include "quotary/quotary.h"

namespace quotary {
namespace {

const std::string kFerryText =
    "<p>The ferry made its last crossing on Friday, and two hundred people stood on the pier to "
    "see it leave.</p><p>\"We will miss it,\" said Mira Holm, who had sold tickets on it for "
    "thirty years.</p>";

// A page, its article and what was found in it.
struct MarkedPage {
  explicit MarkedPage(const std::string& html)
      : page(PageReader::create(RulePack::built_in().value()).value().read(html).value()),
        document(extractor().read(page.text, "page")),
        analysis(extractor().analyze(
            document, workspace, {.publisher = {}, .declared = &page.declared, .page = &page})) {}

  [[nodiscard]] std::string text(Span span) const { return std::string(document.text(span)); }
  [[nodiscard]] std::string headline() const { return text(analysis.provenance.headline); }
  [[nodiscard]] std::vector<std::string> bylines() const {
    std::vector<std::string> found;
    for (const Statement& each : analysis.provenance.statements) {
      if (each.kind == StatementKind::byline) found.push_back(text(each.span));
    }
    return found;
  }

  Page page;
  Document document;
  Workspace workspace;
  Analysis analysis;
};

std::string article(const std::string& above) {
  return "<article>" + above + kFerryText + "</article>";
}

TEST(PageMarks, AHeadlineIsWhatThePageMarksAsOne) {
  EXPECT_EQ(MarkedPage(article("<h1>Ferry ends its last run.</h1>")).headline(),
            "Ferry ends its last run.");
  EXPECT_EQ(
      MarkedPage(article("<time>May 4, 2031</time><h1>Ferry ends its last run</h1>")).headline(),
      "Ferry ends its last run");
}

TEST(PageMarks, ALabelAboveAMarkedHeadlineIsNone) {
  const MarkedPage marked(
      article("<div class=kicker>Coast and Harbor</div><h1>Ferry ends its last run</h1>"));
  EXPECT_EQ(marked.headline(), "Ferry ends its last run");
  EXPECT_EQ(marked.text(marked.analysis.provenance.section), "Coast and Harbor");
}

TEST(PageMarks, ANameInAMarkedBylineNeedsNoBy) {
  const std::string name = "<div class=byline>Oluchi Vantreight</div>";
  EXPECT_EQ(MarkedPage(article("<h1>Ferry ends its last run</h1>" + name)).bylines(),
            std::vector<std::string>{"Oluchi Vantreight"});
  EXPECT_TRUE(MarkedPage(article("<h1>Ferry ends its last run</h1><p>Oluchi Vantreight</p>"))
                  .bylines()
                  .empty());
}

TEST(PageMarks, AMarkedDateNeedsNoWords) {
  const MarkedPage marked(article("<h1>Ferry ends its last run</h1><time>2031-05-04 21:32</time>"));
  EXPECT_EQ(marked.text(marked.analysis.provenance.posted), "2031-05-04 21:32");
}

TEST(PageMarks, NothingAboveTheTextIsSaid) {
  const std::string plain = "<h1>Ferry ends its last run</h1>";
  const std::string label = "<div class=kicker>The harbor says goodbye</div>";
  EXPECT_EQ(MarkedPage(article(label + plain)).analysis.quotes.size(),
            MarkedPage(article(plain)).analysis.quotes.size());
}

}  // namespace
}  // namespace quotary
