// Tagger: parts of speech by a greedy averaged perceptron.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "quotary/document.h"
#include "quotary/result.h"
#include "tags/lexicon.h"
#include "tags/tags.h"

namespace quotary {

struct TaggerModel;

// Immutable once loaded; const members may be called from several threads at a time. Copies share
// the model. After M. Collins, "Discriminative training methods for hidden Markov models" (2002),
// in the greedy, left-to-right form, with a lexicon that settles most words beforehand.
class Tagger {
 public:
  // `file` is the contents of rules/<lang>/models/tagger.tsv, `name` what errors call it.
  // Errors: bad_model.
  static Result<Tagger> load(std::string_view file, std::string name);

  // Writes the tag of token tokens.first + i into out[i]. `tokens` must be whole sentences of the
  // document, out.size() its size. Does not allocate; linear.
  void tag(const Document& document, Range tokens, std::span<Tag> out) const;
  // The same where known[i], if it has been asked, is classes_of() the word of token
  // tokens.first + i.
  void tag(const Document& document, Range tokens, std::span<const WordClasses> known,
           std::span<Tag> out) const;

  // What its lexicon says of a word, by its id.
  [[nodiscard]] WordClasses classes_of(std::uint32_t word) const;

  // Whether the word, by its id, is known in small letters: "harbour", not "Marston".
  [[nodiscard]] bool knows_lower_case(std::uint32_t word) const;

 private:
  friend struct ImageFields;  // core/rules
  explicit Tagger(std::shared_ptr<const TaggerModel> model) : model_(std::move(model)) {}
  std::shared_ptr<const TaggerModel> model_;
};

}  // namespace quotary
