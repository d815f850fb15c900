// Dates in captions and above texts, and the places beside them.
#pragma once

#include <string>
#include <vector>

#include "provenance/line.h"

namespace quotary {

struct LineDate {
  Range tokens;
  unsigned year = 0, month = 0, day = 0;  // 0: not given
  bool has_time = false;
  unsigned hour = 0, minute = 0;
};

// "2024-09-04", "2024-09", "2024-09-04T23:50".
[[nodiscard]] std::string iso_of(const LineDate& date);

class DateReader {
 public:
  explicit DateReader(const Line& line) : line_(line), known_(line.knowledge()) {}

  // The last date of the line that has a year, with the time behind it.
  bool find_date(LineDate& date) const;
  // "in Port Halsen, Luria, March 17": the names between the word for in and the date.
  void find_places(const LineDate& date, std::vector<Span>& places) const;

 private:
  [[nodiscard]] unsigned month_at(std::uint32_t at) const;
  [[nodiscard]] bool is_number(std::uint32_t at) const;
  bool read_date(std::uint32_t month, LineDate& date) const;
  void read_time(LineDate& date) const;

  const Line& line_;
  const LineKnowledge& known_;
};

}  // namespace quotary
