// PageReader: bytes -> UTF-8 -> fewer tags -> tree -> article -> blocks.
#include <new>
#include <string>
#include <utility>

#include "quotary/page.h"
#include "readers/declared_values.h"
#include "readers/page_blocks.h"
#include "readers/page_charset.h"
#include "readers/page_content.h"
#include "readers/page_headline.h"
#include "readers/page_rules.h"
#include "readers/page_scan.h"
#include "readers/page_tree.h"

namespace quotary {
namespace {

// What a thread keeps from page to page.
struct Scratch {
  ScannedPage scanned;
  PageTree tree;
  PageMemory memory;

  // What one huge page has blown up is not kept.
  [[nodiscard]] bool is_large() const {
    constexpr std::size_t kKeptBytes = std::size_t{8} << 20;
    return scanned.html.capacity() > kKeptBytes ||
           tree.nodes().capacity() * sizeof(PageNode) > kKeptBytes;
  }
};

Scratch& scratch_of_thread() {
  thread_local Scratch scratch;
  return scratch;
}

Error too_large(std::uint64_t most) {
  return {ErrorCode::too_large,
          "a page may have at most " + std::to_string(most) + " bytes; split it, or read its text"};
}

// The places of blocks, from UTF-8 to the bytes.
void translate(const OffsetTrail& trail, Page& page) {
  for (PageBlock& block : page.blocks) {
    if (block.page.empty()) continue;
    block.page = {trail.original(block.page.begin), trail.original_end(block.page.end)};
  }
}

// As UTF-8 it would be NULs and no words.
bool is_utf16(std::string_view bytes) {
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  return marked && bytes.substr(0, 4096).find('\0') != std::string_view::npos;
}

}  // namespace

PageReader::PageReader(std::shared_ptr<const PageRules> rules) : rules_(std::move(rules)) {}

Result<PageReader> PageReader::create(const RulePack& rules) {
  Result<std::shared_ptr<const PageRules>> read = PageRules::of(rules.data());
  if (!read) return read.error();
  return PageReader(*std::move(read));
}

Result<Page> PageReader::read(std::string_view bytes, const PageOptions& options) const {
  if (bytes.size() > options.max_bytes) return too_large(options.max_bytes);
  PageText decoded;
  if (const Result<Done> done = decode_page(bytes, options.charset, *rules_, decoded); !done) {
    return done.error();
  }
  Scratch& scratch = scratch_of_thread();
  scan_page(decoded.text, decoded.charset != "UTF-8" || decoded.invalid == 0, scratch.scanned);
  scratch.memory.clear();
  if (!scratch.tree.build(scratch.scanned, *rules_, scratch.memory)) {
    scratch.memory.clear();
    return Error{ErrorCode::too_large, "not enough memory for this page"};
  }
  Page page;
  page.charset = std::move(decoded.charset);
  page.invalid_bytes = decoded.invalid;
  page.tags_passed_over = scratch.scanned.passed_over;
  for (const std::string_view script : scratch.scanned.json_ld) {
    read_json_ld(script, *rules_, page.declared);
  }
  read_metadata(scratch.tree, *rules_, page.declared);
  PageContent content = find_content(scratch.tree, *rules_);
  content.headline =
      find_headline({scratch.tree, content, scratch.scanned}, *rules_, page.declared);
  write_blocks({scratch.tree, content, scratch.scanned}, *rules_, page);
  translate(decoded.trail, page);
  if (scratch.is_large()) scratch = {};
  return page;
}

Declared PageReader::declared_in(std::string_view extra_json) const {
  Declared declared;
  read_fields(extra_json, *rules_, declared);
  return declared;
}

Result<ReadDocument> read_document(RawDocument raw, const PageReader& reader,
                                   const PageOptions& options) {
  ReadDocument document;
  document.id = std::move(raw.id);
  document.extra_json = std::move(raw.extra_json);
  document.is_page = raw.is_page;
  if (!raw.is_page) {
    if (raw.line == 0 && is_utf16(raw.bytes)) {
      return Error{ErrorCode::bad_encoding,
                   "the text is UTF-16; convert it to UTF-8, as by iconv -f UTF-16 -t UTF-8",
                   {.file = raw.path == "-" ? "stdin" : raw.path}};
    }
    document.text = std::move(raw.bytes);
    document.declared = reader.declared_in(document.extra_json);
    return document;
  }
  Result<Page> page = reader.read(raw.bytes, options);
  if (!page) {
    Error error = page.error();
    error.place.file = raw.path == "-" ? "stdin" : raw.path;
    return error;
  }
  document.text = std::move(page->text);
  document.declared = std::move(page->declared);
  document.page = *std::move(page);
  return document;
}

}  // namespace quotary
