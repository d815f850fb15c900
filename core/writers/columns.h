// The page of a view: styled text in lines, or with a label beside it.
#pragma once

#include <string>

#include "writers/styled_text.h"

namespace quotary {

inline constexpr unsigned kViewIndent = 2;  // columns before a label, and between it and its text

struct Columns {
  unsigned width = 80;  // of the page
  unsigned label = 0;   // of what stands beside the text
  bool colour = false;
};

// Appends `text`, each of its lines `indent` columns in.
void append_lines(const StyledText& text, unsigned indent, const Columns& columns,
                  std::string& out);
// Appends `label` and, beside it, `body`.
void append_columns(const StyledText& label, const StyledText& body, const Columns& columns,
                    std::string& out);

}  // namespace quotary
