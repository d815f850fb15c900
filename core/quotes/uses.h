// What quotation marks are used for where they stand: speech, a few quoted words, a title, ...
//
// A pure function of features. The attribution stage asks it for stretches that stand alone, and
// fills in what only it knows (a cue, words of a kind, the block).
#pragma once

#include <cstdint>
#include <span>

#include "quotary/analysis.h"
#include "quotary/document.h"

namespace quotary {

// What the stretch follows.
enum class Lead : std::uint8_t {
  paragraph,  // it begins the paragraph
  sentence,   // it begins a sentence, or the gap after another quotation
  pause,      // a comma, a colon, a dash, an opening bracket
  word,       // a word: it is built into the sentence
};

struct StretchLook {
  // By look_at(), from tokens and marks.
  std::uint32_t words = 0;     // inside
  std::uint32_t capitals = 0;  // of them, those with a first capital
  std::uint32_t small = 0;     // words in lower case of more than three letters: not in a title
  bool starts_small = false;   // its first word is in lower case
  bool asks = false;           // ends in ! ? or a dash
  bool stops = false;          // ends in a full stop or dots
  bool pauses = false;         // ends in a comma
  Lead lead = Lead::paragraph;
  bool name_before = false;  // a capitalised word stands right before it ...
  bool name_after = false;   // ... or after it, in the same sentence
  bool small_after = false;  // a word in lower case stands right after it
  bool joined = false;       // goes on with a stretch of another paragraph
  bool all_of_paragraph = false;

  // By the caller.
  bool cue = false;       // a cue of speech belongs to it
  bool work = false;      // a word for a work of art stands before it: "the film", "titled"
  bool motto = false;     // ... or for a banner, a chant, a slogan
  bool headline = false;  // it stands in a headline
};

// How many words each use may have. Data: thresholds of the pack, "use.title-words" and so on.
struct UseLimits {
  std::uint32_t title_words = 8;
  std::uint32_t nickname_words = 3;
  std::uint32_t motto_words = 12;
  std::uint32_t scare_words = 7;   // without a cue; longer ones are words of somebody
  std::uint32_t speech_words = 8;  // in a report, without a cue: shorter ones are no speech
};

// What tokens and marks tell of a stretch. `stretch` is one of `stretches`.
[[nodiscard]] StretchLook look_at(const Document& document,
                                  std::span<const QuotedStretch> stretches, std::uint32_t stretch);

[[nodiscard]] QuoteUse use_of(const StretchLook& look, const UseLimits& limits);

}  // namespace quotary
