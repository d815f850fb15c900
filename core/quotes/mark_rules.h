// MarkRules: which marks quote, which of them go together, and what speaks for an apostrophe.
// Compiled from data (rules/common/quote-marks.json), immutable, shared between threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/quote_marks.h"

namespace quotary {

// What a reading of the marks of a paragraph pays for each thing that is out of order. The reading
// that pays least is kept, so only the proportions matter.
struct MarkCosts {
  float against_space = 0;   // opens before a space, closes after one
  float loose = 0;           // a space on both sides, or none
  float after_pause = 0;     // closes before a word in lower case: `it rained, "she said`
  float wrong_way = 0;       // a mark used against its form, or closed by one of another family
  float against_form = 0;    // share of the costs of spaces for marks whose form tells direction
  float stray = 0;           // a double mark that means nothing
  float unopened = 0;        // a closing mark without an opening one
  float unclosed = 0;        // an opening mark without a closing one
  float reopened = 0;        // the same, where an opening mark follows the end of a sentence
  float continued = 0;       // the same, where the next paragraph opens again
  float carried = 0;         // the same, where a later paragraph closes
  float nested_in_kind = 0;  // “ inside “
  float single_outside = 0;  // a single mark opens outside of double ones, in a text that has both
  float apostrophe = 0;      // where an apostrophe is likely: voters', talkin', 'tis, 6'
  float odd_apostrophe = 0;  // after a letter, but no known ending
  float no_apostrophe = 0;   // before a word that drops nothing, or after punctuation
  float prime = 0;           // a double mark after a digit: inches, seconds
  float elision = 0;         // a single mark opens before 'tis, closes after ol'
  float plain_close = 0;     // a single mark closes after a letter
};

// Number of a mark in MarkRules. At most kMaxMarks - 1.
using MarkForm = std::uint8_t;
inline constexpr std::size_t kMaxMarks = 48;
inline constexpr MarkForm kNoForm = 255;

class MarkRules {
 public:
  // Pairs beyond kMaxMarks distinct marks are left out; so are costs of unknown names.
  explicit MarkRules(const QuoteMarks& data);

  // kNoForm if `text` is no mark. One probe or two.
  [[nodiscard]] MarkForm form(std::string_view text) const;
  [[nodiscard]] const std::string& text(MarkForm form) const { return forms_[form].text; }

  [[nodiscard]] bool single(MarkForm form) const { return forms_[form].single; }
  [[nodiscard]] bool apostrophe(MarkForm form) const { return forms_[form].apostrophe; }
  // True if its form says whether it opens or closes: “ but not ".
  [[nodiscard]] bool directed(MarkForm form) const { return forms_[form].directed; }
  // The cost of opening by `open`, of closing by `close`, of closing what `open` opened by `close`.
  [[nodiscard]] float opening(MarkForm open) const { return forms_[open].opening; }
  [[nodiscard]] float closing(MarkForm close) const { return forms_[close].closing; }
  [[nodiscard]] float pairing(MarkForm open, MarkForm close) const {
    return forms_[open].pairing[close];
  }

  [[nodiscard]] bool elided_head(std::uint32_t word) const;
  [[nodiscard]] bool elided_tail(std::uint32_t word) const;
  // Whether `word` ends as words do before an apostrophe. An ending listed with a space after it
  // counts only if white space follows the mark.
  [[nodiscard]] bool apostrophe_ending(std::string_view word, bool space_follows) const;
  [[nodiscard]] const MarkCosts& costs() const { return costs_; }

 private:
  struct Form {
    std::string text;
    bool single = false;
    bool apostrophe = false;
    bool directed = false;
    float opening = 0;
    float closing = 0;
    std::array<float, kMaxMarks> pairing{};
  };

  MarkForm add(const std::string& text, bool single);
  [[nodiscard]] bool either_way(const Form& form) const;

  std::vector<Form> forms_;
  std::array<MarkForm, 128> slots_{};  // by slot_of(), linear probing
  std::vector<std::uint32_t> elided_heads_;
  std::vector<std::uint32_t> elided_tails_;
  std::vector<std::string> endings_;
  std::vector<std::string> spaced_endings_;
  MarkCosts costs_;
};

}  // namespace quotary
