#include "sources/name_phrase.h"

#include <algorithm>

#include "tags/tag_set.h"

namespace quotary {

namespace {

constexpr std::uint32_t kLongestName = 6;  // tokens; what is longer is no person's name

}  // namespace

bool is_name_by_place(const Reading& r, std::uint32_t noun, const SourceClasses& classes) {
  if (noun == 0 || !r.has_capital(noun - 1)) return false;
  if (classes.of(r, noun).meets(classes.organisation)) {
    return noun - 1 != r.sentence_range(noun).first;
  }
  return r.tag(noun) == Tag::nouns &&
         classes.of(r, noun - 1)
             .meets(classes.honorific | classes.first_male | classes.first_female);
}

namespace {

bool is_capital_noun(const Reading& r, std::uint32_t at) {
  return r.has_capital(at) && (r.tag(at) == Tag::noun || r.tag(at) == Tag::nouns) &&
         at != r.sentence_range(at).first;
}

bool is_lower(const Reading& r, std::uint32_t at) {
  if (r.has_capital(at)) return false;
  const std::string_view text = r.document->text(r.tokens[at].span);
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "Eight-year-old"
bool is_compound(const Reading& r, std::uint32_t at) {
  if ((r.tokens[at].shape & shape::has_hyphen) == 0) return false;
  const std::string_view text = r.document->text(r.tokens[at]);
  return std::count(text.begin(), text.end(), '-') >= 2;
}

// What is known of the word behind a hyphen: "then-President", "ex-minister".
WordKinds kinds_behind_hyphen(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  const Token& token = r.tokens[at];
  if ((token.shape & shape::has_hyphen) == 0) return {};
  const std::string_view text = r.document->text(token);
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == text.size()) return {};
  return classes.of(r.entry_of_part(at, hyphen + 1, text.size()).set);
}

// The end of the title that begins at `at`: a phrase of the lexicon or a single word; `at` if none.
std::uint32_t title_end(const Reading& r, std::uint32_t at, std::uint32_t last,
                        const SourceClasses& classes) {
  if (const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, at);
      phrase && phrase->tokens.last <= last && classes.of(phrase->set).meets(classes.role)) {
    return phrase->tokens.last;
  }
  const WordKinds here = classes.of(r, at) | kinds_behind_hyphen(r, at, classes);
  return here.meets(classes.role | classes.honorific) ? at + 1 : at;
}

}  // namespace

bool opens_person(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  const WordKinds word = classes.of(r, at);
  if (word.meets(classes.first_male | classes.first_female)) return true;
  const bool initial =
      (r.tokens[at].shape & shape::abbreviation) != 0 && r.tokens[at].span.size() <= 4;
  return initial && !word.meets(classes.place | classes.organisation);  // "U.S. Secretary"
}

namespace {

bool looks_plural(const Reading& r, std::uint32_t at) {
  const std::string_view word = r.document->text(r.tokens[at]);
  return word.ends_with('s') && !word.ends_with("ss");
}

// Whether what stands before token `at` is no title but a part of the name that ends before `last`.
bool is_part_of_house(const Reading& r, std::uint32_t at, std::uint32_t last,
                      const SourceClasses& classes) {
  if (opens_person(r, at, classes)) return false;
  constexpr WordKinds kHouse =
      SourceClasses::organisation | SourceClasses::document | SourceClasses::outlet_word;
  if (classes.of(r, last - 1).meets(kHouse)) return true;
  const WordKinds title = classes.of(r, at - 1);
  return looks_plural(r, at - 1) && title.meets(classes.role) && !title.meets(classes.title);
}

// Whether a word that may be a title is a first name or an initial behind those of `titles`: "Gov.
// | Earl Cole", "Marine Cole", "Anna M. Cole"; not "Dean Anna Cole", "Gov. M. Cole".
bool is_first_name_here(const Reading& r, std::uint32_t at, Range titles,
                        const SourceClasses& classes) {
  constexpr std::uint32_t kLetter = 2;  // bytes: "M."
  if ((r.tokens[at].shape & shape::abbreviation) != 0) {
    return r.tokens[at].span.size() == kLetter && at > titles.last;
  }
  if (!classes.of(r, at).meets(classes.first_male | classes.first_female)) return false;
  const bool titled = !titles.empty() && titles.last == at;
  return titled || !opens_person(r, at + 1, classes);
}

// What the lexicon says of a name as a whole.
WordKinds kinds_of_name(const Reading& r, Range name, const SourceClasses& classes) {
  if (name.size() == 1) return classes.of(r, name.first);
  const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, name.first);
  return phrase && phrase->tokens == name ? classes.of(phrase->set) : WordKinds();
}

// "Marling.org"
bool is_domain(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || word.size() - dot < 3) return false;
  const std::string_view end = word.substr(dot + 1);
  return std::all_of(end.begin(), end.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

SourceType type_of_name(const Reading& r, Range name, const SourceClasses& classes) {
  const bool one_word = name.size() == 1;
  const WordKinds whole = kinds_of_name(r, name, classes);
  if (one_word && whole.meets(classes.people | classes.nationality)) return SourceType::group;
  if (whole.meets(classes.outlet)) return SourceType::organisation;
  if (whole.meets(classes.platform) && !r.narrative) return SourceType::organisation;
  const bool headed = classes.of(r, name.last - 1).meets(classes.organisation);
  if (!one_word && !headed && opens_person(r, name.first, classes)) return SourceType::person;
  WordKinds words;
  for (std::uint32_t at = name.first; at < name.last; ++at) words = words | classes.of(r, at);
  const bool acronym = one_word && ((r.tokens[name.first].shape & shape::all_caps) != 0 ||
                                    is_domain(r.document->text(r.tokens[name.first])));
  const bool outlet = !one_word && classes.of(r, name.last - 1).meets(classes.outlet_word);
  if (acronym || outlet || words.meets(classes.organisation) || whole.meets(classes.place)) {
    return SourceType::organisation;
  }
  return words.meets(classes.document) ? SourceType::document : SourceType::unknown;
}

void judge_type(const Reading& r, NamePhrase& phrase, bool titled, const SourceClasses& classes) {
  const Range name = phrase.name;
  phrase.type = titled ? SourceType::person : type_of_name(r, name, classes);
  if (phrase.type != SourceType::person && phrase.type != SourceType::unknown) return;
  if (phrase.gender != Gender::unknown || name.size() < (titled ? 2U : 1U)) return;
  const WordKinds first = classes.of(r, name.first);
  phrase.given = name.size() == 1 && first.meets(classes.first_male | classes.first_female);
  const Gender gender = gender_of_first_name(r, name.first, classes);
  if (gender != Gender::unknown) phrase.gender = gender;
}

bool is_listed_organisation(const Reading& r, Range name, const SourceClasses& classes) {
  if (name.size() < 2) return false;
  return kinds_of_name(r, name, classes).meets(classes.organisation | classes.outlet);
}

// An adjective whose capital is its own, and of which nothing is known.
bool may_open_name(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  return r.tag(at) == Tag::adj && r.has_capital(at) && r.has_capital_by_itself(at) &&
         classes.of(r, at).none() && r.block_of(at) != BlockKind::headline;
}

// "the way Cole speaks", "in fact Cole", "the campaign Cole ran": what stands before a name is a
// role if its last word is known to name one, or a kind of house before the name of one.
bool heads_role(const Reading& r, std::uint32_t at, Range name, const SourceClasses& classes) {
  const WordKinds word = classes.of(r, at) | kinds_behind_hyphen(r, at, classes);
  const bool house = type_of_name(r, name, classes) == SourceType::organisation;
  if (word.meets(classes.role | classes.trade)) return true;
  if (word.meets(classes.person)) return !house;
  return house && word.meets(classes.organisation) &&
         !kinds_of_name(r, name, classes).meets(classes.place);
}

// "Last week | John Stumpf", "polls showed Cole leading | Sen. Ann Roe": what is no part of a role.
Range without_clause(const Reading& r, Range role) {
  constexpr TagSet kSays = tag_set({Tag::vbg, Tag::vbn, Tag::adv});
  Range part = role;
  for (std::uint32_t at = role.first; at < role.last; ++at) {
    const bool behind = at > role.first && (part.first == at || is_in(r.tag(at - 1), kNouns));
    const bool says = is_in(r.tag(at), kSays) && (r.tokens[at].shape & shape::has_hyphen) == 0;
    const bool year = part.first == at && r.tag(at) == Tag::num;
    if (r.is_time(at) || (behind && (says || year))) part.first = at + 1;
  }
  return part;
}

// Whether what looks like a name is one: not "Friday", not a title without a bearer ("the MP",
// "Minister of Trade", "Nova CEO").
bool names_somebody(const Reading& r, Range name, Range chunk, const SourceClasses& classes) {
  const std::uint32_t end = name.last - 1;
  const WordKinds last = classes.of(r, end);
  const bool suffix = name.size() > 1 && last.meets(classes.suffix);  // "Ann Roe KC"
  const bool role = last.meets(classes.role) && !suffix;
  const bool initials = (r.tokens[end].shape & shape::all_caps) != 0;
  const bool people =
      last.meets(classes.people) || (name.size() == 1 && last.meets(classes.nationality));
  if (people && r.tag(chunk.first) == Tag::det) return false;
  if (name.size() == 1) {
    const bool capital = r.has_capital(end) || r.length_of_article(end) > 0;
    if (!capital || last.meets(classes.not_name | classes.honorific)) return false;
    // In a story, "the Colonel" is as good as a name.
    const bool defined = r.tag(chunk.first) == Tag::det && chunk.first < name.first && !r.narrative;
    const bool linked = chunk.last == name.last && name.last < r.tokens.size() &&
                        classes.of(r, name.last).meets(classes.name_link);
    if (linked && last.meets(classes.person)) return false;  // "Mother of three"
    if (opens_as_plural(r, end, classes)) return false;
    return !role || !(initials || defined || linked);
  }
  // "Nordwerk AG" is a name, "Texas AG" a title.
  const bool company =
      last.meets(classes.organisation) && !classes.of(r, name.first).meets(classes.place);
  if (company) return true;
  // "Jane Bishop" is a name, "Nova Administrator" is none.
  return !role || (!initials && opens_person(r, name.first, classes));
}

}  // namespace

Gender gender_of_first_name(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  const WordKinds kinds = classes.of(r, at);
  const bool male = kinds.meets(classes.first_male);
  const bool female = kinds.meets(classes.first_female);
  if (male == female) return Gender::unknown;
  return male ? Gender::male : Gender::female;
}

Gender gender_of_words(const Reading& r, Range tokens, const SourceClasses& classes) {
  for (std::uint32_t at = tokens.first; at < tokens.last; ++at) {
    const WordKinds here = classes.of(r, at);
    const bool male = here.meets(classes.male);
    const bool female = here.meets(classes.female);
    if (male != female) return male ? Gender::male : Gender::female;
  }
  return Gender::unknown;
}

bool opens_as_plural(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  if (at != r.sentence_range(at).first || r.narrative) return false;
  const WordKinds kinds = classes.of(r, at);
  if (!kinds.meets(classes.role | classes.person)) return false;
  if (kinds.meets(classes.people | classes.nationality)) return false;  // "Democrats"
  return r.tag(at) == Tag::nouns || looks_plural(r, at);
}

namespace {

// The last run of name tokens: the possessive mark and what precedes the run are no part of the
// name.
Range run_of_name(const Reading& r, Range tokens, const SourceClasses& classes) {
  std::uint32_t last = r.end_before_time(tokens);
  while (last > tokens.first && !is_name_token(r, last - 1, classes)) --last;
  // "Kemp clung": what the tagger takes for a name has a capital somewhere.
  while (last > tokens.first + 1 && is_name_token(r, last - 2, classes) && is_lower(r, last - 1))
    --last;
  std::uint32_t first = last;
  while (first > tokens.first && is_name_token(r, first - 1, classes)) --first;
  // "Justice Department", whose first word the tagger takes for a noun.
  if (last > first && classes.of(r, last - 1).meets(classes.organisation)) {
    while (first > tokens.first && is_capital_noun(r, first - 1)) --first;
  }
  // "Ole Strand", whose first name the tagger takes for another word at the beginning of a
  // sentence.
  if (last > first && first > tokens.first && r.has_capital(first) && r.has_capital(first - 1) &&
      !r.entries[first - 1].common &&
      classes.of(r, first - 1).meets(classes.first_male | classes.first_female)) {
    --first;
  }
  return {first, last};
}

// The run as far as it may be a name, to either side: "Fast | Retailing", no first name before it;
// "dearest | Anna", "Media titan | Ann Lee", "Eight-year-old | Ann Lee".
std::uint32_t begin_of_name(const Reading& r, Range run, std::uint32_t chunk_first,
                            const SourceClasses& classes) {
  std::uint32_t first = run.first;
  while (first < run.last && first > chunk_first && !opens_person(r, first, classes) &&
         may_open_name(r, first - 1, classes)) {
    --first;
  }
  for (std::uint32_t at = first; at + 1 < run.last; ++at) {
    const bool word = is_lower(r, at) && !classes.of(r, at).meets(classes.particle);
    if (word || is_compound(r, at)) first = at + 1;
  }
  return first;
}

// Where titles in capitals end, "Deputy Prime Minister", "Sen.", and what they are titles of, as
// long as a title follows: "Iowa Republican Party Chairman". The beginning if there is none.
std::uint32_t end_of_titles(const Reading& r, Range run, const SourceClasses& classes) {
  std::uint32_t titles = run.first;
  std::uint32_t bare = run.last;  // "Martin Luther King | Jr."
  while (bare > run.first && classes.of(r, bare - 1).meets(classes.suffix)) --bare;
  for (std::uint32_t at = run.first; at + 1 < bare; ++at) {
    std::uint32_t end = title_end(r, at, run.last, classes);
    if (end == at + 1 && is_first_name_here(r, at, {run.first, titles}, classes)) break;
    // "Texas Republican | Maria Salcedo"
    const bool member = at > run.first && classes.of(r, at).meets(classes.people) &&
                        opens_person(r, at + 1, classes);
    if (member) end = at + 1;
    if (end == at) continue;
    if (end >= bare) break;  // a name that happens to be a title: "Bishop"
    titles = end;
    at = end - 1;
  }
  if (titles == run.first || classes.of(r, titles - 1).meets(classes.honorific)) return titles;
  // "Justice Department", "General Services Administration", "Nurses United": no judge by the name
  // of Department.
  return is_part_of_house(r, titles, run.last, classes) ? run.first : titles;
}

// "Ostavian | Cole"; "Finn Cole" is a name.
bool is_affiliation(const Reading& r, std::uint32_t at, std::uint32_t last,
                    const SourceClasses& classes) {
  const WordKinds word = classes.of(r, at);
  if (at + 1 >= last || !word.meets(classes.nationality | classes.people)) return false;
  const bool given = word.meets(classes.first_male | classes.first_female) && at + 2 == last;
  return !given ||
         classes.of(r, at + 1).meets(classes.role | classes.people | classes.organisation);
}

// "Carmaker | Nordwerk", "Rival | Ann Lee", at the beginning of a sentence.
bool is_role_that_opens(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  if (at != r.sentence_range(at).first) return false;
  const WordKinds word = classes.of(r, at);
  const bool person = word.meets(classes.person) && opens_person(r, at + 1, classes);
  return person || word.meets(classes.trade);
}

// "Greek Orthodox Church": of an organisation, the adjective is a part of the name.
void take_adjective(const Reading& r, std::uint32_t chunk_first, const SourceClasses& classes,
                    NamePhrase& phrase) {
  if (phrase.type != SourceType::organisation || phrase.name.first <= chunk_first) return;
  const std::uint32_t before = phrase.name.first - 1;
  const bool adjective = classes.of(r, before).meets(classes.nationality | classes.people);
  if (!adjective || !r.has_capital(before)) return;
  phrase.name.first = before;
  phrase.affiliation = {};
  if (phrase.role.last > before) phrase.role = {};
}

}  // namespace

NamePhrase read_name(const Reading& r, Range tokens, const SourceClasses& classes) {
  NamePhrase phrase;
  const Range run = run_of_name(r, tokens, classes);
  // "Doctors Without Borders": neither a title nor a role is a part of what is listed as one name.
  if (is_listed_organisation(r, run, classes)) {
    phrase.name = run;
    phrase.type = SourceType::organisation;
    return phrase;
  }
  const std::uint32_t first = begin_of_name(r, run, tokens.first, classes);
  const std::uint32_t last = run.last;
  // "Democratic presidential nominee | Hillary Clinton": lower-case nouns before are its role.
  phrase.role = {tokens.first, first};
  while (phrase.role.first < phrase.role.last &&
         (r.tag(phrase.role.first) == Tag::det || r.tag(phrase.role.first) == Tag::poss)) {
    ++phrase.role.first;
  }
  std::uint32_t at = first;
  if (is_affiliation(r, at, last, classes)) {
    phrase.affiliation = {at, at + 1};
    ++at;
  }
  if (at + 1 < last && at == tokens.first && is_role_that_opens(r, at, classes)) {
    phrase.role = {at, at + 1};
    ++at;
  }
  const std::uint32_t titles = end_of_titles(r, {at, last}, classes);
  const bool titled = titles > at;
  if (titled) {
    const bool honoured = classes.of(r, titles - 1).meets(classes.honorific);
    phrase.gender = gender_of_words(r, {at, titles}, classes);
    if (!honoured || titles - at > 1) {
      phrase.role.last = honoured ? titles - 1 : titles;  // "State Senator | Dr. Ann Lee"
      if (phrase.role.first >= first) phrase.role.first = at;
    }
    at = titles;
  }
  if (phrase.role.last <= first && phrase.gender == Gender::unknown) {
    phrase.gender = gender_of_words(r, phrase.role, classes);
  }
  // "film producer Cole", but not "gas producer Volgatek": the name has to tell what it is.
  const auto is_role = [&](std::uint32_t word) {
    const WordKinds here = classes.of(r, word);
    return here.meets(classes.role) && !here.meets(classes.organisation);
  };
  const bool role_before = phrase.role.last > phrase.role.first && phrase.role.last == at &&
                           is_role(phrase.role.last - 1);
  phrase.name = {at, last};
  if (phrase.name.empty()) return phrase;
  if (!names_somebody(r, phrase.name, tokens, classes)) {
    phrase.name = {};
    return phrase;
  }
  if (phrase.name.size() > kLongestName) {
    phrase.type = SourceType::organisation;
    return phrase;
  }
  phrase.role = without_clause(r, phrase.role);
  if (!phrase.role.empty() && !heads_role(r, phrase.role.last - 1, phrase.name, classes)) {
    phrase.role = {};
  }
  judge_type(r, phrase, titled || role_before, classes);
  const bool traded =
      !phrase.role.empty() && classes.of(r, phrase.role.last - 1).meets(classes.trade);
  if (traded && phrase.type == SourceType::unknown) phrase.type = SourceType::organisation;
  take_adjective(r, tokens.first, classes, phrase);
  return phrase;
}

}  // namespace quotary
