#include "provenance/credits.h"

#include <algorithm>

#include "provenance/credit_evidence.h"
#include "provenance/credit_label.h"
#include "provenance/plain_credits.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestTail = 28;  // tokens of a credit without a mark of its own
constexpr std::uint32_t kAfterBracket = 6;  // tokens that may follow a bracket at the end
constexpr std::uint32_t kFewTokens = 10;
constexpr std::uint32_t kLongestBracket = 80;  // tokens: what is longer is no credit

class CreditFinder {
 public:
  CreditFinder(const Line& line, std::vector<FoundCredit>& out)
      : line_(line), known_(line.knowledge()), evidence_(line), out_(out) {}

  void find() {
    out_.clear();
    if (line_.size() == 0) return;
    find_labels(line_, labels_);
    find_labelled();
    find_copyright_credits();
    find_courtesies();
    find_brackets();
    if (out_.empty()) find_plain_credits(line_, out_);
    if (out_.empty()) find_tail();
    std::sort(out_.begin(), out_.end(), [](const FoundCredit& a, const FoundCredit& b) {
      return a.tokens.first < b.tokens.first;
    });
  }

 private:
  [[nodiscard]] bool taken(std::uint32_t at) const {
    return std::any_of(out_.begin(), out_.end(),
                       [at](const FoundCredit& each) { return each.tokens.contains(at); });
  }

  // The token that closes the bracket opened at `open`; size() if none does.
  [[nodiscard]] std::uint32_t closing(std::uint32_t open) const {
    std::uint32_t depth = 0;
    const std::uint32_t last = std::min(line_.size(), open + kLongestBracket);
    for (std::uint32_t at = open; at < last; ++at) {
      if (line_.is_mark(at, '(') || line_.is_mark(at, '[')) ++depth;
      if ((line_.is_mark(at, ')') || line_.is_mark(at, ']')) && --depth == 0) return at;
    }
    return line_.size();
  }

  void find_labelled() {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const CreditLabel& label = labels_[i];
      if (taken(label.tokens.first)) continue;
      // "Mandatory Credit: Photo by Ann Lee": what the first says holds of the second.
      if (i + 1 < labels_.size() && label.tokens.last == labels_[i + 1].tokens.first) {
        std::vector<std::string_view>& flags = labels_[i + 1].flags;
        flags.insert(flags.end(), label.flags.begin(), label.flags.end());
        continue;
      }
      std::uint32_t last = i + 1 < labels_.size() ? labels_[i + 1].tokens.first : line_.size();
      const std::uint32_t owner = start_of_owner(line_, label.tokens.first);
      std::uint32_t first = owner;
      std::uint32_t end = 0;
      if (first > 0 && (line_.is_mark(first - 1, '(') || line_.is_mark(first - 1, '['))) {
        const std::uint32_t close = closing(first - 1);
        --first;
        if (close < last) last = close, end = close + 1;
      }
      LinePartsContext context;
      context.label = true;
      context.by = label.by;
      context.organisation = label.from;
      FoundCredit credit;
      read_parts(line_, {label.tokens.last, last}, context, credit.parts);
      credit.tokens = {first, std::max(end, credit.parts.end)};
      credit.rule = label.by ? "credit.label-by" : "credit.label";
      credit.flags = label.flags;
      const bool owned = owner < label.tokens.first;
      if (owned) add_owner({owner, label.tokens.first}, credit.parts);
      if (holds(label, credit, last, owned)) out_.push_back(std::move(credit));
    }
  }

  // "Ledger photo by Ann Lee": the house before the label.
  void add_owner(Range tokens, LineParts& parts) const {
    if (line_.is_mark(tokens.last - 1, '/')) --tokens.last;
    LinePart part = named_part(line_, LinePartKind::house, tokens);
    part.house = line_[tokens.first].house;
    part.words = static_cast<std::uint8_t>(tokens.size());
    parts.list.insert(parts.list.begin(), std::move(part));
  }

  [[nodiscard]] bool holds(const CreditLabel& label, const FoundCredit& credit, std::uint32_t last,
                           bool owned) const {
    const LineParts& parts = credit.parts;
    const bool flagged = parts.has(LinePartKind::flag);
    const bool named = parts.has(LinePartKind::person) || parts.has(LinePartKind::house) ||
                       parts.has(LinePartKind::via) || parts.has(LinePartKind::pool);
    if (!named && !(flagged && !label.by)) return false;
    if (parts.prose || line_.is_mark(parts.end, '?')) return false;
    const bool ends = parts.end >= last || line_.ends_sentence(parts.end) ||
                      line_.is_mark(parts.end, ')') || line_.is_mark(parts.end, ']') ||
                      line_.is_mark(parts.end, ';');
    if (!ends && !parts.has_known_house()) return false;
    if (label.gallery && has_title(parts)) return false;
    if (label.slash && !owned && label.tokens.first > 0 && !starts_part(label.tokens.first)) {
      return false;
    }
    // "Image from Marston shows the dam" has been prose; a title has no organisation.
    if (label.from) return ends && (parts.has_known_house() || evidence_.has_organisation(parts));
    if (parts.has_known_house() || flagged || parts.has(LinePartKind::licence)) return true;
    if (!label.credit && !label.by && evidence_.is_ordinary_word(parts)) return false;
    // Titles of galleries: "Photos: Hurricane Irene".
    const bool title = label.gallery && (label.tokens.first == 0 || label.capitals);
    // "PHOTO: TESSEL LABS"
    if (label.capitals && parts.list.size() == 1 && parts.end >= line_.size() &&
        line_[parts.list[0].tokens.first].token.caps && evidence_.has_organisation(parts)) {
      return true;
    }
    if (title && !owned && !evidence_.sure_person(parts) && !evidence_.names_house_too(parts)) {
      return false;
    }
    return parts.list.size() <= 8 || evidence_.sure_person(parts);
  }

  // "© Name / House"; with a year it is a notice.
  void find_copyright_credits() {
    for (std::uint32_t at = 0; at < line_.size(); ++at) {
      std::uint32_t body = at + 1;
      if (line_.is_mark(at, '(') && at + 2 < line_.size() && line_.is_mark(at + 2, ')') &&
          (line_.text_of(at + 1) == "c" || line_.text_of(at + 1) == "C")) {
        body = at + 3;
      } else if (!line_.is_mark(at, 0xA9)) {
        continue;
      }
      if (taken(at)) continue;
      while (line_.is(body, known_.copyright)) ++body;
      if (body >= line_.size() || line_[body].token.kind == LineTokenKind::number) return;
      if (at > 0 && (line_.is(at - 1, known_.copyright) || line_.is_mark(at - 1, '&'))) return;
      std::uint32_t last = line_.size();
      for (const CreditLabel& label : labels_) {
        if (label.tokens.first >= body) last = std::min(last, label.tokens.first);
      }
      LinePartsContext context;
      context.label = true;
      FoundCredit credit;
      read_parts(line_, {body, last}, context, credit.parts);
      const LineParts& parts = credit.parts;
      if (parts.list.empty()) continue;
      if (parts.prose && !parts.has_known_house()) continue;
      // "rÃ©sumÃ©": letters in a wrong encoding.
      if (at > 0 && !line_[at].token.space && !line_[body].token.space && !line_.is_capital(body)) {
        continue;
      }
      if (year_or_rights(parts.end)) continue;
      // "© Reuters" under a text is its copyright.
      const bool whole_line = at == 0 && parts.end >= line_.size();
      if (whole_line && parts.list.size() == 1 && parts.list[0].house != kNone &&
          known_.houses()[parts.list[0].house].kind == HouseKind::wire) {
        continue;
      }
      credit.tokens = {at, parts.end};
      credit.rule = "credit.copyright-sign";
      out_.push_back(std::move(credit));
      at = out_.back().tokens.last;
    }
  }

  [[nodiscard]] bool year_or_rights(std::uint32_t at) const {
    for (std::uint32_t i = at; i < std::min(line_.size(), at + 4); ++i) {
      const LineToken& token = line_[i].token;
      if (token.kind == LineTokenKind::number && token.span.size() == 4) return true;
      if (line_.is(i, known_.copyright)) return true;
    }
    return false;
  }

  [[nodiscard]] bool starts_part(std::uint32_t at) const {
    if (at == 0) return true;
    const LineToken& before = line_[at - 1].token;
    if (before.kind != LineTokenKind::mark) return !line_[at].token.space;
    constexpr std::u32string_view kEnds = U"()[|\"\u201D\u00BB";
    return line_.ends_sentence(at - 1) || kEnds.find(before.mark) != std::u32string_view::npos;
  }

  // "Courtesy of Name", at the beginning of a line, a sentence or a bracket.
  void find_courtesies() {
    if (!line_.may_hold(LineHints::kGift)) return;
    for (std::uint32_t at = 0; at < line_.size(); ++at) {
      if (!line_.may_begin(at, LineHints::kGift)) continue;
      // "Supplied: Harbour Club"
      const bool given = line_.is(at, known_.provided) &&
                         line_.is_mark(at + line_[at].group_tokens, ':') &&
                         line_[at + line_[at].group_tokens + 1].token.space;
      if (!(line_.is(at, known_.courtesy) || given) || taken(at) || !starts_part(at)) continue;
      if (!line_[at].token.capital) continue;
      FoundCredit credit;
      LinePartsContext context;
      context.label = true;
      read_parts(line_, {at, line_.size()}, context, credit.parts);
      const LineParts& parts = credit.parts;
      const bool ends = parts.end >= line_.size() || line_.ends_sentence(parts.end) ||
                        line_.is_mark(parts.end, ')') || line_.is_mark(parts.end, ']');
      if (parts.prose || !ends || parts.list.size() < 2) continue;
      // "Courtesy, courage, calm"
      if (line_.is_mark(at + line_[at].group_tokens, ',')) continue;
      // "COURTESY CALL" is a title.
      if (at == 0 && line_[at].token.caps && line_.size() == 2) continue;
      // "Courtesy Garage Ltd" is a firm.
      if (line_[at].group_tokens == 1 && parts.list.size() == 2 && at == 0 &&
          parts.list[1].kind == LinePartKind::house && parts.list[1].words > 1 &&
          parts.end < line_.size()) {
        continue;
      }
      // "Courtesy and respect"
      const LinePart& whose = parts.list[1];
      if (!line_[whose.tokens.first].token.capital && whose.house == kNone &&
          line_[whose.tokens.first].token.kind == LineTokenKind::word) {
        continue;
      }
      credit.tokens = {at, parts.end};
      credit.rule = "credit.courtesy";
      out_.push_back(std::move(credit));
    }
  }

  // "(Name/House)"
  void find_brackets() {
    for (std::uint32_t open = 0; open < line_.size(); ++open) {
      if (!line_.is_mark(open, '(') && !line_.is_mark(open, '[')) continue;
      if (taken(open)) continue;
      const std::uint32_t close = closing(open);
      if (close >= line_.size() || close == open + 1) continue;
      if (is_of_dateline(open, close)) {
        open = close;
        continue;
      }
      FoundCredit credit;
      LinePartsContext context;
      context.bracket = true;
      read_parts(line_, {open + 1, close}, context, credit.parts);
      if (bracket_holds(credit.parts, open, close)) {
        credit.tokens = {open, close + 1};
        credit.rule = "credit.bracket";
        out_.push_back(std::move(credit));
      }
      open = close;
    }
  }

  // "MARSTON (Newsline) — The bridge was closed for a week."
  [[nodiscard]] bool is_of_dateline(std::uint32_t open, std::uint32_t close) const {
    return open < 12 && line_.size() > close + 1 + kAfterBracket &&
           (line_.is_dash(close + 1) || !line_[close + 1].token.space);
  }

  [[nodiscard]] bool bracket_holds(const LineParts& parts, std::uint32_t open,
                                   std::uint32_t close) const {
    if (parts.prose || parts.end < close || parts.list.empty()) return false;
    const std::uint32_t after = line_.size() - close - 1;
    if (has_hour(open + 1, close)) return false;
    const bool known = parts.has_known_house();
    const bool person = parts.has(LinePartKind::person);
    const bool rich = person || parts.has(LinePartKind::flag) || parts.has(LinePartKind::via) ||
                      parts.has(LinePartKind::pool);
    const bool slash = has_slash(open + 1, close);
    if (known && after == 0 && has_picture_word(open + 1, close)) return true;
    const bool at_end = after == 0 || (after <= kAfterBracket && !line_.is_mark(close + 1, '.') &&
                                       !line_.is_mark(close + 1, ','));
    const bool before_stop = after == 1 && line_.is_mark(close + 1, '.');
    if (!known && evidence_.given(parts)) return at_end || before_stop;
    // "Smoke rose for hours. (Marston Police Department)"
    if (after == 0 && open > 2 && line_.ends_sentence(open - 1) && evidence_.is_office(parts)) {
      return true;
    }
    if (!known) {
      if (at_end && (open > 2 || open == 0) && evidence_.is_pair(parts)) return true;
      return slash && at_end && person && parts.has(LinePartKind::house) &&
             (open > 2 || (open == 0 && evidence_.sure_person(parts)));
    }
    if (rich && (parts.has(LinePartKind::house) || parts.has(LinePartKind::via))) {
      return at_end || ((before_stop || slash) && person);
    }
    if (open == 0 && after == 0) {
      return evidence_.all_pictures(parts) || evidence_.all_wires(parts) || parts.list.size() > 1;
    }
    return at_end && open > 1 && (slash || evidence_.knows_pictures(parts));
  }

  [[nodiscard]] bool has_slash(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t at = first; at < last; ++at) {
      if (line_.is_mark(at, '/')) return true;
    }
    return false;
  }

  // "(Newsline, 8 p.m.)" is a programme.
  [[nodiscard]] bool has_hour(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t at = first + 1; at < last; ++at) {
      if (line_.is(at, known_.hour) && line_[at - 1].token.kind == LineTokenKind::number)
        return true;
    }
    return false;
  }

  // "Newsline Photo"
  [[nodiscard]] bool has_picture_word(std::uint32_t first, std::uint32_t last) const {
    return last > first + 1 && line_.is(last - 1, known_.picture);
  }

  // A credit that nothing but its place at the end gives away.
  void find_tail() {
    std::uint32_t end = line_.size();
    while (end > 0 && (line_.is(end - 1, known_.junk) || line_.is_mark(end - 1, '>'))) --end;
    const bool stop = end > 1 && line_.is_mark(end - 1, '.');
    if (end == 0) return;
    const std::uint32_t last = stop ? end - 1 : end;
    const std::uint32_t from = last > kLongestTail ? last - kLongestTail : 0;
    // Of what ends as a sentence does, only a known house can tell that it is a credit.
    const bool named = line_.names_house(from, last);
    if (stop && !named) return;
    FoundCredit credit;
    for (std::uint32_t at = from; at < last; ++at) {
      if (!starts_part(at) || line_[at].token.kind == LineTokenKind::mark) continue;
      read_parts(line_, {at, last}, {}, credit.parts);
      if (tail_holds(credit.parts, at, last, stop)) {
        credit.tokens = {at, end};
        return take_tail(std::move(credit), at == 0 ? "credit.line" : "credit.tail");
      }
    }
    if (!stop && named) find_unmarked_tail(from, last);
  }

  void take_tail(FoundCredit credit, std::string_view rule) {
    credit.rule = rule;
    out_.push_back(std::move(credit));
  }

  [[nodiscard]] bool tail_holds(const LineParts& parts, std::uint32_t at, std::uint32_t last,
                                bool stop) const {
    if (parts.prose || parts.end < last || parts.list.empty() || has_hour(at, last)) return false;
    if (!parts.has_known_house()) {
      // "The square at dawn. | Ann Lee, Harbour Watch"
      const bool bar = at > 1 && line_.is_mark(at - 1, '|') && line_.ends_sentence(at - 2);
      const bool after_caption = bar && parts.list.size() == 2 &&
                                 parts.list[0].kind == LinePartKind::person &&
                                 parts.list[1].before == ',' && evidence_.sure_person(parts);
      // "The square at dawn. Ann Lee / Harbour Watch"
      const bool slash_pair = (bar || (at > 0 && line_.ends_sentence(at - 1))) &&
                              parts.list.size() > 1 && parts.list[1].before == '/' &&
                              evidence_.sure_person(parts);
      return !stop && (after_caption || ((at == 0 || slash_pair) && evidence_.is_pair(parts)));
    }
    // "The square at dawn. | Newsline", "Newsline" alone under a picture.
    if (!stop && evidence_.all_wires(parts) && parts.list.size() == 1) {
      return at == parts.list[0].tokens.first && (at == 0 || line_.is_mark(at - 1, '|'));
    }
    const bool person = parts.has(LinePartKind::person);
    const bool via = parts.has(LinePartKind::via);
    const bool slash = has_slash(at, last);
    const bool whole = at == 0;
    const bool pictures = evidence_.all_pictures(parts);
    if (!via && !slash && has_title(parts)) return false;
    if (whole && evidence_.told_by_flag(parts)) return true;
    if (!person && !via && !slash && !(parts.has(LinePartKind::flag) && pictures)) {
      // Houses alone.
      if (whole && last - at <= 4 && has_picture_word(at, last)) return true;
      return pictures && !evidence_.platforms_only(parts) && (whole || !stop || last - at <= 3);
    }
    if (stop && !whole && !slash && !via) return false;
    if (via && !evidence_.via_is_known(parts)) return false;
    if (via || slash) {
      if (!via && evidence_.platforms_only(parts, true)) return false;
      if (!via && !person && evidence_.has_ordinary_word(parts)) return false;
      if (via && parts.list.size() == 1) return whole && pictures;
      return true;
    }
    if (!person) return parts.has(LinePartKind::house);
    // "Name, House", "Name — House", "Name | House".
    if (parts.list.size() > 4 || last - at > kFewTokens) return false;
    if (!whole) return true;
    if (parts.list.size() == 2 && parts.list[1].house != kNone && evidence_.sure_person(parts) &&
        line_.is(parts.list[0].tokens.last, known_.preposition)) {
      return true;  // "Ann Lee for Newsline"
    }
    // "Ann Lee | The Ledger"
    if (parts.list.size() == 2 && parts.list[1].before == '|' && parts.list[1].house != kNone &&
        evidence_.sure_person(parts) && is_publisher(known_.houses()[parts.list[1].house])) {
      return true;
    }
    // "Ann Lee, Harbour Images"
    if (parts.list.size() == 2 && parts.list[1].before == ',' && parts.list[1].house != kNone &&
        evidence_.sure_person(parts) && is_picture_house(known_.houses()[parts.list[1].house])) {
      return true;
    }
    return parts.list[1].before != ',' &&
           (parts.list[0].kind == LinePartKind::person ? parts.list[0].words >= 2 : true) &&
           parts.list[1].before != ' ' && evidence_.knows_pictures(parts);
  }

  // "The square in Paris Ann Lee/Newsline": the name before the slash is the last two words or
  // three, as its first is a first name.
  void find_unmarked_tail(std::uint32_t from, std::uint32_t last) {
    std::uint32_t slash = last;
    for (std::uint32_t at = from; at < last && slash == last; ++at) {
      if (at == 0 || !(line_.is_mark(at, '/') || line_.is(at, known_.via))) continue;
      FoundCredit credit;
      read_parts(line_, {at + 1, last}, {}, credit.parts);
      if (!credit.parts.prose && credit.parts.end >= last && credit.parts.has_known_house() &&
          line_.is_capital(at - 1)) {
        slash = at;
      }
    }
    FoundCredit credit;
    if (slash < last) {
      std::uint32_t first = start_of_person(from, slash);
      // A slash between blanks parts what it shows from the house, too.
      if (line_[slash].token.space && first < slash && !is_given_name(line_, first)) {
        first = slash + 1;
      }
      if (first == slash) return;
      read_parts(line_, {first, last}, {}, credit.parts);
      if (credit.parts.prose || credit.parts.end < last) return;
      if (line_.is(slash, known_.via) && credit.parts.list.size() < 2) return;
      if (evidence_.platforms_only(credit.parts, true)) return;
      credit.tokens = {first, last};
      return take_tail(std::move(credit), "credit.tail");
    }
    // "Dee Harlow Getty Images"
    for (std::uint32_t at = std::max(from, last > 4 ? last - 4 : 0U); at < last; ++at) {
      if (line_[at].house == kNone || at + line_[at].house_tokens != last || at == 0) continue;
      if (line_[at].house_tokens < 2 || !line_.is_capital(at) || !line_.is_capital(at - 1))
        continue;
      if (known_.houses()[line_[at].house].kind != HouseKind::photo_agency) continue;
      read_parts(line_, {at, last}, {}, credit.parts);
      credit.tokens = {at, last};
      return take_tail(std::move(credit), "credit.tail");
    }
  }

  [[nodiscard]] std::uint32_t start_of_person(std::uint32_t from, std::uint32_t end) const {
    if (line_[end - 1].house != kNone && line_[end - 1].house_tokens == 1) return end - 1;
    std::uint32_t best = end;
    std::uint32_t words = 0;
    for (std::uint32_t at = end; at > from && words < 3;) {
      --at;
      if (!line_.is_word(at)) break;
      if (!line_.is_capital(at)) {
        if (line_.classes(at).meets(known_.name_particles)) continue;
        break;
      }
      ++words;
      if (words == 2 && best == end) best = at;
      if (words >= 2 && is_given_name(line_, at)) {
        best = at;
        if (words == 2) break;
      }
    }
    return best;
  }

  const Line& line_;
  const LineKnowledge& known_;
  CreditEvidence evidence_;
  std::vector<FoundCredit>& out_;
  std::vector<CreditLabel> labels_;
};

}  // namespace

void find_credits(const Line& line, std::vector<FoundCredit>& out) {
  CreditFinder(line, out).find();
}

}  // namespace quotary
