#include "writers/columns.h"

#include <algorithm>

namespace quotary {

void append_lines(const StyledText& text, unsigned indent, const Columns& columns,
                  std::string& out) {
  for (const std::string& line : text.wrapped(columns.width - indent, columns.colour)) {
    out.append(indent, ' ');
    out += line;
    out += '\n';
  }
}

void append_columns(const StyledText& label, const StyledText& body, const Columns& columns,
                    std::string& out) {
  const auto left = label.wrapped(columns.label, columns.colour);
  const auto left_plain = label.wrapped(columns.label, false);
  const auto right = body.wrapped(columns.width - columns.label - 2 * kViewIndent, columns.colour);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    out.append(kViewIndent, ' ');
    if (i < left.size()) out += left[i];
    if (i < right.size() && !right[i].empty()) {
      const unsigned used = i < left.size() ? width_of(left_plain[i]) : 0;
      out.append(columns.label - std::min(columns.label, used) + kViewIndent, ' ');
      out += right[i];
    }
    out += '\n';
  }
}

}  // namespace quotary
