#include "sources/antecedents.h"

#include <algorithm>

#include "sources/roles.h"
#include "sources/same_name.h"

namespace quotary {

Wanted wanted_by(const Reading& r, const SourceClasses& classes, std::uint32_t pronoun) {
  const WordKinds word = classes.of(r, pronoun);
  if (word.meets(classes.he)) return {.gender = Gender::male, .person = true};
  if (word.meets(classes.she)) return {.gender = Gender::female, .person = true};
  if (word.meets(classes.they)) return {.plural = true};
  if (word.meets(classes.it)) return {.organisation = true};
  return {};  // "others", "many": nobody in particular; "I": whoever speaks
}

namespace {

bool fits(const Reading& r, const Figure& figure, const Wanted& wanted) {
  if (wanted.organisation) {
    const bool named = wanted.named == 0 || holds_word(r, figure.longest, wanted.named);
    return named && figure.type == SourceType::organisation;
  }
  if (wanted.person && figure.type != SourceType::person && figure.type != SourceType::unknown) {
    return false;
  }
  return wanted.gender == Gender::unknown || figure.gender == Gender::unknown ||
         figure.gender == wanted.gender;
}

bool fits(const Reading& r, const Spoken& place, const Register& names, const Wanted& wanted) {
  if (wanted.plural) return place.plural;
  if (place.figure != kNone) return fits(r, names.figures()[place.figure], wanted);
  if (wanted.by_name) return false;
  if (place.organisation) return wanted.organisation && wanted.named == 0;
  return wanted.person && !place.plural &&
         (place.gender == Gender::unknown || place.gender == wanted.gender);
}

bool is_told_of(const Spoken& place, const Wanted& wanted) {
  return std::any_of(wanted.told_of.begin(), wanted.told_of.end(),
                     [&](const ToldOf& each) { return each.figure == place.figure; });
}

bool is_told_of_outright(const Spoken& place, const Wanted& wanted) {
  return std::any_of(wanted.told_of.begin(), wanted.told_of.end(), [&](const ToldOf& each) {
    return each.figure == place.figure && each.outright;
  });
}

// Where somebody is spoken of once more, as far as distances count.
struct Viewpoint {
  Viewpoint(const Reading& r, std::uint32_t at)
      : sentence(r.sentence[at]),
        paragraph(r.paragraph[at]),
        pronoun(r.tag(at) == Tag::pron || r.tag(at) == Tag::pronv) {}
  std::uint32_t sentence;
  std::uint32_t paragraph;
  bool pronoun;
};

// Points for how far before it a place stands.
float nearness(const Reading& r, const Viewpoint& here, const AntecedentPoints& points,
               const Spoken& place) {
  const std::uint32_t away = here.sentence - r.sentence[place.at];
  float near = -points.sentence_away * static_cast<float>(std::min(away, 12U));
  if (here.pronoun && here.paragraph == r.paragraph[place.at]) near += points.same_paragraph;
  return away == 0 ? near + points.same_sentence : near;
}

// `score` with the points for how somebody stands in the sentence.
float add_standing(float score, const Spoken& place, const AntecedentPoints& points) {
  if (place.governed) score += points.governed;
  if (place.subject) score += points.subject;
  if (place.owner) score += points.owner;
  if (place.possessive) score += points.possessive;
  if (place.pronoun) score += points.pronoun;
  if (place.fresh && !place.governed && !place.possessive) score += points.fresh;
  if (place.lead) score += points.first;
  return score;
}

constexpr std::uint32_t kMostParagraphs = 6;
constexpr std::uint32_t kMostNamings = 10;
constexpr std::uint32_t kReportLasts = 2;  // sentences

// More than a figure can add to the score of a place, and than sums are rounded by.
float most_of_figure(const Wanted& wanted, const AntecedentPoints& points) {
  constexpr float kRounding = 0.01F;
  const float late =
      points.last_speaker - points.paragraph_since * static_cast<float>(kMostParagraphs);
  float most = kRounding + std::max({0.0F, points.last_speaker, late, points.last_reported});
  if (wanted.gender != Gender::unknown) most += std::max(0.0F, points.gender);
  if (wanted.person) most += std::max(0.0F, points.person);
  return most + std::max(0.0F, points.frequent * static_cast<float>(kMostNamings));
}

}  // namespace

void Discourse::clear() {
  count_ = 0;
  best_standing_ = 0;
  lead_sentence_ = kNone;
  last_speaker_ = kNone;
  speaker_at_ = 0;
  last_reported_ = kNone;
  reported_at_ = 0;
}

void Discourse::add(const Reading& r, const AntecedentPoints& points, Spoken spoken) {
  const std::uint32_t sentence = r.sentence[spoken.at];
  const bool begins = spoken.at == r.sentence_range(spoken.at).first;
  const bool subject = spoken.subject || spoken.owner;
  spoken.lead = begins || (subject && !spoken.quoted && sentence != lead_sentence_);
  if (subject && !spoken.quoted && !spoken.organisation) lead_sentence_ = sentence;
  spoken.standing = add_standing(0, spoken, points);
  best_standing_ = std::max(best_standing_, spoken.standing);
  places_[count_++ % kPlaces] = spoken;
}

float Discourse::score(const Reading& r, const Register& names, std::uint32_t at,
                       const Wanted& wanted, const AntecedentPoints& points,
                       const Spoken& place) const {
  float score = add_standing(nearness(r, {r, at}, points, place), place, points);
  if (place.figure == kNone) return score;
  const Figure& figure = names.figures()[place.figure];
  if (place.figure == last_speaker_ && speaker_at_ < at) {
    const std::uint32_t since = r.paragraph[at] - r.paragraph[speaker_at_];
    score += points.last_speaker -
             points.paragraph_since * static_cast<float>(std::min(since, kMostParagraphs));
  } else if (place.figure == last_reported_ && reported_at_ < at &&
             r.sentence[at] - r.sentence[reported_at_] <= kReportLasts) {
    score += points.last_reported;
  }
  if (is_told_of(place, wanted)) {
    score += wanted.organisation ? points.house_told_of : points.told_of;
  }
  if (wanted.gender != Gender::unknown && figure.gender == wanted.gender) score += points.gender;
  if (wanted.person && figure.type == SourceType::person) score += points.person;
  return score + points.frequent * static_cast<float>(std::min(figure.count, kMostNamings));
}

namespace {

bool is_place(const Reading& r, const Register& names, const Figure& figure) {
  return figure.placed * 2 > figure.count ||
         (figure.longest.size() == 1 &&
          names.classes().of(r, figure.longest.first).meets(names.classes().place));
}

bool is_outlet(const Reading& r, const Register& names, const Figure& figure) {
  const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, figure.longest.first);
  const WordKinds kinds =
      phrase ? names.classes().of(phrase->set) : names.classes().of(r, figure.longest.first);
  return kinds.meets(SourceClasses::outlet);
}

// "Telvia's profit fell, the airline said": what is said is about it, whatever its name tells.
bool is_subject_matter(const Reading& r, const Spoken& place, const Register& names,
                       std::uint32_t at, const Wanted& wanted) {
  if (!wanted.house || !place.lead || place.figure == kNone) return false;
  const SourceType type = names.figures()[place.figure].type;
  const bool may_be_house = type == SourceType::organisation ||
                            (type == SourceType::unknown && (place.owner || place.possessive));
  return may_be_house && r.sentence[place.at] == r.sentence[at] && is_told_of(place, wanted);
}

// Why a place cannot be meant by token `at`; empty if it can.
std::string_view refusal(const Reading& r, const Register& names, std::uint32_t at,
                         const Wanted& wanted, const Spoken& place) {
  if (!fits(r, place, names, wanted) && !is_subject_matter(r, place, names, at, wanted)) {
    return "does not agree with it";
  }
  if (place.figure != kNone) {
    if (place.figure == wanted.other_than) return "is who speaks there";
    // "The socialist" is no word for whom the speech is about.
    const bool epithet = wanted.by_name && !wanted.house;
    if (is_told_of_outright(place, wanted) || (epithet && is_told_of(place, wanted))) {
      return "is named in what is said";
    }
    const Figure& figure = names.figures()[place.figure];
    if (wanted.house && is_place(r, names, figure)) return "is a place";
    if (wanted.house && !wanted.press && is_outlet(r, names, figure)) return "is an outlet";
    if (wanted.office && figure.type != SourceType::person) {
      return "is not known to be a person";
    }
    if (wanted.office && has_office(r, names, place.figure)) return "is known by another office";
  }
  // Nobody remembers "a doctor" for long.
  if (place.figure == kNone && r.paragraph[at] - r.paragraph[place.at] > 1) {
    return "spoken of too long before";
  }
  const bool inside = r.stretch[at] != kNone;
  if (place.quoted && (!inside || r.stretch[place.at] != r.stretch[at])) {
    return "named in quoted words only";
  }
  return {};
}

}  // namespace

const Spoken* Discourse::find(const Reading& r, const Register& names, std::uint32_t at,
                              const Wanted& wanted, const AntecedentPoints& points) const {
  const Spoken* best = nullptr;
  float best_score = -1e9F;
  const float most = most_of_figure(wanted, points);
  const bool fades =
      points.sentence_away >= 0 && points.same_paragraph >= 0 && points.same_sentence >= 0;
  const Viewpoint here(r, at);
  visit_places([&](const Spoken& place) {
    if (place.at >= at) return true;
    // Most places cannot win whoever they speak of, nor can any that stands farther back.
    const float others = nearness(r, here, points, place) + most;
    if (others + place.standing <= best_score) {
      return !fades || others + best_standing_ > best_score;
    }
    if (!refusal(r, names, at, wanted, place).empty()) return true;
    const float points_here = score(r, names, at, wanted, points, place);
    if (points_here <= best_score) return true;
    best_score = points_here;
    best = &place;
    return true;
  });
  return best;
}

std::vector<Ranked> Discourse::rank(const Reading& r, const Register& names, std::uint32_t at,
                                    const Wanted& wanted, const AntecedentPoints& points) const {
  std::vector<Ranked> ranked;
  visit_places([&](const Spoken& place) {
    if (place.at >= at) return true;
    ranked.push_back(
        {&place, score(r, names, at, wanted, points, place), refusal(r, names, at, wanted, place)});
    return true;
  });
  return ranked;
}

namespace {

// The classes of the word that ends `words` up to token `at`: "minister", and "prime minister".
ClassSet classes_up_to(const Reading& r, Range words, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 4;  // tokens in the name of an office
  ClassSet classes = r.lexicon->classes(r.entries[at].set);
  const std::uint32_t low = at + 1 > kLongest ? at + 1 - kLongest : 0;
  for (std::uint32_t first = std::max(words.first, low); first < at; ++first) {
    const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, first);
    if (phrase && phrase->tokens.last == at + 1) classes |= r.lexicon->classes(phrase->set);
  }
  return classes;
}

// The offices that a description may mean: "the senator" is "Sen.", and "the lawmaker" may be one,
// but a lawmaker need not be "the senator".
ClassSet offices_meant(const Reading& r, const SourceClasses& classes,
                       const Description& description) {
  const ClassSet words = classes_up_to(r, description.tokens, description.head);
  const bool wide = classes.of(r, description.head).meets(classes.wide);
  return words & (wide ? classes.offices | classes.wide_offices : classes.offices);
}

// How well the words of a role fit a description; below 0: they do not.
int fit_of_role(const Reading& r, const SourceClasses& classes, Range role,
                const Description& description, const ClassSet& meant) {
  bool bears = false;
  int shared = 0;
  bool shares_capital = false;
  bool capitals = false;  // in the role, beside its head
  for (std::uint32_t at = role.first; at < role.last; ++at) {
    const bool same = r.word(at) == r.word(description.head);
    if (!bears && (same || (!meant.empty() && classes_up_to(r, role, at).meets(meant)))) {
      bears = true;
      continue;
    }
    const bool known = holds_word(r, description.tokens, r.word(at));
    const bool capital = r.has_capital(at) && !classes.of(r, at).meets(classes.role);
    if (known && r.tag(at) != Tag::det) shared += 1;
    shares_capital = shares_capital || (known && capital);
    capitals = capitals || capital;
  }
  if (!bears) return -1;
  bool demands = false;  // "the Democratic nominee" is not the Republican one
  for (std::uint32_t at = description.tokens.first + 1; at < description.head; ++at) {
    demands = demands || r.has_capital(at);
  }
  return demands && capitals && !shares_capital ? -1 : shared;
}

// Calls `visit(naming, fit)` for each naming whose roles fit a description, the latest first.
template <typename Visit>
void visit_bearers(const Reading& r, const Register& names, const SourceClasses& classes,
                   const Description& description, const Wanted& wanted, Visit visit) {
  constexpr std::uint32_t kBearersBack = 120;
  const ClassSet meant = offices_meant(r, classes, description);
  const auto count = static_cast<std::uint32_t>(names.namings().size());
  const std::uint32_t next = names.naming_after(description.head);
  const std::uint32_t high = description.ahead ? std::min(count, next + kBearersBack) : next;
  const std::uint32_t low = description.ahead     ? next
                            : next > kBearersBack ? next - kBearersBack
                                                  : 0;
  for (std::uint32_t i = high; i > low; --i) {
    const Naming& naming = names.namings()[i - 1];
    if (naming.figure == wanted.other_than) continue;
    if (!fits(r, names.figures()[naming.figure], wanted)) continue;
    const Chunk& chunk = r.chunks[naming.chunk];
    int fit = -1;
    for (const Range words :
         {words_before(r, naming), appositive_before(r, chunk), appositive_behind(r, chunk)}) {
      if (words.empty()) continue;
      fit = std::max(fit, fit_of_role(r, classes, words, description, meant));
    }
    if (fit >= 0) visit(i - 1, fit);
  }
}

}  // namespace

std::uint32_t find_bearer(const Reading& r, const Register& names, const SourceClasses& classes,
                          const Description& description, const Wanted& wanted) {
  std::uint32_t best = kNone;
  int best_fit = -1;
  visit_bearers(r, names, classes, description, wanted, [&](std::uint32_t naming, int fit) {
    if (fit <= best_fit) return;
    best_fit = fit;
    best = naming;
  });
  return best;
}

std::vector<Bearer> list_bearers(const Reading& r, const Register& names,
                                 const SourceClasses& classes, const Description& description,
                                 const Wanted& wanted) {
  std::vector<Bearer> bearers;
  visit_bearers(r, names, classes, description, wanted, [&](std::uint32_t naming, int fit) {
    bearers.push_back({naming, fit});
  });
  return bearers;
}

}  // namespace quotary
