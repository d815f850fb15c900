// The mark rules of the built-in pack, for tests.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "quotes/mark_rules.h"
#include "rules/json_tree.h"
#include "rules/quote_marks.h"

namespace quotary {

inline const MarkRules& english_marks() {
  static const MarkRules rules([] {
    std::ifstream file(QUOTARY_SOURCE_DIR "/rules/common/quote-marks.json");
    const std::string source((std::istreambuf_iterator<char>(file)), {});
    QuoteMarks marks;
    std::vector<Error> errors;
    read_quote_marks(JsonTree::read(source, "quote-marks.json").value(), marks, errors);
    if (!errors.empty()) std::abort();
    return marks;
  }());
  return rules;
}

}  // namespace quotary
