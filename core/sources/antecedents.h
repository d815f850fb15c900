// Who a pronoun or a nominal refers to.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// A figure that is named in what is said.
struct ToldOf {
  std::uint32_t figure = kNone;
  bool outright = false;  // behind whoever says it, and by itself: "he said Cole would resign"
};

// What a referring expression asks of its antecedent.
struct Wanted {
  Gender gender = Gender::unknown;
  bool person = false;               // a person and nothing else
  bool organisation = false;         // anything but a person
  bool plural = false;               // more than one person, or a group
  std::uint32_t named = 0;           // the word that its name has to hold; 0: any
  std::uint32_t other_than = kNone;  // the figure who speaks, and would say "I"
  bool office = false;               // "the judge": nobody who is known by another office
  bool house = false;                // "the company": no country, no town
  bool press = false;                // "the paper": a house that may be an outlet
  bool by_name = false;              // "the socialist": somebody with a name
  std::span<const ToldOf> told_of = {};
};

// What a pronoun asks for; nobody, if it is none that looks back.
[[nodiscard]] Wanted wanted_by(const Reading& reading, const SourceClasses& classes,
                               std::uint32_t pronoun);

// One place where somebody is spoken of: by name, by a pronoun, or as "a spokesman".
struct Spoken {
  std::uint32_t at = 0;             // its first token
  std::uint32_t figure = kNone;     // of the register; kNone: somebody without a name
  std::uint32_t naming = kNone;     // where the figure is named: here, or before a pronoun
  std::uint32_t mention = kNone;    // of those without a name: the mention that speaks of them
  Gender gender = Gender::unknown;  // of those without a name
  bool organisation = false;        // of those without a name: "the ministry"
  bool quoted = false;
  bool subject = false;
  bool owner = false;     // what belongs to it is the subject: "Cole's plan failed"
  bool lead = false;      // the first subject of its sentence, or its first words
  bool governed = false;  // a preposition stands before it
  bool possessive = false;
  bool pronoun = false;
  bool fresh = false;   // named in full for the first time
  bool plural = false;  // more than one: "Cole and Lund", "researchers"
  float standing = 0;   // its points for how it stands there; set by Discourse
};

// A place that was considered, and what for it lost; `lost` is empty if it may be meant.
struct Ranked {
  const Spoken* place = nullptr;
  float points = 0;
  std::string_view lost;
};

// What has been said so far, for those who come after it. Holds the last places only, so that a
// look-up is bounded.
class Discourse {
 public:
  // Forgets everything.
  void clear();
  // Places are added in the order of the text.
  void add(const Reading& reading, const AntecedentPoints& points, Spoken spoken);
  // Quoted words make a speaker; `at` is where it is named.
  void spoke(std::uint32_t figure, std::uint32_t at) {
    last_speaker_ = figure, speaker_at_ = at, last_reported_ = kNone;
  }
  // The same of words that are told without marks: it counts for less, and not for long.
  void reported(std::uint32_t figure, std::uint32_t at) {
    last_reported_ = figure, reported_at_ = at;
  }

  // The place before token `at` that fits best, or null. Valid until the next add().
  [[nodiscard]] const Spoken* find(const Reading& reading, const Register& names, std::uint32_t at,
                                   const Wanted& wanted, const AntecedentPoints& points) const;
  // All places before token `at`, the latest first, with what find() thinks of them. For those who
  // ask why. Valid as long.
  [[nodiscard]] std::vector<Ranked> rank(const Reading& reading, const Register& names,
                                         std::uint32_t at, const Wanted& wanted,
                                         const AntecedentPoints& points) const;

 private:
  static constexpr std::uint32_t kPlaces = 64;

  [[nodiscard]] float score(const Reading& reading, const Register& names, std::uint32_t at,
                            const Wanted& wanted, const AntecedentPoints& points,
                            const Spoken& place) const;
  // Calls `visit(place)` for each place that is kept, the latest first, until it returns false.
  template <typename Visit>
  void visit_places(Visit visit) const {
    const std::uint32_t low = count_ > kPlaces ? count_ - kPlaces : 0;
    for (std::uint32_t i = count_; i > low && visit(places_[(i - 1) % kPlaces]); --i) {
    }
  }

  std::array<Spoken, kPlaces> places_;
  std::uint32_t count_ = 0;
  float best_standing_ = 0;              // of all places, at most
  std::uint32_t lead_sentence_ = kNone;  // the last that has a subject
  std::uint32_t last_speaker_ = kNone;   // figure of the last attribution that was resolved
  std::uint32_t speaker_at_ = 0;         // the token at which its mention stood
  std::uint32_t last_reported_ = kNone;  // the same of words without marks
  std::uint32_t reported_at_ = 0;
};

// A nominal that may be another name for somebody: "the Democratic nominee".
struct Description {
  Range tokens;
  std::uint32_t head = 0;
  bool ahead = false;  // of a headline: who bears it comes after
};

// The naming of the figure whose roles share the head of the description, and most of its other
// words; the latest of equals, or kNone.
[[nodiscard]] std::uint32_t find_bearer(const Reading& reading, const Register& names,
                                        const SourceClasses& classes,
                                        const Description& description, const Wanted& wanted);

// A naming whose roles fit a description, by how many words they share.
struct Bearer {
  std::uint32_t naming = 0;
  int fit = 0;
};

// All of them, the latest first. For those who ask why.
[[nodiscard]] std::vector<Bearer> list_bearers(const Reading& reading, const Register& names,
                                               const SourceClasses& classes,
                                               const Description& description,
                                               const Wanted& wanted);

}  // namespace quotary
