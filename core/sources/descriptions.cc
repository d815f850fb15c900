#include "sources/descriptions.h"

#include <algorithm>

#include "sources/source_phrases.h"

namespace quotary {

bool Descriptions::repeats(const Mention& who) const {
  constexpr std::uint32_t kParagraphs = 3;
  const std::uint32_t found = latest_.of(r_.word(who.head));
  if (found == kNone || who.head == analysis_.mentions[found].head) return false;
  const Mention& earlier = analysis_.mentions[found];
  const Range tokens = cast_.tokens_of(earlier);
  return !is_definite(r_, tokens) && r_.tag(tokens.first) != Tag::poss &&
         r_.paragraph[who.head] - r_.paragraph[earlier.head] <= kParagraphs;
}

bool Descriptions::refer(std::uint32_t mention) {
  Mention& who = analysis_.mentions[mention];
  const std::uint32_t found = latest_.of(r_.word(who.head));
  if (found == kNone) return false;
  const Mention& earlier = analysis_.mentions[found];
  const bool itself = earlier.head == who.head;
  const Range tokens = cast_.tokens_of(who);
  const bool definite = is_definite(r_, tokens);
  const bool bare = definite && tokens.size() == 2;
  const bool same =
      itself || (definite && r_.document->text(earlier.span) == r_.document->text(who.span));
  if (!bare && !same) return false;
  who.source = earlier.source;
  if (!same) who.antecedent = found;
  return true;
}

std::uint32_t Descriptions::fuller_mention(std::uint32_t mention) {
  constexpr std::uint32_t kChunksBack = 80;
  const Mention who = analysis_.mentions[mention];
  const Range tokens = cast_.tokens_of(who);
  if (!is_definite(r_, tokens) || tokens.size() != 2) return mention;
  const std::uint32_t here = r_.chunk_at[who.head];
  for (std::uint32_t back = 1; back <= std::min(here, kChunksBack); ++back) {
    const Chunk& chunk = r_.chunks[here - back];
    if (chunk.kind != ChunkKind::noun || r_.word(chunk.head) != r_.word(who.head)) continue;
    if (chunk.tokens.size() <= 2 || r_.stretch[chunk.head] != kNone) continue;
    Mention fuller;
    fuller.span = r_.document->span_of(chunk.tokens);
    fuller.head = chunk.head;
    fuller.kind = MentionKind::nominal;
    analysis_.mentions.push_back(fuller);
    return static_cast<std::uint32_t>(analysis_.mentions.size() - 1);
  }
  return mention;
}

}  // namespace quotary
