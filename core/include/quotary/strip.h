// Stripping: the text of an article without what is not the article, for those who compare texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"

namespace quotary {

// A stretch that was kept: [begin, end) of the original is what stands at `at` of the stripped
// text, all in Stripped::unit.
struct KeptSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t at = 0;
};

struct Stripped {
  OffsetUnit unit = OffsetUnit::bytes;
  std::string text;            // paragraphs with a blank line between them
  std::vector<KeptSpan> kept;  // in order; what is between two of them in `text` is white space
};

struct StripOptions {
  OffsetUnit unit = OffsetUnit::bytes;
  bool captions = false;  // keep the captions of pictures, without their credits
};

// Leaves out section labels, post dates, bylines, datelines, credits, captions, sign-offs,
// contribution and copyright lines, notices, corrections. Needs Analysis::provenance. Linear in the
// size of the document, but for a sort of the places where something is cut.
[[nodiscard]] Stripped strip(const Document& document, const Analysis& analysis,
                             const StripOptions& options = {});

struct StrippedNames {
  std::string_view id = "id";
  std::string_view text = "text";
};

// Appends one line of JSON: the id and the text under the names given, with `map` "unit" and
// "kept", and `carried` (RawDocument::extra_json) after them.
void append_json(const Stripped& stripped, std::string_view id, const StrippedNames& names,
                 bool map, std::string_view carried, std::string& out);

}  // namespace quotary
