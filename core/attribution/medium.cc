#include "attribution/medium.h"

#include <array>

namespace quotary {

namespace {

constexpr std::uint32_t kReach = 12;  // tokens after the cue, and of an opening phrase

ClassSet set_of(const Lexicon& lexicon, std::initializer_list<std::string_view> names) {
  return lexicon.class_set(std::span(names.begin(), names.size()));
}

}  // namespace

ChannelClasses::ChannelClasses(const Lexicon& lexicon)
    : medium_(set_of(lexicon, {"MediaOutlet", "SocialMedia", "MediumNoun"})),
      outlet_word_(set_of(lexicon, {"OutletWord"})),
      occasion_(set_of(lexicon, {"OccasionNoun"})) {}

void ChannelClasses::read_phrase(const Reading& r, std::uint32_t chunk, Channel& channel) const {
  const Range tokens = r.chunks[chunk].tokens;
  const std::span<const WordEntry> entries = std::span(r.entries).first(tokens.last);
  for (std::uint32_t at = tokens.last; at > tokens.first; --at) {
    const ClassSet& classes = r.lexicon->classes(r.entries[at - 1].set);
    if (channel.occasion.empty() && classes.meets(occasion_)) {
      channel.occasion = r.document->span_of(tokens);
      return;
    }
    const auto phrase = r.lexicon->phrase_at(r.tokens, entries, at - 1);
    const bool listed =
        classes.meets(medium_) || (phrase && r.lexicon->classes(phrase->set).meets(medium_));
    // "the Marlshire Gazette": a name that ends as those of papers do.
    const bool outlet = at == tokens.last && tokens.size() > 1 && classes.meets(outlet_word_);
    if (channel.medium.empty() && (listed || outlet)) {
      channel.medium = r.document->span_of(tokens);
      return;
    }
  }
}

Channel ChannelClasses::find(const Reading& r, const Proposal& p) const {
  Channel channel;
  if (!p.medium.empty()) channel.medium = r.document->span_of(p.medium);
  const Range sentence = p.context.sentence;
  const std::uint32_t from =
      std::max(p.cue.last, p.source.first > p.context.head ? p.source.last : 0U);
  const std::uint32_t stop = std::min(sentence.last, from + kReach);
  for (std::uint32_t at = from; at < stop; ++at) {
    if (r.tag(at) == Tag::quote || p.right.contains(at)) break;
    if (!r.in_chunk(at) || r.chunks[r.chunk_at[at]].tokens.first != at) continue;
    // The addressee stands right after "told"; every other channel after a preposition.
    const bool addressed = at == p.cue.last && r.chunks[r.chunk_at[at]].kind == ChunkKind::name;
    if (addressed || (at > 0 && r.tag(at - 1) == Tag::prep))
      read_phrase(r, r.chunk_at[at], channel);
  }
  if (!p.source.empty() && p.source.first > sentence.first && p.left.empty() &&
      r.tag(sentence.first) == Tag::prep && r.in_chunk(sentence.first + 1)) {
    const std::uint32_t end = std::min(p.source.first, sentence.first + kReach);
    for (std::uint32_t at = sentence.first + 1; at < end; ++at) {
      if (is_mark(r.tag(at))) break;
      if (r.in_chunk(at) && r.chunks[r.chunk_at[at]].tokens.first == at &&
          r.tag(at - 1) == Tag::prep) {
        read_phrase(r, r.chunk_at[at], channel);
      }
    }
  }
  return channel;
}

}  // namespace quotary
