#include "sources/same_name.h"

#include <string_view>

namespace quotary {

std::uint32_t name_word(const Reading& r, std::uint32_t at) {
  const std::size_t article = r.length_of_article(at);
  return article == 0 ? r.word(at) : word_id(r.document->text(r.tokens[at]).substr(article));
}

bool holds_word(const Reading& r, Range name, std::uint32_t word) {
  const std::uint32_t last = std::min(name.last, name.first + kLongestComparedName);
  for (std::uint32_t at = name.first; at < last; ++at) {
    if (name_word(r, at) == word) return true;
  }
  return false;
}

bool is_initial(const Reading& r, std::uint32_t at) {
  return (r.tokens[at].shape & shape::abbreviation) != 0;
}

bool are_one(const Reading& r, Range a, Range b, const GivenNames& given_names) {
  const std::uint32_t first = name_word(r, a.first);
  const std::uint32_t other = name_word(r, b.first);
  const bool initials = a.size() > 2 && b.size() > 2 && is_initial(r, a.first + 1) &&
                        is_initial(r, b.first + 1) && r.word(a.first + 1) != r.word(b.first + 1);
  if (first == other) return !initials;
  if (holds_word(r, a, other) || holds_word(r, b, first)) return true;
  if (!is_initial(r, a.first) && !is_initial(r, b.first)) return given_names.alike(first, other);
  const auto letter = [&](Range name) { return r.document->text(r.tokens[name.first]).front(); };
  return letter(a) == letter(b);
}

bool end_alike(const Reading& r, Range a, Range b) {
  while (!a.empty() && !b.empty()) {
    if (name_word(r, --a.last) != name_word(r, --b.last)) return false;
  }
  return true;
}

std::optional<std::uint32_t> letters_of_acronym(const Reading& r, std::uint32_t at) {
  constexpr auto kShapes = shape::all_caps | shape::abbreviation;
  if ((r.tokens[at].shape & kShapes) == 0) return std::nullopt;
  std::uint32_t letters = kHashStart;
  for (const char c : r.document->text(r.tokens[at])) {
    if (c != '.' && c != '&')
      letters = hash_byte(letters, static_cast<unsigned char>(ascii_lower(c)));
  }
  return letters;
}

}  // namespace quotary
