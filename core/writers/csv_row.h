#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

// A row of RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe;
// control characters are made visible.
class CsvRow {
 public:
  explicit CsvRow(std::string& out) : out_(out) {}

  void cell(std::string_view text);
  void cell(std::uint32_t number);
  void cell(float fraction);
  void number_or_empty(std::uint32_t number) {
    if (number == 0) {
      cell(std::string_view());
    } else {
      cell(number);
    }
  }
  void end() { out_ += "\r\n"; }

 private:
  void separate();

  std::string& out_;
  bool first_ = true;
};

}  // namespace quotary
