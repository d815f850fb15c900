#include "writers/csv_row.h"

#include <algorithm>

#include "quotary/writers.h"
#include "writers/numbers.h"

namespace quotary {
namespace {

// Newlines and tabs may stand in a cell; other control characters may not.
std::string cell_text(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    out += visible(text.substr(at, end - at));
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

}  // namespace

void CsvRow::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

void CsvRow::cell(std::string_view raw) {
  separate();
  const std::string text = cell_text(raw);
  // What spreadsheets read as a formula (OWASP, "CSV Injection").
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  const bool quoted = text.find_first_of(",\"\n\r") != std::string::npos;
  if (quoted) out_ += '"';
  if (formula) out_ += '\'';
  for (const char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (quoted) out_ += '"';
}

void CsvRow::cell(std::uint32_t number) {
  separate();
  append_number(out_, number);
}

void CsvRow::cell(float fraction) {
  separate();
  out_ += NumberText::fraction(fraction).view();
}

}  // namespace quotary
