// The one reading of a line: all that it says about provenance.
#pragma once

#include <vector>

#include "provenance/credits.h"
#include "provenance/found_statement.h"
#include "provenance/line.h"
#include "provenance/line_gate.h"
#include "provenance/notices.h"
#include "rules/pack.h"

namespace quotary {

// Immutable; lives no longer than the pack.
struct ProvenanceKnowledge {
  explicit ProvenanceKnowledge(const PackData& pack)
      : words(pack), notices(pack), gate(pack.line_words) {}
  LineKnowledge words;
  NoticeRules notices;
  LineGate gate;
};

// Where a line stands.
struct LinePlace {
  bool head = true;         // near the top of its text, or alone
  bool above_text = false;  // more text follows, and no picture stands right before
  bool is_byline = false;   // its block is known to be one
  LineSigns signs = LineSigns::all();
};

// Scratch memory of one thread.
class LineReader {
 public:
  explicit LineReader(const ProvenanceKnowledge& knowledge)
      : knowledge_(&knowledge), line_(knowledge.words) {}

  // Replaces the contents of `out`, in the order of the text. Spans are bytes of `text`.
  void read(std::string_view text, LinePlace place, FoundStatements& out);
  // Only its tokens and what is known of them. The result is good until the next call.
  const Line& scan(std::string_view text) {
    line_.read(text);
    return line_;
  }

 private:
  void add_credits(FoundStatements& out);

  const ProvenanceKnowledge* knowledge_;
  Line line_;
  std::vector<FoundCredit> credits_;
};

}  // namespace quotary
