#include "sources/roles.h"

#include <algorithm>

namespace quotary {

namespace {

bool is_comma(const Reading& r, std::uint32_t at) { return r.word(at) == ascii_id(","); }

class RoleCollector {
 public:
  RoleCollector(const Reading& reading, const Register& names, Source& source)
      : r_(reading), classes_(names.classes()), names_(names), source_(source) {}

  void collect(const Naming& naming) {
    add(source_.roles, naming.role);
    add(source_.affiliations, naming.affiliation);
    const Chunk& chunk = r_.chunks[naming.chunk];
    if (!naming.role.empty()) add_possessor(naming.chunk);
    add_role_before(chunk);
    add_role_after(chunk);
  }

  // "Ostavian Trade Minister", where "Trade Minister" is a role too: one word of whose minister.
  void part_affiliations() {
    for (std::size_t i = 0; i < source_.roles.size();) {
      const std::string_view words = text(source_.roles[i]);
      const std::size_t blank = words.find(' ');
      const std::uint32_t first = r_.document->token_at(source_.roles[i].begin);
      if (blank == std::string_view::npos || !is_role(words.substr(blank + 1)) ||
          classes_.of(r_, first).meets(classes_.role)) {
        ++i;
        continue;
      }
      source_.roles.erase(source_.roles.begin() + static_cast<std::ptrdiff_t>(i));
      if (r_.has_capital(first)) {
        add(source_.affiliations, {first, first + 1});
      }
    }
  }

 private:
  [[nodiscard]] std::string_view text(Span span) const { return r_.document->text(span); }

  void add(std::vector<Span>& list, Range tokens) const {
    if (tokens.empty()) return;
    const Span span = r_.document->span_of(tokens);
    const auto same = [&](Span known) { return text(known) == text(span); };
    if (std::none_of(list.begin(), list.end(), same)) list.push_back(span);
  }

  [[nodiscard]] bool is_role(std::string_view words) const {
    return std::any_of(source_.roles.begin(), source_.roles.end(),
                       [&](Span role) { return text(role) == words; });
  }

  [[nodiscard]] bool names_role(const Chunk& chunk) const {
    return classes_.of_head(r_, chunk.head).meets(classes_.role);
  }

  // "the former secretary | of state"; returns where the role ends.
  std::uint32_t add_role(const Chunk& chunk) {
    Range role = chunk.tokens;
    if (r_.tag(role.first) == Tag::det) ++role.first;
    const auto office = r_.lexicon->phrase_at(r_.tokens, r_.entries, chunk.head);
    if (office && office->tokens.last > role.last &&
        classes_.of(office->set).meets(classes_.role)) {
      role.last = office->tokens.last;
    }
    add(source_.roles, role);
    return role.last;
  }

  // "the Center | for Water and Soil", "Mr. Cole": the name in full, if the chunk names somebody.
  void add_affiliation(const Chunk& chunk) {
    const std::uint32_t number = names_.naming_after(chunk.head);
    const bool named =
        number < names_.namings().size() && names_.namings()[number].tokens.contains(chunk.head);
    if (!named) return add(source_.affiliations, chunk.tokens);
    const Naming& naming = names_.namings()[number];
    const Range longest = names_.figures()[naming.figure].longest;
    add(source_.affiliations, naming.tokens.size() > longest.size() ? naming.tokens : longest);
  }

  // The chunk that ends right before token `at`, or null.
  [[nodiscard]] const Chunk* chunk_before(std::uint32_t at) const {
    if (at == 0 || !r_.in_chunk(at - 1)) return nullptr;
    const Chunk& chunk = r_.chunks[r_.chunk_at[at - 1]];
    return chunk.tokens.last == at ? &chunk : nullptr;
  }

  // "Luria's | Deputy Trade Minister Ann Lee".
  void add_possessor(std::uint32_t number) {
    const Chunk* owner = chunk_before(r_.chunks[number].tokens.first);
    if (owner == nullptr || owner->kind != ChunkKind::possessive) return;
    if (r_.tag(owner->head) != Tag::propn) return;
    add_affiliation(*owner);
  }

  // "its director, Leopold Achterberg", "the MP | for | Marling East, Priya Raman".
  void add_role_before(const Chunk& chunk) {
    const std::uint32_t first = chunk.tokens.first;
    if (first == 0 || !is_comma(r_, first - 1)) return;
    const Chunk* before = chunk_before(first - 1);
    if (before == nullptr) return;
    if (before->kind != ChunkKind::name) {
      // Not "through a spokesman, Cole declined".
      if (names_role(*before) && !appositive_before(r_, chunk).empty()) add_role(*before);
      return;
    }
    const std::uint32_t prep = before->tokens.first;
    if (prep == 0 || r_.tag(prep - 1) != Tag::prep || r_.is_time(before->head)) return;
    const Chunk* role = chunk_before(prep - 1);
    if (role == nullptr || !names_role(*role) || r_.tag(role->head) == Tag::nouns) return;
    add_role(*role);
    add_affiliation(*before);
  }

  // ", a former intelligence chief", and "director | of | the Center": whom the role belongs to.
  void add_role_after(const Chunk& chunk) {
    const Range appositive = appositive_behind(r_, chunk);
    if (appositive.empty()) return;
    const Chunk& next = r_.chunks[r_.chunk_at[appositive.first]];
    // "the State Department Spokesperson"
    const bool named = next.kind == ChunkKind::name && r_.tag(next.tokens.first) != Tag::det;
    if (named || !names_role(next)) return;
    const std::uint32_t of = add_role(next);
    if (of + 1 >= r_.tokens.size() || r_.tag(of) != Tag::prep || !r_.in_chunk(of + 1)) return;
    const Chunk& owner = r_.chunks[r_.chunk_at[of + 1]];
    if (owner.kind == ChunkKind::name) add_affiliation(owner);
  }

  const Reading& r_;
  const SourceClasses& classes_;
  const Register& names_;
  Source& source_;
};

bool names_office(const Reading& r, const SourceClasses& classes, Range words) {
  for (std::uint32_t at = words.first; at < words.last; ++at) {
    if (classes.of(r, at).meets(classes.role)) return true;
  }
  return false;
}

}  // namespace

Range appositive_before(const Reading& r, const Chunk& name) {
  constexpr std::uint32_t kTokens = 8;
  const std::uint32_t start = r.sentence_range(name.head).first;
  if (name.tokens.first < start + 2 || !is_comma(r, name.tokens.first - 1)) return {};
  Range words = {name.tokens.first - 1, name.tokens.first - 1};
  while (words.first > start && words.size() < kTokens && !is_mark(r.tag(words.first - 1)) &&
         !is_verb(r.tag(words.first - 1)) && !is_auxiliary(r.tag(words.first - 1))) {
    --words.first;
  }
  // "After talks with the mayor, Karl Oster left" and "He met the mayor, Karl Oster."
  const bool opens = words.first == start && r.tag(start) != Tag::prep && r.tag(start) != Tag::sub;
  const bool closed = name.tokens.last < r.tokens.size() && is_mark(r.tag(name.tokens.last));
  return opens || closed ? words : Range{};
}

Range appositive_behind(const Reading& r, const Chunk& name) {
  const std::uint32_t comma = name.tokens.last;
  if (comma + 1 >= r.tokens.size() || !is_comma(r, comma) || !r.in_chunk(comma + 1)) return {};
  return r.chunks[r.chunk_at[comma + 1]].tokens;
}

Range words_before(const Reading& r, const Naming& naming) {
  const std::uint32_t chunk = r.chunks[naming.chunk].tokens.first;
  return {naming.role.empty() ? chunk : std::min(chunk, naming.role.first), naming.tokens.first};
}

bool has_office(const Reading& r, const Register& names, std::uint32_t figure) {
  constexpr std::size_t kPlaces = 16;  // namings that are asked
  const auto all = names.namings_of(names.figures()[figure]);
  const auto asked = all.first(std::min(all.size(), kPlaces));
  return std::any_of(asked.begin(), asked.end(), [&](std::uint32_t number) {
    const Naming& naming = names.namings()[number];
    const Chunk& name = r.chunks[naming.chunk];
    return names_office(r, names.classes(), words_before(r, naming)) ||
           names_office(r, names.classes(), appositive_before(r, name)) ||
           names_office(r, names.classes(), appositive_behind(r, name));
  });
}

void collect_roles(const Reading& reading, const Register& names, std::uint32_t figure,
                   Source& source) {
  constexpr std::size_t kPlaces = 24;  // namings that are asked
  RoleCollector collector(reading, names, source);
  const auto all = names.namings_of(names.figures()[figure]);
  for (const std::uint32_t naming : all.first(std::min(all.size(), kPlaces))) {
    collector.collect(names.namings()[naming]);
  }
  collector.part_affiliations();
}

}  // namespace quotary
