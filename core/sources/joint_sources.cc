#include "sources/joint_sources.h"

#include <algorithm>

namespace quotary {

void JointSources::add_nameless(Range tokens, std::uint32_t beside) {
  const std::uint32_t first = tokens.first + 1;
  if (first >= tokens.last || r_.tag(tokens.first) != Tag::conj || !r_.in_chunk(first)) return;
  std::uint32_t number = r_.chunk_at[first];
  if (r_.chunks[number].tokens.first != first) return;
  if (r_.chunks[number].kind == ChunkKind::possessive) ++number;  // "his"
  if (number >= r_.chunks.size() || r_.chunks[number].kind != ChunkKind::noun) return;
  const Chunk& chunk = r_.chunks[number];
  const WordKinds head = classes_.of(r_, chunk.head);
  const bool somebody =
      head.meets(classes_.role | classes_.person | classes_.organisation | classes_.group);
  if (chunk.tokens.last > tokens.last || head.meets(classes_.document) || !somebody) return;
  Mention mention;
  mention.span = r_.document->span_of({first, chunk.tokens.last});
  mention.head = chunk.head;
  mention.kind = MentionKind::nominal;
  const auto added = static_cast<std::uint32_t>(analysis_.mentions.size());
  analysis_.mentions.push_back(mention);
  nameless_ = cast_.source_for_words(added);
  analysis_.mentions[added].source = nameless_;
  if (namings_.empty()) namings_.push_back(beside);
}

Range JointSources::write() {
  if (namings_.size() + (nameless_ == kNone ? 0U : 1U) < 2) return {};
  std::vector<std::uint32_t>& sources = analysis_.joint_sources;
  const auto first = static_cast<std::uint32_t>(sources.size());
  for (const std::uint32_t naming : namings_) {
    const std::uint32_t source = cast_.source_for(naming);
    if (std::find(sources.begin() + first, sources.end(), source) == sources.end()) {
      sources.push_back(source);
    }
  }
  if (nameless_ != kNone) sources.push_back(nameless_);
  if (sources.size() < first + 2U) sources.resize(first);
  return {first, static_cast<std::uint32_t>(sources.size())};
}

}  // namespace quotary
