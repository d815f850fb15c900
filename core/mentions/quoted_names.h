// Quotation marks that name and do not quote: `Robert "Bob" Lind`, `told CNN's "State of the
// Union"`.
#pragma once

#include <cstdint>
#include <optional>

#include "quotary/analysis.h"
#include "rules/lexicon.h"

namespace quotary {

struct Reading;

// What stands between marks as a part of the sentence around it.
struct QuotedName {
  Range tokens;  // marks included
  QuoteUse use = QuoteUse::title;
};

// Immutable; made from the classes of a lexicon.
class QuotedNames {
 public:
  explicit QuotedNames(const Lexicon& lexicon);

  // QuoteUse::nickname or QuoteUse::title, if a stretch is one of them. `tokens`: its own, marks
  // included. Asks for the tags and the entries of the Reading.
  [[nodiscard]] std::optional<QuoteUse> use_of(const Reading& reading, std::uint32_t stretch,
                                               Range tokens) const;

 private:
  [[nodiscard]] bool is_nickname(const Reading& reading, std::uint32_t stretch,
                                 std::uint32_t first) const;
  [[nodiscard]] bool is_title(const Reading& reading, Range tokens) const;
  [[nodiscard]] bool introduces_title(const Reading& reading, Range tokens) const;

  ClassSet first_names_;
  ClassSet works_;      // "film"
  ClassSet outlets_;    // "Fox News Sunday"
  ClassSet cue_nouns_;  // "chants of"
};

}  // namespace quotary
