// Whether two names are the same one in other words: short forms, initials, acronyms.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "mentions/reading.h"
#include "rules/given_names.h"
#include "text/ascii.h"
#include "text/word_id.h"

namespace quotary {

// Tokens; what is longer is no name that anything is compared with.
inline constexpr std::uint32_t kLongestComparedName = 16;

// The word by which a name is compared: "al-Dari" without its article.
[[nodiscard]] std::uint32_t name_word(const Reading& reading, std::uint32_t at);

[[nodiscard]] inline std::uint32_t last_word(const Reading& reading, Range name) {
  return name_word(reading, name.last - 1);
}

// Whether a name_word() of `name` is `word`.
[[nodiscard]] bool holds_word(const Reading& reading, Range name, std::uint32_t word);

[[nodiscard]] inline bool is_ampersand(const Reading& reading, std::uint32_t at) {
  return reading.word(at) == ascii_id("&");
}

[[nodiscard]] bool is_initial(const Reading& reading, std::uint32_t at);

// Whether two names with the same surname are one person's: "Robert Lund", "Bob Lund" and "R.
// Lund"; not "George B. Lund" and "George C. Lund".
[[nodiscard]] bool are_one(const Reading& reading, Range a, Range b, const GivenNames& given_names);

// "U.S. State Department", "State Department": whether one name is the end of the other.
[[nodiscard]] bool end_alike(const Reading& reading, Range a, Range b);

// The word_id() of an acronym without its stops: "GM", "U.N."; none if the token is no acronym.
[[nodiscard]] std::optional<std::uint32_t> letters_of_acronym(const Reading& reading,
                                                              std::uint32_t at);

// Calls `visit` with the word_id() of the initials of a name in small letters, and of what of them
// is an acronym by itself: "CDC", though Prevention is the last word of its name. Two letters are
// enough of an organisation's.
template <typename Visit>
void for_acronyms(const Reading& r, Range name, bool organisation, Visit&& visit) {
  constexpr std::uint32_t kLeast = 3;  // letters of a part, or where nothing tells what it is
  if (name.size() < 2 || name.size() > kLongestComparedName) return;
  std::uint32_t letters = kHashStart;
  std::uint32_t count = 0;
  for (std::uint32_t at = name.first; at < name.last; ++at) {
    if (!r.has_capital(at)) continue;
    const char initial = ascii_lower(r.document->text(r.tokens[at]).front());
    letters = hash_byte(letters, static_cast<unsigned char>(initial));
    ++count;
    const bool whole = at + 1 == name.last && organisation && count > 1;
    if (count >= kLeast || whole) visit(letters);
  }
}

}  // namespace quotary
