#include "sources/discourse_reader.h"

#include <algorithm>

namespace quotary {

DiscourseReader::DiscourseReader(const Reading& reading, const SourcePhrases& phrases,
                                 const Cast& cast, Discourse& discourse, const Analysis& analysis)
    : r_(reading),
      names_(phrases.names()),
      phrases_(phrases),
      cast_(cast),
      discourse_(discourse),
      analysis_(analysis) {
  discourse_.clear();
}

// Reads on until token `at`, and keeps in mind who is spoken of on the way.
void DiscourseReader::read_on(std::uint32_t at) {
  const auto& namings = names_.namings();
  const auto& pronouns = names_.pronouns();
  const std::uint32_t end = r_.chunk_at[at];
  while (true) {
    const std::uint32_t naming =
        next_naming_ < namings.size() ? namings[next_naming_].chunk : kNone;
    const std::uint32_t pronoun = next_pronoun_ < pronouns.size() ? pronouns[next_pronoun_] : kNone;
    if (std::min(naming, pronoun) >= end) break;
    if (naming < pronoun) {
      const std::uint32_t number = next_naming_++;
      if (!namings[number].modifier) add(place_of(number));
    } else {
      ++next_pronoun_;
      if (pronoun >= next_chunk_) hear(r_.chunks[pronoun]);
    }
  }
  next_chunk_ = std::max(next_chunk_, end);
}

// "He", "her": whoever is meant is spoken of once more.
void DiscourseReader::hear(const Chunk& pronoun) {
  const Spoken* antecedent = find(pronoun.head, wanted_by(r_, names_.classes(), pronoun.head));
  if (antecedent != nullptr) add(place_again(*antecedent, pronoun));
}

Spoken DiscourseReader::place_of(std::uint32_t number) const {
  const Naming& naming = names_.namings()[number];
  const Chunk& chunk = r_.chunks[naming.chunk];
  Spoken place;
  place.at = chunk.tokens.first;
  place.figure = naming.figure;
  place.naming = number;
  place.quoted = naming.quoted;
  place.subject = naming.subject;
  place.owner = naming.owner;
  place.governed = naming.governed;
  place.possessive = chunk.kind == ChunkKind::possessive;
  place.fresh = naming.fresh;
  place.plural =
      names_.figures()[naming.figure].type == SourceType::person && phrases_.is_joined(number);
  return place;
}

// Another chunk, "he" or "the senator", for somebody who has been spoken of.
Spoken DiscourseReader::place_again(const Spoken& antecedent, const Chunk& chunk) const {
  const Tag after = r_.tag(chunk.tokens.last);
  const std::uint32_t first = chunk.tokens.first;
  Spoken place;
  place.at = first;
  place.figure = antecedent.figure;
  place.naming = antecedent.naming;
  place.mention = antecedent.mention;
  place.gender = antecedent.gender;
  place.organisation = antecedent.organisation;
  place.quoted = r_.stretch[first] != kNone;
  place.governed = first > 0 && r_.tag(first - 1) == Tag::prep;
  place.subject = !place.governed && (is_finite_verb(after) || r_.tag(chunk.head) == Tag::pronv);
  place.possessive = chunk.kind == ChunkKind::possessive;
  place.pronoun = true;
  place.plural = antecedent.plural;
  return place;
}

// Who says something without being named there: a pronoun or a nominal that has been resolved.
void DiscourseReader::keep_in_mind(std::uint32_t mention) {
  const Mention& who = analysis_.mentions[mention];
  const std::uint32_t number = r_.chunk_at[who.head];
  const auto& namings = names_.namings();
  if (number != next_chunk_ || number >= r_.chunks.size()) return;
  if (next_naming_ < namings.size() && namings[next_naming_].chunk == number) {
    // "said Cole": whoever says something is a subject.
    Spoken named = place_of(next_naming_++);
    ++next_chunk_;
    named.subject = !named.possessive && named.figure == cast_.figure_of(who.source);
    add(named);
    return;
  }
  Spoken place;
  place.figure = cast_.figure_of(who.source);
  if (place.figure == kNone) {
    const bool plural = analysis_.sources[who.source].plural;
    const WordKinds head = names_.classes().of(r_, who.head);
    const bool somebody = head.meets(SourceClasses::role | SourceClasses::person);
    place.organisation = !somebody && head.meets(SourceClasses::organisation);
    if (!somebody && !place.organisation) return;
    place.mention = mention;
    place.gender = analysis_.sources[who.source].gender;
    place.plural = plural;
  } else {
    place.naming = names_.figures()[place.figure].longest_naming;
  }
  // "a surgeon at the clinic, Karim Said, said": a subject, whatever stands behind the noun.
  Spoken again = place_again(place, r_.chunks[next_chunk_++]);
  again.subject = !again.possessive;
  add(again);
}

}  // namespace quotary
