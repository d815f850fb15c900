// GivenNames: which first names are forms of one another (given-names.json): Robert, Rob and Bob.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "quotary/result.h"
#include "rules/json_tree.h"

namespace quotary {

class GivenNames {
 public:
  // Adds forms of one name.
  void add(const std::vector<std::string>& forms);
  // Whether two words, by their word_id(), are forms of one name, or the same.
  [[nodiscard]] bool alike(std::uint32_t a, std::uint32_t b) const;

 private:
  using Form = std::pair<std::uint32_t, std::uint32_t>;  // a word, and a group that it belongs to
  std::vector<Form> forms_;                              // ascending
  std::uint32_t groups_ = 0;
};

// Adds the groups of a file {"about", "given_names": [["Robert", "Rob", "Bob"], ...]}. Errors are
// added to `errors`.
void read_given_names(const JsonTree& tree, GivenNames& names, std::vector<Error>& errors);

}  // namespace quotary
