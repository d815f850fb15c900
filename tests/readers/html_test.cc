// Pages: which of their text is the article, what each block is, where it stands.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "quotary/page.h"

namespace quotary {
namespace {

using Lines = std::vector<std::string>;

const PageReader& page_reader() {
  static const PageReader made = PageReader::create(RulePack::built_in().value()).value();
  return made;
}

Page page_of(std::string_view html, const std::string& charset = "") {
  PageOptions options;
  options.charset = charset;
  return page_reader().read(html, options).value();
}

// "hint: text" for each block.
Lines blocks_of(const Page& page) {
  Lines lines;
  for (const PageBlock& block : page.blocks) {
    lines.push_back(std::string(name_of(block.hint)) + ": " +
                    page.text.substr(block.text.begin, block.text.size()));
  }
  return lines;
}
Lines read(std::string_view html) { return blocks_of(page_of(html)); }

// Prose that no heuristic takes for furniture.
const std::string kLead =
    "The harbor at Tarrow was closed on Friday after a crane fell, the port authority said.";
const std::string kMore =
    "Two ships that carried grain had to wait outside the mole until the evening tide came in.";
const std::string kProse = "<p>" + kLead + "</p><p>" + kMore + "</p>";
const Lines kBoth = {"paragraph: " + kLead, "paragraph: " + kMore};

TEST(Page, AnArticleIsItsBlocksWithBlankLinesBetween) {
  const Page page = page_of("<html><body><article><h1>Crane  falls</h1>\n" + kProse + "</article>");
  EXPECT_EQ(page.text, "Crane falls\n\n" + kLead + "\n\n" + kMore);
  EXPECT_EQ(blocks_of(page)[0], "headline: Crane falls");
}

TEST(Page, NumericReferencesBeyondAllBoundsAreReplaced) {
  const Page page =
      page_of("<article><p>Some words &#x80AAAAAAAAAAAAAAAAAAAA; stand here.</p>" + kProse);
  EXPECT_EQ(page.text.substr(0, page.text.find("\n")), "Some words \xEF\xBF\xBD stand here.");
}
TEST(Page, EachBlockKeepsItsPlaceInThePage) {
  const std::string html = "<article><h1> Caf&eacute; <b>closed</b> </h1>" + kProse + "</article>";
  const Page page = page_of(html);
  ASSERT_EQ(page.blocks.size(), 3U);
  const auto part = [&](std::size_t i) {
    return html.substr(page.blocks[i].page.begin, page.blocks[i].page.size());
  };
  EXPECT_EQ(part(0), "Caf&eacute; <b>closed");
  EXPECT_EQ(part(1), kLead);
  EXPECT_EQ(part(2), kMore);
}

TEST(Page, WithoutMarksItIsWhereTheProseStands) {
  EXPECT_EQ(read("<div id=top><a href=/>Home</a> <a href=/s>Sport</a></div><div>" + kProse +
                 "</div><div><a href=/1>Ferry strike enters its second week, unions say</a></div>"),
            kBoth);
}

TEST(Page, WhatStandsAroundTheArticleIsDropped) {
  for (const std::string around : {"<nav><p>$</p></nav>",
                                   "<aside><p>$</p></aside>",
                                   "<div class=\"related-posts\"><p>$</p></div>",
                                   "<div id=\"comments\"><article><p>$</p></article></div>",
                                   "<section class=\"c-newsletter__signup\"><p>$</p></section>",
                                   "<div class=\"mostRead\"><p>$</p></div>",
                                   "<div role=\"navigation\"><p>$</p></div>",
                                   "<div role=\"complementary\"><p>$</p></div>",
                                   "<div class=\"cookieBanner\"><p>$</p></div>",
                                   "<ul class=\"share-buttons\"><li>$</li></ul>",
                                   "<div hidden><p>$</p></div>",
                                   "<div style=\"color:red; display : none\"><p>$</p></div>",
                                   "<p aria-hidden=\"true\">$</p>",
                                   "<script>var a = '<p>$</p>';</script>",
                                   "<style>p { content: '$' }</style>",
                                   "<noscript><p>$</p></noscript>",
                                   "<template><p>$</p></template>",
                                   "<button>$</button>",
                                   "<textarea>$</textarea>",
                                   "<svg><title>$</title><text>$</text></svg>",
                                   "<!-- <p>$</p> -->",
                                   "<select><option>$</option></select>",
                                   "<form><p>$</p></form>",
                                   "<dialog open><p>$</p></dialog>"}) {
    std::string part = around;
    for (std::size_t at = 0; (at = part.find('$')) != std::string::npos;) {
      part.replace(at, 1, "Nothing of this belongs to what the reporter wrote about the harbor.");
    }
    EXPECT_EQ(read("<body><article><div>" + kProse + part + "</div></article>"), kBoth) << around;
    EXPECT_EQ(read("<body>" + part + "<article><div>" + kProse + "</div></article>"), kBoth)
        << around;
  }
}

TEST(Page, WordsThatOnlySayWhatThePageHasDropNothing) {
  EXPECT_EQ(read("<body class=\"has-sidebar no-comments\"><div class=\"with-related\">" + kProse +
                 "</div></body>"),
            kBoth);
  EXPECT_EQ(
      read("<form id=aspnetForm class=modal><h1>Crane falls</h1><div>" + kProse + "</div></form>")
          .size(),
      3U);
}

TEST(Page, NothingIsLostWhereEverythingLooksLikeFurniture) {
  EXPECT_EQ(read("<body><div class=sidebar><div>" + kProse + "</div></div></body>"), kBoth);
  EXPECT_EQ(read("<p><a href=/x>Only a link</a></p>"), Lines{"paragraph: Only a link"});
  EXPECT_EQ(read("just text"), Lines{"paragraph: just text"});
  EXPECT_EQ(read(""), Lines{});
  EXPECT_EQ(read("<p> \n&nbsp;</p><hr>"), Lines{});
}

TEST(Page, HeadersAndFootersInsideAnArticleAreItsOwn) {
  EXPECT_EQ(
      read("<header><p>The paper of record for the northern coast since 1901, daily.</p></header>"
           "<article><header><h1>Crane falls</h1><p class=byline>By Ann Lee</p></header>" +
           kProse +
           "<footer><p>Omar Nilsson in Salem contributed to this report.</p></footer></article>"
           "<footer><p>All rights reserved by the paper of record, its owners and "
           "heirs.</p></footer>"),
      (Lines{"headline: Crane falls", "byline: By Ann Lee", kBoth[0], kBoth[1],
             "paragraph: Omar Nilsson in Salem contributed to this report."}));
}

TEST(Page, BylineTimeAndSectionAreApart) {
  EXPECT_EQ(read("<article><h1>Crane falls</h1><div class=meta><a class=category href=/w>War</a> "
                 "<span class=\"byline\">By <a rel=author href=/lee>Ann Lee</a></span> "
                 "<time datetime=2024-05-01>May 1, 2024</time></div>" +
                 kProse + "</article>"),
            (Lines{"headline: Crane falls", "section: War", "byline: By Ann Lee",
                   "time: May 1, 2024", kBoth[0], kBoth[1]}));
}

TEST(Page, ADateInsideASentenceStaysThere) {
  EXPECT_EQ(read("<article><p>" + kLead +
                 " It was <time>10:40</time>, said <span class=author>Ann "
                 "Lee</span>, a clerk.</p>" +
                 kProse + "</article>")[0],
            "paragraph: " + kLead + " It was 10:40, said Ann Lee, a clerk.");
}

TEST(Page, ByHeadlineAndFirstPictureBeforeTheText) {
  EXPECT_EQ(read("<body><div><h1>Crane falls</h1></div><div class=byline>By Ann Lee</div>"
                 "<figure><img src=x><figcaption>The crane. <span class=credit>Ann Lee/AP</span>"
                 "</figcaption></figure><div><a href=/>Home</a></div>"
                 "<div itemprop=articleBody>" +
                 kProse + "</div></body>"),
            (Lines{"headline: Crane falls", "byline: By Ann Lee", "caption: The crane.",
                   "credit: Ann Lee/AP", kBoth[0], kBoth[1]}));
}

TEST(Page, OfSeveralHeadingsTheHeadlineIsWhatThePageIsCalled) {
  const std::string title = "<head><title>Crane falls on pier - The Tarrow Post</title></head>";
  const std::string named = "<h2>Crane falls on pier</h2>";
  const std::string body = "<article><h1>Harbor news</h1>" + named + kProse + "</article>";
  EXPECT_EQ(read("<html>" + title + "<body>" + body)[0], "headline: Crane falls on pier");
  EXPECT_EQ(read("<html><body>" + body)[0], "headline: Harbor news");
}

TEST(Page, AHeadingThatSaysNothingOfTheTitleIsNoHeadline) {
  EXPECT_EQ(read("<html><head><title>Crane falls on pier</title></head><body><article>"
                 "<h1>Tarrow harbor shut</h1><h2>Two ships wait on the pier wall</h2>" +
                 kProse + "</article>")[0],
            "headline: Tarrow harbor shut");
}

TEST(Page, WhatIsShortAndStandsAboveTheHeadlineIsThePages) {
  EXPECT_EQ(read("<article><p>Edition: North</p><ul><li>Follow us</li></ul>"
                 "<time>May 1, 2024</time><h1>Crane falls</h1>" +
                 kProse + "</article>"),
            (Lines{"time: May 1, 2024", "headline: Crane falls", kBoth[0], kBoth[1]}));
  const std::string prose = "<article>" + kProse + "<h1>Crane falls</h1>" + kProse + "</article>";
  EXPECT_EQ(read(prose)[0], kBoth[0]);
}

TEST(Page, AnArticleInSeveralBoxesIsAllOfThem) {
  const std::string box = "<div class=box><div class=inner>" + kProse + "</div></div>";
  const std::string link = "<a href=/1>Ferry strike enters its second week, unions say</a>";
  EXPECT_EQ(
      read("<body><div>" + box + "<div class=ad>Buy</div>" + box + "</div><div>" + link + "</div>"),
      (Lines{kBoth[0], kBoth[1], kBoth[0], kBoth[1]}));
}

TEST(Page, WhatHoldsMostOfThePageIsKeptWhateverItIsCalled) {
  const std::string top = "<body><h1>Crane falls</h1>";
  for (const std::string called : {"class=sharing-wrapper", "id=read_more class=related"}) {
    EXPECT_EQ(read(top + "<div " + called + ">" + kProse + "</div>").back(), kBoth[1]) << called;
  }
  const std::string three = "<p>" + kLead + "</p><p>" + kMore + "</p><p>" + kMore + "</p>";
  EXPECT_EQ(read("<body><article><h1>Crane falls</h1>" + kProse + "</article><div class=comments>" +
                 three + kProse + "</div>")
                .size(),
            3U);
}

TEST(Page, TextBehindAPaywallIsText) {
  EXPECT_EQ(read("<article><p class=paywall>" + kLead + "</p><p class=paywall>" + kMore +
                 "</p></article>"),
            kBoth);
}

TEST(Page, ADeclaredAuthorIsABylineThoughItIsALink) {
  const std::string head = "<head><meta name=author content=\"Ann Lee\"></head>";
  const std::string body =
      "<body><article><h1>Crane falls</h1><p><a href=/lee>Ann Lee</a></p>" + kProse + "</article>";
  EXPECT_EQ(read("<html>" + head + body)[1], "byline: Ann Lee");
  EXPECT_EQ(read("<html>" + body)[1], kBoth[0]);
}

TEST(Page, BlankLinesPartTextThatIsSetAsTyped) {
  const Lines lines = {kBoth[0], kBoth[1]};
  EXPECT_EQ(read("<article><pre>" + kLead + "\n \n" + kMore + "</pre></article>"), lines);
  EXPECT_EQ(read(kLead + "\n\n" + kMore), lines);
  for (const PageBlock& block : page_of(kLead + "\n\n" + kMore).blocks) {
    EXPECT_FALSE(block.page.empty());
  }
  const std::string html = "<article><pre>" + kLead + "\n\n</pre><p>" + kMore + "</p></article>";
  const Span last = page_of(html).blocks.back().page;
  EXPECT_EQ(html.substr(last.begin, last.size()), kMore);
  EXPECT_EQ(read("<article><p>" + kLead + "\n\n" + kMore + "</p></article>"),
            (Lines{kBoth[0] + " " + kMore}));
}

TEST(Page, CaptionsAndCreditsAreToldApart) {
  EXPECT_EQ(read("<article>" + kProse +
                 "<figure><img><figcaption>The crane, on Friday.<span class=\"photo-credit\">Jo "
                 "Marsh, Port Pool Photo via AP</span></figcaption></figure>"
                 "<div class=wp-caption><p class=wp-caption-text>The mole.</p></div></article>"),
            (Lines{kBoth[0], kBoth[1], "caption: The crane, on Friday.",
                   "credit: Jo Marsh, Port Pool Photo via AP", "caption: The mole."}));
}

TEST(Page, AHiddenCaptionIsTheWholeOne) {
  EXPECT_EQ(
      read("<article>" + kProse +
           "<figure><figcaption><span>The crane before it... <button>Full caption</button></span>"
           "<span hidden>The crane before it fell.</span></figcaption></figure></article>")[2],
      "caption: The crane before it... The crane before it fell.");
}

TEST(Page, MarksForTestsAndScreenReadersCount) {
  EXPECT_EQ(
      read("<article><h1>Crane falls</h1><div data-testid=\"byline-name\">Ann Lee</div>" + kProse +
           "<figure><figcaption>The crane. <span class=visually-hidden>Credit:</span> Jo "
           "Marsh</figcaption></figure><p class=visually-hidden>Skip to the end</p></article>"),
      (Lines{"headline: Crane falls", "byline: Ann Lee", kBoth[0], kBoth[1],
             "caption: The crane. Credit: Jo Marsh"}));
}

TEST(Page, BlockQuotesHeadingsAndListsAreNamed) {
  EXPECT_EQ(read("<article>" + kProse +
                 "<blockquote><p>I saw it fall.</p></blockquote><h2>What is known</h2>"
                 "<ul><li>It stood for 60 years.</li></ul></article>"),
            (Lines{kBoth[0], kBoth[1], "quote: I saw it fall.", "heading: What is known",
                   "list_item: It stood for 60 years."}));
}

TEST(Page, NoticesAreFoundBehindTheArticleToo) {
  EXPECT_EQ(read("<body><main><article>" + kProse +
                 "</article></main>"
                 "<div class=disclaimer>Reposted only to pass on information.</div>"),
            (Lines{kBoth[0], kBoth[1], "notice: Reposted only to pass on information."}));
}

TEST(Page, LinksToOtherArticlesAreNoText) {
  EXPECT_EQ(read("<article>" + kProse +
                 "<p><a href=/2>READ MORE: Ferry strike enters second week</a></p>"
                 "<h3>On this subject</h3><ul><li><a href=/3>New lock opens</a></li>"
                 "<li><a href=/4>Grain prices climb</a></li></ul></article>"),
            kBoth);
  EXPECT_EQ(read("<article>" + kProse + "<p>Via <a href=/5>Halsen Dispatch</a></p></article>")[2],
            "paragraph: Via Halsen Dispatch");
}

TEST(Page, PartsOfABylineAreApartAndPartsOfAWordAreNot) {
  EXPECT_EQ(
      read("<article><h1><span>C</span><span>rane falls</span></h1><div class=byline><span>Ann "
           "Lee</span><span>Harbor Desk</span></div><p>" +
           kLead + " A <span>wind</span><span>lass</span> broke.</p>" + kProse + "</article>"),
      (Lines{"headline: Crane falls", "byline: Ann Lee Harbor Desk",
             "paragraph: " + kLead + " A windlass broke.", kBoth[0], kBoth[1]}));
}

TEST(Page, HeadingsWithNothingBelowThemGo) {
  EXPECT_EQ(read("<article>" + kProse +
                 "<h2>Topics</h2><ul><li><a href=/t>Tarrow</a></li></ul>"
                 "<h3>More</h3></article>"),
            kBoth);
}

TEST(Page, ColumnsOfALayoutAreApartAndCellsOfATableAreNot) {
  EXPECT_EQ(read("<table><tr><td><b>Money</b></td><td>" + kLead + "<br>" + kMore +
                 "</td></tr><tr><td>Ships</td><td>12</td></tr></table>"),
            (Lines{"paragraph: Money", kBoth[0], kBoth[1], "paragraph: Ships 12"}));
}

TEST(Page, ElementsOfTheirOwnNamesAreRead) {
  EXPECT_EQ(read("<main><h1>Crane falls</h1><x-lead><x-figure><figure><figcaption>The crane."
                 "</figcaption></figure></x-figure></x-lead>" +
                 kProse +
                 "<x-related-links><p>Another crane fell in the same harbor twenty years ago.</p>"
                 "</x-related-links></main>"),
            (Lines{"headline: Crane falls", "caption: The crane.", kBoth[0], kBoth[1]}));
}

TEST(Page, LineBreaksEndBlocksButNotInHeadlines) {
  EXPECT_EQ(read("<article><h1>Crane<br>falls</h1><div>" + kLead + "<br><br>" + kMore +
                 "</div></article>"),
            (Lines{"headline: Crane falls", kBoth[0], kBoth[1]}));
}

TEST(Page, FurnitureByItsWordsIsDropped) {
  EXPECT_EQ(read("<article><p>" + kLead + "</p><p>Advertisement</p><p>" + kMore +
                 "</p><p>|</p></article>"),
            kBoth);
}

TEST(Page, TheLargestOfSeveralTextsIsRead) {
  EXPECT_EQ(
      read("<div class=card><p>A lock was opened to barges on Monday, said the canal board.</p>"
           "</div><div class=story>" +
           kProse + kProse + "</div>")
          .size(),
      4U);
}

TEST(Page, TagSoupIsRead) {
  EXPECT_EQ(read("<article><h1>Crane falls</h2><p>" + kLead + "<p>" + kMore + "<div></span></b>"),
            (Lines{"headline: Crane falls", kBoth[0], kBoth[1]}));
  EXPECT_EQ(read("<p " + std::string("class='x\">") + kLead + "'>" + kMore + "</p>"),
            Lines{kBoth[1]});
}

TEST(Page, EntitiesAreCharacters) {
  EXPECT_EQ(
      read("<p>" + kLead + " &ldquo;Caf&eacute;&nbsp;&amp; bar&rdquo; &#x2014; &#151; &lt;3 AT&T"),
      Lines{"paragraph: " + kLead + " “Café & bar” — — <3 AT&T"});
}

TEST(Page, WhatBrowsersWouldNotBearIsCountedAndItsTextKept) {
  std::string html;
  for (int i = 0; i < 1000; ++i) html += "<div>";
  const Page page = page_of(html + kProse);
  EXPECT_EQ(blocks_of(page), kBoth);
  EXPECT_EQ(page.tags_passed_over, 1000U - 256U);
}

// --- encodings ---

TEST(PageCharset, IsWhatAnyOfItsPlacesSays) {
  const std::string text = "<p>" + kLead + " Caf\xE9.</p>";
  EXPECT_EQ(page_of("<meta charset=iso-8859-1>" + text).charset, "WINDOWS-1252");
  EXPECT_EQ(
      page_of("<META content='text/html; Charset = \"latin1\"' http-equiv=content-type>" + text)
          .charset,
      "WINDOWS-1252");
  EXPECT_EQ(page_of(text).charset, "WINDOWS-1252");
  EXPECT_EQ(page_of("<p>" + kLead).charset, "UTF-8");
  EXPECT_EQ(page_of(text, "Windows-1250").charset, "WINDOWS-1250");
  EXPECT_EQ(page_of("\xEF\xBB\xBF<meta charset=iso-8859-1>" + text).charset, "UTF-8");
  EXPECT_EQ(page_of(std::string(1024, ' ') + "<meta charset=koi8-r>" + text).charset,
            "WINDOWS-1252");
  EXPECT_NE(page_of("<meta charset=iso-8859-1>" + text).text.find("Café."), std::string::npos);
}

TEST(PageCharset, LegacyTextBecomesUtf8WithPlacesInTheBytes) {
  const std::string html =
      "<meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0</p><p>x</p>";
  const Page page = page_of(html);
  EXPECT_EQ(page.text, "Привет мир\n\nx");
  ASSERT_EQ(page.blocks.size(), 2U);
  EXPECT_EQ(html.substr(page.blocks[0].page.begin, page.blocks[0].page.size()),
            "\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0");
  EXPECT_EQ(html.substr(page.blocks[1].page.begin, page.blocks[1].page.size()), "x");
}

TEST(PageCharset, EastAsianEncodingsAreRead) {
  EXPECT_EQ(page_of("<meta charset=gb2312><p>\xD7\xAA\xD4\xD8</p>").text, "转载");
  EXPECT_EQ(page_of("<meta charset=Shift_JIS><p>\x93\x8C\x8B\x9E</p>").text, "東京");
  EXPECT_EQ(page_of("<meta charset=euc-kr><p>\xBC\xAD\xBF\xEF</p>").text, "서울");
  EXPECT_EQ(page_of("<meta charset=iso-2022-jp><p>\x1B$BEl5~\x1B(B.</p>").text, "東京.");
}

// An escape that is none is decoded together with the two bytes behind it.
TEST(PageCharset, TextThatEndsWithinADecodedStepHasThePlaceOfAllOfIt) {
  const std::string html = "<meta charset=iso-2022-jp>\x1B<p";
  const Page page = page_of(html);
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(html.substr(page.blocks[0].page.begin, page.blocks[0].page.size()), "\x1B<p");
}

TEST(PageCharset, Utf16IsKnownByItsMark) {
  std::string html = "\xFF\xFE";
  for (const char c : std::string("<p>wide</p>")) html += {c, '\0'};
  const Page page = page_of(html);
  EXPECT_EQ(page.text, "wide");
  EXPECT_EQ(page.blocks[0].page, (Span{8, 16}));
}

TEST(PageCharset, Utf8ThatIsCalledLatinIsUtf8) {
  EXPECT_EQ(page_of("<meta charset=iso-8859-1><p>Caf\xC3\xA9</p>").text, "Café");
}

TEST(PageCharset, Utf8ThatIsCalledChineseIsUtf8WhereThereIsEnoughOfIt) {
  const std::string head = "<meta charset=gb2312><p>";
  EXPECT_EQ(page_of(head + "港口今天关闭，因为起重机倒塌了，人们说。</p>").text,
            "港口今天关闭，因为起重机倒塌了，人们说。");
  EXPECT_EQ(page_of(head + "\xB8\xDB\xBF\xDA</p>").text, "港口");
}

TEST(PageCharset, InvalidBytesAreReplacedAndCounted) {
  const Page page = page_of("<meta charset=utf-8><p>Caf\xE9, \xC3\xA9</p>");
  EXPECT_EQ(page.text, "Caf\uFFFD, é");
  EXPECT_EQ(page.invalid_bytes, 1U);
  EXPECT_EQ(page_of("<meta charset=euc-jp><p>a\xFF z</p>").text, "a\uFFFD z");
}

TEST(PageCharset, AnUnknownOneIsAnError) {
  const Result<Page> page = page_reader().read("<meta charset=ebcdic-x><p>x");
  ASSERT_FALSE(page.has_value());
  EXPECT_EQ(page.error().to_string(),
            "E107 the encoding `ebcdic-x` is not known; convert the page to UTF-8 or name its "
            "encoding with --charset");
}

}  // namespace
}  // namespace quotary
