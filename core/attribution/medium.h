// Where and through what something was said: "told Reuters", "in a statement", "at a rally".
#pragma once

#include "attribution/proposals.h"
#include "mentions/reading.h"
#include "quotary/span.h"

namespace quotary {

struct Channel {
  Span medium;    // an outlet, a platform or a kind of text
  Span occasion;  // a kind of event
};

// Lexicon classes that the search for a channel asks for, looked up once.
class ChannelClasses {
 public:
  explicit ChannelClasses(const Lexicon& lexicon);

  // Looks right of the cue (and of a source that follows it) inside its sentence, and left of the
  // source for an opening phrase: "In an interview with CNN, she said".
  [[nodiscard]] Channel find(const Reading& reading, const Proposal& proposal) const;

 private:
  [[nodiscard]] bool goes_on(const Reading& reading, std::uint32_t at) const;
  [[nodiscard]] bool is_occasion(const Reading& reading, std::uint32_t at) const;
  void read_phrase(const Reading& reading, std::uint32_t chunk, Channel& channel) const;

  ClassSet medium_;
  ClassSet outlet_word_;  // last words of the names of papers and broadcasters
  ClassSet occasion_;
  ClassSet organisation_;
  ClassSet people_;
};

}  // namespace quotary
