// The lexicon classes that resolution asks for, looked up once.
#pragma once

#include "mentions/reading.h"
#include "rules/lexicon.h"

namespace quotary {

struct SourceClasses {
  explicit SourceClasses(const Lexicon& lexicon);

  ClassSet honorific;
  ClassSet honorific_male;
  ClassSet honorific_female;
  ClassSet first_male;
  ClassSet first_female;
  ClassSet title;  // "senator", "prime minister"
  ClassSet role;   // "spokesman", "analyst", and titles
  ClassSet male;   // words for men: "spokesman", "father", "congressman"
  ClassSet female;
  ClassSet person;        // "man", "voter", kinship
  ClassSet organisation;  // "company", "ministry", "Inc."
  ClassSet generic;       // "agency": may be any organisation
  ClassSet outlet;
  ClassSet document;  // "report", "poll"
  ClassSet group;
  ClassSet place;
  ClassSet nationality;
  ClassSet particle;  // "de", "van"
  ClassSet suffix;    // "Jr."
  ClassSet he;
  ClassSet she;
  ClassSet they;
  ClassSet first_person;
  ClassSet not_name;  // weekdays, months: capitalised, but nobody's name
};

// The classes of token `at`.
[[nodiscard]] inline const ClassSet& classes_of(const Reading& reading, std::uint32_t at) {
  return reading.lexicon->classes(reading.entries[at].set);
}

}  // namespace quotary
