// Resolution: who or what stands behind each mention.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/antecedents.h"
#include "sources/cast.h"
#include "sources/register.h"
#include "sources/source_classes.h"
#include "sources/word_map.h"

namespace quotary {

// Buffers of one thread.
struct ResolveScratch {
  explicit ResolveScratch(const SourceClasses& classes) : names(classes) {}
  Register names;
  Discourse discourse;
  CastScratch cast;
  std::vector<std::uint32_t> joint;  // namings
  std::vector<ToldOf> told_of;
  WordMap labels;  // mentions
  WordMap described;
};

// What a document is resolved with.
struct Resolution {
  const SourceClasses& classes;
  ResolveScratch& scratch;
  bool keep_antecedents = false;  // fill Analysis::antecedents; slower
};

// Gives every mention of `analysis` its source, gives quotes without a cue the source of the speech
// they go on with, and fills Analysis::sources. Quotes, cues, mentions and attributions are there
// already, in the order of the text.
//
// Names are looked up in the Register; pronouns take the likeliest figure before them that agrees
// in gender and is not named only inside a quotation; nominals take who bears such a role; quotes
// without a cue take the speaker of the quote before them or, in a dialogue, of the one before
// that.
void resolve_sources(const Reading& reading, const Resolution& by, Analysis& analysis);

}  // namespace quotary
