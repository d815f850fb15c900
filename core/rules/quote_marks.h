// Quotation marks as data, for the stage that pairs them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/json_tree.h"

namespace quotary {

// One way to quote.
struct QuoteMarkPair {
  std::string open;
  std::string close;
  bool single = false;  // of the kind used inside the other
  float cost = 0;       // how unlikely it is in this language, in the units of `costs`; 0: at home
};

struct QuoteMarks {
  std::vector<QuoteMarkPair> pairs;
  std::vector<std::string> apostrophes;         // marks that may be one
  std::vector<std::string> elided_heads;        // what an apostrophe may stand before: "tis"
  std::vector<std::string> elided_tails;        // words that may end in one: "ol"
  std::vector<std::string> apostrophe_endings;  // endings before one: "s" (voters'), "in" (talkin')
  std::vector<std::pair<std::string, float>> costs;  // of what is out of order, by name
};

// Adds what the file says: lists grow, a pair with the same marks and a cost of the same name is
// replaced. Errors are added to `errors`.
void read_quote_marks(const JsonTree& tree, QuoteMarks& marks, std::vector<Error>& errors);

}  // namespace quotary
