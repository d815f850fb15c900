// Texts read with the mark rules of the built-in pack, for tests.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "quotary/document.h"
#include "quotes/mark_rules.h"
#include "quotes/marks.h"
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

struct Reading {
  Document document;
  Marks marks;
};

inline Reading read(std::string text) {
  Reading reading{Document::from_bytes(std::move(text)), {}};
  MarkScratch scratch;
  pair_marks(reading.document, english_marks(), reading.marks, scratch);
  return reading;
}

}  // namespace quotary
