// Putting together what a page declares.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "quotary/declared.h"
#include "readers/page_tree.h"

namespace quotary {

// A value as it was found; the views need not outlive the call of add_declared().
struct FoundValue {
  DeclaredField field = DeclaredField::title;
  std::string_view value;
  std::string_view url = {};
  std::string from;
  std::uint32_t image = kNone;
  DeclaredType type = DeclaredType::unknown;
};

// Adds it with its white space mended and its length bounded, unless it is empty or there already.
void add_declared(FoundValue found, Declared& out);

// What JSON-LD declares: articles and pictures, through lists, graphs and references by @id.
// `script` may be any bytes.
void read_json_ld(std::string_view script, const PageRules& rules, Declared& out);

// What <meta>, <link>, <title> and the language of <html> declare, and from all that has been read:
// whether the page calls another one its origin.
void read_metadata(const PageTree& tree, const PageRules& rules, Declared& out);

// What fields of a JSON Lines object declare: `"publisher":"x","url":"y"`.
void read_fields(std::string_view members, const PageRules& rules, Declared& out);

}  // namespace quotary
