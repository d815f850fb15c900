#include "sources/name_phrase.h"

#include <algorithm>

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

// A first name or an initial.
bool opens_person(const Reading& r, std::uint32_t at, const SourceClasses& classes) {
  return classes.of(r, at).meets(classes.first_male | classes.first_female) ||
         ((r.tokens[at].shape & shape::abbreviation) != 0 && r.tokens[at].span.size() <= 4);
}

// What the lexicon says of a name as a whole.
WordKinds kinds_of_name(const Reading& r, Range name, const SourceClasses& classes) {
  if (name.size() == 1) return classes.of(r, name.first);
  const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, name.first);
  return phrase && phrase->tokens == name ? classes.of(phrase->set) : WordKinds();
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
  const bool acronym = one_word && (r.tokens[name.first].shape & shape::all_caps) != 0;
  if (acronym || words.meets(classes.organisation) || whole.meets(classes.place)) {
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

// "how hard Ostavia finds it", "the way Cole speaks": what stands before a name is a role if its
// last word names one; with an article, only if that word is known to.
bool heads_role(const Reading& r, std::uint32_t at, Range chunk, const SourceClasses& classes) {
  const WordKinds word = classes.of(r, at);
  if (word.meets(classes.role | classes.person | classes.trade)) return true;
  const Tag first = r.tag(chunk.first);
  const bool counted = first == Tag::det || first == Tag::num;
  return r.tag(at) == Tag::propn || (r.tag(at) == Tag::noun && !counted);
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

NamePhrase read_name(const Reading& r, Range tokens, const SourceClasses& classes) {
  NamePhrase phrase;
  // The possessive mark and what precedes the last run of name tokens are no part of the name.
  std::uint32_t last = tokens.last;
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
  // "Doctors Without Borders": neither a title nor a role is a part of what is listed as one name.
  if (is_listed_organisation(r, {first, last}, classes)) {
    phrase.name = {first, last};
    phrase.type = SourceType::organisation;
    return phrase;
  }
  // "Fast Retailing", no first name before it.
  while (first < last && first > tokens.first && !opens_person(r, first, classes) &&
         may_open_name(r, first - 1, classes)) {
    --first;
  }
  while (first + 1 < last && is_lower(r, first) && !classes.of(r, first).meets(classes.particle)) {
    ++first;  // "dearest Anna"
  }
  // "Democratic presidential nominee | Hillary Clinton": lower-case nouns before are its role.
  phrase.role = {tokens.first, first};
  while (phrase.role.first < phrase.role.last &&
         (r.tag(phrase.role.first) == Tag::det || r.tag(phrase.role.first) == Tag::poss)) {
    ++phrase.role.first;
  }
  std::uint32_t at = first;
  if (at + 1 < last && classes.of(r, at).meets(classes.nationality | classes.people)) {
    phrase.affiliation = {at, at + 1};
    ++at;
  }
  // "Carmaker | Nordwerk", "Rival | Ann Lee", at the beginning of a sentence.
  if (at + 1 < last && at == tokens.first && at == r.sentence_range(at).first) {
    const WordKinds word = classes.of(r, at);
    const bool person = word.meets(classes.person) && opens_person(r, at + 1, classes);
    if (person || word.meets(classes.trade)) {
      phrase.role = {at, at + 1};
      ++at;
    }
  }
  // Titles in capitals: "Deputy Prime Minister", "Sen.", and what they are titles of, as long as
  // a title follows: "Iowa Republican Party Chairman".
  std::uint32_t title_last = at;
  bool titled = false;
  for (std::uint32_t look = at; look + 1 < last; ++look) {
    std::uint32_t end = title_end(r, look, last, classes);
    // "Texas Republican | Maria Salcedo"
    const bool member = look > at && classes.of(r, look).meets(classes.people) &&
                        opens_person(r, look + 1, classes);
    if (member) end = look + 1;
    if (end == look) continue;
    if (end >= last) break;  // a name that happens to be a title: "Bishop"
    title_last = end;
    titled = true;
    look = end - 1;
  }
  const bool honoured =
      classes.of(r, title_last > at ? title_last - 1 : at).meets(classes.honorific);
  // "Justice Department": no judge by the name of Department.
  if (titled && !honoured && title_last + 1 == last &&
      classes.of(r, title_last).meets(classes.organisation)) {
    titled = false;
    title_last = at;
  }
  if (title_last > at) {
    phrase.gender = gender_of_words(r, {at, title_last}, classes);
    if (!honoured || title_last - at > 1) {
      phrase.role.last = title_last;
      if (phrase.role.first >= first) phrase.role.first = at;
    }
    at = title_last;
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
  if (!phrase.role.empty() && !heads_role(r, phrase.role.last - 1, tokens, classes))
    phrase.role = {};
  judge_type(r, phrase, titled || role_before, classes);
  const bool traded =
      !phrase.role.empty() && classes.of(r, phrase.role.last - 1).meets(classes.trade);
  if (traded && phrase.type == SourceType::unknown) phrase.type = SourceType::organisation;
  // "Greek Orthodox Church": of an organisation, the adjective is a part of the name.
  if (phrase.type == SourceType::organisation && phrase.name.first > tokens.first) {
    const std::uint32_t before = phrase.name.first - 1;
    const WordKinds word = classes.of(r, before);
    const bool adjective = word.meets(classes.nationality | classes.people);
    if (!adjective || !r.has_capital(before)) return phrase;
    phrase.name.first = before;
    phrase.affiliation = {};
    if (phrase.role.last > before) phrase.role = {};
  }
  return phrase;
}

}  // namespace quotary
