// Findings: what the tools for rule authors report, with the line it stands on.
#pragma once

#include <string>
#include <vector>

#include "quotary/result.h"
#include "rules/pack_files.h"

namespace quotary {

enum class Severity : unsigned char {
  error,    // the pack does not load, or does not do what it says
  warning,  // it loads, but is likely to be a mistake
  note,     // good to know; nothing to mend
};

struct Finding {
  Severity severity = Severity::error;
  Error what;
};

using Findings = std::vector<Finding>;

// Orders findings by file, line and column.
void sort_by_place(Findings& findings);

// True if anything is to be mended: an error or a warning.
[[nodiscard]] bool any_problem(const Findings& findings);

// "error E204 rules/en/quotes.json:12:27: unknown class `SpeachVerb`; did you mean `SpeechVerb`?"
// and, where one of `files` holds the place, its line with a caret under the column. Control
// characters of the files are shown as '?'.
[[nodiscard]] std::string describe(const Finding& finding, const PackFiles& files);

}  // namespace quotary
