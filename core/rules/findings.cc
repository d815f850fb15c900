#include "rules/findings.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace quotary {
namespace {

// Characters of a line shown before the column and in all.
constexpr std::uint32_t kBefore = 60;
constexpr std::uint32_t kShown = 96;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string_view line_of(std::string_view text, std::uint32_t line) {
  for (; line > 1; --line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

// Characters `from` to `from + count` of a line, fit for a terminal.
std::string excerpt(std::string_view line, std::uint32_t from, std::uint32_t count) {
  std::string out;
  std::uint32_t character = 0;
  for (const char c : line) {
    if (!is_continuation(c)) ++character;
    if (character <= from) continue;
    if (character > from + count) break;
    out.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c);
  }
  return out;
}

std::string caret_lines(std::string_view text, const Place& place) {
  const std::string_view line = line_of(text, place.line);
  const std::uint32_t column = place.column - 1;
  const std::uint32_t from = column > kBefore ? column - kBefore : 0;
  const std::string number = std::to_string(place.line);
  const std::string margin(number.size(), ' ');
  return "  " + number + " | " + excerpt(line, from, kShown) + "\n  " + margin + " | " +
         std::string(column - from, ' ') + "^\n";
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error ";
    case Severity::warning:
      return "warning ";
    case Severity::note:
      break;
  }
  return "note ";
}

}  // namespace

void sort_by_place(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    const Place& first = a.what.place;
    const Place& second = b.what.place;
    return std::tie(first.file, first.line, first.column) <
           std::tie(second.file, second.line, second.column);
  });
}

bool any_problem(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity != Severity::note; });
}

std::string describe(const Finding& finding, const PackFiles& files) {
  std::string out = std::string(name_of(finding.severity)) + finding.what.to_string() + "\n";
  const Place& place = finding.what.place;
  if (place.line == 0 || place.column == 0) return out;
  for (const PackFile& file : files) {
    if (file.path == place.file) return out + caret_lines(file.content, place);
  }
  return out;
}

}  // namespace quotary
