#include "sources/register.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sources/full_name.h"
#include "sources/roles.h"
#include "sources/same_name.h"
#include "text/title_case.h"

namespace quotary {

namespace {

constexpr std::size_t kRivals = 32;  // bearers of one word that are compared, latest first

bool may_be_name(const Reading& r, const Chunk& chunk) {
  return chunk.kind != ChunkKind::pronoun && chunk.kind != ChunkKind::relative &&
         chunk.kind != ChunkKind::number && r.excluded[chunk.tokens.first] == 0;
}

bool holds_name(const Reading& r, const Chunk& chunk, const SourceClasses& classes) {
  if (chunk.kind == ChunkKind::name) return true;
  for (std::uint32_t at = chunk.tokens.first; at < chunk.tokens.last; ++at) {
    if (is_name_token(r, at, classes) && !classes.of(r, at).meets(classes.particle)) return true;
  }
  return false;
}

// "Voters Trust Ann Lund"; not "Ann Lund met Tom Cole on Monday", whose verb is small.
bool is_written_as_headline(const Reading& r, Range words) {
  const auto is_small_verb = [&](std::uint32_t at) {
    return !r.has_capital(at) && (is_verb(r.tag(at)) || is_auxiliary(r.tag(at)));
  };
  for (std::uint32_t at = words.first; at < words.last; ++at) {
    if (is_small_verb(at)) return false;
  }
  return is_in_title_case(r.tokens.subspan(words.first, words.size()),
                          [](std::uint32_t) { return true; });
}

// "Trade and Industry Minister Ana Brook", "Ministry of Health spokesman Ole Strand" begin with a
// common noun.
bool may_begin_office(const Reading& r, const Chunk& chunk, const SourceClasses& classes) {
  const WordKinds head = classes.of(r, chunk.tokens.last - 1);
  if (r.tag(chunk.tokens.last) == Tag::conj) return head.meets(classes.field);
  return r.tag(chunk.tokens.last) == Tag::prep && r.has_capital(chunk.tokens.last - 1) &&
         head.meets(classes.organisation);
}

}  // namespace

void Register::fill(const Reading& r) {
  namings_.clear();
  pending_.clear();
  figures_.clear();
  pronouns_.clear();
  latest_.clear();
  bearings_.clear();
  surnames_.clear();
  acronyms_.clear();
  asked_sentence_ = kNone;
  read_namings(r);
  short_forms_.clear();
  of_headlines_.clear();
  for (std::uint32_t i = 0; i < namings_.size(); ++i) {
    if (pending_[i].headline) {
      of_headlines_.push_back(i);
    } else if (namings_[i].tokens.size() > 1) {
      settle(r, i);
    } else {
      short_forms_.push_back(i);
    }
  }
  for (const std::uint32_t i : short_forms_) settle(r, i);
  for (const std::uint32_t i : of_headlines_) {
    shorten_to_known(r, i);
    settle(r, i);
  }
  hear_pronouns(r);
  judge(r);
  list_namings();
  for (Figure& figure : figures_) drop_odd_words(r, figure);
}

void Register::read_namings(const Reading& r) {
  const auto count = static_cast<std::uint32_t>(r.chunks.size());
  std::uint32_t named = 0;  // where the last name ends
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool asked = r.chunks[i].may_name && i >= named;
    const std::uint32_t last = asked ? read_naming(r, i) : kNone;
    if (last == kNone) {
      note_pronoun(r, i);
    } else {
      named = last + 1;
    }
  }
}

// "Rivers said", once the text has named an Ann Rivers: a name that the tagger takes for a plural.
// "May said", which is a month elsewhere.
inline bool Register::is_known_surname(const Reading& r, const Chunk& chunk) const {
  const bool named = chunk.kind != ChunkKind::name || r.stands_as_name(chunk.head);
  return named && chunk.head == chunk.tokens.first && r.has_capital(chunk.head) &&
         !opens_as_plural(r, chunk.head, *classes_) && surnames_.contains(name_word(r, chunk.head));
}

// The last chunk of the name that begins in `chunk`; kNone if none does.
inline std::uint32_t Register::read_naming(const Reading& r, std::uint32_t number) {
  const Chunk& chunk = r.chunks[number];
  if (!may_be_name(r, chunk)) return kNone;
  FullName name = {{}, number};
  if (holds_name(r, chunk, *classes_) || may_begin_office(r, chunk, *classes_)) {
    name = read_full_name(r, number, *classes_);
  }
  Range& tokens = name.phrase.name;
  if (tokens.empty() && is_known_surname(r, chunk)) tokens = {chunk.head, chunk.head + 1};
  if (tokens.empty()) return kNone;
  add(r, number, name.phrase, name.last_chunk);
  if (tokens.size() > 1) {
    surnames_[last_word(r, tokens)] = number;
    const WordKinds first = classes_->of(r, tokens.first);
    const bool given = first.meets(classes_->first_male | classes_->first_female);
    if (!given) surnames_[name_word(r, tokens.first)] = number;  // "Target", of Target Corp.
  }
  return name.last_chunk;
}

inline void Register::note_pronoun(const Reading& r, std::uint32_t number) {
  const Chunk& chunk = r.chunks[number];
  if (chunk.tokens.size() != 1 || r.stretch[chunk.head] != kNone) return;
  if (classes_->of(r, chunk.head).meets(classes_->he | classes_->she)) pronouns_.push_back(number);
}

void Register::index(std::uint32_t figure, std::uint32_t word) {
  std::uint32_t& latest = latest_[word];
  if (latest != kNone && bearings_[latest].figure == figure) return;
  bearings_.push_back({figure, latest});
  latest = static_cast<std::uint32_t>(bearings_.size() - 1);
}

std::uint32_t Register::find(const Reading& r, Range name, const NamePhrase& phrase,
                             std::uint32_t naming) const {
  const std::uint32_t word = last_word(r, name);
  std::uint32_t best = kNone;
  std::uint32_t bearers = 0;  // how many have the word for a surname; `best` is one if any does
  bool best_before = false;   // and is named before
  std::size_t left = kRivals;
  for (std::uint32_t at = latest_.of(word); at != kNone && left > 0;
       at = bearings_[at].earlier, --left) {
    const std::uint32_t number = bearings_[at].figure;
    const Figure& figure = figures_[number];
    const Range known = bare_name(r, figure.longest);
    const bool same_last = last_word(r, known) == word;
    // "Clinton" is a man's first name, and her surname.
    const bool surname = phrase.given && same_last && known.size() > 1;
    // "Lula" is a woman's first name, and a word of Luiz Inacio Lula da Silva's.
    const bool middle = phrase.given && !same_last && name_word(r, figure.longest.first) != word;
    if (!surname && !middle && phrase.gender != Gender::unknown &&
        figure.gender != Gender::unknown && phrase.gender != figure.gender) {
      continue;
    }
    if (name.size() == 1) {
      // A surname goes to the bearer whom the text is most about, of those named before; a first
      // name or a part of a name if nobody has it.
      const bool given = phrase.given && figure.type != SourceType::person;  // "Old Bill"
      if (same_last && !given) {
        const bool before = figure.longest_naming < naming;
        const bool better = bearers == 0 || std::pair(before, figure.count) >=
                                                std::pair(best_before, figures_[best].count);
        if (better) best = number, best_before = before;
        ++bearers;
        continue;
      }
      if (bearers > 0) continue;
      const bool part = (same_last && !figure.shouted) ||
                        (!same_last && holds_word(r, figure.longest, word)) ||
                        figure.type == SourceType::organisation;
      const bool before = figure.longest_naming < naming;
      const bool ahead = pending_[naming].headline && figure.type == SourceType::organisation;
      if (best == kNone && part && (before || ahead)) best = number;
      continue;
    }
    if (!same_last) continue;
    if (known.size() == 1) return number;
    if (are_one(r, known, name, *classes_->given_names) || end_alike(r, known, name)) {
      return number;
    }
  }
  if (bearers < 2 || phrase.gender != Gender::unknown) return best;
  const std::uint32_t introduced = bearer_introduced(r, word, naming);
  return introduced != kNone ? introduced : best;
}

// Of those with a surname, the one whom this paragraph or those right before it name, in full and
// as a subject: "Eric Lund spoke first. ... Lund said", though the text is about Ann Lund; kNone if
// another is named there, too.
std::uint32_t Register::bearer_introduced(const Reading& r, std::uint32_t word,
                                          std::uint32_t naming) const {
  constexpr std::uint32_t kNamings = 48;
  constexpr std::uint32_t kParagraphs = 2;
  const std::uint32_t here = r.paragraph[namings_[naming].tokens.first];
  std::uint32_t found = kNone;
  bool introduced = false;
  std::uint32_t paragraph = here;
  for (std::uint32_t i = naming; i > 0 && naming - i < kNamings; --i) {
    const Naming& before = namings_[i - 1];
    const std::uint32_t there = r.paragraph[before.tokens.first];
    if (here - there > kParagraphs || (introduced && there != paragraph)) break;
    paragraph = there;
    if (before.figure == kNone) continue;
    if (last_word(r, bare_name(r, before.tokens)) != word) continue;
    if (found != kNone && found != before.figure) return kNone;
    found = before.figure;
    const bool person = figures_[found].type == SourceType::person;
    introduced |= person && before.subject && !before.quoted && before.tokens.size() > 1;
  }
  return introduced ? found : kNone;
}

void Register::learn(const Reading& r, Figure& figure, const NamePhrase& phrase, Range tokens,
                     std::uint32_t naming) {
  const bool by_first_name =
      phrase.given ? figure.longest.size() < 2 : phrase.name.size() > 1 && phrase.role.empty();
  const bool silent = phrase.gender == Gender::unknown || (phrase.given && !by_first_name);
  const std::uint32_t told = silent ? 0 : by_first_name ? 1 : 2;
  if (told > figure.told_gender) {
    figure.told_gender = told;
    figure.gender = phrase.gender;
  }
  if (figure.type == SourceType::unknown) figure.type = phrase.type;
  // Of two forms alike, the one that is not written in capitals, as labels are. "ISIS" is.
  constexpr std::uint32_t kLongAcronym = 4;
  const auto in_capitals = [&](Range name) {
    return std::all_of(
        r.tokens.begin() + name.first, r.tokens.begin() + name.last, [&](const Token& token) {
          return (token.shape & shape::all_caps) != 0 && token.span.size() > kLongAcronym;
        });
  };
  // "U.S. State Department" is no better name than "State Department".
  const bool named = figure.type == SourceType::organisation && figure.longest.size() > 1;
  const bool better =
      (tokens.size() > figure.longest.size() && !named) ||
      (tokens.size() == figure.longest.size() && figure.shouted && !in_capitals(tokens));
  if (!better) return;
  figure.longest = tokens;
  figure.shouted = in_capitals(tokens);
  figure.longest_naming = naming;
}

void Register::add(const Reading& r, std::uint32_t chunk, const NamePhrase& phrase,
                   std::uint32_t last_chunk) {
  Naming naming;
  naming.chunk = chunk;
  naming.tokens = phrase.name;
  naming.role = phrase.role;
  naming.affiliation = phrase.affiliation;
  place(r, naming, last_chunk);
  namings_.push_back(naming);
  pending_.push_back({phrase, is_headline(r, phrase.name)});
}

// Whether a name stands in a line where every word has a capital.
bool Register::is_headline(const Reading& r, Range name) {
  if (r.block_of(name.first) == BlockKind::headline) return true;
  if (name.size() < 2) return false;
  const std::uint32_t sentence = r.sentence[name.first];
  if (sentence != asked_sentence_) {
    was_headline_ = is_written_as_headline(r, r.sentences[sentence]);
    asked_sentence_ = sentence;
  }
  return was_headline_;
}

// What stands around a naming.
void Register::place(const Reading& r, Naming& naming, std::uint32_t last_chunk) const {
  const Chunk& whole = r.chunks[last_chunk];
  naming.quoted = r.stretch[naming.tokens.first] != kNone;
  naming.modifier =
      whole.kind == ChunkKind::noun && naming.tokens.last < r.end_before_time(whole.tokens);
  std::uint32_t after = whole.tokens.last;
  const bool owns =
      whole.kind == ChunkKind::possessive && after < r.tokens.size() && r.in_chunk(after);
  if (owns) after = r.chunks[r.chunk_at[after]].tokens.last;  // "Cole's plan failed"
  // "his widow, Ann Cole, wept"
  const bool apposed = after + 1 < r.tokens.size() && r.word(after) == ascii_id(",") &&
                       is_finite_verb(r.tag(after + 1)) &&
                       !appositive_before(r, r.chunks[naming.chunk]).empty();
  if (apposed) ++after;
  if (r.tag(after) == Tag::prep && after + 1 < r.tokens.size() && r.in_chunk(after + 1)) {
    const Chunk& hangs = r.chunks[r.chunk_at[after + 1]];
    after = hangs.tokens.last;  // "Cole on Friday said", "Cole's hours at Lund's side seemed"
    const bool more = hangs.kind == ChunkKind::possessive && after < r.tokens.size();
    if (more && r.in_chunk(after)) after = r.chunks[r.chunk_at[after]].tokens.last;
  }
  if (after < r.tokens.size() && classes_->of(r, after).meets(classes_->reflexive)) ++after;
  const Tag tag = r.tag(after);
  const std::uint32_t first = r.chunks[naming.chunk].tokens.first;
  naming.personal = naming.tokens.size() > 1 && is_personal(r, whole.tokens.last);
  naming.governed = first > 0 && r.tag(first - 1) == Tag::prep;
  naming.placed = naming.governed && !owns && !naming.modifier &&
                  classes_->of(r, first - 1).meets(classes_->place_link);
  naming.articled =
      naming.tokens.first == first + 1 && r.tag(first) == Tag::det && !naming.modifier;
  const bool finite = is_finite_verb(tag);
  naming.subject = !naming.governed && finite && !owns;
  naming.owner = !naming.governed && finite && owns;
}

// "Luay Sami, 33", "Luay Sami, a teacher", "Luay Sami, who": only persons are spoken of so.
bool Register::is_personal(const Reading& r, std::uint32_t after) const {
  if (after + 2 >= r.tokens.size() || r.word(after) != ascii_id(",")) return false;
  if (classes_->of(r, after + 1).meets(classes_->who)) {
    // Not "the head of Trade and Harbour Safety, who".
    const std::uint32_t first = r.chunks[r.chunk_at[after - 1]].tokens.first;
    return first == 0 || (r.tag(first - 1) != Tag::prep && r.tag(first - 1) != Tag::conj);
  }
  constexpr std::uint32_t kAgeDigits = 3;
  const Token& next = r.tokens[after + 1];
  if ((next.shape & shape::has_digit) != 0) {
    return next.span.size() < kAgeDigits && r.word(after + 2) == ascii_id(",");
  }
  if (!r.in_chunk(after + 1)) return false;
  const Chunk& chunk = r.chunks[r.chunk_at[after + 1]];
  const WordKinds head = classes_->of(r, chunk.head);
  return chunk.tokens.first == after + 1 && chunk.kind == ChunkKind::noun &&
         r.tag(chunk.head) == Tag::noun && head.meets(classes_->role) &&
         !head.meets(classes_->organisation);
}

// "GM", of General Motors, which the text names.
std::uint32_t Register::find_acronym(const Reading& r, std::uint32_t at) const {
  const std::optional<std::uint32_t> letters = letters_of_acronym(r, at);
  return letters && !classes_->of(r, at).meets(classes_->place) ? acronyms_.of(*letters) : kNone;
}

void Register::note_acronyms(const Reading& r, std::uint32_t number) {
  const Figure& figure = figures_[number];
  const bool organisation = figure.type == SourceType::organisation;
  if (!organisation && figure.type != SourceType::unknown) return;
  for_acronyms(r, bare_name(r, figure.longest), organisation,
               [&](std::uint32_t letters) { acronyms_[letters] = number; });
}

// "Nordbank" of "Nordbank & Co.", "Macy" of "Macy's": the name by which others are compared. "Lund
// Group" is not Lund.
Range Register::bare_name(const Reading& r, Range name) const {
  constexpr auto kShort = shape::abbreviation | shape::all_caps;
  Range bare = name;
  while (bare.size() > 1 && name.last - bare.last < kLongestComparedName) {
    const std::uint32_t end = bare.last - 1;
    const Token& token = r.tokens[end];
    const bool mark = is_ampersand(r, end) || token.kind == TokenKind::clitic;
    const bool form = classes_->of(r, end).meets(classes_->company) &&
                      ((token.shape & kShort) != 0 || bare.size() > 2);
    if (!mark && !form) break;
    --bare.last;
  }
  return bare;
}

// Finds or makes the figure of a naming.
void Register::settle(const Reading& r, std::uint32_t number) {
  Naming& naming = namings_[number];
  const NamePhrase& phrase = pending_[number].phrase;
  Range tokens = naming.tokens;
  // "Jr." is no surname.
  if (tokens.size() > 1 && classes_->of(r, tokens.last - 1).meets(classes_->suffix)) {
    --tokens.last;
  }
  naming.figure = find(r, bare_name(r, tokens), phrase, number);
  if (naming.figure == kNone && tokens.size() == 1) naming.figure = find_acronym(r, tokens.first);
  if (naming.figure == kNone) {
    naming.figure = static_cast<std::uint32_t>(figures_.size());
    figures_.emplace_back();
  }
  Figure& figure = figures_[naming.figure];
  learn(r, figure, phrase, tokens, number);
  // "J.K." says little of J.K. Lund; "U.S." is all of a name.
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    if (tokens.size() == 1 || !is_initial(r, at)) index(naming.figure, name_word(r, at));
  }
  note_acronyms(r, naming.figure);
  figure.count += naming.quoted ? 0 : 1;
  figure.placed += naming.placed ? 1 : 0;
  figure.articled += naming.articled && !naming.quoted ? 1 : 0;
  if (naming.personal && figure.type == SourceType::unknown) figure.type = SourceType::person;
}

// What of a name, up to token `end`, is the name of a figure: "Ann Lund" in "Does Ann Lund", and a
// first name that the text does not tell.
Range Register::known_part(const Reading& r, Range name, std::uint32_t end) const {
  const std::uint32_t word = name_word(r, end);
  Range best = {end, end};
  std::size_t left = kRivals;
  for (std::uint32_t at = latest_.of(word); at != kNone && left > 0;
       at = bearings_[at].earlier, --left) {
    const Range known = figures_[bearings_[at].figure].longest;
    if (last_word(r, known) != word) continue;
    std::uint32_t first = end;
    const std::uint32_t longest = std::min(known.size(), end + 1 - name.first);
    for (std::uint32_t back = 1; back < longest; ++back) {
      if (name_word(r, end - back) != name_word(r, known.last - 1 - back)) break;
      first = end - back;
    }
    if (best.empty() || first < best.first) best = {first, end + 1};
  }
  while (!best.empty() && best.first > name.first && opens_person(r, best.first - 1, *classes_))
    --best.first;
  return best;
}

// Where every word has a capital, "Lund Speech Moves Voters" and "Why Voters Trust Lund" are about
// Lund, if the text knows a Lund.
void Register::shorten_to_known(const Reading& r, std::uint32_t number) {
  Naming& naming = namings_[number];
  if (naming.tokens.size() < 2 || naming.tokens.size() > kLongestComparedName) return;
  Range known;
  for (std::uint32_t at = naming.tokens.first; at < naming.tokens.last; ++at) {
    const Range part = known_part(r, naming.tokens, at);
    // "Reham Cole" is no "Cole" whom the text knows.
    const bool surname =
        part.size() == 1 && part.last == naming.tokens.last && naming.tokens.size() < 3;
    if (!surname && part.size() > known.size()) known = part;
  }
  if (known.empty() || known == naming.tokens) return;
  if (known.first > naming.tokens.first) naming.role = naming.affiliation = {};
  naming.tokens = known;
  pending_[number].phrase = {};
  pending_[number].phrase.name = known;
}

// Lists the namings of each figure, and tells which of them introduces it.
void Register::list_namings() {
  for (const Naming& naming : namings_) ++figures_[naming.figure].namings.last;
  std::uint32_t listed = 0;
  for (Figure& figure : figures_) {
    const std::uint32_t first = std::exchange(listed, listed + figure.namings.last);
    figure.namings = {first, first};
  }
  by_figure_.resize(listed);
  for (std::uint32_t i = 0; i < namings_.size(); ++i) {
    Figure& figure = figures_[namings_[i].figure];
    const bool full = namings_[i].tokens.size() > 1;
    namings_[i].fresh = full && !figure.introduced;
    figure.introduced = figure.introduced || full;
    by_figure_[figure.namings.last++] = i;
  }
}

std::uint32_t Register::naming_after(std::uint32_t at) const {
  const auto found = std::partition_point(namings_.begin(), namings_.end(),
                                          [&](const Naming& n) { return n.tokens.last <= at; });
  return static_cast<std::uint32_t>(found - namings_.begin());
}

std::uint32_t Register::bearer_of(const Reading& r, std::uint32_t word) const {
  std::uint32_t left = 16;  // figures back
  for (std::uint32_t at = latest_.of(word); at != kNone && left > 0;
       at = bearings_[at].earlier, --left) {
    const Figure& figure = figures_[bearings_[at].figure];
    const bool somebody = figure.type == SourceType::person || figure.type == SourceType::unknown;
    if (somebody && last_word(r, figure.longest) == word) return figure.longest_naming;
  }
  return kNone;
}

}  // namespace quotary
