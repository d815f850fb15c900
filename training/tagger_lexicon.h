// Builds the lexicon of the tagger: which tags each word was seen with.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "silver.h"
#include "tags/model.h"

namespace quotary::training {

struct LexiconOptions {
  std::uint32_t least_count = 3;   // words seen less often are left out
  std::uint32_t known_count = 12;  // words seen less often are rare
  std::uint32_t start_count = 20;  // first words of sentences seen less often have no entry
  double least_share = 0.02;       // tags that a known word has less often are dropped
};

// One entry as it goes into the file.
struct LexiconEntry {
  std::string form;
  std::uint32_t word = 0;
  Casing casing = Casing::lower;
  ClassIndex index = tag_class::absent;
};

struct BuiltLexicon {
  std::array<TagClass, 256> classes = default_classes();
  std::vector<LexiconEntry> entries;  // by class, casing, form
};

BuiltLexicon build_lexicon(const std::vector<const TaggedDocument*>& documents,
                           const LexiconOptions& options);

}  // namespace quotary::training
