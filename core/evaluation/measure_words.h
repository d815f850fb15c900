// The words that the definition of the measure names. They are its yardstick, the same for every
// language and rule pack, and fixed: figures are comparable only while they stay as they are. The
// extractor knows nothing of them; what it knows of a language is data in rules/.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace quotary::measure {

using namespace std::string_view_literals;

// Case-folded words that are no part of a name.
inline constexpr std::array kHonorifics = {
    U"mr"sv,         U"mrs"sv,      U"ms"sv,       U"miss"sv,      U"dr"sv,
    U"sir"sv,        U"dame"sv,     U"lord"sv,     U"lady"sv,      U"mister"sv,
    U"madam"sv,      U"madame"sv,   U"monsieur"sv, U"mme"sv,       U"m"sv,
    U"president"sv,  U"sen"sv,      U"senator"sv,  U"rep"sv,       U"representative"sv,
    U"gov"sv,        U"governor"sv, U"prof"sv,     U"professor"sv, U"rev"sv,
    U"reverend"sv,   U"hon"sv,      U"judge"sv,    U"justice"sv,   U"gen"sv,
    U"general"sv,    U"col"sv,      U"colonel"sv,  U"capt"sv,      U"captain"sv,
    U"lt"sv,         U"sgt"sv,      U"major"sv,    U"secretary"sv, U"minister"sv,
    U"chancellor"sv, U"king"sv,     U"queen"sv,    U"prince"sv,    U"princess"sv,
    U"father"sv,     U"mother"sv,   U"uncle"sv,    U"aunt"sv,      U"pastor"sv,
    U"the"sv};

inline constexpr std::array kMaleHonorifics = {U"mr"sv,       U"sir"sv,   U"lord"sv, U"mister"sv,
                                               U"monsieur"sv, U"uncle"sv, U"king"sv, U"prince"sv};
inline constexpr std::array kFemaleHonorifics = {U"mrs"sv,  U"ms"sv,    U"miss"sv,    U"lady"sv,
                                                 U"dame"sv, U"madam"sv, U"madame"sv,  U"mme"sv,
                                                 U"aunt"sv, U"queen"sv, U"princess"sv};
inline constexpr std::array kNameSuffixes = {U"jr"sv, U"sr"sv,  U"ii"sv, U"iii"sv,
                                             U"iv"sv, U"phd"sv, U"md"sv, U"esq"sv};

// Capitalised words that begin a source without being a name.
inline constexpr std::array kNoName = {"The"sv,   "A"sv,   "An"sv,   "He"sv,  "She"sv,
                                       "They"sv,  "It"sv,  "We"sv,   "His"sv, "Her"sv,
                                       "Their"sv, "One"sv, "Many"sv, "Some"sv};

// The head of a source without names stands before the first of these.
inline constexpr std::array kAfterHead = {"of"sv,    "in"sv,   "at"sv,   "for"sv, "from"sv,
                                          "on"sv,    "with"sv, "to"sv,   "by"sv,  "who"sv,
                                          "which"sv, "that"sv, "whose"sv};

template <typename View, std::size_t n>
[[nodiscard]] constexpr bool is_one_of(View word, const std::array<View, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace quotary::measure
