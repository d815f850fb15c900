#include "mentions/chunks.h"

#include "tags/tag_set.h"

namespace quotary {
namespace {

constexpr TagSet kBeginsPhrase = kNouns | tag_set({Tag::det, Tag::adj, Tag::num});
// May follow before the head, once the phrase has begun.
constexpr TagSet kGoesOn = kNouns | tag_set({Tag::adj, Tag::num, Tag::vbn, Tag::vbg, Tag::adv});
// Chunks of their own.
constexpr TagSet kAlone = tag_set({Tag::pron, Tag::pronv, Tag::poss, Tag::wh});

ChunkKind kind_alone(Tag tag) {
  if (tag == Tag::poss) return ChunkKind::possessive;
  return tag == Tag::wh ? ChunkKind::relative : ChunkKind::pronoun;
}

// Adds the phrase that begins with token `first`, if it is one; returns where to go on. No phrase
// reaches beyond `sentence_end`.
std::uint32_t read_phrase(const Token* tokens, const Tag* tags, std::uint32_t first,
                          std::uint32_t sentence_end, std::vector<Chunk>& chunks) {
  std::uint32_t head = kNone;
  std::uint32_t at = first;
  TagSet held = 0;
  unsigned shapes = 0;
  do {
    if (is_in(tags[at], kNouns)) head = at;
    held |= tag_bit(tags[at]);
    shapes |= tokens[at].shape;
    ++at;
  } while (at < sentence_end && is_in(tags[at], kGoesOn) && tokens[at].kind != TokenKind::clitic);
  const bool may_name = is_in(Tag::propn, held) || (shapes & shape::capital) != 0;
  if (head == kNone) {  // "many", "the poor", "the forward wrote": the phrase has no noun
    const Tag last = tags[at - 1];
    const bool acts = last == Tag::adv && tags[first] == Tag::det && at < sentence_end &&
                      is_finite_verb(tags[at]);
    const bool stands = last == Tag::adj || last == Tag::num || last == Tag::det || acts;
    if (stands) chunks.push_back({{first, at}, at - 1, ChunkKind::number, may_name});
    return at;
  }
  const bool possessive = head + 1 < sentence_end && tokens[head + 1].kind == TokenKind::clitic;
  const ChunkKind kind = tags[head] == Tag::propn ? ChunkKind::name : ChunkKind::noun;
  const std::uint32_t end = possessive ? head + 2 : head + 1;
  chunks.push_back({{first, end}, head, possessive ? ChunkKind::possessive : kind, may_name});
  return end;
}

}  // namespace

void read_chunks(std::span<const Token> tokens, std::span<const Sentence> sentences,
                 std::span<const Tag> tags, std::vector<Chunk>& chunks) {
  chunks.clear();
  for (const Sentence& each : sentences) {
    for (std::uint32_t at = each.tokens.first; at < each.tokens.last;) {
      const Tag here = tags[at];
      if (is_in(here, kBeginsPhrase)) {
        at = read_phrase(tokens.data(), tags.data(), at, each.tokens.last, chunks);
        continue;
      }
      if (is_in(here, kAlone)) {
        const bool capital = (tokens[at].shape & shape::capital) != 0;
        chunks.push_back({{at, at + 1}, at, kind_alone(here), capital});
      }
      ++at;
    }
  }
}

}  // namespace quotary
