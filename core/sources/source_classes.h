// The lexicon classes that resolution asks for, looked up once.
#pragma once

#include <cstdint>
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
  float same_paragraph = 0;    // stands in the same paragraph as a pronoun
  float subject = 2.2F;
  float first = 1;  // begins its sentence
  float last_speaker = 2.5F;
  float last_reported = 1.2F;    // said something without marks in this paragraph or the one before
  float paragraph_since = 0.3F;  // lost for each paragraph since somebody spoke
  float gender = 2.5F;           // is known to be of the gender wanted
  float person = 2;              // is known to be a person, where one is wanted
  float governed = -0.8F;        // stands after a preposition
  float possessive = -1;
  float owner = 3;           // what belongs to it is the subject
  float pronoun = 0;         // is a pronoun itself
  float fresh = 0;           // is named in full for the first time
  float frequent = 0.15F;    // for each naming
  float told_of = -6;        // is named in what is said, as speakers seldom name themselves ...
  float house_told_of = -1;  // ... but "Nordwerk's sales rose, the company said"
};

// What a word may be, as far as resolution asks: a first name, a role, a place. One bit each, so
// that several are asked at once.
class WordKinds {
 public:
  constexpr WordKinds() = default;

  [[nodiscard]] static constexpr WordKinds numbered(unsigned bit) {
    return WordKinds(std::uint64_t{1} << bit);
  }
  [[nodiscard]] constexpr bool meets(WordKinds other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool none() const { return bits_ == 0; }
  friend constexpr WordKinds operator|(WordKinds a, WordKinds b) {
    return WordKinds(a.bits_ | b.bits_);
  }

 private:
  explicit constexpr WordKinds(std::uint64_t bits) : bits_(bits) {}
  std::uint64_t bits_ = 0;
};

// What resolution takes from a pack. The kinds of all sets of classes are looked up once: names and
// their surroundings are asked for them at every turn.
struct SourceClasses {
  explicit SourceClasses(const PackData& pack);

  static constexpr WordKinds honorific = WordKinds::numbered(0);
  static constexpr WordKinds first_male = WordKinds::numbered(1);
  static constexpr WordKinds first_female = WordKinds::numbered(2);
  static constexpr WordKinds title = WordKinds::numbered(3);  // "senator", "prime minister"
  static constexpr WordKinds role = WordKinds::numbered(4);   // "spokesman", "analyst", and titles
  static constexpr WordKinds male = WordKinds::numbered(5);  // "spokesman", "father", "congressman"
  static constexpr WordKinds female = WordKinds::numbered(6);
  static constexpr WordKinds person = WordKinds::numbered(7);  // "man", "voter", kinship
  static constexpr WordKinds organisation =
      WordKinds::numbered(8);                                   // "company", "ministry", "Inc."
  static constexpr WordKinds generic = WordKinds::numbered(9);  // "agency": may be any organisation
  static constexpr WordKinds outlet = WordKinds::numbered(10);
  static constexpr WordKinds document = WordKinds::numbered(11);  // "report", "poll"
  static constexpr WordKinds group = WordKinds::numbered(12);
  static constexpr WordKinds place = WordKinds::numbered(13);
  static constexpr WordKinds nationality = WordKinds::numbered(14);
  static constexpr WordKinds particle = WordKinds::numbered(15);  // "de", "van"
  static constexpr WordKinds suffix = WordKinds::numbered(16);    // "Jr."
  static constexpr WordKinds by = WordKinds::numbered(17);        // before whoever made a document
  static constexpr WordKinds he = WordKinds::numbered(18);  // in every case: "he", "him", "his"
  static constexpr WordKinds she = WordKinds::numbered(19);
  static constexpr WordKinds they = WordKinds::numbered(20);
  static constexpr WordKinds it = WordKinds::numbered(21);
  static constexpr WordKinds former = WordKinds::numbered(22);  // "the former judge"
  static constexpr WordKinds who = WordKinds::numbered(23);
  static constexpr WordKinds reflexive = WordKinds::numbered(24);
  static constexpr WordKinds first_person = WordKinds::numbered(25);  // as a subject
  static constexpr WordKinds self = WordKinds::numbered(26);  // in every case: "I", "me", "my"
  static constexpr WordKinds name_link =
      WordKinds::numbered(27);  // "of", in "Department of Justice"
  static constexpr WordKinds place_link = WordKinds::numbered(28);   // "in", in "in Ostavia"
  static constexpr WordKinds people = WordKinds::numbered(29);       // "Democrats": nobody by name
  static constexpr WordKinds not_name = WordKinds::numbered(30);     // weekdays, months, "R-Ohio"
  static constexpr WordKinds trade = WordKinds::numbered(31);        // "carmaker", before a name
  static constexpr WordKinds any_office = WordKinds::numbered(32);   // "lawmaker", "official"
  static constexpr WordKinds press = WordKinds::numbered(33);        // "paper", "broadcaster"
  static constexpr WordKinds field = WordKinds::numbered(35);        // "trade", of a ministry
  static constexpr WordKinds fact = WordKinds::numbered(34);         // "this": what was told before
  static constexpr WordKinds platform = WordKinds::numbered(37);     // "Twitter"; "X"
  static constexpr WordKinds wide = WordKinds::numbered(36);         // "lawmaker", of senators too
  static constexpr WordKinds rank = WordKinds::numbered(38);         // "largest"
  static constexpr WordKinds crowd = WordKinds::numbered(39);        // "majority", "some"
  static constexpr WordKinds company = WordKinds::numbered(42);      // "Inc.", "Group"
  static constexpr WordKinds outlet_word = WordKinds::numbered(41);  // "Gazette", "News"
  static constexpr WordKinds somebody = WordKinds::numbered(40);     // "someone"
  static constexpr WordKinds says = WordKinds::numbered(43);         // "told", "added"

  [[nodiscard]] WordKinds of(SetId set) const { return kinds[set]; }
  [[nodiscard]] WordKinds of(const Reading& reading, std::uint32_t at) const {
    return kinds[reading.entries[at].set];
  }
  // The same, and what the lexicon says of a phrase that ends with it: "the attorney general".
  [[nodiscard]] WordKinds of_head(const Reading& reading, std::uint32_t at) const;

  const GivenNames* given_names;  // of the pack, which outlives this
  std::vector<WordKinds> kinds;   // by set of the lexicon
  ClassSet offices;               // each a class of words for one office: "senator" and "Sen."
  ClassSet wide_offices;          // each a class of a wide word and what it stands for
  AntecedentPoints points;
  float conversation;  // confidence where nothing but the order of speakers tells who spoke
};

}  // namespace quotary
