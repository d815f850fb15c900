#include "pages.h"

#include <algorithm>
#include <string_view>

namespace quotary::bench {
namespace {

std::string head(const std::string& number) {
  std::string html =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Article " +
      number +
      " | The Daily Benchmark</title>\n<link rel=\"canonical\" href=\"https://daily.example/" +
      number + "\">\n";
  for (const std::string_view name :
       {"og:title", "og:url", "og:image", "og:description", "twitter:card", "twitter:image",
        "article:published_time", "article:section", "viewport", "robots", "theme-color"}) {
    html += "<meta property=\"" + std::string(name) + "\" content=\"value of " + std::string(name) +
            " in article " + number + "\">\n";
  }
  html +=
      "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
      "\"NewsArticle\",\"headline\":\"Article " +
      number +
      "\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"}],\"publisher\":{\"@type\":"
      "\"Organization\",\"name\":\"The Daily Benchmark\"}}</script>\n<style>";
  for (int i = 0; i < 40; ++i)
    html += ".c" + std::to_string(i) + " > a:hover { margin: 0 auto; }\n";
  html += "</style>\n<script>";
  for (int i = 0; i < 60; ++i) {
    html += "window.q = window.q || []; if (q.length < " + std::to_string(i) +
            ") { q.push({\"slot\": \"top-" + std::to_string(i) + "\", \"sizes\": [300, 250]}); }\n";
  }
  return html + "</script>\n</head>\n<body class=\"article-page\">\n";
}

std::string navigation() {
  std::string html = "<header class=\"site-header\"><nav class=\"main-nav\"><ul>\n";
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    html += "<li class=\"nav-item\" data-track=\"nav:" + n + "\"><a class=\"nav-link\" href=\"/s/" +
            n + "\">Section " + n + "</a></li>\n";
  }
  return html + "</ul></nav></header>\n";
}

std::string picture(const std::string& number) {
  return "<figure class=\"image\"><img src=\"https://img.example/" + number +
         ".jpg?w=800&amp;h=450\" srcset=\"https://img.example/" + number +
         ".jpg?w=1600 2x\" alt=\"A harbor\" loading=\"lazy\"><figcaption>The harbor of Tarrow on a "
         "Friday. <span class=\"credit\">Jo Marsh/AP</span></figcaption></figure>\n";
}

std::string related() {
  std::string html = "<section class=\"related\"><h2>Related</h2>\n";
  for (int i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    html += "<div class=\"card\" data-id=\"" + n + "\"><a href=\"/a/" + n +
            "\"><img src=\"https://img.example/t" + n +
            ".jpg?w=300&amp;h=200\" alt=\"\"><h3 "
            "class=\"card__title\">Another headline that leads to article " +
            n + "</h3></a></div>\n";
  }
  return html +
         "</section>\n<div id=\"comments\"><p>Be the first to say something on this.</p></div>\n"
         "<footer><p>&copy; The Daily Benchmark</p></footer>\n</body></html>\n";
}

void append_escaped(std::string_view text, std::string& html) {
  for (const char c : text) {
    if (c == '&') {
      html += "&amp;";
    } else if (c == '<') {
      html += "&lt;";
    } else if (c == '"') {
      html += "&quot;";
    } else {
      html += c;
    }
  }
}

}  // namespace

std::string page_of(const std::string& article, std::size_t number) {
  const std::string n = std::to_string(number);
  std::string html = head(n) + navigation() + "<main><article class=\"story\">\n";
  std::size_t paragraphs = 0;
  for (std::size_t at = 0; at < article.size(); ++paragraphs) {
    const std::size_t end = std::min(article.find("\n\n", at), article.size());
    const bool headline = paragraphs == 0;
    html += headline ? "<h1 class=\"headline\">" : "<p class=\"paragraph inline-placeholder\">";
    append_escaped(std::string_view(article).substr(at, end - at), html);
    html +=
        headline ? "</h1>\n<p class=\"byline\">By <a href=\"/lee\">Ann Lee</a></p>\n" : "</p>\n";
    if (paragraphs % 8 == 2) html += picture(n);
    at = end + 2;
  }
  return html + "</article></main>\n" + related();
}

}  // namespace quotary::bench
