// The lexicon classes that resolution asks for, looked up once.
#pragma once

#include <vector>

#include "mentions/reading.h"
#include "rules/pack.h"

namespace quotary {

// Points for the place of a naming: thresholds "antecedent.subject" and so on of the pack. Set by
// hand, checked on annotated text: what counts is that a subject beats an object, and the last
// speaker of the paragraph before beats both.
struct AntecedentPoints {
  float same_sentence = 3;     // stands in the same sentence
  float sentence_away = 1.2F;  // lost for each sentence between
  float subject = 2.2F;
  float first = 1;  // begins its sentence
  float last_speaker = 2.5F;
  float paragraph_since = 0.3F;  // lost for each paragraph since somebody spoke
  float gender = 2.5F;           // is known to be of the gender wanted
  float person = 2;              // is known to be a person, where one is wanted
  float governed = -0.8F;        // stands after a preposition
  float possessive = -1;
  float owner = 3;         // what belongs to it is the subject
  float pronoun = 0;       // is a pronoun itself
  float fresh = 0;         // is named in full for the first time
  float frequent = 0.15F;  // for each naming
};

// What resolution takes from a pack.
struct SourceClasses {
  explicit SourceClasses(const PackData& pack);

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
  ClassSet by;        // before whoever made a document
  ClassSet he;        // in every case: "he", "him", "his"
  ClassSet she;
  ClassSet they;
  ClassSet it;
  ClassSet former;  // "the former judge"
  ClassSet who;
  ClassSet reflexive;
  ClassSet first_person;          // as a subject
  ClassSet self;                  // in every case: "I", "me", "my"
  ClassSet name_link;             // "of", in "Department of Justice"
  ClassSet place_link;            // "in", in "in Ostavia"
  ClassSet people;                // "Democrats": capitalised, but nobody by name
  ClassSet not_name;              // weekdays, months: capitalised, but nobody's name
  std::vector<ClassSet> offices;  // each: words for one office, "senator" and "Sen."
  AntecedentPoints points;
  float conversation;  // confidence where nothing but the order of speakers tells who spoke
};

// The classes of token `at`.
[[nodiscard]] inline const ClassSet& classes_of(const Reading& reading, std::uint32_t at) {
  return reading.lexicon->classes(reading.entries[at].set);
}

}  // namespace quotary
