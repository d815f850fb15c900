#include "attribution/medium.h"

#include <array>

#include "tags/tag_set.h"

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
      occasion_(set_of(lexicon, {"OccasionNoun"})),
      organisation_(set_of(lexicon, {"OrgHead"})),
      people_(set_of(lexicon, {"Title", "RoleNoun", "RoleMale", "RoleFemale"})) {}

void ChannelClasses::read_phrase(const Reading& r, std::uint32_t chunk, Channel& channel) const {
  const Range tokens = r.chunks[chunk].tokens;
  const std::span<const WordEntry> entries = std::span(r.entries).first(tokens.last);
  const auto up_to = [&](std::uint32_t end) {
    while (end < tokens.last && goes_on(r, end)) ++end;
    return r.document->span_of(Range{tokens.first, end});
  };
  for (std::uint32_t at = tokens.last; at > tokens.first; --at) {
    const ClassSet& classes = r.lexicon->classes(r.entries[at - 1].set);
    if (channel.occasion.empty() && is_occasion(r, at - 1)) {
      channel.occasion = up_to(at);
      return;
    }
    const auto phrase = r.lexicon->phrase_at(r.tokens, entries, at - 1);
    const bool listed = phrase && r.lexicon->classes(phrase->set).meets(medium_);
    // "the Marlshire Gazette": a name that ends as those of papers do.
    const bool outlet = at == tokens.last && tokens.size() > 1 && classes.meets(outlet_word_);
    if (channel.medium.empty() && (listed || outlet || classes.meets(medium_))) {
      channel.medium = up_to(listed ? phrase->tokens.last : at);
      return;
    }
  }
}

// Whether a word behind the one that tells a channel belongs to it: "the convention | floor"; not
// "an interview | Friday", "CNN | host Ann Lee", "a statement | defending Lund".
bool ChannelClasses::goes_on(const Reading& r, std::uint32_t at) const {
  return is_in(r.tag(at), kNouns) && !r.is_time(at) && !r.meets(at, people_);
}

// Not "the Green Party", "March 13".
bool ChannelClasses::is_occasion(const Reading& r, std::uint32_t at) const {
  if (!r.meets(at, occasion_)) return false;
  return !r.has_capital(at) || !(r.is_time(at) || r.meets(at, organisation_));
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
