// The bytes of a page -> UTF-8, with a way back to the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "quotary/result.h"
#include "readers/page_rules.h"

namespace quotary {

// Where places of a text that was decoded in steps stand in what it was decoded from.
class OffsetTrail {
 public:
  // From `text` on, `original_step` bytes give `text_step`.
  void add(OffsetShift shift);
  // Where the step that gives the byte at `text` begins.
  [[nodiscard]] std::uint32_t original(std::uint32_t text) const;
  // Where the step that gives the byte before `text` ends.
  [[nodiscard]] std::uint32_t original_end(std::uint32_t text) const;

 private:
  [[nodiscard]] const OffsetShift* shift_at(std::uint32_t text) const;

  std::vector<OffsetShift> shifts_;  // ascending; empty while offsets coincide
};

struct PageText {
  std::string converted;  // empty when `same`
  std::string_view text;  // UTF-8, ill-formed sequences left in when `same`; without a BOM
  OffsetTrail trail;      // of `text` in the bytes
  std::string charset;
  std::uint32_t invalid = 0;  // ill-formed sequences
};

// Which encoding: that of a byte order mark, of `label` (an HTTP header's charset), of a <meta> in
// the first 1024 bytes, else UTF-8 if it is well-formed and windows-1252 if not. Text that is
// well-formed UTF-8 beyond ASCII is read as that when a <meta> calls it windows-1252.
// `out.text` is a view into `bytes` or `out.converted`: `out` must not be moved.
// Errors: bad_encoding.
[[nodiscard]] Result<Done> decode_page(std::string_view bytes, std::string_view label,
                                       const PageRules& rules, PageText& out);

}  // namespace quotary
