// Annotated documents as the trainer sees them: tokens, and attributions as ranges of tokens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "attribution/knowledge.h"
#include "quotary/document.h"

namespace quotary::training {

// An annotated attribution. Ranges may be empty where a role is absent.
struct GoldAttribution {
  std::vector<Range> content;
  Range cue;
  Range source;
  std::string kind;
};

// A document with its reading and its annotation. Not movable: the reading points into it.
struct Example {
  Example(Document read, const Knowledge& knowledge)
      : document(std::move(read)), reading(knowledge.lexicon(), knowledge.class_words) {}
  Document document;
  Marks marks;
  std::vector<Block> blocks;
  Reading reading;
  std::vector<GoldAttribution> gold;
};

// Reads JSON Lines of {"id", "text", "quotes": [{"content", "cue", "source", "kind"}]} with offsets
// in code points. Aborts with a message on a file it cannot read.
std::vector<std::unique_ptr<Example>> read_examples(const std::string& path,
                                                    const Knowledge& knowledge);

}  // namespace quotary::training
