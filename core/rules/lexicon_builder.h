// LexiconBuilder: the files of a rule pack -> Lexicon.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quotary/result.h"
#include "rules/json_tree.h"
#include "rules/lexicon.h"
#include "tags/tagger.h"

namespace quotary {

// The parts of an entry, as views into it.
struct EntryForms {
  std::string_view lemma;
  std::string_view forms;   // the others, separated by ...
  char separator = ' ';     // ... this and white space
  std::string_view frames;  // separated by white space
};
// Fills `out` (overwritten). Returns what is wrong with the entry, or an empty text.
[[nodiscard]] std::string_view split_entry(std::string_view entry, EntryForms& out);

// The words of a phrase as the tokenizer would divide them: "'s" and marks stand alone.
void split_phrase(std::string_view phrase, std::vector<std::string_view>& words);

// Reads lexicon files one after another and freezes them into a Lexicon.
//
// An entry is "lemma", "lemma: form form" or "lemma: form form | frame frame"; forms of several
// words are separated by commas. Each form is in the class of its lexicon and, for each frame, in
// the class "Frame.<frame>". A form written with a capital matches only capitalised words, one all
// in capitals only words all in capitals; of a phrase its first word decides.
class LexiconBuilder {
 public:
  LexiconBuilder();
  // Starts from what `base` holds: its classes keep their numbers.
  explicit LexiconBuilder(const Lexicon& base);

  // The number of the class, which is added if it is new; kNoClass when kMaxClasses are taken.
  ClassId add_class(std::string_view name);

  [[nodiscard]] const std::vector<std::string>& class_names() const {
    return lexicon_.class_names_;
  }

  // A lexicon file: one lexicon object or {"lexicons": [...]}. Errors: bad_lexicon, missing_field.
  Result<Done> add_file(const JsonTree& tree);

  // One form, of one word or several, into the classes of `set`. False if a word
  // is too long or there are too many.
  bool add_form(std::string_view form, SetId set);
  SetId add_set(const ClassSet& set);

  // Writes beside each word so far what the lexicon of `tagger` says of it, so that one look-up
  // serves both.
  void note_tags(const Tagger& tagger);

  [[nodiscard]] Lexicon build() &&;

 private:
  using CasedSets = Lexicon::CasedSets;

  Result<Done> add_lexicon(const JsonTree& tree, std::uint32_t object);
  Result<Done> add_entry(const JsonTree& tree, std::uint32_t entry, ClassId lexicon_class);
  std::optional<SetId> framed_set(ClassId lexicon_class, std::string_view frames);
  // The slot of a word, which is added if it is new; null when there are too many. It stays where
  // it is until the next is added.
  Lexicon::Word* add_word(std::string_view folded);
  std::uint32_t add_step(std::uint32_t node, std::uint32_t word);
  bool add_phrase(std::string_view form, SetId set);
  void extend(CasedSets& sets, unsigned from_case, SetId set);
  SetId united(SetId a, SetId b);
  void grow_words();
  void grow_edges();

  Lexicon lexicon_;
  std::size_t edge_count_ = 0;
  std::unordered_map<std::uint32_t, SetId> united_;  // a << 16 | b -> a with b
  std::unordered_map<std::uint64_t, std::vector<SetId>> by_hash_;
  std::unordered_map<std::string_view, SetId> framed_sets_;  // of the lexicon at hand, by frames
  EntryForms forms_;
  std::vector<std::string_view> words_of_form_;
};

}  // namespace quotary
