// Pages: HTML -> the text of the article, where each of its blocks stands in the page, and what the
// page declares about itself.
//
//   const auto reader = quotary::PageReader::create(rules).value();
//   const quotary::Page page = reader.read(html).value();
//   const auto document = extractor.read(page.text, "page.html");
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/declared.h"
#include "quotary/readers.h"
#include "quotary/result.h"
#include "quotary/rules.h"
#include "quotary/span.h"

namespace quotary {

// What a block is by its element and its class: a hint, for what is marked badly is common.
enum class ElementHint : std::uint8_t {
  paragraph,
  headline,
  heading,
  section,  // a label: "War"
  byline,
  time,
  caption,
  credit,
  quote,
  notice,
  list_item,
};
inline constexpr std::size_t kElementHints = 11;

struct PageBlock {
  Span text;  // in Page::text; a line of its own, blocks are in ascending order
  Span page;  // in the bytes of the page, from its first character of text to its last
  ElementHint hint = ElementHint::paragraph;
};

struct Page {
  std::string text;  // blocks in reading order, a blank line between them; valid UTF-8
  std::vector<PageBlock> blocks;
  Declared declared;
  std::string charset;                 // that was read: "UTF-8", "WINDOWS-1251", ...
  std::uint32_t invalid_bytes = 0;     // sequences of the page replaced by U+FFFD
  std::uint32_t tags_passed_over = 0;  // nested too deep, or otherwise beyond what a browser bears
};

struct PageOptions {
  std::string charset;  // as an HTTP header has it; goes over what the page says. Empty: none
  // A tree may take a hundred times the memory of a page that is made for it.
  std::uint64_t max_bytes = std::uint64_t{16} << 20;
};

struct PageRules;  // core/readers

// Reads pages by the words of a rule pack (html.json). Const and thread-safe; each thread keeps the
// memory of its largest page for the next one.
class PageReader {
 public:
  // Errors: bad_pack.
  static Result<PageReader> create(const RulePack& rules);

  // Time and memory are linear in `bytes`, whatever they are. A page without text gives an empty
  // one. Errors: bad_encoding (one that is not known), too_large.
  [[nodiscard]] Result<Page> read(std::string_view bytes, const PageOptions& options = {}) const;

  // What the fields of a JSON Lines object (RawDocument::extra_json) declare.
  [[nodiscard]] Declared declared_in(std::string_view extra_json) const;

 private:
  explicit PageReader(std::shared_ptr<const PageRules> rules);
  std::shared_ptr<const PageRules> rules_;
};

// A document whose form has been seen through: ready for Extractor::read(std::move(text), id).
struct ReadDocument {
  std::string id;
  std::string text;
  std::string extra_json;
  Declared declared;
  // Filled for pages: their blocks, charset and notes; `text` and `declared` stand above.
  Page page;
  bool is_page = false;
};

// Takes the text out of what a DocumentSource yielded. Errors: those of PageReader::read, with the
// document's place; bad_encoding for a file of plain text in UTF-16.
[[nodiscard]] Result<ReadDocument> read_document(RawDocument raw, const PageReader& reader,
                                                 const PageOptions& options = {});

// The names used in records: "paragraph", "byline", ...
[[nodiscard]] std::string_view name_of(ElementHint hint);

}  // namespace quotary
