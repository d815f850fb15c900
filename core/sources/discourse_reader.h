// Reads a text on from one source phrase to the next, and keeps in mind whom it speaks of on the
// way: by name, as "he", as "a spokesman".
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/antecedents.h"
#include "sources/cast.h"
#include "sources/register.h"
#include "sources/source_phrases.h"

namespace quotary {

class DiscourseReader {
 public:
  // `discourse` is scratch. All arguments outlive it.
  DiscourseReader(const Reading& reading, const SourcePhrases& phrases, const Cast& cast,
                  Discourse& discourse, const Analysis& analysis);

  // Reads on until token `at`.
  void read_on(std::uint32_t at);
  // The mention that the text has been read up to speaks of whoever is its source.
  void keep_in_mind(std::uint32_t mention);
  // Quoted words made a speaker of `figure`, named at token `at`.
  void spoke(std::uint32_t figure, std::uint32_t at) { discourse_.spoke(figure, at); }
  // And words without marks.
  void reported(std::uint32_t figure, std::uint32_t at) { discourse_.reported(figure, at); }

  // As Discourse has them.
  [[nodiscard]] const Spoken* find(std::uint32_t at, const Wanted& wanted) const {
    return discourse_.find(r_, names_, at, wanted, names_.classes().points);
  }
  [[nodiscard]] std::vector<Ranked> rank(std::uint32_t at, const Wanted& wanted) const {
    return discourse_.rank(r_, names_, at, wanted, names_.classes().points);
  }

 private:
  void hear(const Chunk& pronoun);
  void add(const Spoken& place) { discourse_.add(r_, names_.classes().points, place); }
  [[nodiscard]] Spoken place_of(std::uint32_t naming) const;
  [[nodiscard]] Spoken place_again(const Spoken& antecedent, const Chunk& chunk) const;

  const Reading& r_;
  const Register& names_;
  const SourcePhrases& phrases_;
  const Cast& cast_;
  Discourse& discourse_;
  const Analysis& analysis_;
  std::uint32_t next_chunk_ = 0;    // the first that has not been read
  std::uint32_t next_naming_ = 0;   // and the first naming
  std::uint32_t next_pronoun_ = 0;  // and the first of Register::pronouns()
};

}  // namespace quotary
