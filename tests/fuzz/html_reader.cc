// HTML: any bytes are read without harm; the text is well-formed, blocks are parts of it in order,
// with places inside the page, and what is declared keeps to its bounds.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "quotary/page.h"
#include "text/utf8.h"

namespace {

using quotary::Page;
using quotary::PageBlock;

void require(bool holds) {
  if (!holds) std::abort();
}

bool well_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const quotary::Utf8Sequence sequence = quotary::character_at(text, at);
    if (!sequence.valid) return false;
    at += sequence.size;
  }
  return true;
}

const quotary::PageReader& reader() {
  static const quotary::PageReader made =
      quotary::PageReader::create(quotary::RulePack::built_in().value()).value();
  return made;
}

void check_blocks(const Page& page, std::size_t size) {
  std::uint32_t last = 0;
  for (const PageBlock& block : page.blocks) {
    require(block.text.begin == last && block.text.begin < block.text.end);
    require(block.text.end <= page.text.size());
    require(block.page.begin < block.page.end && block.page.end <= size);
    const std::string_view line =
        std::string_view(page.text).substr(block.text.begin, block.text.size());
    require(line.find_first_of("\n\r\t") == std::string_view::npos);
    require(line.front() != ' ' && line.back() != ' ');
    last = block.text.end + 2;
  }
  require(page.text.size() == (last == 0 ? 0 : last - 2));
}

void check_declared(const quotary::Declared& declared) {
  require(declared.values.size() <= quotary::kMaxDeclared);
  for (const quotary::DeclaredValue& each : declared.values) {
    require(!each.value.empty() && each.value.size() <= quotary::kMaxDeclaredBytes);
    require(well_formed(each.value) && well_formed(each.url));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const quotary::Result<Page> page = reader().read(bytes);
  if (!page) {
    require(page.error().code == quotary::ErrorCode::bad_encoding);
    return 0;
  }
  require(well_formed(page->text));
  check_blocks(*page, size);
  check_declared(page->declared);
  return 0;
}
