#include "mentions/name_tags.h"

#include <algorithm>
#include <string_view>

#include "mentions/reading.h"
#include "tags/tag_set.h"

namespace quotary {

namespace {

constexpr TagSet kParticiples = tag_set({Tag::vbg, Tag::vbn});
constexpr TagSet kLikeFirstNames = tag_set({Tag::adj, Tag::adv, Tag::noun, Tag::verb, Tag::modal});
constexpr TagSet kLikeGivenNames =
    kNouns | tag_set({Tag::adj, Tag::adv, Tag::vbg, Tag::vbn, Tag::vbd});
constexpr TagSet kLikeOrganisations =
    tag_set({Tag::wh, Tag::pron, Tag::noun, Tag::adj, Tag::other});
constexpr TagSet kLikeSurnames =
    kLikeFirstNames |
    tag_set({Tag::modal, Tag::prep, Tag::vbp, Tag::vbd, Tag::vbz, Tag::vbg, Tag::vbn, Tag::nouns});
constexpr TagSet kLikeKnownSurnames = kLikeSurnames | tag_set({Tag::det, Tag::other});
constexpr TagSet kActs = tag_set({Tag::verb, Tag::vbp});
constexpr std::size_t kMostSurnames = 128;  // kept in mind of one document

}  // namespace

NameTags::NameTags(const Lexicon& words) {
  constexpr std::string_view kHonorifics[] = {"HonorificMale", "HonorificFemale",
                                              "HonorificNeutral"};
  honorifics_ = words.class_set(kHonorifics);
  constexpr std::string_view kFirstNames[] = {"FirstNameMale", "FirstNameFemale"};
  first_names_ = words.class_set(kFirstNames);
  constexpr std::string_view kNoShortForms[] = {
      "FirstNameMale",    "FirstNameFemale", "HonorificMale", "HonorificFemale",
      "HonorificNeutral", "Title",           "RoleNoun",      "RoleMale",
      "RoleFemale",       "TimeWord",        "Month",         "Nationality"};
  no_short_forms_ = words.class_set(kNoShortForms);
  constexpr std::string_view kParticles[] = {"NameParticle"};
  particles_ = words.class_set(kParticles);
  constexpr std::string_view kNoSurnames[] = {"Nationality", "ReferPeople", "TimeWord"};
  no_surnames_ = words.class_set(kNoSurnames);
  constexpr std::string_view kDocuments[] = {"DocumentNoun"};
  documents_ = words.class_set(kDocuments);
  constexpr std::string_view kCompanySuffixes[] = {"OrgSuffix"};
  company_suffixes_ = words.class_set(kCompanySuffixes);
  constexpr std::string_view kOrganisations[] = {"OrgHead", "MediaOutlet"};
  organisations_ = words.class_set(kOrganisations);
  constexpr std::string_view kHolding[] = {"ReferHolding"};
  holding_ = words.class_set(kHolding);
  constexpr std::string_view kHoldingOffice[] = {"ReferHoldingOffice"};
  holding_office_ = words.class_set(kHoldingOffice);
  constexpr std::string_view kOffices[] = {"Title", "RoleNoun", "RoleMale", "RoleFemale",
                                           "ReferPeople"};
  offices_ = words.class_set(kOffices);
}

bool NameTags::is_surname(std::uint32_t word) const {
  return std::find(surnames_.begin(), surnames_.end(), word) != surnames_.end();
}

void NameTags::mend(Reading& r) {
  surnames_.clear();
  for (std::uint32_t at = 0; at < r.tokens.size(); ++at) {
    if (r.has_capital(at)) {
      if (at > 0 && ends_with_given_name(r, at)) r.tags[at - 1] = r.tags[at] = Tag::propn;
      tag_name(r, at);
      tag_listed_name(r, at);
    }
    if (r.tags[at] == Tag::noun && r.length_of_article(at) > 0) tag_articled_name(r, at);
    if (r.tags[at] == Tag::other && at > 0 && is_particle(r, at)) r.tags[at] = Tag::propn;
    if (at > 0 && is_in(r.tags[at], kParticiples) && describes_holder(r, at)) r.tags[at] = Tag::adj;
    if (is_in(r.tags[at], kActs) && stands_for_office(r, at)) r.tags[at] = Tag::noun;
    if (r.tags[at] == Tag::adv && (is_document(r, at) || heads_office(r, at))) {
      r.tags[at] = Tag::noun;
    }
  }
}

// "Oscar de la Renta", whose particles the tagger takes for foreign words.
bool NameTags::is_particle(const Reading& r, std::uint32_t at) const {
  if (r.tags[at - 1] != Tag::propn || r.sentence[at - 1] != r.sentence[at]) return false;
  constexpr std::uint32_t kMost = 4;  // "von und zu"
  const std::uint32_t end = at + kMost;
  while (at < end && r.tag(at) == Tag::other && r.meets(at, particles_)) ++at;
  return r.tag(at) == Tag::propn && r.has_capital(at);
}

// "Abdel-Fattah el-Sissi"; the tagger knows nothing of what has a hyphen.
void NameTags::tag_articled_name(Reading& r, std::uint32_t at) {
  for (r.tags[at] = Tag::propn; at > 0 && r.tags[at - 1] == Tag::noun; --at) {
    if (!r.has_capital(at - 1) || r.sentence[at - 1] != r.sentence[at]) return;
    r.tags[at - 1] = Tag::propn;
  }
}

// "Moon Jae-in said", "Prayuth Chan-ocha, 62,": a given name of two syllables, and the surname
// before it; not "New York-based lawyers".
bool NameTags::ends_with_given_name(const Reading& r, std::uint32_t at) const {
  if ((r.tokens[at].shape & shape::has_hyphen) == 0 || !is_in(r.tags[at], kLikeGivenNames)) {
    return false;
  }
  const std::string_view word = r.document->text(r.tokens[at]);
  const std::size_t second = word.find('-') + 1;
  const bool small = second > 2 && second < word.size() && word[second] >= 'a' &&
                     word[second] <= 'z' && word.find('-', second) == std::string_view::npos;
  return small && r.has_capital(at - 1) && is_in(r.tags[at - 1], kLikeGivenNames) &&
         r.sentence[at - 1] == r.sentence[at] && r.block_of(at) != BlockKind::headline &&
         stops_behind(r, at + 1);
}

// Whether a verb or a mark stands where a name has ended.
bool NameTags::stops_behind(const Reading& r, std::uint32_t at) const {
  return at >= r.tokens.size() || is_finite_verb(r.tags[at]) || is_mark(r.tags[at]);
}

// "Emily Stone", whose first name looks like another word; "Hope Green said".
bool NameTags::is_first_name(const Reading& r, std::uint32_t at) const {
  constexpr TagSet kBehind = kNouns | tag_set({Tag::adj});
  if (!r.meets(at, first_names_) || !r.has_capital(at + 1)) return false;
  if (r.tag(at + 1) == Tag::propn && !r.entries[at].common) return true;
  if (!is_in(r.tag(at + 1), kBehind)) return false;
  const bool titled = at > 0 && r.has_capital(at - 1) && r.meets(at - 1, offices_);
  const bool opens =
      titled || at == 0 || r.sentence[at - 1] != r.sentence[at] || is_mark(r.tags[at - 1]);
  return opens && r.block_of(at) != BlockKind::headline && !r.meets(at + 1, no_surnames_) &&
         stops_behind(r, at + 2);
}

// "WHO officials", where capitals tell it from the word; "a Reuters tally".
bool NameTags::is_listed_word(const Reading& r, std::uint32_t at) const {
  const auto shouts = [&](std::uint32_t word) {
    return word < r.tokens.size() && (r.tokens[word].shape & shape::all_caps) != 0;
  };
  const bool capitals = shouts(at) && !(at > 0 && shouts(at - 1)) && !shouts(at + 1);
  return (capitals || r.tags[at] == Tag::other) && r.block_of(at) != BlockKind::headline &&
         r.meets(at, organisations_);
}

// "Target Corp."
bool NameTags::names_company(const Reading& r, std::uint32_t at) const {
  constexpr auto kShort = shape::abbreviation | shape::all_caps;
  return at + 1 < r.tokens.size() && r.has_capital(at + 1) &&
         (r.tokens[at + 1].shape & kShort) != 0 && r.meets(at + 1, company_suffixes_);
}

// "Olympic champion Ann Lee", where a word is no verb.
bool NameTags::stands_for_office(const Reading& r, std::uint32_t at) const {
  constexpr TagSet kBefore = tag_set({Tag::propn, Tag::noun, Tag::adj});
  return at > 0 && is_in(r.tags[at - 1], kBefore) && r.sentence[at - 1] == r.sentence[at] &&
         r.meets(at, offices_) && !r.has_capital(at) && at + 1 < r.tokens.size() &&
         r.has_capital(at + 1) && r.meets(at + 1, first_names_);
}

// "a Reuters tally", whose last letters are those of an adverb.
bool NameTags::is_document(const Reading& r, std::uint32_t at) const {
  constexpr TagSet kBefore = tag_set({Tag::propn, Tag::noun, Tag::adj, Tag::det});
  return at > 0 && is_in(r.tags[at - 1], kBefore) && r.sentence[at - 1] == r.sentence[at] &&
         r.meets(at, documents_);
}

// "Head of Communications Ann Lee"
bool NameTags::heads_office(const Reading& r, std::uint32_t at) const {
  return r.has_capital(at) && r.tag(at + 1) == Tag::prep && r.meets(at, offices_);
}

// "said acting Mayor Ann Lee", "leading scientists say"; not "polls showed her leading Lund", "was
// elected mayor".
bool NameTags::describes_holder(const Reading& r, std::uint32_t at) const {
  constexpr TagSet kBeforeVerb = kNouns | tag_set({Tag::pron, Tag::be});
  const ClassSet& word = r.lexicon->classes(r.entries[at].set);
  const bool holding = word.meets(holding_);
  if (!(holding || word.meets(holding_office_)) || at + 1 >= r.tokens.size()) return false;
  if (r.sentence[at - 1] == r.sentence[at] && is_in(r.tags[at - 1], kBeforeVerb)) return false;
  const bool office = r.meets(at + 1, offices_);
  return office || (holding && r.has_capital(at + 1));
}

// Surnames that look like other words: "Tom Blakely", "Ms. Young", "Theresa May"; and "Carmaker
// Nordwerk said", a name before its verb. In headlines capitals tell nothing.
void NameTags::tag_name(Reading& r, std::uint32_t at) {
  if (is_in(r.tags[at], kLikeOrganisations) && is_listed_word(r, at)) r.tags[at] = Tag::propn;
  if (is_in(r.tags[at], kLikeFirstNames) && (is_first_name(r, at) || names_company(r, at))) {
    r.tags[at] = Tag::propn;
  }
  if (at == 0) return;
  const bool after_name = r.tags[at - 1] == Tag::propn && r.sentence[at] == r.sentence[at - 1];
  const bool acts = r.tags[at] == Tag::verb && is_finite_verb(r.tag(at + 1)) &&
                    r.has_capital_by_itself(at) && r.block_of(at) != BlockKind::headline;
  if (!after_name) {
    const bool again = is_in(r.tags[at], kLikeKnownSurnames) && is_surname_again(r, at);
    if (again || acts) r.tags[at] = Tag::propn;
    return;
  }
  if (is_in(r.tags[at], kLikeSurnames) && r.block_of(at) != BlockKind::headline) {
    const ClassSet& before = r.lexicon->classes(r.entries[at - 1].set);
    if (before.meets(honorifics_) || before.meets(first_names_) || acts) r.tags[at] = Tag::propn;
  }
  if (r.tags[at] != Tag::propn) return;
  const bool opens =
      at == 1 || r.tags[at - 2] != Tag::propn || r.sentence[at - 2] != r.sentence[at];
  if (opens && !r.meets(at - 1, no_short_forms_)) remember(r, at - 1);
  remember(r, at);
}

// What a name may be called by later: its last word, and the first one, unless it is a first name
// or a title ("Target Corp.", "Ban Ki-moon").
void NameTags::remember(const Reading& r, std::uint32_t at) {
  if (surnames_.size() < kMostSurnames && !is_surname(r.word(at))) surnames_.push_back(r.word(at));
}

// "Save the Children", "Doctors Without Borders": what the lexicon has as one name, some of whose
// words are no names by themselves.
void NameTags::tag_listed_name(Reading& r, std::uint32_t at) {
  const bool marked = at > 0 && r.tags[at - 1] == Tag::quote;  // `"Meet the Press"`
  if (!r.entries[at].starts_phrase || marked || r.tags[at] == Tag::det) return;
  if (r.block_of(at) == BlockKind::headline) return;
  const auto phrase = r.lexicon->phrase_at(r.tokens, r.entries, at);
  if (!phrase || !r.has_capital(phrase->tokens.last - 1)) return;
  if (!r.lexicon->classes(phrase->set).meets(organisations_)) return;
  bool odd = false;
  for (std::uint32_t each = at; each < phrase->tokens.last; ++each) {
    odd = odd || (r.has_capital(each) && r.tags[each] != Tag::propn);
  }
  if (!odd) return;
  std::fill(r.tags.begin() + at, r.tags.begin() + phrase->tokens.last, Tag::propn);
}

// "May said", once the text has named a Theresa May.
bool NameTags::is_surname_again(const Reading& r, std::uint32_t at) const {
  return is_surname(r.word(at)) && r.block_of(at) != BlockKind::headline && r.stands_as_name(at);
}

}  // namespace quotary
