#include "provenance/notices.h"

#include <algorithm>

#include "provenance/bylines.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongContribution = 90;  // tokens: beyond, only its sentence is read
constexpr std::uint32_t kMostHolders = 4;
constexpr std::uint32_t kLongestFirm = 6;   // words
constexpr std::uint32_t kShortNotice = 16;  // tokens

class NoticeFinder {
 public:
  NoticeFinder(const Line& line, const NoticeRules& rules, FoundStatements& out)
      : line_(line),
        known_(line.knowledge()),
        rules_(rules),
        text_(rules.sift(line.text())),
        out_(out) {}

  void find() {
    find_disclaimer();
    find_contribution();
    find_copyright();
    find_syndication();
    find_correction();
  }

 private:
  FoundStatement made(StatementKind kind, Span span, const NoticeRules::Rule& rule) const {
    FoundStatement found;
    found.kind = kind;
    found.span = span;
    found.rule = rule.id;
    return found;
  }

  // The tokens of the sentence around `span`.
  [[nodiscard]] Range sentence_around(Span span) const {
    std::uint32_t first = line_.token_at(span.begin);
    std::uint32_t last = line_.token_at(span.end > 0 ? span.end - 1 : 0) + 1;
    while (first > 0 && !ends_sentence(first - 1)) --first;
    while (last < line_.size() && !ends_sentence(last - 1)) ++last;
    return {first, std::min(last, line_.size())};
  }
  [[nodiscard]] bool ends_sentence(std::uint32_t at) const {
    if (!line_.ends_sentence(at)) return false;
    if (at == 0) return true;
    return !line_.is(at - 1, known_.suffix | known_.place_abbreviation | known_.month) ||
           at + 1 == line_.size();
  }

  void find_contribution() {
    for (const NoticeRules::Rule& rule : rules_.contributions) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      const Range sentence = sentence_around(match->whole);
      const Range tokens = line_.size() <= kLongContribution ? Range{0, line_.size()} : sentence;
      FoundStatement found =
          made(StatementKind::contribution, line_.span(tokens.first, tokens.last), rule);
      read_names(line_, tokens, found.parts);
      const bool anonymous = !match->part("anonymous").empty();
      const bool named =
          std::any_of(found.parts.begin(), found.parts.end(), [&](const LinePart& part) {
            return part.kind == LinePartKind::person || part.house != kNone ||
                   is_press_title(line_, part.tokens.first, part.tokens.last);
          });
      const bool surname = rule.id.ends_with("reported-from") && add_surnames(found.parts);
      const bool whose = surname || (!match->part("house").empty() && !found.parts.empty());
      if (!named && !anonymous && !whose) continue;
      for (LinePart& part : found.parts) {
        if (part.kind == LinePartKind::person) part.code = "additional_reporting";
      }
      out_.push_back(std::move(found));
      return;
    }
  }

  // "Ortiz reported from Porto Novo and Strand from Oslo.": those named above the text.
  bool add_surnames(std::vector<LinePart>& parts) const {
    if (line_.size() > kShortNotice) return false;
    bool any = false;
    for (std::uint32_t at = 0; at + 1 < line_.size(); ++at) {
      const bool starts = at == 0 || line_.is(at - 1, known_.conjunction) ||
                          line_[at - 1].token.kind == LineTokenKind::mark;
      if (!starts || !line_.is_capital(at) || line_.classes(at).meets(known_.never_name)) continue;
      const std::uint32_t verb = at + 1;
      const std::uint32_t from = line_.is(verb, known_.place_origin) ? verb : verb + 1;
      if (from + 1 >= line_.size() || !line_.is(from, known_.place_origin)) continue;
      if (!line_.is_capital(from + 1) || (from > verb && !line_.is_small(verb))) continue;
      LinePart part = named_part(line_, LinePartKind::person, {at, at + 1});
      parts.push_back(std::move(part));
      any = true;
    }
    return any;
  }

  void find_copyright() {
    for (const NoticeRules::Rule& rule : rules_.copyrights) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      const Span body = match->part("body");
      FoundStatement found = made(StatementKind::site_copyright,
                                  {match->whole.begin, line_.span(0, line_.size()).end}, rule);
      Span year = match->part("year");
      if (year.empty()) year = match->part("year2");
      found.year = line_.text(year);
      found.rights = found.span;
      read_holders(body.empty() ? match->whole : body, found.parts);
      const bool known = std::any_of(found.parts.begin(), found.parts.end(),
                                     [](const LinePart& part) { return part.house != kNone; });
      const bool rights = rule.id.ends_with("rights");
      if (year.empty() && !rights && !is_wire(found.parts)) continue;
      if (year.empty() && rights && !known && found.parts.empty()) continue;
      if (known) {
        found.kind = StatementKind::wire_copyright;
        add_service(found.parts);
        add_distributor(found.parts);
      }
      read_terms(found);
      out_.push_back(std::move(found));
      return;
    }
  }

  [[nodiscard]] bool is_wire(const std::vector<LinePart>& parts) const {
    return parts.size() >= 1 && parts[0].house != kNone &&
           known_.houses()[parts[0].house].kind == HouseKind::wire;
  }

  // The first names after the sign: houses that are known, and a run of capitals.
  void read_holders(Span body, std::vector<LinePart>& parts) const {
    std::uint32_t at = line_.token_at(body.begin);
    std::uint32_t skipped = 0;
    bool joined = false;
    while (at < line_.size() && parts.size() < kMostHolders) {
      const LineItem& item = line_[at];
      if (item.token.kind == LineTokenKind::number || line_.is(at, known_.copyright)) {
        at += std::max(1U, line_.is(at, known_.copyright) ? item.group_tokens : 1U);
        continue;
      }
      // "(c)"
      if (line_.is_mark(at, '(') && line_.is_mark(at + 2, ')') &&
          line_[at + 1].token.letters == 1) {
        at += 3;
        continue;
      }
      LinePart part;
      part.kind = LinePartKind::house;
      const bool goes_on = !parts.empty() && parts.back().tokens.last == at &&
                           parts.back().house == kNone && line_[at].token.space;
      if (goes_on && item.house != kNone) {
        // "Marston Sun Media": one name, whatever its end is called elsewhere.
        LinePart& whole = parts.back();
        whole.tokens.last = at + item.house_tokens;
        whole.span = line_.span(whole.tokens.first, whole.tokens.last);
        whole.name = line_.text(whole.span);
        at = whole.tokens.last;
        continue;
      }
      if (item.house != kNone && (item.token.capital || item.house_as_written)) {
        part.house = item.house;
        part.tokens = {at, at + item.house_tokens};
        // "Harbour News, Inc.": the firm behind the name.
        const std::uint32_t longer = end_of_firm(part.tokens);
        if (longer > part.tokens.last) {
          part.tokens.last = longer;
        } else {
          while (part.tokens.size() > 1 && (line_.is(part.tokens.last - 1, known_.corporate) ||
                                            line_.is_mark(part.tokens.last - 1, ',') ||
                                            line_.is_mark(part.tokens.last - 1, '.'))) {
            --part.tokens.last;
          }
        }
        // A number of the agency's own, as in "newsline:2405-99".
        if (line_.is_mark(part.tokens.last, ':') && !line_[part.tokens.last + 1].token.space &&
            !parts.empty()) {
          return;
        }
      } else if (line_.is_capital(at) && (parts.empty() || joined)) {
        std::uint32_t end = end_of_name(line_, at, line_.size());
        for (std::uint32_t i = at; i < end; ++i) {
          const bool next_house = line_.is(i, known_.conjunction) && begins_house(i + 1);
          if (i > at && (line_.is(i, known_.copyright) || next_house)) end = i;
        }
        part.tokens = {at, end};
      } else if ((item.token.kind == LineTokenKind::mark && !line_.ends_sentence(at)) ||
                 (line_.is(at, known_.conjunction) && item.house == kNone && !parts.empty())) {
        // "Newsline and The Marston Press", "Newsline/Harbour Network"
        joined = !parts.empty() && line_.is_capital(at + 1) &&
                 (item.token.kind == LineTokenKind::word || line_.is_mark(at, '/')) &&
                 !line_.is(at + 1, known_.copyright);
        ++at;
        if (joined && line_.is(at, known_.article) && line_[at + 1].house != kNone) ++at;
        continue;
      } else {
        if (!parts.empty() || ++skipped > 3) return;
        ++at;
        continue;
      }
      part.span = line_.span(part.tokens.first, part.tokens.last);
      part.name = line_.text(part.span);
      at = part.tokens.last;
      parts.push_back(std::move(part));
    }
  }

  [[nodiscard]] bool begins_house(std::uint32_t at) const {
    return line_[at].house != kNone ||
           (line_.is(at, known_.article) && line_[at + 1].house != kNone);
  }

  // "dpa Deutsche Presse-Agentur GmbH": words that go on to the kind of a firm; else the end as is.
  [[nodiscard]] std::uint32_t end_of_firm(Range tokens) const {
    std::uint32_t at = tokens.last;
    while (at < line_.size() && at < tokens.last + kLongestFirm && line_.is_capital(at) &&
           line_[at].token.space && !line_.is(at, known_.copyright)) {
      ++at;
    }
    return at > tokens.last && line_.is(at - 1, known_.corporate) ? at : tokens.last;
  }

  // "The-CNN-Wire ™ & © 2031 ...": the service before the sign.
  void add_service(std::vector<LinePart>& parts) const {
    // Capitals behind a hyphen are a token of their own.
    std::uint32_t last = 1;
    while (last < line_.size() && !line_[last].token.space &&
           (line_.is_word(last) || line_.is_mark(last, '-'))) {
      ++last;
    }
    const std::string_view word = line_.text(line_.span(0, last));
    const std::size_t article = word.find('-');
    const std::size_t service = word.rfind('-');
    if (article == service) return;
    const LineWords& words = known_.words();
    if ((words.groups_of_form(word.substr(0, article)) & known_.article).none() ||
        (words.groups_of_form(word.substr(service + 1)) & known_.organisation).none()) {
      return;
    }
    LinePart part = named_part(line_, LinePartKind::house, {0, last});
    part.span.begin += static_cast<std::uint32_t>(article) + 1;
    part.name = line_.text(part.span);
    part.house = known_.houses().named(part.name);
    parts.push_back(std::move(part));
  }

  // "(c)2031 Marston Ledger. Distributed by Harbour Agency, LLC.": whoever sends it out.
  void add_distributor(std::vector<LinePart>& parts) const {
    for (const NoticeRules::Rule& rule : rules_.syndications) {
      if (!rule.id.ends_with("distributed")) continue;
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      read_origin(match->part("origin"), parts);
      return;
    }
  }

  void read_terms(FoundStatement& found) const {
    for (const NoticeRules::Rule& rule : rules_.terms) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      found.terms.push_back({rule.prohibited, rule.code, match->whole});
    }
    std::sort(found.terms.begin(), found.terms.end(),
              [](const RightsTerm& a, const RightsTerm& b) { return a.span.begin < b.span.begin; });
  }

  void find_syndication() {
    for (const NoticeRules::Rule& rule : rules_.syndications) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      const Span origin = match->part("origin");
      const Range sentence = sentence_around(match->whole);
      FoundStatement found =
          made(StatementKind::syndication, line_.span(sentence.first, sentence.last), rule);
      const bool anonymous = !match->part("anonymous").empty();
      if (!origin.empty()) read_origin(origin, found.parts);
      add_partner(sentence, found.parts);
      if (found.parts.empty() && !anonymous) continue;
      for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
        if (line_[at].token.kind == LineTokenKind::link) found.link = line_[at].token.span;
      }
      for (const NoticeRules::Rule& licence : rules_.licences) {
        const std::optional<NoticeRules::Match> words = rules_.find(licence, text_);
        if (!words) continue;
        LinePart part;
        part.kind = LinePartKind::licence;
        part.span = words->whole;
        part.name = line_.text(part.span);
        found.parts.push_back(std::move(part));
        break;
      }
      read_terms(found);
      out_.push_back(std::move(found));
      return;
    }
  }

  // "produced for Newsline in partnership with Marston Current": whoever is not named yet.
  void add_partner(Range sentence, std::vector<LinePart>& parts) const {
    for (const NoticeRules::Rule& rule : rules_.partners) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match || !sentence.contains(line_.token_at(match->whole.begin))) continue;
      const auto end = parts.empty() ? 0 : parts.back().span.end;
      if (match->part("origin").begin >= end) read_origin(match->part("origin"), parts);
      return;
    }
  }

  // "Newsline's Local Reporting Network": a desk that belongs to a house is no other one.
  [[nodiscard]] std::uint32_t end_of_possession(std::uint32_t at, std::uint32_t last) const {
    if (line_[at].token.kind != LineTokenKind::clitic || !line_.is_capital(at + 1)) return at;
    const std::uint32_t end = end_of_name(line_, at + 1, last);
    return line_.is(end - 1, known_.organisation) ? end : at;
  }

  // The house that something came from: known, or a run of capitals, or a web domain.
  void read_origin(Span origin, std::vector<LinePart>& parts) const {
    std::uint32_t at = line_.token_at(origin.begin);
    const std::uint32_t last = line_.token_at(origin.end > 0 ? origin.end - 1 : 0) + 1;
    std::vector<LinePart> found;
    for (; at < std::min(last, line_.size()) && found.size() < kMostHolders;) {
      const LineItem& item = line_[at];
      // "under a licence", "with permission": the origin has been named.
      if (!found.empty() && line_.is_small(at) && !line_.is(at, known_.by | known_.conjunction) &&
          line_.classes(at).meets(known_.never_name)) {
        break;
      }
      // "from a post that I made": "I" may be a word for and, too.
      if (line_.is_capital(at) && (item.group_tokens == 0 || item.token.letters == 1) &&
          item.house == kNone && line_.classes(at).meets(known_.never_name)) {
        ++at;
        continue;
      }
      if (line_.is(at, known_.flags)) {
        at += item.group_tokens;
        continue;
      }
      LinePart part;
      part.kind = LinePartKind::house;
      std::uint32_t end = at;
      std::uint32_t skipped = 0;
      if (item.house != kNone && (item.token.capital || item.house_as_written)) {
        part.house = item.house;
        end = at + item.house_tokens;
        while (end < last && line_.is_capital(end) && line_[end].token.space &&
               (line_.is(end, known_.organisation) ||
                (line_[end].token.caps && line_[end].token.letters == 2))) {
          ++end;
        }
        if (known_.houses()[item.house].kind != HouseKind::platform) {
          skipped = end_of_possession(end, last);
        }
      } else if (item.token.kind == LineTokenKind::link) {
        end = at + 1;
      } else if (line_.is_capital(at)) {
        if (line_.is(at, known_.month | known_.time_word)) {
          ++at;
          continue;
        }
        end = end_of_name(line_, at, last);
        // "Field & Farm"
        while (end + 1 < last && line_.is_mark(end, '&') && line_.is_capital(end + 1)) {
          end = end_of_name(line_, end + 1, last);
        }
        if (line_.is(at, known_.via | known_.by) && end == at + 1) end = at;
      } else if (line_.is_word(at) && found.empty() &&
                 line_.text_of(at).find('.') != std::string_view::npos) {
        end = at + 1;
      }
      if (end <= at) {
        // "by Ann Lee" names who wrote it.
        if (line_.is(at, known_.by) && !found.empty() && at + 1 < last) {
          const std::uint32_t name_end = end_of_name(line_, at + 1, last);
          if (name_end > at + 2 && shape_of(line_, at + 1, name_end) == NameShape::person) {
            part.kind = LinePartKind::person;
            part.tokens = {at + 1, name_end};
            part.span = line_.span(at + 1, name_end);
            part.name = line_.text(part.span);
            part.code = "writing";
            found.push_back(std::move(part));
            at = name_end;
            continue;
          }
        }
        ++at;
        continue;
      }
      part.tokens = {at, end};
      part.span = line_.span(at, end);
      part.name = line_.text(part.span);
      found.push_back(std::move(part));
      at = std::max(end, skipped);
    }
    // A small name: "published on harbourlog and has been ..."
    if (found.empty()) {
      const std::uint32_t first = line_.token_at(origin.begin);
      const bool alone = first + 1 >= line_.size() || !line_.is_small(first + 1) ||
                         line_.is(first + 1, known_.conjunction);
      if (line_.is_small(first) && alone && line_[first].group_tokens == 0 &&
          !line_.is_ordinary(first) && !line_.classes(first).meets(known_.never_name)) {
        LinePart part = named_part(line_, LinePartKind::house, {first, first + 1});
        found.push_back(std::move(part));
      }
    }
    for (LinePart& part : found) parts.push_back(std::move(part));
  }

  void find_disclaimer() {
    FoundStatement found;
    for (const NoticeRules::Rule& rule : rules_.clauses) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      found.clauses.push_back({rule.code, match->whole});
      if (found.rule.empty()) found.rule = rule.id;
    }
    if (found.clauses.empty()) return;
    std::sort(
        found.clauses.begin(), found.clauses.end(),
        [](const NoticeClause& a, const NoticeClause& b) { return a.span.begin < b.span.begin; });
    found.kind = StatementKind::repost_disclaimer;
    found.span = line_.span(0, line_.size());
    found.rights = found.span;
    out_.push_back(std::move(found));
  }

  void find_correction() {
    for (const NoticeRules::Rule& rule : rules_.corrections) {
      const std::optional<NoticeRules::Match> match = rules_.find(rule, text_);
      if (!match) continue;
      out_.push_back(made(StatementKind::correction, line_.span(0, line_.size()), rule));
      return;
    }
  }

  const Line& line_;
  const LineKnowledge& known_;
  const NoticeRules& rules_;
  const pattern::SiftedText text_;  // of the line
  FoundStatements& out_;
};

}  // namespace

NoticeRules::NoticeRules(const PackData& pack) {
  if (pack.text_rule_set) set_ = &*pack.text_rule_set;
  struct Destination {
    std::string_view gives;
    List NoticeRules::*list;
  };
  constexpr Destination kDestinations[] = {
      {"provenance.contribution", &NoticeRules::contributions},
      {"provenance.copyright", &NoticeRules::copyrights},
      {"provenance.syndication", &NoticeRules::syndications},
      {"provenance.partner", &NoticeRules::partners},
      {"provenance.correction", &NoticeRules::corrections},
      {"provenance.licence", &NoticeRules::licences},
  };
  for (std::uint32_t number = 0; number < pack.text_rules.size(); ++number) {
    const TextRule& rule = pack.text_rules[number];
    const std::string_view gives = rule.gives;
    Rule entry{number, rule.id, {}, false};
    for (const Destination& each : kDestinations) {
      if (gives == each.gives) (this->*each.list).push_back(entry);
    }
    if (gives.starts_with("clause.")) {
      entry.code = gives.substr(7);
      clauses.push_back(entry);
    } else if (gives.starts_with("term.")) {
      const std::string_view term = gives.substr(5);
      entry.prohibited = term.starts_with("prohibited.");
      entry.code = term.substr(term.find('.') + 1);
      terms.push_back(entry);
    }
  }
}

bool NoticeRules::may_match(std::string_view text) const {
  const pattern::SiftedText sifted = sift(text);
  const auto any = [&](const List& rules) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const Rule& rule) { return sifted.may_match(rule.number); });
  };
  return any(clauses) || any(contributions) || any(copyrights) || any(syndications) ||
         any(corrections);
}

pattern::SiftedText NoticeRules::sift(std::string_view text) const {
  return set_ == nullptr ? pattern::SiftedText{text, {}} : set_->sift(text);
}

std::optional<NoticeRules::Match> NoticeRules::find(const Rule& rule,
                                                    const pattern::SiftedText& text) const {
  pattern::TextHit hit;
  if (set_ == nullptr || !set_->find(rule.number, text, hit)) return std::nullopt;
  return Match{hit.whole, set_, hit};
}

Span NoticeRules::Match::part(std::string_view name) const {
  const std::uint32_t group = set->group(hit.rule, name);
  return group == kNone ? Span{} : hit.groups[group];
}

void find_notices(const Line& line, const NoticeRules& rules, FoundStatements& out) {
  if (line.size() > 0) NoticeFinder(line, rules, out).find();
}

}  // namespace quotary
