// The cast: figures of the register that have a part in an Analysis. Each becomes a Source, and the
// places where it is named become Mentions, when they are first asked for.
#pragma once

#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// Buffers of one thread.
struct CastScratch {
  std::vector<std::uint32_t> mention_of_naming;  // index into Analysis::mentions, or kNone
  std::vector<std::uint32_t> figure_of_source;
  std::vector<std::uint32_t> mention_counts;  // by source
};

class Cast {
 public:
  // All arguments outlive the Cast.
  Cast(const Reading& reading, const SourceClasses& classes, Register& names, CastScratch& scratch,
       Analysis& analysis);

  // Index into Analysis::mentions; a short form points on to the longest one.
  std::uint32_t mention_for(std::uint32_t naming);
  // The source that naming `naming` is about.
  std::uint32_t source_for(std::uint32_t naming) {
    return analysis_.mentions[mention_for(naming)].source;
  }
  // A source that has no name: it is called what the mention is.
  std::uint32_t source_for_words(std::uint32_t mention);
  [[nodiscard]] Range tokens_of(const Mention& mention) const;
  // Writes down what each source is called, in the order of the text.
  void list_mentions();
  // The figure behind a source; kNone for those without a name.
  [[nodiscard]] std::uint32_t figure_of(std::uint32_t source) const {
    return source < figure_of_source_.size() ? figure_of_source_[source] : kNone;
  }

 private:
  [[nodiscard]] SourceType type_of_words(std::uint32_t head) const;
  std::uint32_t source_of(std::uint32_t figure);

  const Reading& r_;
  const SourceClasses& classes_;
  Register& names_;
  std::vector<std::uint32_t>& mention_of_naming_;  // scratch, as the next two
  std::vector<std::uint32_t>& figure_of_source_;
  std::vector<std::uint32_t>& mention_counts_;
  Analysis& analysis_;
};

}  // namespace quotary
