// Quotation marks of a document paired: type by type, nested, and over paragraphs.
//
//   MarkScratch scratch;
//   Marks marks;
//   pair_marks(document, rules, marks, scratch);
#pragma once

#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotes/mark_finding.h"
#include "quotes/mark_reading.h"
#include "quotes/mark_rules.h"

namespace quotary {

struct Marks {
  std::vector<QuotedStretch> stretches;  // in order of their opening marks, nested or apart
  std::vector<Repair> repairs;           // in order of their marks
};

// Buffers reused from document to document. Not shared between threads.
struct MarkScratch {
  std::vector<Mark> marks;
  std::vector<MarkStep> steps;
  std::vector<std::uint32_t> open;  // indices of stretches, outermost first
  MarkReader reader;
};

// Replaces the contents of `out`. Never fails: what does not fit is repaired and reported. A
// stretch lies inside one paragraph; a quotation over several is one stretch in each, joined by
// `continues`. Linear in the size of the document.
void pair_marks(const Document& document, const MarkRules& rules, Marks& out, MarkScratch& scratch);

}  // namespace quotary
