#include "sources/source_phrases.h"

#include <algorithm>

namespace quotary {

namespace {

constexpr std::uint32_t kMaxJoint = 7;  // names that say something together, but for one more

// A name of which nothing is known may be anybody's.
bool are_alike(SourceType a, SourceType b) {
  return a == b || a == SourceType::unknown || b == SourceType::unknown;
}

}  // namespace

bool is_definite(const Reading& r, Range tokens) {
  const std::uint32_t word = r.word(tokens.first);
  return word == ascii_id("the") || word == ascii_id("this") || word == ascii_id("that") ||
         r.tag(tokens.first) == Tag::poss;
}

// The naming that a source phrase is about: the one in its head phrase, past possessors
// ("Breitbart's Joel Pollak"); kNone if its head is a common noun ("a spokesman for Mr. Cole").
std::uint32_t SourcePhrases::naming_in(Range tokens, std::uint32_t head) const {
  std::uint32_t found = kNone;
  std::uint32_t owned_from = kNone;  // where what belongs to a possessor begins
  for (std::uint32_t i = names_.naming_after(tokens.first); i < names_.namings().size(); ++i) {
    const Naming& naming = names_.namings()[i];
    if (naming.tokens.first >= tokens.last) break;
    const Chunk& chunk = r_.chunks[naming.chunk];
    const Chunk& end = last_chunk(r_, naming);
    // Not "the party's complaint to the Court | of Appeals' board".
    const bool hangs = &end != &chunk && chunk.tokens.first > head;
    if (end.kind == ChunkKind::possessive && end.tokens.last < tokens.last && !hangs) {
      owned_from = end.tokens.last;
      continue;
    }
    if (chunk.tokens.first == owned_from && chunk.kind == ChunkKind::name) return i;
    if (naming.role.contains(head)) return i;
    const bool common = naming.modifier;
    if (chunk.tokens.contains(head) && !common) return person_at_end(tokens, head, i);
    if (found == kNone && !common && naming.tokens.first <= head + 1) found = i;
    if (chunk.tokens.first > head) break;
  }
  if (found != kNone) return person_at_end(tokens, head, found);
  const std::uint32_t after = name_after_role(tokens, head);
  return after != kNone ? after : person_at_end(tokens, head, kNone);
}

// "Nova University | president Jane Smith", "writer | and lecturer Jane Smith": a person whom all
// that stands before describes; else `found`.
std::uint32_t SourcePhrases::person_at_end(Range tokens, std::uint32_t head,
                                           std::uint32_t found) const {
  const auto& namings = names_.namings();
  if (found != kNone && is_person(found)) return found;
  const std::uint32_t last = names_.naming_after(tokens.last - 1);
  if (last >= namings.size() || namings[last].tokens.last != tokens.last) return found;
  const Naming& naming = namings[last];
  const std::uint32_t first = r_.chunks[naming.chunk].tokens.first;
  if (!is_person(last) || first <= tokens.first) return found;
  // "Mother of | three Jane Roe"
  const bool counted = r_.tag(first) == Tag::num && r_.tag(first - 1) == Tag::prep;
  if (counted && classes_.of(r_, head).meets(classes_.person)) return last;
  if (naming.role.empty()) return found;
  const bool joined = r_.tag(first - 1) == Tag::conj && first >= tokens.first + 2;
  const std::uint32_t before = joined ? first - 2 : first - 1;
  if (!r_.in_chunk(before)) return found;
  const bool role = (classes_.of(r_, before) | classes_.of(r_, head)).meets(classes_.role);
  return !joined || role ? last : found;
}

// "Its director, Leopold Achterberg", "The member for Marling East, Priya Raman", "his wife, Jane",
// "her collaborator, Professor Hugh Marsden of Nova College": a name after a role or a relation and
// a comma, with what hangs on it.
std::uint32_t SourcePhrases::name_after_role(Range tokens, std::uint32_t head) const {
  const auto& namings = names_.namings();
  for (std::uint32_t i = names_.naming_after(head); i < namings.size(); ++i) {
    const Chunk& chunk = r_.chunks[namings[i].chunk];
    if (chunk.tokens.first >= tokens.last) break;
    if (chunk.kind != ChunkKind::name || chunk.tokens.first < tokens.first + 2) continue;
    const std::uint32_t end = chunk.tokens.last;
    const bool last = end == tokens.last;
    const bool governs = end < tokens.last && r_.tag(end) == Tag::prep && is_person(i);
    // "Jane Roe, 42", "Jane Roe (42)"
    const bool closed =
        end < tokens.last && (r_.word(end) == ascii_id(",") || r_.word(end) == ascii_id("("));
    if (!last && !governs && !closed) continue;
    const std::uint32_t comma = chunk.tokens.first - 1;
    if (r_.word(comma) != ascii_id(",")) continue;
    const std::uint32_t before = end_before(comma);
    if (!r_.in_chunk(before - 1)) continue;
    const Chunk& role = r_.chunks[r_.chunk_at[before - 1]];
    const WordKinds kinds = classes_.of_head(r_, role.head);
    if ((kinds | classes_.of_head(r_, head)).meets(classes_.role | classes_.person)) return i;
    // "One of the authors of the report, Jane Roe"
    const bool one = classes_.of(r_, head).meets(classes_.somebody);
    if (one && are_alike(type_of(i), SourceType::person)) return i;
    // "Cole's opposite number, Jurgen Vogt", "the other, Jane Roe"
    const WordKinds things = classes_.organisation | classes_.generic | classes_.document;
    const bool somebody = !(kinds | classes_.of(r_, head)).meets(things);
    if (somebody && role.kind != ChunkKind::name && is_person(i)) return i;
  }
  return kNone;
}

// Where what stands right before token `at` ends, past a comma and a bracket: "Cole (R-Ohio), who".
std::uint32_t SourcePhrases::end_before(std::uint32_t at) const {
  constexpr std::uint32_t kBracket = 8;
  if (at > 0 && r_.word(at - 1) == ascii_id(",")) --at;
  if (at == 0 || r_.word(at - 1) != ascii_id(")")) return at;
  for (std::uint32_t back = 2; back <= std::min(at, kBracket); ++back) {
    if (r_.word(at - back) == ascii_id("(")) return at - back;
  }
  return at;
}

// "Cole, the head of the Marling Trust, who": the person that a relative pronoun goes on about,
// past appositives and what hangs on them. kNone: nobody with a name.
std::uint32_t SourcePhrases::before_relative(std::uint32_t head) const {
  constexpr std::uint32_t kSteps = 8;
  std::uint32_t at = head;
  std::uint32_t fallback = kNone;  // the nearest name, if it is all there is
  for (std::uint32_t step = 0; step < kSteps; ++step) {
    const std::uint32_t end = end_before(at);
    if (end == 0 || !r_.in_chunk(end - 1) || r_.sentence[end - 1] != r_.sentence[head]) break;
    const Chunk& chunk = r_.chunks[r_.chunk_at[end - 1]];
    if (chunk.tokens.last != end) break;
    const std::uint32_t first = chunk.tokens.first;
    const std::uint32_t number = names_.naming_after(end - 1);
    const bool named =
        number < names_.namings().size() && names_.namings()[number].tokens.last <= end &&
        names_.namings()[number].tokens.last > first && chunk.kind == ChunkKind::name;
    const bool governed = first > 0 && r_.tag(first - 1) == Tag::prep;
    if (named) {
      const SourceType type = names_.figures()[names_.namings()[number].figure].type;
      const bool free = !governed && !(first > 0 && r_.tag(first - 1) == Tag::conj);
      if (type == SourceType::person || (type == SourceType::unknown && free)) return number;
      const bool person_wanted = classes_.of(r_, head).meets(classes_.who);
      if (step == 0 && !(person_wanted && type == SourceType::organisation)) fallback = number;
    }
    if (governed || (first > 0 && r_.tag(first - 1) == Tag::conj)) {
      at = first - 1;
      if (r_.word(at - 1) == ascii_id(",")) break;
    } else if (first > 1 &&
               (r_.word(first - 1) == ascii_id(",") || r_.word(first - 1) == ascii_id(")"))) {
      at = first;
    } else if (first == 0 || !r_.in_chunk(first - 1)) {
      break;
    } else {
      at = first;
    }
  }
  return fallback;
}

// "Ohio", "New York": polls of a place are not its own.
bool SourcePhrases::is_place(Range tokens) const {
  if (tokens.size() == 1) return classes_.of(r_, tokens.first).meets(classes_.place);
  const auto phrase = r_.lexicon->phrase_at(r_.tokens, r_.entries, tokens.first);
  return phrase && phrase->tokens == tokens && classes_.of(phrase->set).meets(classes_.place);
}

// Whoever stands behind a document: "Nova's report", "a Nova poll", "a study by Nova".
std::uint32_t SourcePhrases::maker_of(Range tokens, std::uint32_t head) const {
  const auto& namings = names_.namings();
  const std::uint32_t first = names_.naming_after(tokens.first);
  std::uint32_t found = kNone;  // the last owner: "Ostavia's Green Party's report"
  bool owned = false;
  for (std::uint32_t i = first; i < namings.size(); ++i) {
    const Naming& naming = namings[i];
    if (naming.tokens.first >= tokens.last) break;
    const Chunk& chunk = r_.chunks[naming.chunk];
    const bool before = naming.tokens.last <= head;
    const bool owner = chunk.kind == ChunkKind::possessive && before;
    const bool modifier = naming.modifier && before && chunk.tokens.contains(head);
    const std::uint32_t begins = chunk.tokens.first;
    const bool agent = !before && begins > 0 && classes_.of(r_, begins - 1).meets(classes_.by);
    if (agent) return i;
    if (owner || (modifier && !owned && !is_place(naming.tokens))) found = i;
    owned = owned || owner;
  }
  return found;
}

// Where a name with its titles begins.
std::uint32_t SourcePhrases::begin_of(std::uint32_t number) const {
  const Naming& naming = names_.namings()[number];
  std::uint32_t first = r_.chunks[naming.chunk].tokens.first;
  if (!naming.role.empty()) first = std::min(first, naming.role.first);
  // "the Post's Ann Lee"
  if (first > 0 && r_.in_chunk(first - 1)) {
    const Chunk& before = r_.chunks[r_.chunk_at[first - 1]];
    if (before.kind == ChunkKind::possessive) first = before.tokens.first;
  }
  return first;
}

// What stands under another name or says more of a noun is no name of a list.
bool SourcePhrases::may_be_joined(std::uint32_t number) const {
  const Naming& naming = names_.namings()[number];
  return !naming.governed && !naming.modifier &&
         last_chunk(r_, naming).kind != ChunkKind::possessive;
}

// "the Trade and Industry Committee": the article of the first word is that of the last.
bool SourcePhrases::is_one_name(std::uint32_t before, std::uint32_t after) const {
  const Range first = r_.chunks[names_.namings()[before].chunk].tokens;
  const Range second = r_.chunks[names_.namings()[after].chunk].tokens;
  if (r_.tag(first.first) != Tag::det || r_.tag(second.first) == Tag::det) return false;
  const auto has_head = [this](Range tokens) {
    return std::any_of(r_.tokens.begin() + tokens.first, r_.tokens.begin() + tokens.last,
                       [&](const Token& token) {
                         const auto at = static_cast<std::uint32_t>(&token - r_.tokens.data());
                         return classes_.of(r_, at).meets(classes_.organisation);
                       });
  };
  return !has_head(first) && has_head(second);
}

// The first of the names that go before `naming` from the beginning of its sentence, parted by
// nothing but commas: "Cole, Lund and Weber said"; `naming` itself if something else stands there.
std::uint32_t SourcePhrases::begin_of_list(std::uint32_t naming) const {
  std::uint32_t first = naming;
  const std::uint32_t sentence = r_.sentence_range(begin_of(naming)).first;
  while (first > 0 && naming - first < kMaxJoint && begin_of(first) > sentence) {
    const std::uint32_t end = last_chunk(r_, names_.namings()[first - 1]).tokens.last;
    if (!may_be_joined(first - 1) || end + 1 != begin_of(first) ||
        link_between(first - 1, first) != Link::comma) {
      return naming;
    }
    --first;
  }
  return begin_of(first) == sentence ? first : naming;
}

SourcePhrases::Link SourcePhrases::link_between(std::uint32_t before, std::uint32_t after) const {
  const std::uint32_t begin = begin_of(after);
  const std::uint32_t end = last_chunk(r_, names_.namings()[before]).tokens.last;
  if (begin <= end || r_.sentence[begin] != r_.sentence[end]) return Link::none;
  const std::uint32_t by = begin - 1;  // the comma or the "and"
  const bool comma = r_.word(by) == ascii_id(",");
  if (!comma && r_.tag(by) != Tag::conj) return Link::none;
  const bool alike = are_alike(type_of(before), type_of(after));
  // "Cole, the Lund Professor": what he is, and no other.
  const bool told = type_of(before) == SourceType::person && r_.tag(begin) == Tag::det;
  if (comma && (!alike || told)) return Link::none;
  if (!comma && is_one_name(before, after)) return Link::none;
  const Link link = comma ? Link::comma : Link::conjunction;
  if (by == end || (by == end + 1 && r_.word(end) == ascii_id(","))) return link;
  if (!alike) return Link::none;
  // "Cole (R-Ohio) and Lund", "Cole, the mayor, and Lund": what is told of the first of them.
  const std::uint32_t opens = r_.word(end);
  const std::uint32_t closes = r_.word(by - 1);
  if (opens == ascii_id("(") && closes == ascii_id(")")) return link;
  if (opens == ascii_id(",") && (comma || closes == ascii_id(","))) return link;
  // "Cole of Ohio and Lund of Iowa"
  const bool hangs = r_.tag(end) == Tag::prep && type_of(after) == SourceType::person;
  return hangs && !comma ? link : Link::none;
}

void SourcePhrases::find_joint(Range tokens, std::uint32_t naming,
                               std::vector<std::uint32_t>& joint) const {
  joint.clear();
  const auto& namings = names_.namings();
  std::uint32_t first = names_.naming_after(tokens.first);
  if (first + 1 >= namings.size() || namings[first + 1].tokens.first >= tokens.last) return;
  if (begin_of(first) == tokens.first) first = begin_of_list(first);
  list_from(first, tokens.last, naming, joint);
}

// The list that begins with naming `first`, or with the next that may begin one; it holds `naming`.
void SourcePhrases::list_from(std::uint32_t first, std::uint32_t end, std::uint32_t naming,
                              std::vector<std::uint32_t>& joint) const {
  const auto& namings = names_.namings();
  std::size_t listed = 0;  // as far as an "and" has closed the list
  for (std::uint32_t i = first; i < namings.size() && namings[i].tokens.first < end; ++i) {
    if (i != naming && !may_be_joined(i)) continue;
    const Link link = joint.empty() ? Link::comma : link_between(joint.back(), i);
    if (link == Link::none) continue;
    joint.push_back(i);
    if (link == Link::conjunction) listed = joint.size();
    if (joint.size() == kMaxJoint) break;
  }
  joint.resize(listed);
  if (std::find(joint.begin(), joint.end(), naming) == joint.end()) joint.clear();
}

// "Two engineers, Ann Lee and Bo Berg": the names that say who a plural is, up to the end.
void SourcePhrases::find_apposed(Range tokens, std::uint32_t head,
                                 std::vector<std::uint32_t>& joint) const {
  joint.clear();
  if (r_.tag(head) != Tag::nouns) return;
  const auto& namings = names_.namings();
  for (std::uint32_t i = names_.naming_after(head); i < namings.size(); ++i) {
    const std::uint32_t begin = begin_of(i);
    if (begin >= tokens.last) return;
    if (begin <= head + 1 || r_.tag(begin - 1) != Tag::punct ||
        r_.word(begin - 1) == ascii_id("(")) {
      continue;
    }
    list_from(i, tokens.last, i, joint);
    if (joint.size() < 2) return joint.clear();
    const std::uint32_t end = last_chunk(r_, namings[joint.back()]).tokens.last;
    const bool persons = std::all_of(joint.begin(), joint.end(), [this](std::uint32_t each) {
      return are_alike(type_of(each), SourceType::person);
    });
    if (!persons || (end < tokens.last && r_.tag(end) != Tag::punct)) joint.clear();
    return;
  }
}

void SourcePhrases::find_group(std::uint32_t naming, std::vector<std::uint32_t>& joint) const {
  joint.clear();
  const auto last = static_cast<std::uint32_t>(names_.namings().size()) - 1;
  std::uint32_t from = naming;
  std::uint32_t to = naming;
  while (from > 0 && naming - from < kMaxJoint && link_between(from - 1, from) != Link::none) {
    --from;
  }
  while (to < last && to - naming < kMaxJoint && link_between(to, to + 1) != Link::none) ++to;
  find_joint({begin_of(from), last_chunk(r_, names_.namings()[to]).tokens.last}, naming, joint);
}

// "Cole and Lund": one of several who are named together.
bool SourcePhrases::is_joined(std::uint32_t number) const {
  const auto& namings = names_.namings();
  const auto joined = [&](const Naming& first, const Naming& second) {
    const std::uint32_t between = last_chunk(r_, first).tokens.last;
    return r_.tag(between) == Tag::conj && r_.chunks[second.chunk].tokens.first == between + 1;
  };
  return (number + 1 < namings.size() && joined(namings[number], namings[number + 1])) ||
         (number > 0 && joined(namings[number - 1], namings[number]));
}

}  // namespace quotary
