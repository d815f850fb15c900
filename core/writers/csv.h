#pragma once

#include "quotary/writers.h"

namespace quotary {

// RFC 4180: a header, then one row a quote, lines ended by CR LF. Cells that a spreadsheet would
// take for a formula begin with an apostrophe; control characters are made visible.
class CsvWriter final : public Writer {
 public:
  void begin(std::string& out) const override;
  void write(const Record& record, std::string& out) const override;
};

}  // namespace quotary
