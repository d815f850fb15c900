#include "evaluation/words.h"

#include <utf8proc.h>

#include <algorithm>
#include <string>

#include "evaluation/characters.h"
#include "evaluation/measure_words.h"
#include "text/ascii.h"

namespace quotary {
namespace {

// A code point and its length; -1 and 1 for a byte that is no UTF-8.
struct Decoded {
  Codepoint code;
  std::uint32_t size;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  Codepoint code = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (size <= 0) return {-1, 1};
  return {code, static_cast<std::uint32_t>(size)};
}

bool is_white_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    if (!quotary::is_white_space(next.code)) return false;
    at += next.size;
  }
  return !text.empty();
}

// What may stand between the words of a name: "Jean-Luc", "J. Smith".
bool joins_names(std::string_view gap) {
  return gap == "-" || gap == "." || gap == ". " || is_white_space(gap);
}

bool ends_head(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = ascii_lower(c);
  return measure::is_one_of(std::string_view(lower), measure::kAfterHead);
}

}  // namespace

Words::Words(std::string_view text) : text_(text) {
  bytes_.reserve(text.size() + 1);
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    const auto index = static_cast<std::uint32_t>(bytes_.size());
    bytes_.push_back(static_cast<std::uint32_t>(at));
    const bool belongs = next.code >= 0 && is_letter_or_digit(next.code);
    if (belongs && !inside) places_.push_back({index, index});
    if (belongs) places_.back().end = index + 1;
    inside = belongs;
    at += next.size;
  }
  bytes_.push_back(static_cast<std::uint32_t>(text.size()));
}

Range Words::touched(CodepointSpan span) const {
  const auto ends_after = [&span](const CodepointSpan& place) { return place.end <= span.begin; };
  const auto begins_before = [&span](const CodepointSpan& place) { return place.begin < span.end; };
  const auto first = std::partition_point(places_.begin(), places_.end(), ends_after);
  const auto last = std::partition_point(first, places_.end(), begins_before);
  return {static_cast<std::uint32_t>(first - places_.begin()),
          static_cast<std::uint32_t>(last - places_.begin())};
}

std::vector<TouchedWord> Words::touched(std::span<const CodepointSpan> spans) const {
  std::vector<TouchedWord> words;
  for (const CodepointSpan& span : spans) {
    const Range range = touched(span);
    for (std::uint32_t word = range.first; word != range.last; ++word) {
      const CodepointSpan place = places_[word];
      words.push_back({word, std::min(span.end, place.end) - std::max(span.begin, place.begin)});
    }
  }
  if (spans.size() < 2) return words;
  std::sort(words.begin(), words.end(), [](TouchedWord a, TouchedWord b) {
    return a.word != b.word ? a.word < b.word : a.letters > b.letters;
  });
  const auto same_word = [](TouchedWord a, TouchedWord b) { return a.word == b.word; };
  words.erase(std::unique(words.begin(), words.end(), same_word), words.end());
  return words;
}

std::optional<std::uint32_t> Words::head(CodepointSpan span) const {
  const Range words = touched(span);
  if (words.empty()) return std::nullopt;
  if (const auto name = last_of_first_name(words)) return name;
  for (std::uint32_t index = words.first + 1; index < words.last; ++index) {
    const bool comma = gap_before(index).find(',') != std::string_view::npos;
    if (comma || ends_head(word(index))) return index - 1;
  }
  return words.last - 1;
}

std::optional<std::uint32_t> Words::last_of_first_name(Range words) const {
  std::optional<std::uint32_t> last;
  for (std::uint32_t index = words.first; index < words.last; ++index) {
    const bool capitalised = is_capitalised(index);
    if (last && (!capitalised || !joins_names(gap_before(index)))) break;
    const bool no_name = index == words.first && measure::is_one_of(word(index), measure::kNoName);
    if (capitalised && !no_name) last = index;
  }
  return last;
}

bool Words::is_capitalised(std::uint32_t index) const {
  return is_upper_case(decode(text_, bytes_[places_[index].begin]).code);
}

}  // namespace quotary
