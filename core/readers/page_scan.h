// The tags of a page, looked over before they are made into a tree: what is no text of an article
// (scripts, styles, comments, pictures' addresses) is left out, and what no browser would bear
// (elements nested without end, endless attributes) is cut down, so that the tree is built in
// linear time. One pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/page_charset.h"

namespace quotary {

struct ScannedPage {
  std::string html;   // what is left
  OffsetTrail trail;  // of `html` in what was scanned
  std::vector<std::string_view>
      json_ld;                    // the contents of its scripts; views into what was scanned
  std::uint32_t passed_over = 0;  // tags that are not in `html` for being beyond limits
};

// Clears `out` and fills it. Views in it live as long as `page`.
void scan_page(std::string_view page, ScannedPage& out);

}  // namespace quotary
