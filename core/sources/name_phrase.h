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

// Whether a token can be a part of a name.
[[nodiscard]] bool is_name_token(const Reading& reading, std::uint32_t at,
                                 const SourceClasses& classes);

// Reads the tokens of a chunk of kind name (or a possessive one whose head is a proper noun).
[[nodiscard]] NamePhrase read_name(const Reading& reading, Range tokens,
                                   const SourceClasses& classes);

// The gender that the words of a range speak for, by role, kinship or honorific.
[[nodiscard]] Gender gender_of_words(const Reading& reading, Range tokens,
                                     const SourceClasses& classes);

}  // namespace quotary
