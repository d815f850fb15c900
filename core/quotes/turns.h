// Turns: attribution by the layout of a text. `MS. LIND: We knew.` in a transcript, `Q:` and `A:`
// in an interview, `Lind: we knew` in a headline.
//
//   TurnRules rules(pack.data());
//   std::vector<Turn> turns;
//   find_turns({document, blocks, entries, stretches}, rules, turns);
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "rules/pack.h"

namespace quotary {

// Who speaks, and what: the label and what stands under it.
struct Turn {
  std::uint32_t rule = kNone;        // of PackData::text_rules
  Range speaker;                     // tokens of the name in the label, or of its letter
  std::uint32_t cue = kNone;         // the colon; kNone: there is none
  Range content;                     // tokens of the first paragraph after the label
  std::uint32_t paragraph = 0;       // where it begins, and ...
  std::uint32_t last_paragraph = 0;  // ... the last paragraph that goes on with it
  bool asks = false;                 // a letter for whoever asks: nobody is named
  bool letter = false;               // a letter for whoever asks or answers
  bool headline = false;             // not a turn but a headline of that shape
};

// The text rules of a pack that give `turn` and `headline`. Immutable; lives no longer than the
// pack.
class TurnRules {
 public:
  explicit TurnRules(const PackData& pack);

  [[nodiscard]] const PackData& pack() const { return *pack_; }
  [[nodiscard]] const std::vector<std::uint32_t>& turns() const { return turns_; }
  [[nodiscard]] const std::vector<std::uint32_t>& headlines() const { return headlines_; }
  [[nodiscard]] bool empty() const { return turns_.empty() && headlines_.empty(); }
  // A word by which a speaker speaks of himself.
  [[nodiscard]] const ClassSet& first_person() const { return first_person_; }

 private:
  const PackData* pack_;
  std::vector<std::uint32_t> turns_;
  std::vector<std::uint32_t> headlines_;
  ClassSet first_person_;
};

// What turns are found in. Views: must outlive the call only. All but `blocks` are parallel to the
// tokens of the document.
struct TurnSource {
  const Document& document;
  std::span<const Block> blocks;
  std::span<const WordEntry> entries;
  std::span<const std::uint32_t> stretches;  // of quotation marks, or kNone
};

// Replaces the contents of `out` by the turns of a text that shows itself to be a transcript (in
// whole or in part), and by a headline that names its speaker, in the order of the text. One label
// makes no transcript: it takes several, of which one comes again, or has a title, or are both
// letters of an interview. Linear; a text without labels costs a look at the first tokens of each
// paragraph.
void find_turns(const TurnSource& source, const TurnRules& rules, std::vector<Turn>& out);

// Whether a text with these turns is, in whole or in part, a transcript.
[[nodiscard]] inline bool is_transcript(std::span<const Turn> turns) {
  return !turns.empty() && !turns.back().headline;
}

}  // namespace quotary
