#include <algorithm>

#include "sources/register.h"
#include "sources/same_name.h"

namespace quotary {

namespace {

constexpr std::size_t kNamesakes = 8;  // bearers of one surname that are compared

}  // namespace

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
  for (std::size_t i = 0; i < std::min(bearers_.size(), kNamesakes); ++i) {
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

// "The Lunds", where the text names a Lund.
bool Register::is_family(const Reading& r, const Figure& figure) const {
  if (figure.longest.size() != 1) return false;
  std::string_view word = r.document->text(r.tokens[figure.longest.first]);
  if (!word.ends_with('s')) return false;
  word.remove_suffix(1);
  return surnames_.contains(word_id(word));
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
      figure.type = is_family(r, figure) ? SourceType::group : SourceType::organisation;
    }
    const bool open =
        figure.told_gender == 0 || (figure.told_gender == 1 && figure.longest.size() == 1);
    if (open && more >= 2 && more >= kMajority * less) {
      figure.gender = figure.males > figure.females ? Gender::male : Gender::female;
    }
  }
}

// "The Real Ann Lund", once, beside "Ann Lund": the form that comes again is the name, unless the
// other has a first name more.
void Register::drop_odd_words(const Reading& r, Figure& figure) const {
  if (figure.longest.size() < 3 || figure.type == SourceType::organisation) return;
  std::uint32_t as_long = 0;
  std::uint32_t shorter = kNone;  // a naming
  std::uint32_t as_short = 0;
  for (const std::uint32_t i : namings_of(figure)) {
    const Range name = namings_[i].tokens;
    if (name.size() < 2 || !end_alike(r, figure.longest, name)) continue;
    as_long += name.size() >= figure.longest.size() ? 1 : 0;
    if (name.size() >= figure.longest.size()) continue;
    if (shorter == kNone || name.size() < namings_[shorter].tokens.size()) shorter = i;
    as_short += 1;
  }
  if (as_long > 1 || as_short < 2) return;
  const Range name = namings_[shorter].tokens;
  if (!opens_person(r, name.first, *classes_) ||
      classes_->of(r, name.first).meets(classes_->particle))
    return;
  const std::uint32_t before = figure.longest.last - name.size();
  for (std::uint32_t at = figure.longest.first; at < before; ++at) {
    if (opens_person(r, at, *classes_)) return;
  }
  figure.longest = name;
  figure.longest_naming = shorter;
}

}  // namespace quotary
