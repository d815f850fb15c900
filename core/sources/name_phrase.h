// A name phrase read into its parts: "Ostavian | Deputy Prime Minister | Milo Brankov".
#pragma once

#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/source_classes.h"

namespace quotary {

struct NamePhrase {
  Range name;                       // the name itself; empty: the phrase is a title without one
  Range role;                       // what stands before it: "Deputy Prime Minister"; may be empty
  Range affiliation;                // "Ostavian"; may be empty
  Gender gender = Gender::unknown;  // by honorific, role or first name
  SourceType type = SourceType::unknown;
  bool given = false;  // a first name and nothing else
};

// "Mr. Rivers", "the Justice Department": whether a noun with a capital is a part of a name, which
// the tagger did not see.
[[nodiscard]] bool is_name_by_place(const Reading& reading, std::uint32_t noun,
                                    const SourceClasses& classes);

// Whether a token can be a part of a name.
[[nodiscard]] inline bool is_name_token(const Reading& reading, std::uint32_t at,
                                        const SourceClasses& classes) {
  const Tag tag = reading.tags[at];
  if (tag == Tag::propn) return true;
  if (classes.of(reading, at).meets(classes.particle | classes.suffix)) return true;
  const bool noun = tag == Tag::nouns || tag == Tag::noun;
  return noun && reading.has_capital(at) && is_name_by_place(reading, at, classes);
}

// A first name or an initial.
[[nodiscard]] bool opens_person(const Reading& reading, std::uint32_t at,
                                const SourceClasses& classes);

// "Farmers said": several people, whose capital is that of the sentence.
[[nodiscard]] bool opens_as_plural(const Reading& reading, std::uint32_t at,
                                   const SourceClasses& classes);

// Reads the tokens of a chunk of kind name (or a possessive one whose head is a proper noun).
[[nodiscard]] NamePhrase read_name(const Reading& reading, Range tokens,
                                   const SourceClasses& classes);

// The gender of whoever has that first name; unknown where both may have it.
[[nodiscard]] Gender gender_of_first_name(const Reading& reading, std::uint32_t at,
                                          const SourceClasses& classes);

// The gender that the words of a range speak for, by role, kinship or honorific.
[[nodiscard]] Gender gender_of_words(const Reading& reading, Range tokens,
                                     const SourceClasses& classes);

}  // namespace quotary
