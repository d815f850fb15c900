// Builds the lexicon of the tagger: which tags each word was seen with.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "silver.h"
#include "tags/model.h"

namespace quotary::training {

struct LexiconOptions {
  std::uint32_t least_count = 4;  // words seen less often are left out
  std::uint32_t known_count = 8;  // words seen less often are rare
  double least_share = 0.005;     // tags that a known word has less often are dropped
  std::uint32_t most_classes = 245;
};

// One entry as it goes into the file.
struct LexiconEntry {
  std::string form;
  std::uint32_t word = 0;
  Casing casing = Casing::lower;
  ClassIndex index = tag_class::absent;
};

struct BuiltLexicon {
  std::array<TagClass, 256> classes = {};
  std::vector<LexiconEntry> entries;  // by class, casing, form
};

BuiltLexicon build_lexicon(const std::vector<const TaggedDocument*>& documents,
                           const LexiconOptions& options);

}  // namespace quotary::training
