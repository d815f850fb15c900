// Hostile pages: nothing is lost that could be kept, and each takes at most a stated multiple of
// what an ordinary page of its size takes. Processor time of this process, so that a loaded machine
// does not matter.
#include <gtest/gtest.h>

#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

#include "quotary/page.h"
#include "sanitized.h"

namespace quotary {
namespace {

constexpr std::size_t kSize = kSanitized ? 300'000 : 3'000'000;
constexpr double kMostTimes = kSanitized ? 60 : 20;

constexpr std::string_view kSentence =
    "<p>The bridge was closed on Monday after the river rose, the council said in a note.</p>";

std::string repeat(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}
std::string filled(std::string_view piece, std::size_t size = kSize) {
  return repeat(piece, size / piece.size());
}

const PageReader& reader() {
  static const PageReader made = PageReader::create(RulePack::built_in().value()).value();
  return made;
}

double seconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Outcome {
  double seconds = 0;
  Page page;
};

Outcome read(std::string_view bytes, const PageOptions& options = {}) {
  Outcome outcome;
  const double start = seconds();
  Result<Page> page = reader().read(bytes, options);
  outcome.seconds = seconds() - start;
  EXPECT_TRUE(page.has_value());
  if (page) outcome.page = *std::move(page);
  return outcome;
}

double ordinary_seconds_per_byte() {
  static const double per_byte = [] {
    const std::string html = "<article><h1>Flood</h1>" + filled(kSentence, 1'000'000);
    read(html);  // memory is mapped and caches are warm
    return read(html).seconds / static_cast<double>(html.size());
  }();
  return per_byte;
}

Page expect_linear(const std::string& html, double times = kMostTimes) {
  const double most = times * ordinary_seconds_per_byte() * static_cast<double>(html.size());
  Outcome outcome = read(html);
  if (outcome.seconds > most) outcome = read(html);
  EXPECT_LT(outcome.seconds, most) << "seconds for " << html.size() << " bytes";
  std::printf("  %.2f times an ordinary page of its size\n", times * outcome.seconds / most);
  return std::move(outcome.page);
}

bool has_sentence(const Page& page) {
  return page.text.find("bridge was closed") != page.text.npos;
}

TEST(PathologicalPage, HundredThousandNestedElements) {
  for (const char* tag : {"div", "span", "blockquote", "table", "ul", "li", "section", "b", "font",
                          "a", "x-y", "p", "object", "svg", "form", "td"}) {
    SCOPED_TRACE(tag);
    const std::string open = "<" + std::string(tag) + ">";
    EXPECT_TRUE(has_sentence(expect_linear(repeat(open, 100'000) + std::string(kSentence))));
  }
}
TEST(PathologicalPage, NestedAndClosedAgain) {
  const Page page = expect_linear(repeat("<div>", 100'000) + std::string(kSentence) +
                                  repeat("</div>", 100'000) + std::string(kSentence));
  EXPECT_EQ(page.blocks.size(), 2U);
  EXPECT_GT(page.tags_passed_over, 99'000U);
}
TEST(PathologicalPage, TablesInTables) {
  EXPECT_TRUE(
      has_sentence(expect_linear(repeat("<table><tr><td>x", 50'000) + std::string(kSentence))));
}
TEST(PathologicalPage, EndlessAttributes) {
  std::string tag = "<div";
  for (int i = 0; tag.size() < kSize; ++i) tag += " a" + std::to_string(i) + "=\"x\"";
  EXPECT_TRUE(has_sentence(expect_linear(tag + ">" + std::string(kSentence))));
  EXPECT_TRUE(
      has_sentence(expect_linear(filled("<p class=x id=y rel=z>") + std::string(kSentence))));
}
TEST(PathologicalPage, OneAttributeWithoutEnd) {
  expect_linear("<div class=\"" + filled("related nav "));
  expect_linear("<div " + filled("class"));
}
TEST(PathologicalPage, ManyClasses) {
  EXPECT_TRUE(has_sentence(
      expect_linear("<div class=\"" + filled("a-b ") + "\">" + std::string(kSentence))));
}
TEST(PathologicalPage, FormattingThatIsNeverClosed) {
  std::string html;
  for (int i = 0; html.size() < kSize; ++i) {
    html += "<p><b class=c" + std::to_string(i) + "><i id=\"" + std::to_string(i) + "\"><u>x";
  }
  expect_linear(html);
  expect_linear(repeat("<a href=x><div>", 100'000) + std::string(kSentence));
  expect_linear(filled("<a><b><p></a></b>"));
  expect_linear(filled("<a><table><a>"));
}
TEST(PathologicalPage, EverythingUnclosed) {
  expect_linear(filled("<p><div><ul><li><a><span><table><tr><td><b>x"));
}
TEST(PathologicalPage, EndTagsOnly) {
  expect_linear(filled("</div></p></a></b></table>"));
  expect_linear(filled("</p>"));
}
TEST(PathologicalPage, BodiesAndHtmls) { expect_linear(filled("<html a=b><body c=d>x")); }
TEST(PathologicalPage, LessThanSigns) {
  expect_linear(filled("<", 10'000'000));
  expect_linear(filled("</"));
  expect_linear(filled("<!"));
  expect_linear(filled("<a"));
  expect_linear(filled("<a <"));
}
TEST(PathologicalPage, CommentsAndScriptsWithoutEnd) {
  expect_linear(filled("<!-- "));
  expect_linear(filled("<!--><p>x"));
  expect_linear(filled("<script>"));
  expect_linear(filled("<svg>x"));
  expect_linear(filled("<title>x"), 2 * kMostTimes);  // a tag in a title is text, letter by letter
  expect_linear(filled("<textarea><button><select>"));
  EXPECT_TRUE(
      has_sentence(expect_linear(filled("<noscript>x</noscrip>") + std::string(kSentence))));
}
TEST(PathologicalPage, Entities) {
  expect_linear(filled("&amp;"));
  expect_linear(filled("&"));
  expect_linear(filled("&#x1F600;"));
  expect_linear(filled("&notanentity"));
  expect_linear("&#" + filled("9") + ";");
}
TEST(PathologicalPage, BrokenBytes) {
  expect_linear(filled("\xFF"));
  expect_linear(filled("\xE2\x82"));
  expect_linear(filled(std::string_view("\0", 1)));
  expect_linear("<meta charset=utf-8>" + filled("\xC3"));
}
TEST(PathologicalPage, WrongCharsets) {
  for (const char* charset : {"utf-16", "shift_jis", "iso-2022-jp", "gb18030", "big5", "euc-kr",
                              "windows-1251", "koi8-r"}) {
    SCOPED_TRACE(charset);
    const std::string head = "<meta charset=" + std::string(charset) + ">" + std::string(kSentence);
    // Bytes of another encoding; character by character, this is slower than the rest.
    EXPECT_TRUE(has_sentence(expect_linear(head + filled("\x81\xFE\xE9\x1B$B", kSize / 5), 60)));
  }
  expect_linear("\xFE\xFF" + filled("<\xD8\x01p>", kSize / 5), 60);
}
TEST(PathologicalPage, JsonLdWithoutBounds) {
  const std::string begin = "<script type=\"application/ld+json\">";
  const std::string end = "</script>" + std::string(kSentence);
  EXPECT_TRUE(has_sentence(expect_linear(begin + filled("[", kSize) + end)));
  EXPECT_TRUE(has_sentence(expect_linear(begin + filled("[", 900'000) + end, 100)));
  EXPECT_TRUE(has_sentence(expect_linear(begin + filled("{\"a\":", 900'000) + end, 100)));
  std::string many = begin + "{\"@type\":\"NewsArticle\",\"author\":[\"x\"";
  for (int i = 0; many.size() < 900'000; ++i) many += ",\"author " + std::to_string(i) + "\"";
  const Page page = expect_linear(many + "]}" + end, 100);
  EXPECT_GT(page.declared.values.size(), 10U);
  EXPECT_LE(page.declared.values.size(), kMaxDeclared);
}
TEST(PathologicalPage, EndlessMetadata) {
  std::string metas;
  for (int i = 0; metas.size() < kSize; ++i) {
    metas += "<meta name=author content=\"A" + std::to_string(i) + "\">";
  }
  EXPECT_EQ(expect_linear(metas + std::string(kSentence)).declared.values.size(), kMaxDeclared);
}
TEST(PathologicalPage, ListsOfLinks) {
  expect_linear(filled("<li><a href=x>A headline that leads to another article of this paper</a>"));
  expect_linear(filled("<h2>x</h2>"));
  expect_linear(filled("<br>x"));
}

TEST(PathologicalPage, TooLargeIsAnError) {
  PageOptions options;
  options.max_bytes = 7;
  const Result<Page> page = reader().read("<p>x</p>", options);
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.error().code, ErrorCode::too_large);
}

}  // namespace
}  // namespace quotary
