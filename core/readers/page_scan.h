// The tags of a page, looked over before they are made into a tree: what is no text of an article
// (scripts, styles, comments, pictures' addresses) is left out, and what no browser would bear
// (elements nested without end, endless attributes) is cut down, so that the tree is built in
// linear time. One pass.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readers/page_charset.h"

namespace quotary {

// A stretch of text that stands in ScannedPage::html as one kRun: a tree is built from tags, letter
// by letter, and need not see what has no markup in it.
struct TextRun {
  std::uint32_t at = 0;    // in `html`
  Span span;               // in `page`; begins and ends with text
  std::uint32_t text = 0;  // bytes of it that are no white space
};
// U+10FFFD, the last character for private use: one that a tree takes for text.
inline constexpr std::string_view kRun = "\xF4\x8F\xBF\xBD";

struct ScannedPage {
  std::string_view page;      // what was scanned
  std::string html;           // what is left
  OffsetTrail trail;          // of `html` in `page`
  std::vector<TextRun> runs;  // in ascending order
  std::vector<std::string_view>
      json_ld;                    // the contents of its scripts; views into what was scanned
  std::uint32_t passed_over = 0;  // tags that are not in `html` for being beyond limits
};

// Clears `out` and fills it. Views in it live as long as `page`. `well_formed`: `page` is UTF-8
// throughout.
void scan_page(std::string_view page, bool well_formed, ScannedPage& out);

// The runs that stand in `html` from `begin` to `end`.
[[nodiscard]] std::span<const TextRun> runs_in(const ScannedPage& scanned, std::size_t begin,
                                               std::size_t end);

// Where in `page` the characters from that at `html[first]` to that which ends at `html[last]`
// stand.
[[nodiscard]] Span place_in_page(const ScannedPage& scanned, std::uint32_t first,
                                 std::uint32_t last);

}  // namespace quotary
