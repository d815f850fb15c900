// The register of names: who is who in one document.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/name_phrase.h"
#include "sources/source_classes.h"
#include "sources/word_map.h"

namespace quotary {

// Somebody or something with a name.
struct Figure {
  Range longest;                     // where the longest form of the name stands
  std::uint32_t longest_naming = 0;  // and the naming it is
  Gender gender = Gender::unknown;
  SourceType type = SourceType::unknown;
  std::uint32_t told_gender = 0;  // how the gender is known: 0 not, 1 by first name, 2 by title
  std::uint32_t count = 0;        // how often it is named outside quotations
  std::uint32_t males = 0;        // pronouns after it that can mean nobody else
  std::uint32_t females = 0;
  std::uint32_t short_males = 0;  // those after its surname alone
  std::uint32_t short_females = 0;
  bool shouted = false;          // is written in capitals
  bool introduced = false;       // has been named in full
  std::uint32_t placed = 0;      // namings after "in" and the like
  std::uint32_t articled = 0;    // namings behind an article: "the Red Cross"
  Range namings;                 // of Register::namings_of()
  std::uint32_t source = kNone;  // index into Analysis::sources, once it says something
};

// One place where a figure is named.
struct Naming {
  std::uint32_t chunk = 0;
  Range tokens;  // of the name itself
  Range role;
  Range affiliation;
  std::uint32_t figure = kNone;
  bool quoted = false;    // only inside a quotation
  bool subject = false;   // a finite verb follows
  bool owner = false;     // what belongs to it is the subject: "Cole's plan failed"
  bool governed = false;  // a preposition stands before it
  bool placed = false;    // one that says where: "in Ostavia"
  bool articled = false;  // an article stands before the name
  bool fresh = false;     // the first time that the figure is named in full
  bool personal = false;  // what follows is said of persons only: an age, a role, "who"
  bool modifier = false;  // says more of a common noun: "a Nova Times poll"
};

// The chunk in which a name ends: "Department | of Justice".
[[nodiscard]] inline const Chunk& last_chunk(const Reading& reading, const Naming& naming) {
  return reading.chunks[reading.chunk_at[naming.tokens.last - 1]];
}

// Names of several words are matched first, in the order of the text, then those of headlines, in
// which capitals tell little, then short forms: a surname goes to whom the text is most about of
// those named before it. Linear in the number of names.
class Register {
 public:
  explicit Register(const SourceClasses& classes) : classes_(&classes) {}

  void fill(const Reading& reading);

  [[nodiscard]] const SourceClasses& classes() const { return *classes_; }
  [[nodiscard]] const std::vector<Naming>& namings() const { return namings_; }
  [[nodiscard]] std::vector<Figure>& figures() { return figures_; }
  [[nodiscard]] const std::vector<Figure>& figures() const { return figures_; }
  // The namings of a figure, in the order of the text.
  [[nodiscard]] std::span<const std::uint32_t> namings_of(const Figure& figure) const {
    return std::span(by_figure_).subspan(figure.namings.first, figure.namings.size());
  }
  // Chunks that are "he" or "she", in any case, outside quotations.
  [[nodiscard]] const std::vector<std::uint32_t>& pronouns() const { return pronouns_; }
  // The first naming whose tokens end after token `at`.
  [[nodiscard]] std::uint32_t naming_after(std::uint32_t at) const;
  // The longest naming of the latest person whose name ends in `word`; kNone if there is none.
  [[nodiscard]] std::uint32_t bearer_of(const Reading& reading, std::uint32_t word) const;

 private:
  struct Pending {
    NamePhrase phrase;
    bool headline = false;  // stands where capitals tell nothing
  };

  // A figure that bears a word, and the one before it that does.
  struct Bearing {
    std::uint32_t figure = 0;
    std::uint32_t earlier = kNone;
  };

  void read_namings(const Reading& reading);
  [[nodiscard]] std::uint32_t read_naming(const Reading& reading, std::uint32_t chunk);
  void note_pronoun(const Reading& reading, std::uint32_t chunk);
  void add(const Reading& reading, std::uint32_t chunk, const NamePhrase& phrase,
           std::uint32_t last_chunk);
  void place(const Reading& reading, Naming& naming, std::uint32_t last_chunk) const;
  [[nodiscard]] bool is_known_surname(const Reading& reading, const Chunk& chunk) const;
  [[nodiscard]] bool is_personal(const Reading& reading, std::uint32_t after) const;
  [[nodiscard]] std::uint32_t bearer_introduced(const Reading& reading, std::uint32_t word,
                                                std::uint32_t naming) const;
  [[nodiscard]] std::uint32_t find(const Reading& reading, Range name, const NamePhrase& phrase,
                                   std::uint32_t naming) const;
  [[nodiscard]] std::uint32_t find_acronym(const Reading& reading, std::uint32_t at) const;
  void note_acronyms(const Reading& reading, std::uint32_t figure);
  [[nodiscard]] Range bare_name(const Reading& reading, Range name) const;
  void settle(const Reading& reading, std::uint32_t naming);
  [[nodiscard]] bool is_headline(const Reading& reading, Range name);
  [[nodiscard]] Range known_part(const Reading& reading, Range name, std::uint32_t end) const;
  void shorten_to_known(const Reading& reading, std::uint32_t naming);
  void list_namings();
  void drop_odd_words(const Reading& reading, Figure& figure) const;
  void hear_pronouns(const Reading& reading);
  void judge(const Reading& reading);
  [[nodiscard]] bool is_family(const Reading& reading, const Figure& figure) const;
  void give_to_namesake(const Reading& reading, std::uint32_t figure);
  void learn(const Reading& reading, Figure& figure, const NamePhrase& phrase, Range tokens,
             std::uint32_t naming);
  void index(std::uint32_t figure, std::uint32_t word);

  const SourceClasses* classes_;
  std::vector<Naming> namings_;
  std::vector<Pending> pending_;  // parallel to namings_
  std::vector<Figure> figures_;
  std::vector<std::uint32_t> by_figure_;  // namings of one figure after those of another
  std::vector<std::uint32_t> pronouns_;
  WordMap latest_;  // by each word of names: the latest of its bearings
  std::vector<Bearing> bearings_;
  std::vector<std::uint32_t> bearers_;      // scratch
  std::vector<std::uint32_t> short_forms_;  // namings, as the next
  std::vector<std::uint32_t> of_headlines_;
  std::uint32_t asked_sentence_ = kNone;  // the last one that was_headline_ is about
  bool was_headline_ = false;
  WordMap surnames_;  // first and last words of names read so far
  WordMap acronyms_;  // figures by the initials of their names, in small letters
};

}  // namespace quotary
