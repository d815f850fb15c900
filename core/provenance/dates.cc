#include "provenance/dates.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "provenance/parts.h"

namespace quotary {
namespace {

constexpr std::uint32_t kPlaceTokens = 14;  // between "in" and the date

// The number that `text` begins with.
unsigned number_of(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end != text.data() ? value : 0;
}

}  // namespace

std::string iso_of(const LineDate& date) {
  char buffer[24];
  const unsigned year = date.year % 10000;
  const unsigned month = date.month % 100;
  int size = 0;
  if (date.day == 0) {
    size = std::snprintf(buffer, sizeof buffer, "%04u-%02u", year, month);
  } else if (!date.has_time) {
    size = std::snprintf(buffer, sizeof buffer, "%04u-%02u-%02u", year, month, date.day % 100);
  } else {
    size = std::snprintf(buffer, sizeof buffer, "%04u-%02u-%02uT%02u:%02u", year, month,
                         date.day % 100, date.hour % 100, date.minute % 100);
  }
  return {buffer, static_cast<std::size_t>(std::max(size, 0))};
}

bool DateReader::find_date(LineDate& date) const {
  for (std::uint32_t at = line_.size(); at-- > 0;) {
    if (!line_.may_begin(at, LineHints::kMonth) || !line_.is(at, known_.month)) continue;
    if (!read_date(at, date)) continue;
    read_time(date);
    return true;
  }
  return false;
}

void DateReader::find_places(const LineDate& date, std::vector<Span>& places) const {
  const std::uint32_t from =
      date.tokens.first > kPlaceTokens ? date.tokens.first - kPlaceTokens : 0;
  std::uint32_t in = kNone;
  for (std::uint32_t at = from; at < date.tokens.first; ++at) {
    if (line_.is(at, known_.place_word) && line_.is_capital(at + 1) &&
        !line_.is(at + 1, known_.month | known_.time_word)) {
      in = at;
    }
  }
  if (in == kNone) return;
  std::uint32_t at = in + 1;
  while (at < date.tokens.first && line_.is_capital(at) &&
         !line_.is(at, known_.month | known_.time_word)) {
    std::uint32_t end = std::max(at + 1, end_of_name(line_, at, date.tokens.first));
    if (line_.is_mark(end, '.') && line_.is(end - 1, known_.place_abbreviation)) ++end;
    places.push_back(line_.span(at, end));
    if (!line_.is_mark(end, ',')) break;
    at = end + 1;
  }
}

unsigned DateReader::month_at(std::uint32_t at) const {
  for (unsigned month = 1; month <= 12; ++month) {
    if (line_.is(at, known_.months[month - 1])) return month;
  }
  return 0;
}

bool DateReader::is_number(std::uint32_t at) const {
  return at < line_.size() && line_[at].token.kind == LineTokenKind::number;
}

// "March 17, 2025", "Mar 17/2025", "17 March 2025", "May 2025".
bool DateReader::read_date(std::uint32_t month, LineDate& date) const {
  date = {};
  date.month = month_at(month);
  std::uint32_t at = month + 1;
  if (line_.is_mark(at, '.')) ++at;
  std::uint32_t first = month;
  if (is_number(at) && number_of(line_.text_of(at)) <= 31) {
    date.day = number_of(line_.text_of(at++));
  } else if (month > 0 && is_number(month - 1)) {
    date.day = number_of(line_.text_of(month - 1));
    if (date.day > 31) date.day = 0;
    if (date.day > 0) first = month - 1;
  }
  if (line_.is_mark(at, ',') || line_.is_mark(at, '/')) ++at;
  if (!is_number(at)) return false;
  date.year = number_of(line_.text_of(at));
  if (date.year < 1800 || date.year > 2200) return false;
  date.tokens = {first, at + 1};
  return true;
}

// "11:50PM", "at 9:19 p.m."
void DateReader::read_time(LineDate& date) const {
  const std::uint32_t last = std::min(line_.size(), date.tokens.last + 4);
  for (std::uint32_t at = date.tokens.last; at + 2 < last; ++at) {
    if (!is_number(at) || !line_.is_mark(at + 1, ':') || !is_number(at + 2)) continue;
    const std::string_view minutes = line_.text_of(at + 2);
    std::string_view half = minutes.substr(std::min<std::size_t>(2, minutes.size()));
    if (half.empty() && line_.is_word(at + 3)) half = line_.text_of(at + 3);
    date.hour = number_of(line_.text_of(at));
    date.minute = number_of(minutes);
    const bool afternoon = half.starts_with('p') || half.starts_with('P');
    const bool morning = half.starts_with('a') || half.starts_with('A');
    if (afternoon && date.hour < 12) date.hour += 12;
    if (morning && date.hour == 12) date.hour = 0;
    date.has_time = date.hour < 24 && date.minute < 60;
    return;
  }
}

}  // namespace quotary
