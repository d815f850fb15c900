// LineWords: the words of lines of credits and notices as data (rules/en/credit-words.json): what
// is a label, a role, a flag, a month. Grammar asks for groups by name, never for words.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/json_tree.h"
#include "rules/phrase_table.h"

namespace quotary {

inline constexpr std::size_t kMaxLineGroups = 128;

// A set of groups of one LineWords.
using LineGroups = std::bitset<kMaxLineGroups>;

class LineWords {
 public:
  // The number of group `name`; kMaxLineGroups, which is in no set, if there is none.
  [[nodiscard]] std::size_t group(std::string_view name) const;
  [[nodiscard]] const std::vector<std::string>& groups() const { return groups_; }
  [[nodiscard]] LineGroups with(std::string_view name) const;
  // The forms of group `name`, in the order of the files.
  [[nodiscard]] std::vector<std::string> forms_of(std::string_view name) const;
  // All groups whose names begin so: "flag."
  [[nodiscard]] LineGroups with_prefix(std::string_view prefix) const;

  [[nodiscard]] FoundPhrase longest_at(std::string_view text, const std::vector<LineToken>& tokens,
                                       std::uint32_t first, std::uint32_t last) const {
    return phrases_.longest_at(text, tokens, first, last);
  }
  // The groups of exactly this form, whatever its case.
  [[nodiscard]] LineGroups groups_of_form(std::string_view form) const;
  // How many phrases there are, and how each is spelled.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(sets_.size()); }
  [[nodiscard]] std::string_view spelling(std::uint32_t phrase) const {
    return phrases_.spelling(phrase);
  }
  // The groups of a phrase that was found.
  [[nodiscard]] const LineGroups& groups_of(std::uint32_t phrase) const { return sets_[phrase]; }

 private:
  friend class LineWordsReader;
  friend struct ImageFields;
  std::vector<std::string> groups_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::vector<LineGroups> sets_;  // of each entry of phrases_
  PhraseTable phrases_;
};

// Adds the groups of a file {"about", "line_words": [{"gives", "about", "exact", "forms"}]}: forms
// of the same group add up, and a form may stand in several. With "exact" they are compared letter
// by letter. Errors are added to `errors`.
void read_line_words(const JsonTree& tree, LineWords& words, std::vector<Error>& errors);

}  // namespace quotary
