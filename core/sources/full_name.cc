#include "sources/full_name.h"

#include "sources/roles.h"
#include "sources/same_name.h"

namespace quotary {

namespace {

// Whether a role and "of" stand before token `at`: "Governor of Ostavia".
bool follows_role(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  return at >= 2 && classes.of(r, at - 1).meets(classes.name_link) && r.in_chunk(at - 2) &&
         classes.of(r, at - 2).meets(classes.role);
}

// "Governor of | Ostavia Jane Smith": where the place ends and the name begins.
void part_from_place(const Reading& r, std::uint32_t chunk, const SourceClasses& classes,
                     NamePhrase& phrase) {
  const Range run = phrase.name;
  const auto is_first_name = [&](std::uint32_t at) {
    return classes.of(r, at).meets(classes.first_male | classes.first_female);
  };
  std::uint32_t begins = run.first;
  if (const auto place = r.lexicon->phrase_at(r.tokens, r.entries, run.first);
      place && classes.of(place->set).meets(classes.place)) {
    begins = place->tokens.last;
  }
  for (std::uint32_t at = run.first + 1; at + 1 < run.last && begins == run.first; ++at) {
    if (is_first_name(at)) begins = at;
  }
  // "Minister of | Education Jana Smith", though "Jana" is on no list
  if (begins == run.first && classes.of(r, begins).meets(classes.field)) ++begins;
  const bool parted = begins > run.first && begins + 1 < run.last &&
                      !classes.of(r, run.last - 1).meets(classes.organisation);
  if (parted) {
    phrase.name.first = begins;
    phrase.type = SourceType::person;
    const Gender gender = gender_of_first_name(r, begins, classes);
    if (gender != Gender::unknown) phrase.gender = gender;
  }
  if (phrase.type != SourceType::person) return;
  const std::uint32_t first = r.chunks[chunk].tokens.first;
  const bool bare = first == phrase.name.first;
  // "spokeswoman for | Prime Minister Jane Smith", "aide to | Mr. Smith": two people.
  const bool titled = (!phrase.role.empty() && phrase.role.first == first) ||
                      classes.of(r, first).meets(classes.honorific);
  if (bare || titled) return;
  phrase.role = {r.chunks[r.chunk_at[first - 2]].tokens.first, phrase.name.first};
  while (classes.of(r, phrase.role.last - 1).meets(classes.honorific)) --phrase.role.last;
}

// Whether nothing is known of the words of a name but what an office deals with: it is nobody's by
// itself.
bool is_nobodys(const Reading& r, const NamePhrase& phrase, const SourceClasses& classes) {
  for (std::uint32_t at = phrase.name.first; at < phrase.name.last; ++at) {
    const WordKinds word = classes.of(r, at);
    if (!word.none() && !word.meets(classes.field)) return false;
  }
  return phrase.type == SourceType::unknown;
}

// The chunk that follows a conjunction at token `link`, in its sentence; kNone if none does.
std::uint32_t chunk_after(const Reading& r, std::uint32_t link) {
  if (link + 1 >= r.tokens.size() || !r.in_chunk(link + 1)) return kNone;
  const std::uint32_t chunk = r.chunk_at[link + 1];
  const bool follows =
      r.chunks[chunk].tokens.first == link + 1 && r.sentence[link - 1] == r.sentence[link + 1];
  return follows && (r.tag(link) == Tag::conj || is_ampersand(r, link)) ? chunk : kNone;
}

// "U.S. Bureau | of Alcohol, | Tobacco, | Firearms | and Explosives": what the lexicon has as one
// name, if it goes on beyond `name` and ends with a chunk.
Range listed_name(const Reading& r, const SourceClasses& classes, Range name) {
  for (std::uint32_t at = name.first; at < name.last; ++at) {
    const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, at);
    if (!phrase || phrase->tokens.last <= name.last) continue;
    const std::uint32_t end = phrase->tokens.last;
    if (!r.in_chunk(end - 1) || r.sentence[at] != r.sentence[end - 1]) continue;
    const Chunk& last = r.chunks[r.chunk_at[end - 1]];
    const bool whole = last.tokens.last == end || last.kind == ChunkKind::possessive;
    if (whole && classes.of(phrase->set).meets(classes.organisation)) return {name.first, end};
  }
  return {};
}

// "the Science | and Technology Directorate", "Strand | & Ortiz": one name over two chunks.
Range joined_name(const Reading& r, std::uint32_t chunk, const SourceClasses& classes,
                  const NamePhrase& phrase) {
  const std::uint32_t link = phrase.name.last;
  const std::uint32_t second = chunk_after(r, link);
  if (second == kNone) return {};
  const NamePhrase part = read_name(r, r.chunks[second].tokens, classes);
  if (part.name.empty() || part.name.first != link + 1) return {};
  const Range whole = {phrase.name.first, part.name.last};
  if (is_ampersand(r, link)) {
    const bool surnames = phrase.name.size() == 1 && part.name.size() == 1;
    const bool people = phrase.type == SourceType::person || part.type == SourceType::person;
    return surnames || !people ? whole : Range{};
  }
  const bool articled =
      phrase.name.first > r.chunks[chunk].tokens.first && r.tag(phrase.name.first - 1) == Tag::det;
  const bool headed =
      part.name.size() >= 2 && classes.of(r, part.name.last - 1).meets(classes.organisation);
  return articled && headed && is_nobodys(r, phrase, classes) ? whole : Range{};
}

// "Macy's | said", "McDonald's | Corp.", "the Harbour Workers' | Union": names with a possessive
// mark. Returns the last chunk of the name.
std::uint32_t name_with_possessive(const Reading& r, std::uint32_t chunk,
                                   const SourceClasses& classes, NamePhrase& phrase) {
  const std::uint32_t end = r.chunks[chunk].tokens.last;
  if (phrase.name.last + 1 != end || phrase.type == SourceType::person) return chunk;
  const bool follows = chunk + 1 < r.chunks.size() && end < r.tokens.size() && r.in_chunk(end);
  const Range next = follows ? r.chunks[chunk + 1].tokens : Range{end, end};
  if (next.empty() ? !is_finite_verb(r.tag(end)) : next.size() > 1) return chunk;
  if (!next.empty()) {
    const WordKinds word = classes.of(r, next.first);
    const bool several = r.tokens[end - 1].span.size() == 1;  // "Workers'"
    const bool union_of = several && word.meets(classes.organisation) && r.has_capital(next.first);
    if (!union_of && !(word.meets(classes.company) && r.has_capital(next.first))) return chunk;
  }
  phrase.name.last = next.last;
  phrase.type = SourceType::organisation;
  return next.empty() ? chunk : chunk + 1;
}

// "Department | of Justice", "Center | for Water | and Soil": the last chunk of the name that
// begins in `chunk`.
std::uint32_t extend(const Reading& r, std::uint32_t chunk, const SourceClasses& classes,
                     NamePhrase& phrase) {
  constexpr std::uint32_t kLinks = 3;
  std::uint32_t last = chunk;
  if (r.chunks[chunk].kind == ChunkKind::possessive && !r.narrative) {
    last = name_with_possessive(r, chunk, classes, phrase);
  }
  if (phrase.name.last != r.chunks[last].tokens.last) return last;
  Range whole = listed_name(r, classes, phrase.name);
  if (whole.empty()) whole = joined_name(r, chunk, classes, phrase);
  if (!whole.empty()) {
    phrase.name = whole;
    phrase.type = SourceType::organisation;
    phrase.gender = Gender::unknown;
    while (last + 1 < r.chunks.size() && r.chunks[last + 1].tokens.first < whole.last) ++last;
    if (r.chunks[last].tokens.last != whole.last) return last;
  }
  for (std::uint32_t links = 0; links < kLinks; ++links) {
    const std::uint32_t link = phrase.name.last;
    if (last + 1 >= r.chunks.size() || link + 1 >= r.tokens.size()) return last;
    const Chunk& next = r.chunks[last + 1];
    const bool linked = classes.of(r, link).meets(classes.name_link);
    const bool joined = links > 0 && r.tag(link) == Tag::conj;
    if ((!linked && !joined) || next.tokens.first != link + 1) return last;
    if (r.sentence[link] != r.sentence[next.tokens.first]) return last;
    const NamePhrase part = read_name(r, next.tokens, classes);
    if (part.name.empty() || part.type == SourceType::person || !part.role.empty()) return last;
    // "Foundation for Defense | of Democracies", "Center for Economic | and Policy Research"
    const bool headed = classes.of(r, link - 1).meets(classes.organisation);
    const bool open = part.type == SourceType::unknown ||
                      classes.of(r, part.name.last - 1).meets(classes.document);
    if ((joined || !headed) && !open) return last;
    if (linked && !headed && links == 0) return last;
    // Nothing but an article may stand between.
    const std::uint32_t begins =
        part.affiliation.empty() ? part.name.first : part.affiliation.first;
    if (begins > next.tokens.first + 1) return last;
    if (begins == next.tokens.first + 1 && r.tag(next.tokens.first) != Tag::det) return last;
    phrase.name.last = part.name.last;
    phrase.type = SourceType::organisation;
    phrase.gender = Gender::unknown;
    ++last;
    if (phrase.name.last != next.tokens.last) return last;
  }
  return last;
}

// "Trade | and Industry Minister Ana Brook": an office that begins in `chunk`, before the name of
// who holds it; "Brankov and Police Chief Ole Strand" are two.
NamePhrase holder_of_joined_office(const Reading& r, std::uint32_t chunk,
                                   const SourceClasses& classes) {
  const Range fields = r.chunks[chunk].tokens;
  const std::uint32_t second =
      classes.of(r, fields.last - 1).meets(classes.field) ? chunk_after(r, fields.last) : kNone;
  if (second == kNone) return {};
  const Range office = r.chunks[second].tokens;
  NamePhrase holder = read_name(r, office, classes);
  const bool of_two_fields = holder.role.size() >= 2 && holder.role.first == office.first;
  if (holder.name.empty() || holder.type != SourceType::person || !of_two_fields) return {};
  holder.role.first = fields.first + (r.tag(fields.first) == Tag::det ? 1 : 0);
  return holder;
}

// "University | of Nova professor Ann Lee", "Department | of Justice spokesman Ole Strand": a house
// that begins in `chunk`, before the name of who works there; "Society of Judge Ann Lee" is none.
NamePhrase holder_of_post_in_house(const Reading& r, std::uint32_t chunk,
                                   const SourceClasses& classes) {
  const Range house = r.chunks[chunk].tokens;
  const std::uint32_t link = house.last;
  if (link + 1 >= r.tokens.size() || !r.in_chunk(link + 1) ||
      r.sentence[link + 1] != r.sentence[link])
    return {};
  if (!r.has_capital(link - 1) || !classes.of(r, link - 1).meets(classes.organisation) ||
      !classes.of(r, link).meets(classes.name_link)) {
    return {};
  }
  const Range post = r.chunks[r.chunk_at[link + 1]].tokens;
  const auto listed = r.lexicon->phrase_at(r.tokens, r.entries, link - 1);
  std::uint32_t end = listed ? listed->tokens.last : post.first + 1;
  const bool goes_on =
      r.has_capital(post.first) && end > post.first && end < post.last &&
      (listed || !classes.of(r, post.first).meets(classes.role | classes.honorific));
  if (!goes_on) return {};
  NamePhrase holder = read_name(r, {end, post.last}, classes);
  const bool has_post = !holder.role.empty() && holder.role.last == holder.name.first;
  if (holder.name.empty() || holder.type != SourceType::person || !has_post) return {};
  const std::uint32_t first = house.first + (r.tag(house.first) == Tag::det ? 1 : 0);
  holder.affiliation = {first, holder.role.first};
  holder.role.first = first;
  return holder;
}

}  // namespace

FullName read_full_name(const Reading& r, std::uint32_t number, const SourceClasses& classes) {
  const Chunk& chunk = r.chunks[number];
  if (NamePhrase holder = holder_of_joined_office(r, number, classes); !holder.name.empty()) {
    return {holder, number + 1};
  }
  if (NamePhrase holder = holder_of_post_in_house(r, number, classes); !holder.name.empty()) {
    return {holder, number + 1};
  }
  FullName name = {read_name(r, chunk.tokens, classes), number};
  NamePhrase& phrase = name.phrase;
  if (phrase.name.empty()) return name;
  if (follows_role(r, chunk.tokens.first, classes)) part_from_place(r, number, classes, phrase);
  // "his widow, Nasreen Akhtar"
  const bool anybody = phrase.gender == Gender::unknown && phrase.type != SourceType::organisation;
  if (const Range before = anybody ? appositive_before(r, chunk) : Range{}; !before.empty()) {
    phrase.gender = gender_of_words(r, {before.last - 1, before.last}, classes);
  }
  name.last_chunk = extend(r, number, classes, phrase);
  return name;
}

}  // namespace quotary
