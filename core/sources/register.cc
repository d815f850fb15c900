#include "sources/register.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sources/full_name.h"
#include "sources/roles.h"
#include "sources/same_name.h"

namespace quotary {

namespace {

constexpr std::size_t kRivals = 8;  // bearers of one word that are compared, latest first

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

// "Trade and Industry Minister Ana Brook" begins with a common noun.
bool may_begin_office(const Reading& r, const Chunk& chunk, const SourceClasses& classes) {
  return r.tag(chunk.tokens.last) == Tag::conj &&
         classes.of(r, chunk.tokens.last - 1).meets(classes.field);
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
         surnames_.contains(name_word(r, chunk.head));
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
  bool bears = false;        // `best` has the word for a surname
  bool best_before = false;  // and is named before
  std::size_t left = kRivals;
  for (std::uint32_t at = latest_.of(word); at != kNone && left > 0;
       at = bearings_[at].earlier, --left) {
    const std::uint32_t number = bearings_[at].figure;
    const Figure& figure = figures_[number];
    const bool same_last = last_word(r, figure.longest) == word;
    // "Clinton" is a man's first name, and her surname.
    const bool surname = phrase.given && same_last && figure.longest.size() > 1;
    if (!surname && phrase.gender != Gender::unknown && figure.gender != Gender::unknown &&
        phrase.gender != figure.gender) {
      continue;
    }
    if (name.size() == 1) {
      // A surname goes to the bearer whom the text is most about, of those named before; a first
      // name or a part of a name if nobody has it.
      const bool given = phrase.given && figure.type != SourceType::person;  // "Old Bill"
      if (same_last && !given) {
        const bool before = figure.longest_naming < naming;
        const bool better = !bears || std::pair(before, figure.count) >=
                                          std::pair(best_before, figures_[best].count);
        if (better) best = number, best_before = before;
        bears = true;
        continue;
      }
      if (bears) continue;
      const bool part = (same_last && !figure.shouted) ||
                        (!same_last && holds_word(r, figure.longest, word)) ||
                        figure.type == SourceType::organisation;
      const bool before = figure.longest_naming < naming;
      const bool ahead = pending_[naming].headline && figure.type == SourceType::organisation;
      if (best == kNone && part && (before || ahead)) best = number;
      continue;
    }
    if (!same_last) continue;
    if (figure.longest.size() == 1) return number;
    if (are_one(r, figure.longest, name, *classes_->given_names) ||
        end_alike(r, figure.longest, name))
      return number;
  }
  return best;
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
  const bool headline = r.block_of(phrase.name.first) == BlockKind::headline;
  pending_.push_back({phrase, headline});
}

// What stands around a naming.
void Register::place(const Reading& r, Naming& naming, std::uint32_t last_chunk) const {
  const Chunk& whole = r.chunks[last_chunk];
  naming.quoted = r.stretch[naming.tokens.first] != kNone;
  naming.modifier = whole.kind == ChunkKind::noun && naming.tokens.last < whole.tokens.last;
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
  for_acronyms(r, figure.longest, organisation,
               [&](std::uint32_t letters) { acronyms_[letters] = number; });
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
  naming.figure = find(r, tokens, phrase, number);
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

// Where every word has a capital, "Lund Speech Moves Voters" is about Lund, if the text knows a
// Lund and no such speech.
void Register::shorten_to_known(const Reading& r, std::uint32_t number) {
  Naming& naming = namings_[number];
  if (naming.tokens.size() < 2) return;
  if (latest_.contains(last_word(r, naming.tokens))) return;
  for (std::uint32_t at = naming.tokens.first; at < naming.tokens.last; ++at) {
    const std::uint32_t known = latest_.of(name_word(r, at));
    if (known == kNone) continue;
    const Figure& figure = figures_[bearings_[known].figure];
    if (last_word(r, figure.longest) != name_word(r, at)) continue;
    naming.tokens = {at, at + 1};
    pending_[number].phrase = {};
    pending_[number].phrase.name = naming.tokens;
    return;
  }
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

// "Reyna paused. She said": where one name alone stands before a pronoun, the pronoun tells its
// gender.
void Register::hear_pronouns(const Reading& r) {
  std::uint32_t last = kNone;  // the last naming of somebody who may be a person
  std::uint32_t alone = 0;     // how many such are named in its sentence
  std::uint32_t next = 0;
  for (const std::uint32_t pronoun : pronouns_) {
    for (; next < namings_.size() && namings_[next].chunk < pronoun; ++next) {
      const Naming& naming = namings_[next];
      const SourceType type = figures_[naming.figure].type;
      if (naming.quoted || (type != SourceType::person && type != SourceType::unknown)) continue;
      const bool same = last != kNone &&
                        r.sentence[namings_[last].tokens.first] == r.sentence[naming.tokens.first];
      alone = same && namings_[last].figure != naming.figure ? alone + 1 : same ? alone : 1;
      last = next;
    }
    const Chunk& chunk = r.chunks[pronoun];
    const WordKinds word = classes_->of(r, chunk.head);
    const bool male = word.meets(classes_->he);
    if (last == kNone || alone != 1 || male == word.meets(classes_->she)) continue;
    const std::uint32_t away = r.sentence[chunk.head] - r.sentence[namings_[last].tokens.first];
    if (away > 1) continue;
    Figure& figure = figures_[namings_[last].figure];
    (male ? figure.males : figure.females) += 1;
    const Range tokens = namings_[last].tokens;
    const bool subject = r.tag(chunk.head) == Tag::pron && chunk.head + 1 < r.tokens.size() &&
                         is_finite_verb(r.tag(chunk.head + 1));
    if (tokens.size() > 1 || !subject || name_word(r, tokens.first) != last_word(r, figure.longest))
      continue;
    (male ? figure.short_males : figure.short_females) += 1;
  }
}

// "Cole ... she", where the text has an Adam and an Eve Cole: the surname alone is hers.
void Register::give_to_namesake(const Reading& r, std::uint32_t number) {
  Figure& figure = figures_[number];
  const std::uint32_t surname = last_word(r, figure.longest);
  bearers_.clear();
  for (std::uint32_t at = latest_.of(surname); at != kNone; at = bearings_[at].earlier) {
    bearers_.push_back(bearings_[at].figure);
  }
  std::reverse(bearers_.begin(), bearers_.end());
  for (std::size_t i = 0; i < std::min(bearers_.size(), kRivals); ++i) {
    Figure& rival = figures_[bearers_[i]];
    if (last_word(r, rival.longest) != surname || rival.gender == Gender::unknown ||
        rival.gender == figure.gender || rival.longest.size() < 2) {
      continue;
    }
    for (std::uint32_t each = 0; each < namings_.size(); ++each) {
      Naming& naming = namings_[each];
      const bool short_form = naming.figure == number && naming.tokens.size() == 1 &&
                              name_word(r, naming.tokens.first) == surname;
      const NamePhrase& phrase = pending_[each].phrase;
      if (!short_form || (phrase.gender != Gender::unknown && !phrase.given)) continue;
      naming.figure = bearers_[i];
      figure.count -= naming.quoted ? 0 : 1;
      rival.count += naming.quoted ? 0 : 1;
    }
    return;
  }
}

// What all namings together tell of a figure.
void Register::judge(const Reading& r) {
  constexpr std::uint32_t kMajority = 3;
  std::uint32_t namesakes = 4;  // at most

  for (std::uint32_t number = 0; number < figures_.size(); ++number) {
    Figure& figure = figures_[number];
    const bool male = figure.gender == Gender::male;
    const std::uint32_t against = male ? figure.short_females : figure.short_males;
    const std::uint32_t pro = male ? figure.short_males : figure.short_females;
    if (figure.told_gender > 0 && figure.longest.size() > 1 && against > 1 && against > 2 * pro &&
        namesakes > 0) {
      --namesakes;
      give_to_namesake(r, number);
    }
    const std::uint32_t more = std::max(figure.males, figure.females);
    const std::uint32_t less = std::min(figure.males, figure.females);
    // In stories "the Countess" is somebody.
    const bool articled = !r.narrative && figure.articled * 2 > figure.count;
    if (figure.type == SourceType::unknown && figure.told_gender == 0 && more < 2 &&
        (figure.placed * 2 > figure.count || articled)) {
      figure.type = SourceType::organisation;
    }
    const bool open =
        figure.told_gender == 0 || (figure.told_gender == 1 && figure.longest.size() == 1);
    if (open && more >= 2 && more >= kMajority * less) {
      figure.gender = figure.males > figure.females ? Gender::male : Gender::female;
    }
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
