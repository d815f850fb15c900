#include "mentions/reading.h"

#include <algorithm>

#include "quotes/speeches.h"
#include "tags/tag_set.h"
#include "text/ascii.h"

namespace quotary {

namespace {

constexpr TagSet kParticiples = tag_set({Tag::vbg, Tag::vbn});
constexpr TagSet kLikeFirstNames = tag_set({Tag::adj, Tag::adv, Tag::noun, Tag::verb});
constexpr TagSet kLikeOrganisations =
    tag_set({Tag::wh, Tag::pron, Tag::noun, Tag::adj, Tag::other});
constexpr TagSet kLikeSurnames =
    kLikeFirstNames |
    tag_set({Tag::modal, Tag::prep, Tag::vbp, Tag::vbd, Tag::vbz, Tag::vbg, Tag::vbn, Tag::nouns});
constexpr TagSet kActs = tag_set({Tag::verb, Tag::vbp});
constexpr std::size_t kMostSurnames = 128;  // kept in mind of one document

// The number of the range that holds each token.
void number_ranges(const auto& ranges, std::size_t tokens, std::vector<std::uint32_t>& of_token) {
  of_token.resize(tokens);
  std::uint32_t number = 0;
  for (const auto& each : ranges) {
    std::fill(of_token.begin() + each.tokens.first, of_token.begin() + each.tokens.last, number++);
  }
}

}  // namespace

Reading::Reading(const Lexicon& words, const ClassWords& names)
    : lexicon(&words), class_words(&names), naming_marks_(words) {
  constexpr std::string_view kTimes[] = {"TimeWord", "Month"};
  time_classes = words.class_set(kTimes);
  constexpr std::string_view kAgents[] = {"ReferAgent"};
  agent_classes = words.class_set(kAgents);
  constexpr std::string_view kMedia[] = {"MediaOutlet", "SocialMedia", "MediumNoun",
                                         "OccasionNoun"};
  medium_classes = words.class_set(kMedia);
  constexpr std::string_view kHonorifics[] = {"HonorificMale", "HonorificFemale",
                                              "HonorificNeutral"};
  honorifics_ = words.class_set(kHonorifics);
  constexpr std::string_view kFirstNames[] = {"FirstNameMale", "FirstNameFemale"};
  first_names_ = words.class_set(kFirstNames);
  constexpr std::string_view kNameArticles[] = {"ReferNameArticle"};
  name_articles_ = words.class_set(kNameArticles);
  constexpr std::string_view kNoShortForms[] = {
      "FirstNameMale",    "FirstNameFemale", "HonorificMale", "HonorificFemale",
      "HonorificNeutral", "Title",           "RoleNoun",      "RoleMale",
      "RoleFemale",       "TimeWord",        "Month",         "Nationality"};
  no_short_forms_ = words.class_set(kNoShortForms);
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

void Reading::fill(const Document& doc, const Tagger& tagger, const Marks& marks,
                   const std::vector<Block>& found_blocks) {
  document = &doc;
  blocks = &found_blocks;
  tokens = doc.tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  lexicon->look_up(tokens, doc.text(), entries, tag_classes_);
  tags.resize(count);
  tagger.tag(doc, {0, count}, tag_classes_, tags);
  fill_positions();
  tag_names();
  fill_exclusions(found_blocks);
  fill_stretches(marks.stretches);
  read_chunks(tokens, doc.sentences(), tags, chunks);
  number_chunks();
}

std::string_view Reading::stem(std::uint32_t at) const {
  constexpr std::size_t kLetters = 5;
  const std::string_view word = document->text(tokens[at]);
  const std::string_view letters = word.substr(0, kLetters);
  return std::all_of(letters.begin(), letters.end(), is_ascii_letter) ? letters : word;
}

WordEntry Reading::entry_of_part(std::uint32_t at, std::size_t first, std::size_t last) const {
  Token part = tokens[at];
  part.word = word_id(document->text(part).substr(first, last - first));
  part.span = {part.span.begin + static_cast<std::uint32_t>(first),
               part.span.begin + static_cast<std::uint32_t>(last)};
  return lexicon->look_up(part, document->text());
}

std::size_t Reading::length_of_article(std::uint32_t at) const {
  if ((tokens[at].shape & shape::has_hyphen) == 0) return 0;
  const std::string_view word = document->text(tokens[at]);
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 == word.size()) return 0;
  const ClassSet& article = lexicon->classes(entry_of_part(at, 0, hyphen).set);
  return article.meets(name_articles_) ? hyphen + 1 : 0;
}

bool Reading::is_surname(std::uint32_t word) const {
  return std::find(surnames_.begin(), surnames_.end(), word) != surnames_.end();
}

void Reading::tag_names() {
  surnames_.clear();
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    if (has_capital(at)) {
      tag_name(at);
      tag_listed_name(at);
    }
    if (tags[at] == Tag::noun && length_of_article(at) > 0) tag_articled_name(at);
    if (at > 0 && is_in(tags[at], kParticiples) && describes_holder(at)) tags[at] = Tag::adj;
    if (is_in(tags[at], kActs) && stands_for_office(at)) tags[at] = Tag::noun;
    if (tags[at] == Tag::adv && is_document(at)) tags[at] = Tag::noun;
  }
}

// "Abdel-Fattah el-Sissi"; the tagger knows nothing of what has a hyphen.
void Reading::tag_articled_name(std::uint32_t at) {
  for (tags[at] = Tag::propn; at > 0 && tags[at - 1] == Tag::noun; --at) {
    if (!has_capital(at - 1) || sentence[at - 1] != sentence[at]) return;
    tags[at - 1] = Tag::propn;
  }
}

// "Emily Stone", whose first name looks like another word.
bool Reading::is_first_name(std::uint32_t at) const {
  return lexicon->classes(entries[at].set).meets(first_names_) && !entries[at].common &&
         tag(at + 1) == Tag::propn && has_capital(at + 1);
}

// "WHO officials", where capitals tell it from the word; "a Reuters tally".
bool Reading::is_listed_word(std::uint32_t at) const {
  const bool capitals = (tokens[at].shape & shape::all_caps) != 0 || tags[at] == Tag::other;
  return capitals && block_of(at) != BlockKind::headline &&
         lexicon->classes(entries[at].set).meets(organisations_);
}

// "Target Corp."
bool Reading::names_company(std::uint32_t at) const {
  constexpr auto kShort = shape::abbreviation | shape::all_caps;
  return at + 1 < tokens.size() && has_capital(at + 1) && (tokens[at + 1].shape & kShort) != 0 &&
         lexicon->classes(entries[at + 1].set).meets(company_suffixes_);
}

// "Olympic champion Ann Lee", where a word is no verb.
bool Reading::stands_for_office(std::uint32_t at) const {
  constexpr TagSet kBefore = tag_set({Tag::propn, Tag::noun, Tag::adj});
  return at > 0 && is_in(tags[at - 1], kBefore) && sentence[at - 1] == sentence[at] &&
         lexicon->classes(entries[at].set).meets(offices_) && !has_capital(at) &&
         at + 1 < tokens.size() && has_capital(at + 1) &&
         lexicon->classes(entries[at + 1].set).meets(first_names_);
}

// "a Reuters tally", whose last letters are those of an adverb.
bool Reading::is_document(std::uint32_t at) const {
  constexpr TagSet kBefore = tag_set({Tag::propn, Tag::noun, Tag::adj, Tag::det});
  return at > 0 && is_in(tags[at - 1], kBefore) && sentence[at - 1] == sentence[at] &&
         lexicon->classes(entries[at].set).meets(documents_);
}

// "said acting Mayor Ann Lee", "leading scientists say"; not "polls showed her leading Lund", "was
// elected mayor".
bool Reading::describes_holder(std::uint32_t at) const {
  constexpr TagSet kBeforeVerb = tag_set({Tag::noun, Tag::nouns, Tag::propn, Tag::pron, Tag::be});
  const ClassSet& word = lexicon->classes(entries[at].set);
  const bool holding = word.meets(holding_);
  if (!(holding || word.meets(holding_office_)) || at + 1 >= tokens.size()) return false;
  if (sentence[at - 1] == sentence[at] && is_in(tags[at - 1], kBeforeVerb)) return false;
  const bool office = lexicon->classes(entries[at + 1].set).meets(offices_);
  return office || (holding && has_capital(at + 1));
}

// Surnames that look like other words: "Tom Blakely", "Ms. Young", "Theresa May"; and "Carmaker
// Nordwerk said", a name before its verb. In headlines capitals tell nothing.
void Reading::tag_name(std::uint32_t at) {
  if (is_in(tags[at], kLikeOrganisations) && is_listed_word(at)) tags[at] = Tag::propn;
  if (is_in(tags[at], kLikeFirstNames) && (is_first_name(at) || names_company(at))) {
    tags[at] = Tag::propn;
  }
  if (at == 0) return;
  const bool after_name = tags[at - 1] == Tag::propn && sentence[at] == sentence[at - 1];
  const bool acts = tags[at] == Tag::verb && is_finite_verb(tag(at + 1)) &&
                    has_capital_by_itself(at) && block_of(at) != BlockKind::headline;
  if (!after_name) {
    const bool again = is_in(tags[at], kLikeSurnames) && is_surname_again(at);
    if (again || acts) tags[at] = Tag::propn;
    return;
  }
  if (is_in(tags[at], kLikeSurnames) && block_of(at) != BlockKind::headline) {
    const ClassSet& before = lexicon->classes(entries[at - 1].set);
    if (before.meets(honorifics_) || before.meets(first_names_) || acts) tags[at] = Tag::propn;
  }
  if (tags[at] != Tag::propn) return;
  const bool opens = at == 1 || tags[at - 2] != Tag::propn || sentence[at - 2] != sentence[at];
  if (opens && !lexicon->classes(entries[at - 1].set).meets(no_short_forms_)) remember(at - 1);
  remember(at);
}

// What a name may be called by later: its last word, and the first one, unless it is a first name
// or a title ("Target Corp.", "Ban Ki-moon").
void Reading::remember(std::uint32_t at) {
  if (surnames_.size() < kMostSurnames && !is_surname(word(at))) surnames_.push_back(word(at));
}

// "Save the Children", "Doctors Without Borders": what the lexicon has as one name, some of whose
// words are no names by themselves.
void Reading::tag_listed_name(std::uint32_t at) {
  const bool marked = at > 0 && tags[at - 1] == Tag::quote;  // `"Meet the Press"`
  if (!entries[at].starts_phrase || marked || tags[at] == Tag::det) return;
  if (block_of(at) == BlockKind::headline) return;
  const auto phrase = lexicon->phrase_at(tokens, entries, at);
  if (!phrase || !has_capital(phrase->tokens.last - 1)) return;
  if (!lexicon->classes(phrase->set).meets(organisations_)) return;
  bool odd = false;
  for (std::uint32_t each = at; each < phrase->tokens.last; ++each) {
    odd = odd || (has_capital(each) && tags[each] != Tag::propn);
  }
  if (!odd) return;
  std::fill(tags.begin() + at, tags.begin() + phrase->tokens.last, Tag::propn);
}

// "May said", once the text has named a Theresa May.
bool Reading::is_surname_again(std::uint32_t at) const {
  return is_surname(word(at)) && block_of(at) != BlockKind::headline && stands_as_name(at);
}

bool Reading::stands_as_name(std::uint32_t at) const {
  const Tag next = tag(at + 1);
  if (is_finite_verb(next) || next == Tag::vbn) return true;
  const Tag behind = next == Tag::punct ? tag(at + 2) : Tag::none;
  if (behind == Tag::num || behind == Tag::wh) return true;
  return has_capital_by_itself(at) && (!is_time(at) || is_verb(tag(at - 1)));
}

void Reading::fill_positions() {
  number_ranges(document->sentences(), tokens.size(), sentence);
  number_ranges(document->paragraphs(), tokens.size(), paragraph);
}

void Reading::fill_exclusions(const std::vector<Block>& found) {
  excluded.assign(tokens.size(), 0);
  const auto exclude = [&](Range range, Span span) {
    for (std::uint32_t at = range.first; at < range.last; ++at) {
      if (span.contains(tokens[at].span.begin)) excluded[at] = 1;
    }
  };
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    const Block& block = found[i];
    const Paragraph& where = document->paragraphs()[i];
    const bool whole = block.kind == BlockKind::credit || block.kind == BlockKind::notice ||
                       block.kind == BlockKind::post_date || block.kind == BlockKind::section ||
                       block.kind == BlockKind::byline;
    if (whole) exclude(where.tokens, where.span);
    if (!block.dateline.empty()) exclude(where.tokens, block.dateline);
    if (!block.credit.empty()) exclude(where.tokens, block.credit);
    if (!block.ignored.empty()) exclude(where.tokens, block.ignored);
  }
  sentences.resize(document->sentences().size());
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    sentences[i] = included_part(document->sentences()[i].tokens);
  }
}

// All of it where nothing of it is included.
Range Reading::included_part(Range whole) const {
  Range part = whole;
  while (!part.empty() && excluded[part.first] != 0) ++part.first;
  while (!part.empty() && excluded[part.last - 1] != 0) --part.last;
  return part.empty() ? whole : part;
}

void Reading::fill_stretches(const std::vector<QuotedStretch>& found) {
  stretches = &found;
  stretch.assign(tokens.size(), kNone);
  stretch_tokens.assign(found.size(), {});
  continued_by.assign(found.size(), kNone);
  quoted_names.clear();
  std::uint32_t singles = 0;
  std::uint32_t doubles = 0;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (!stands_alone(found, i)) continue;
    const std::uint32_t first = document->token_at(found[i].outer.begin);
    std::uint32_t last = first;
    while (last < tokens.size() && tokens[last].span.begin < found[i].outer.end) ++last;
    if (const auto use = naming_marks_.use_of(*this, i, {first, last}); use) {
      quoted_names.push_back({{first, last}, *use});
      if (*use == QuoteUse::nickname) {
        std::fill(tags.begin() + first, tags.begin() + last + 1, Tag::propn);  // and the surname
      }
      continue;
    }
    stretch_tokens[i] = {first, last};
    std::fill(stretch.begin() + first, stretch.begin() + last, i);
    if (found[i].continues != kNone) continued_by[found[i].continues] = i;
    (found[i].single ? singles : doubles) += 1;
  }
  single_marks = singles > doubles;
}

void Reading::number_chunks() {
  // Eight at a time, and beyond the end of a chunk what the next one writes over.
  constexpr std::uint32_t kAtOnce = 8;
  chunk_at.resize(tokens.size() + kAtOnce);
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < chunks.size(); ++i) {
    for (std::uint32_t to = at; to < chunks[i].tokens.last; to += kAtOnce) {
      std::fill_n(chunk_at.begin() + to, kAtOnce, i);
    }
    at = chunks[i].tokens.last;
  }
  chunk_at.resize(tokens.size());
  std::fill(chunk_at.begin() + at, chunk_at.end(), static_cast<std::uint32_t>(chunks.size()));
}

}  // namespace quotary
