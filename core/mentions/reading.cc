#include "mentions/reading.h"

#include <algorithm>

#include "quotes/speeches.h"
#include "tags/tag_set.h"
#include "text/ascii.h"

namespace quotary {

namespace {

constexpr TagSet kParticiples = tag_set({Tag::vbg, Tag::vbn});
constexpr TagSet kActs = tag_set({Tag::verb, Tag::vbp});
constexpr std::size_t kMostSurnames = 64;  // kept in mind of one document

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

bool Reading::is_surname(std::uint32_t word) const {
  return std::find(surnames_.begin(), surnames_.end(), word) != surnames_.end();
}

void Reading::tag_names() {
  surnames_.clear();
  for (std::uint32_t at = 0; at < tokens.size(); ++at) {
    if (has_capital(at)) tag_name(at);
    if (at > 0 && is_in(tags[at], kParticiples) && describes_holder(at)) tags[at] = Tag::adj;
    if (is_in(tags[at], kActs) && stands_for_office(at)) tags[at] = Tag::noun;
  }
}

// "Emily Stone", whose first name looks like another word.
bool Reading::is_first_name(std::uint32_t at) const {
  return lexicon->classes(entries[at].set).meets(first_names_) && !entries[at].common &&
         tag(at + 1) == Tag::propn && has_capital(at + 1);
}

// "Olympic champion Ann Lee", where a word is no verb.
bool Reading::stands_for_office(std::uint32_t at) const {
  constexpr TagSet kBefore = tag_set({Tag::propn, Tag::noun, Tag::adj});
  return at > 0 && is_in(tags[at - 1], kBefore) && sentence[at - 1] == sentence[at] &&
         lexicon->classes(entries[at].set).meets(offices_) && !has_capital(at) &&
         at + 1 < tokens.size() && has_capital(at + 1) &&
         lexicon->classes(entries[at + 1].set).meets(first_names_);
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

// Surnames that look like other words: "Tom Blakely", "Ms. Young", and then "Young said"; and
// "Carmaker Nordwerk said", a name before its verb. In headlines capitals tell nothing.
void Reading::tag_name(std::uint32_t at) {
  constexpr TagSet kMistaken = tag_set({Tag::adj, Tag::adv, Tag::noun, Tag::verb});
  if (is_in(tags[at], kMistaken) && is_first_name(at)) tags[at] = Tag::propn;
  if (at == 0) return;
  const bool after_name = tags[at - 1] == Tag::propn && sentence[at] == sentence[at - 1];
  if (!after_name) {
    const bool acts = is_in(tags[at], kMistaken) && is_finite_verb(tag(at + 1));
    if (acts && is_surname(word(at))) tags[at] = Tag::propn;
    return;
  }
  if (is_in(tags[at], kMistaken) && block_of(at) != BlockKind::headline) {
    const ClassSet& before = lexicon->classes(entries[at - 1].set);
    const bool acts = tags[at] == Tag::verb && is_finite_verb(tag(at + 1));
    if (before.meets(honorifics_) || before.meets(first_names_) || acts) tags[at] = Tag::propn;
  }
  const bool room = surnames_.size() < kMostSurnames;
  if (tags[at] == Tag::propn && room && !is_surname(word(at))) surnames_.push_back(word(at));
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
