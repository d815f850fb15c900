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

// For each example, the number of the one with its id among the first `originals`: variants come
// after what they are variants of. Ends the program if one has none.
std::vector<std::uint32_t> numbers_of_originals(
    const std::vector<std::unique_ptr<Example>>& examples, std::uint32_t originals);

}  // namespace quotary::training
