// Base noun phrases, read off the tags of a document.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotary/document.h"
#include "tags/tags.h"

namespace quotary {

enum class ChunkKind : std::uint8_t { pronoun, name, noun, possessive, relative, number };

// A base noun phrase (Ramshaw and Marcus 1995): "Ostavian Deputy Prime Minister Milo Brankov",
// "his", "who". A possessive ends its chunk: "Brankov's | comments".
struct Chunk {
  Range tokens;
  std::uint32_t head = 0;
  ChunkKind kind = ChunkKind::noun;
  bool may_name = false;  // one of its words has a capital, or the tag of a name
};

// Overwrites `chunks`, in the order of the text. `tags` are parallel to `tokens`. Linear.
void read_chunks(std::span<const Token> tokens, std::span<const Sentence> sentences,
                 std::span<const Tag> tags, std::vector<Chunk>& chunks);

}  // namespace quotary
