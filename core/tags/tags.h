// Tag: the part of speech of a token, as far as attribution has a use for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace quotary {

// Names in brackets are those of the Penn Treebank (Marcus et al. 1993).
enum class Tag : std::uint8_t {
  other,     // symbols, interjections, foreign words
  noun,      // singular or mass [NN]
  nouns,     // plural [NNS]
  propn,     // proper name [NNP NNPS]
  pron,      // personal, and "there" [PRP EX]
  pronv,     // pronoun with its verb: "I'm", "they've", "we'd"
  poss,      // possessive: "his", "'s" [PRP$ POS]
  det,       // [DT PDT]
  prep,      // preposition, also "to" before a noun [IN]
  sub,       // subordinating: "because", "while", "whether" [IN]
  that,      // "that" that opens a clause which is a complement [IN]
  to,        // before an infinitive [TO]
  conj,      // coordinating [CC]
  num,       // [CD]
  adj,       // [JJ JJR JJS]
  adv,       // [RB RBR RBS]
  modal,     // "will", "can't" [MD]
  be,        // every form, also "'s"
  have,      // every form
  do_,       // every form
  verb,      // infinitive, imperative [VB]
  vbp,       // finite present, not third person singular [VBP]
  vbd,       // past [VBD]
  vbz,       // third person singular present [VBZ]
  vbg,       // in -ing [VBG]
  vbn,       // past participle [VBN]
  wh,        // "who", "which", "what", "how"; "that" as a relative pronoun [WDT WP WP$ WRB]
  particle,  // "up" in "set up" [RP]
  punct,
  quote,  // quotation mark
  none,   // what stands before a sentence; never given to a token
};
inline constexpr std::uint32_t kTagCount = 31;

[[nodiscard]] constexpr bool is_mark(Tag tag) { return tag == Tag::punct || tag == Tag::quote; }
[[nodiscard]] constexpr bool is_verb(Tag tag) {
  return tag == Tag::verb || tag == Tag::vbp || tag == Tag::vbd || tag == Tag::vbz ||
         tag == Tag::vbg || tag == Tag::vbn;
}
[[nodiscard]] constexpr bool is_auxiliary(Tag tag) {
  return tag == Tag::be || tag == Tag::have || tag == Tag::do_ || tag == Tag::modal;
}
[[nodiscard]] constexpr bool is_finite_verb(Tag tag) {
  return tag == Tag::vbd || tag == Tag::vbz || tag == Tag::vbp || is_auxiliary(tag);
}

// "noun", "vbd", "do" ...; a constant of the program.
[[nodiscard]] std::string_view tag_name(Tag tag);

// The tag of that name, if there is one.
[[nodiscard]] std::optional<Tag> tag_of_name(std::string_view name);

}  // namespace quotary
