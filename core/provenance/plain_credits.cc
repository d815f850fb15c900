#include "provenance/plain_credits.h"

#include <algorithm>

#include "provenance/credit_evidence.h"
#include "provenance/parts.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongest = 7;  // tokens
constexpr std::uint32_t kLongestOwner = 5;
constexpr std::uint32_t kLongestAttribution = 40;  // tokens
constexpr std::uint8_t kCallSignLetters = 4;
constexpr std::uint32_t kLongestCode = 5;

class PlainCreditFinder {
 public:
  PlainCreditFinder(const Line& line, std::vector<FoundCredit>& out)
      : line_(line),
        known_(line.knowledge()),
        telling_(known_.staff_flag | known_.file_flag | known_.given_flag | known_.alone_flag),
        out_(out) {}

  // The whole line, what stands in brackets at its end, its last sentence.
  void find() {
    if (line_.size() == 0 || take_attribution()) return;
    std::uint32_t last = line_.size();
    if (last > 1 && line_.is_mark(last - 1, '.')) --last;
    const bool closed = line_.is_mark(last - 1, ')') || line_.is_mark(last - 1, ']');
    const std::uint32_t from = last > kLongest + 2 ? last - kLongest - 2 : 0;
    for (std::uint32_t at = from; at < last; ++at) {
      const bool open = line_.is_mark(at, '(') || line_.is_mark(at, '[');
      const bool starts = at == 0 || line_.ends_sentence(at - 1) || (at == 1 && line_.is_dash(0)) ||
                          (at > 1 && line_.is_dash(at - 1) && line_.ends_sentence(at - 2));
      if (closed ? !open : (open || !starts)) continue;
      const Range inside = open ? Range{at + 1, last - 1} : Range{at, last};
      if (inside.size() == 0 || inside.size() > kLongest || inside.first >= inside.last) continue;
      const bool found = take_flags(inside, open) || take_owned(inside, at == 0 || open) ||
                         take_job(inside) || take_house_and_name(inside) ||
                         (open && take_call_sign(inside, at));
      if (!found) continue;
      out_.back().tokens = {at, line_.size()};
      return;
    }
  }

 private:
  // "\"Old Bridge\" by Ann Lee is licensed under CC BY 2.0": as Creative Commons asks for it.
  bool take_attribution() {
    if (line_.size() > kLongestAttribution || !line_.may_hold(LineHints::kLicensed)) return false;
    std::uint32_t by = kNone;
    for (std::uint32_t at = 1; at + 4 < line_.size(); ++at) {
      if (line_.is(at, known_.by) && line_.is_small(at)) by = at;
      if (by == kNone || at < by + 2 || !line_.is(at, known_.licensed)) continue;
      FoundCredit licence;
      read_parts(line_, {at + line_[at].group_tokens, line_.size()}, {}, licence.parts);
      if (!licence.parts.has(LinePartKind::licence)) continue;
      FoundCredit credit;
      LinePartsContext context;
      context.label = context.by = true;
      read_parts(line_, {by + 1, at - (line_.is_small(at - 1) ? 1U : 0U)}, context, credit.parts);
      if (credit.parts.list.empty()) return false;
      for (LinePart& part : licence.parts.list) credit.parts.list.push_back(std::move(part));
      credit.tokens = {0, line_.size()};
      return take(std::move(credit), "credit.licence");
    }
    return false;
  }

  // "Contributed photo", "Photo provided", "File photo", "(Supplied)"
  bool take_flags(Range tokens, bool bracket) {
    bool told = false;
    bool picture = false;
    LinePartsContext context;
    for (std::uint32_t at = tokens.first; at < tokens.last;) {
      // "Photo | Courtesy"
      if (at > tokens.first && line_.is_mark(at, '|')) {
        ++at;
        continue;
      }
      const LineGroups words = known_.picture | known_.flags | known_.provided | known_.courtesy;
      if (!line_.is(at, words)) return false;
      told |= line_.is(at, telling_);
      picture |= line_.is(at, known_.picture) || line_[at].group_tokens > 1;
      at += line_[at].group_tokens;
    }
    const bool single = tokens.size() == 1 && (line_.is(tokens.first, known_.alone_flag) ||
                                               ((bracket || line_[tokens.first].token.caps) &&
                                                line_.is(tokens.first, known_.given_flag)));
    if (!told || !(picture || single) || !line_.is_capital(tokens.first)) return false;
    FoundCredit credit;
    read_parts(line_, tokens, context, credit.parts);
    if (!credit.parts.has(LinePartKind::flag)) return false;
    return take(std::move(credit), "credit.flags");
  }

  // "Ledger file photo", "Ann Lee photo"
  bool take_owned(Range tokens, bool whole) {
    std::uint32_t name_end = tokens.last;
    bool told = false;
    bool any = false;
    while (name_end > tokens.first + 1) {
      const std::uint32_t at = start_of_word(tokens, name_end);
      const bool all_caps = line_[at].token.caps && line_[tokens.first].token.caps;
      if (at == name_end || (line_[at].token.capital && !all_caps)) break;
      told |= line_.is(at, telling_);
      name_end = at;
      any = true;
    }
    if (!any || !line_.is_capital(tokens.first)) return false;
    if (end_of_name(line_, tokens.first, name_end) != name_end) return false;
    const LineItem& first = line_[tokens.first];
    const bool house = first.house != kNone && tokens.first + first.house_tokens >= name_end;
    const NameShape shape = shape_of(line_, tokens.first, name_end);
    const bool press = line_.is(name_end - 1, known_.organisation | known_.press);
    if (!house && !(shape == NameShape::person && (whole || told)) && !(press && (told || whole))) {
      return false;
    }
    FoundCredit credit;
    LinePartsContext context;
    context.label = true;
    context.organisation = shape != NameShape::person;
    read_parts(line_, tokens, context, credit.parts);
    if (credit.parts.prose || credit.parts.end < tokens.last) return false;
    return take(std::move(credit), "credit.owned");
  }

  // "Ann Lee | Photo Editor", "Ann Lee, staff photographer"
  bool take_job(Range tokens) {
    const std::uint32_t end = end_of_name(line_, tokens.first, tokens.last);
    if (end < tokens.first + 2 || end + 1 >= tokens.last || !line_.is_separator(end)) return false;
    const std::uint32_t job = end + 1;
    if (!line_.is(job, known_.photo_job) || job + line_[job].group_tokens != tokens.last) {
      return false;
    }
    FoundCredit credit;
    LinePartsContext context;
    context.by = true;
    read_parts(line_, {tokens.first, end}, context, credit.parts);
    if (!credit.parts.has(LinePartKind::person)) return false;
    if (line_.is(job, known_.staff_flag)) credit.flags.push_back("staff");
    return take(std::move(credit), "credit.job");
  }

  // "ABC Marstal: Ann Lee": a house, its region, and who works for it.
  bool take_house_and_name(Range tokens) {
    const LineItem& house = line_[tokens.first];
    if (house.house == kNone || !is_publisher(known_.houses()[house.house])) return false;
    std::uint32_t colon = tokens.first + house.house_tokens;
    if (line_.is_capital(colon) && line_[colon].house == kNone) ++colon;
    const std::uint32_t name = colon + 1;
    if (!line_.is_mark(colon, ':') || name + 2 > tokens.last || name + 3 < tokens.last) {
      return false;
    }
    if (!is_given_name(line_, name) || end_of_name(line_, name, tokens.last) != tokens.last ||
        shape_of(line_, name, tokens.last) != NameShape::person) {
      return false;
    }
    FoundCredit credit;
    LinePart paper = named_part(line_, LinePartKind::house, {tokens.first, colon});
    if (colon == tokens.first + house.house_tokens) paper.house = house.house;
    credit.parts.list.push_back(std::move(paper));
    credit.parts.list.push_back(named_part(line_, LinePartKind::person, {name, tokens.last}));
    credit.parts.end = tokens.last;
    return take(std::move(credit), "credit.house-and-name");
  }

  // Where the word for a picture or a flag begins that ends before token `end`; `end` if none.
  [[nodiscard]] std::uint32_t start_of_word(Range tokens, std::uint32_t end) const {
    const LineGroups words = known_.picture | telling_;
    for (std::uint32_t at = std::max(tokens.first, end > 3 ? end - 3 : 0U); at < end; ++at) {
      if (line_.is(at, words) && at + line_[at].group_tokens == end) return at;
    }
    return end;
  }

  // "(KXYZ)": American stations begin with a K or a W.
  bool take_call_sign(Range tokens, std::uint32_t open) {
    if (open > 0 && !line_.ends_sentence(open - 1)) return false;
    const LineToken& token = line_[tokens.first].token;
    const std::string_view text = line_.text_of(tokens.first);
    if (tokens.size() > 2 || !token.caps || token.letters != kCallSignLetters ||
        text.size() != kCallSignLetters || (text[0] != 'K' && text[0] != 'W')) {
      return false;
    }
    if (tokens.size() == 2 && !line_.is(tokens.first + 1, known_.organisation)) return false;
    FoundCredit credit;
    LinePartsContext context;
    context.organisation = true;
    read_parts(line_, tokens, context, credit.parts);
    if (!credit.parts.has(LinePartKind::house)) return false;
    return take(std::move(credit), "credit.call-sign");
  }

  bool take(FoundCredit credit, std::string_view rule) {
    credit.rule = rule;
    out_.push_back(std::move(credit));
    return true;
  }

  const Line& line_;
  const LineKnowledge& known_;
  LineGroups telling_;  // says by itself where a picture is from; "video" does not
  std::vector<FoundCredit>& out_;
};

bool starts_credit(const Line& line, std::uint32_t at) {
  if (at == 0 || line.ends_sentence(at - 1)) return true;
  return line.is_mark(at - 1, '(') || line.is_mark(at - 1, '[') || line.is_mark(at - 1, '|') ||
         (at == 1 && line.is_dash(0));
}

}  // namespace

void find_plain_credits(const Line& line, std::vector<FoundCredit>& out) {
  PlainCreditFinder(line, out).find();
}

std::uint32_t start_of_owner(const Line& line, std::uint32_t label) {
  const LineKnowledge& known = line.knowledge();
  const bool press_label = line.is(label, known.staff_flag | known.file_flag);
  const std::uint32_t own_label = label;
  // "Harbour Press/Photo by"
  if (label > 1 && line.is_mark(label - 1, '/')) --label;
  const std::uint32_t from = label > kLongestOwner ? label - kLongestOwner : 0;
  for (std::uint32_t at = from; at < label; ++at) {
    if (!starts_credit(line, at) || !line.is_capital(at)) continue;
    // "Official Harbour Guard photo by"
    std::uint32_t first = at;
    while (first < label && line.is(first, known.label_adjective)) ++first;
    if (first == label || line[first].token.kind != LineTokenKind::word) return own_label;
    const bool house = line[first].house != kNone && first + line[first].house_tokens >= label;
    if (house) return first;
    if (end_of_name(line, first, label) != label) return own_label;
    const bool single = label == first + 1;
    const bool code = single && line[first].token.caps && line[first].token.letters <= kLongestCode;
    if (single && press_label) return first;
    const bool press =
        line.is(label - 1, known.organisation | known.press) || line.is(first, known.article);
    return code || (press && shape_of(line, first, label) == NameShape::organisation) ? first
                                                                                      : own_label;
  }
  return own_label;
}

}  // namespace quotary
