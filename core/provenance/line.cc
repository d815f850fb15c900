#include "provenance/line.h"

#include <algorithm>
#include <array>

#include "quotary/provenance.h"
#include "text/characters.h"

namespace quotary {
namespace {

template <std::size_t N>
ClassSet classes_of(const Lexicon& lexicon, const std::array<std::string_view, N>& names) {
  return lexicon.class_set(names);
}

constexpr std::uint32_t kShortestGluedLabel = 4;  // "Bild"
constexpr std::uint32_t kLongestGlued = 80;       // bytes
constexpr std::uint32_t kShortestMonth = 3;       // "JAN", "SEPTEMBER"
constexpr std::uint32_t kLongestMonth = 9;

// Addresses are looked up in no table.
bool has_phrases(const LineToken& token) {
  return token.kind != LineTokenKind::link && token.kind != LineTokenKind::handle;
}

bool may_be_glued(const LineToken& token) {
  return token.kind == LineTokenKind::word && !token.plain;
}

}  // namespace

LineKnowledge::LineKnowledge(const PackData& pack) : pack_(&pack) {
  const LineWords& words = pack.line_words;
  picture = words.with("picture");
  credit = words.with("credit");
  label_adjective = words.with("label_adjective");
  label_by = words.with("label_by");
  by = words.with("by");
  byline_from = words.with("byline_from");
  via = words.with("via");
  courtesy = words.with("courtesy");
  provided = words.with("provided");
  preposition = words.with("preposition");
  conjunction = words.with("conjunction");
  article = words.with("article");
  particle = words.with("particle");
  pool = words.with("pool");
  flags = words.with_prefix("flag.");
  prefix_flag = words.with_prefix("prefix_flag.");
  roles = words.with_prefix("role.");
  organisation = words.with("organisation");
  person_never = words.with("person_never");
  job = words.with("job");
  staff = words.with("staff");
  place_word = words.with("place_word");
  place_inside = words.with("place_inside");
  place_origin = words.with("place_origin");
  place_abbreviation = words.with("place_abbreviation");
  month = words.with_prefix("month.");
  time_word = words.with("time_word");
  junk = words.with("junk");
  suffix = words.with("suffix");
  sentence_start = words.with("sentence_start");
  copyright = words.with("copyright");
  corporate = words.with("corporate");
  rank = words.with("rank");
  staff_flag = words.with("flag.staff");
  file_flag = words.with("flag.file");
  given_flag = words.with("flag.provided") | words.with("flag.courtesy");
  alone_flag = words.with("flag.uncredited") | words.with("flag.handout");
  special = words.with("special");
  elided_article = words.with("elided_article");
  for (const std::string& form : words.forms_of("citing")) citing.push_back(word_id(form));
  for (const std::string& form : words.forms_of("article")) articles.push_back(word_id(form));
  organisation_ends = words.forms_of("organisation_end");
  pool_firm = words.with("pool_firm");
  caption_label = words.with("caption_label");
  given_name = words.with("given_name");
  job_alone = words.with("job_alone");
  cast = words.with("cast");
  licences = words.with_prefix(kLicencePrefix);
  staff_word = words.with("staff_word");
  weak_by = words.with("weak_by");
  day_name = words.with("day_name");
  surname_too = words.with("surname_too");
  press = words.with("press");
  photo_job = words.with("photo_job");
  job_head = words.with("job_head");
  job_modifier = words.with("job_modifier");
  hour = words.with("hour");
  posting = words.with("posting");
  place_name = words.with("place_name");
  place_noun = words.with("place_noun");
  place_code = words.with("place_code");
  gallery = words.with("gallery");
  licensed = words.with("licensed");
  behalf = words.with("behalf");
  dateline_never = words.with("dateline_never");
  salutation = words.with("salutation");
  for (std::size_t i = 0; i < months.size(); ++i) {
    months[i] = words.with("month." + std::to_string(i + 1));
  }
  hints.add(words, roles, LineHints::kRole);
  hints.add(words, picture | credit | label_by, LineHints::kLabel);
  hints.add(words, label_adjective, LineHints::kLabelAdjective);
  hints.add(words, courtesy | provided, LineHints::kGift);
  hints.add(words, licensed, LineHints::kLicensed);
  hints.add(words, via, LineHints::kVia);
  hints.add(words, posting, LineHints::kPosting);
  hints.add(words, month, LineHints::kMonth);
  for (std::size_t kind = 0; kind < kStatementKinds; ++kind) {
    const std::string_view name = name_of(static_cast<StatementKind>(kind));
    confidences[kind] = pack.threshold("statement." + std::string(name), 1);
  }
  confidence_of_clause = pack.threshold("statement.repost_disclaimer.single-clause", 1);
  const Lexicon& lexicon = pack.lexicon;
  first_names = classes_of<2>(lexicon, {"FirstNameFemale", "FirstNameMale"});
  name_particles = classes_of<1>(lexicon, {"NameParticle"});
  org_classes = classes_of<1>(lexicon, {"OrgSuffix"});
  never_name = classes_of<19>(
      lexicon, {"Det", "Quantifier", "Possessive", "PronounSubjectMale", "PronounSubjectFemale",
                "PronounPlural", "PronounFirst", "PronounOther", "PronounObject", "Aux", "Negation",
                "Prep", "Conj", "Subordinator", "That", "To", "Wh", "Adverb", "TimeWord"});
  place_classes = classes_of<3>(lexicon, {"Country", "UsState", "City"});
  country_classes = classes_of<2>(lexicon, {"Country", "UsState"});
  question_words = classes_of<1>(lexicon, {"Wh"});
  time_classes = classes_of<1>(lexicon, {"TimeWord"});
  city_classes = classes_of<1>(lexicon, {"City"});
  title_classes = classes_of<2>(lexicon, {"Title", "RoleNoun"});
}

// "CreditCreditJeon", "CupCredit:": labels that the page's markup alone kept apart.
void Line::split_glued() {
  const LineWords& words = knowledge_->words();
  const LineGroups labels = knowledge_->credit | knowledge_->picture;
  const auto is_label = [&](std::uint32_t begin, std::uint32_t end) {
    return end - begin >= kShortestGluedLabel &&
           (words.groups_of_form(text_.substr(begin, end - begin)) & labels).any();
  };
  const auto ends_in_house = [&](Span word, std::uint32_t at) {
    return word.end - at >= kShortestGluedLabel && at - word.begin >= kShortestGluedLabel &&
           knowledge_->houses().named(text_.substr(at, word.end - at)) != kNone &&
           knowledge_->houses().named(text_.substr(word.begin, word.size())) == kNone;
  };
  // "Lee-Harbour Images": the name ends at the hyphen.
  const auto hyphened_house = [&](const LineToken& token, std::size_t next) {
    if (token.kind != LineTokenKind::word || token.span.size() > kLongestGlued) return 0U;
    if (next >= tokens_.size() || !tokens_[next].capital) return 0U;
    const std::size_t hyphen = text(token.span).rfind('-');
    if (hyphen == std::string_view::npos || hyphen == 0) return 0U;
    const std::uint32_t at = token.span.begin + static_cast<std::uint32_t>(hyphen);
    const std::string_view name = text_.substr(at + 1, tokens_[next].span.end - at - 1);
    return knowledge_->houses().named(name) != kNone ? at : 0U;
  };
  // "By ANN LEEJAN. 13": a name in capitals and the month.
  const auto glued_month = [&](const LineToken& token, std::size_t next) {
    if (!token.caps || token.kind != LineTokenKind::word || token.span.size() > kLongestGlued)
      return 0U;
    if (next < tokens_.size() && text(tokens_[next].span) == ".") ++next;
    if (next >= tokens_.size() || tokens_[next].kind != LineTokenKind::number) return 0U;
    for (std::uint32_t letters = kShortestMonth; letters <= kLongestMonth; ++letters) {
      if (token.span.size() < letters + 2) break;
      const std::uint32_t at = token.span.end - letters;
      if ((words.groups_of_form(text_.substr(at, letters)) & knowledge_->month).any()) return at;
    }
    return 0U;
  };
  const auto cut_of = [&](const LineToken& token) {
    if (token.kind != LineTokenKind::word || token.span.size() > kLongestGlued) return 0U;
    for (std::uint32_t at = token.span.begin + 1; at < token.span.end; ++at) {
      const bool small_before = text_[at - 1] >= 'a' && text_[at - 1] <= 'z';
      if (!small_before) continue;
      if (!is_upper(reinterpret_cast<const unsigned char*>(text_.data() + at))) continue;
      if (is_label(token.span.begin, at) || is_label(at, token.span.end) ||
          ends_in_house(token.span, at)) {
        return at;
      }
    }
    return 0U;
  };
  bool any = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    LineToken token = tokens_[i];
    if (!may_be_glued(token)) {
      if (any) divided_.push_back(token);
      continue;
    }
    const auto next_cut = [&] {
      const std::uint32_t cut = cut_of(token);
      if (cut != 0) return cut;
      const std::uint32_t hyphen = hyphened_house(token, i + 1);
      return hyphen != 0 ? hyphen : glued_month(token, i + 1);
    };
    // "CreditCreditAnn": one label after the other.
    while (const std::uint32_t cut = next_cut()) {
      if (!any) divided_.assign(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(i));
      any = true;
      const std::size_t first = divided_.size();
      add_rescanned({token.span.begin, cut});
      if (divided_.size() > first) divided_[first].space = token.space;
      const std::size_t rest = divided_.size();
      add_rescanned({cut, token.span.end});
      if (divided_.size() == rest) break;
      divided_[rest].space = false;
      token = divided_.back();
      divided_.pop_back();
    }
    if (any) divided_.push_back(token);
  }
  if (any) tokens_.swap(divided_);
}

void Line::add_rescanned(Span span) {
  scan_line(text(span), glued_);
  for (LineToken each : glued_) {
    each.span.begin += span.begin;
    each.span.end += span.begin;
    divided_.push_back(each);
  }
}

void Line::read(std::string_view text) {
  text_ = text;
  scan_line(text, tokens_);
  split_glued();
  items_.resize(tokens_.size());
  held_ = 0;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    LineItem& item = items_[at];
    item.token = tokens_[at];
    item.known = false;
    item.hints = has_phrases(item.token) ? knowledge_->hints.of(item.token) : LineHints::Set{0};
    held_ |= item.hints;
  }
}

void Line::look_up(std::uint32_t at) const {
  const PackData& pack = knowledge_->pack();
  LineItem& item = items_[at];
  FoundPhrase words;
  FoundPhrase house;
  if (has_phrases(item.token)) {
    words = pack.line_words.longest_at(text_, tokens_, at, size());
    house = pack.houses.longest_at(text_, tokens_, at, size());
  }
  item.groups = words.tokens > 0 ? pack.line_words.groups_of(words.phrase) : LineGroups();
  item.group_tokens = words.tokens;
  item.house = house.tokens > 0 ? house.phrase : kNone;
  item.house_tokens = house.tokens;
  item.house_as_written = house.as_written;
  item.known = true;
}

bool Line::names_house(std::uint32_t first, std::uint32_t last) const {
  const Houses& houses = knowledge_->houses();
  for (std::uint32_t at = first; at < last; ++at) {
    const LineItem& item = items_[at];
    if (item.known
            ? item.house != kNone
            : has_phrases(item.token) && houses.longest_at(text_, tokens_, at, size()).tokens > 0) {
      return true;
    }
  }
  return false;
}

std::uint32_t Line::token_at(std::uint32_t at) const {
  const auto found = std::upper_bound(
      items_.begin(), items_.end(), at,
      [](std::uint32_t byte, const LineItem& item) { return byte < item.token.span.end; });
  return static_cast<std::uint32_t>(found - items_.begin());
}

bool Line::ends_sentence(std::uint32_t at) const {
  if (at >= size() || items_[at].token.kind != LineTokenKind::mark) return false;
  switch (items_[at].token.mark) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // …
    case 0x3002:  // 。
      return true;
    default:
      return false;
  }
}

bool Line::is_dash(std::uint32_t at) const {
  if (at >= size() || items_[at].token.kind != LineTokenKind::mark) return false;
  const char32_t mark = items_[at].token.mark;
  return mark == '-' || mark == '_' || (mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212;
}

bool Line::is_separator(std::uint32_t at) const {
  if (at >= size() || items_[at].token.kind != LineTokenKind::mark) return false;
  switch (items_[at].token.mark) {
    case '/':
    case '|':
    case ',':
    case ';':
    case '&':
    case '+':
    case '*':
    case 0x2022:  // •
    case 0x00B7:  // ·
    case 0xFF0F:  // ／
      return true;
    default:
      return is_dash(at);
  }
}

bool Line::inside_house(std::uint32_t at) const {
  for (std::uint32_t first = at; first-- > 0 && at - first < PhraseTable::kMaxTokens;) {
    if (!items_[first].token.capital) continue;
    const LineItem& item = (*this)[first];
    if (item.house != kNone && first + item.house_tokens > at) return true;
  }
  return false;
}

bool Line::is_ordinary(std::uint32_t at) const {
  const std::optional<Tagger>& tagger = knowledge_->pack().tagger;
  return tagger && is_word(at) && tagger->knows_lower_case(items_[at].token.word);
}

const ClassSet& Line::classes(std::uint32_t at) const {
  const LineToken& line_token = items_[at].token;
  Token token;
  token.span = line_token.span;
  token.word = line_token.word;
  token.kind = TokenKind::word;
  token.shape = shape::non_ascii;
  if (line_token.capital) token.shape |= shape::capital;
  if (line_token.caps) token.shape |= shape::all_caps;
  return knowledge_->pack().lexicon.classes(token, text_);
}

}  // namespace quotary
