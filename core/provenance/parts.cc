#include "provenance/parts.h"

#include <algorithm>

#include "provenance/credit_evidence.h"

namespace quotary {
namespace {

constexpr std::uint32_t kMaxParts = 64;
constexpr std::uint32_t kSmallWords = 3;  // at the end of the name of an organisation
constexpr std::uint8_t kLongestInitials = 3;
constexpr std::uint32_t kCaptionTokens = 8;  // after a house: no credit is so long

std::string_view name_after_dot(const std::vector<std::string>& names, std::size_t number) {
  const std::string_view name = names[number];
  return name.substr(name.find('.') + 1);
}

class LinePartsReader {
 public:
  LinePartsReader(const Line& line, Range tokens, const LinePartsContext& context, LineParts& out)
      : line_(line),
        known_(line.knowledge()),
        at_(tokens.first),
        last_(tokens.last),
        context_(context),
        out_(out) {}

  void read() {
    out_.list.clear();
    out_.prose = false;
    while (at_ < last_ && out_.list.size() < kMaxParts && read_one()) {
    }
    out_.end = at_;
    settle_parts(known_, context_, out_);
  }

 private:
  // False: what stands at `at_` is no part.
  bool read_one() {
    const LineItem& item = line_[at_];
    if (skip_copyright()) return true;
    if (line_.is(at_, known_.caption_label)) return false;
    if (item.token.kind == LineTokenKind::mark) return skip_mark();
    if (item.token.kind == LineTokenKind::link) return take_link();
    if (take_licence()) return true;
    if (take_words()) return true;
    if (take_house()) return true;
    if (line_.is(at_, known_.month) && line_[at_ + 1].token.kind == LineTokenKind::number) {
      return skip(1);
    }
    if (take_name()) return true;
    if (item.token.kind == LineTokenKind::number || line_.is(at_, known_.month)) {
      ++at_;
      return true;
    }
    out_.prose = item.token.kind == LineTokenKind::word;
    return false;
  }

  // "(c)"
  bool skip_copyright() {
    if (line_.is_mark(at_, '(') && at_ + 2 < last_ && line_.is_mark(at_ + 2, ')') &&
        (line_.text_of(at_ + 1) == "c" || line_.text_of(at_ + 1) == "C")) {
      at_ += 3;
      return true;
    }
    return false;
  }

  bool skip_mark() {
    const char32_t mark = line_[at_].token.mark;
    // "Systems, Inc.": one name.
    if (mark == ',' && line_.is(at_ + 1, known_.corporate) && at_ + 1 < last_ &&
        !out_.list.empty() && out_.list.back().tokens.last == at_) {
      LinePart& part = out_.list.back();
      at_ += 2;
      if (at_ < last_ && line_.is_mark(at_, '.') && !line_[at_].token.space) ++at_;
      if (part.kind == LinePartKind::person && part.unclear) part.kind = LinePartKind::house;
      part.unclear = false;
      part.tokens.last = at_;
      part.span = line_.span(part.tokens.first, at_);
      part.name = line_.text(part.span);
      return true;
    }
    if (line_.is_separator(at_) || mark == 0xA9 || mark == 0x2122 || mark == 0x2020) {
      separator_ = mark;
      ++at_;
      return true;
    }
    if (mark == ':' && takes_colon()) {
      separator_ = mark;
      ++at_;
      return true;
    }
    if (mark == '(' || mark == '[') {
      ++depth_;
      separator_ = mark;
      ++at_;
      return true;
    }
    if (mark == ')' || mark == ']') {
      if (depth_ == 0) return false;
      --depth_;
      ++at_;
      return true;
    }
    // "Ann Lee / «Harbour»"
    if ((mark == 0xAB || mark == 0x201E) && context_.label && separator_ == '/') {
      quoted_ = true;
      ++at_;
      return true;
    }
    if (quoted_ && (mark == 0xBB || mark == 0x201C || mark == 0x201D)) {
      quoted_ = false;
      ++at_;
      return true;
    }
    if (mark == 0x2026 && out_.list.empty()) {
      ++at_;
      return true;
    }
    return false;
  }

  // "Supplied: Ann Lee", "(Newsline: Ann Lee)"
  [[nodiscard]] bool takes_colon() const {
    if (out_.list.size() != 1 || at_ + 1 >= last_ || !line_[at_ + 1].token.space) return false;
    const LinePart& part = out_.list[0];
    if (part.tokens.last != at_) return false;
    return part.kind == LinePartKind::flag ||
           (context_.bracket && part.kind == LinePartKind::house && part.house != kNone);
  }

  bool take_link() {
    add(LinePartKind::link, at_, at_ + 1);
    ++at_;
    return true;
  }

  // "CC BY-SA 4.0", "CC0"
  bool take_licence() {
    if (!line_.is(at_, known_.licences)) return false;
    std::uint32_t end = at_ + line_[at_].group_tokens;
    if (end > last_) return false;
    if (end < last_ && line_[end].token.kind == LineTokenKind::number) ++end;
    add(LinePartKind::licence, at_, end);
    at_ = end;
    return true;
  }

  // Words of the vocabulary that are no names.
  bool take_words() {
    const LineItem& item = line_[at_];
    if (item.group_tokens == 0) return false;
    const bool shorter_than_house =
        item.house != kNone && item.house_tokens > item.group_tokens && usable_house(at_);
    if (shorter_than_house) return false;
    const std::uint32_t count = item.group_tokens;
    if (at_ + count > last_) return false;
    if (line_.is(at_, known_.flags)) {
      // "Special Collections", "File Gallery": a name goes on.
      const bool goes_on =
          count == 1 && at_ + 1 < last_ && line_[at_].token.capital && !line_[at_].token.caps &&
          line_.is_capital(at_ + 1) && line_.is(at_ + 1, known_.organisation) &&
          !line_.is(at_ + 1, known_.picture) && !(context_.label && line_.is(at_, known_.courtesy));
      if (goes_on) return false;
      for (std::size_t i = 0; i < known_.words().groups().size(); ++i) {
        if (!(item.groups & known_.flags).test(i)) continue;
        add(LinePartKind::flag, at_, at_ + count);
        out_.list.back().code = name_after_dot(known_.words().groups(), i);
        separator_ = ' ';
      }
      rather_organisation_ |= line_.is(at_, known_.courtesy) || line_.is(at_, known_.provided);
      return skip(count);
    }
    // "Ann Lee/Staff"
    if (separator_ == '/' && at_ + 1 == last_ && line_.is(at_, known_.staff) && count == 1 &&
        item.house == kNone) {
      add(LinePartKind::flag, at_, last_);
      out_.list.back().code = "staff";
      return skip(count);
    }
    if (line_.is(at_, known_.via)) {
      via_ = true;
      return skip(count);
    }
    if (line_.is(at_, known_.pool) && take_pool(at_)) return true;
    if (line_.is(at_, known_.junk)) return skip(count);
    // "Ann Lee/Ledger staff"
    if (!out_.list.empty() && line_.is(at_, known_.staff_word) && !item.token.capital) {
      return skip(count);
    }
    // "Ann Lee/Special to the Ledger"
    if (!out_.list.empty() && line_.is(at_, known_.special)) return skip(count);
    if (line_.is(at_, known_.preposition) || line_.is(at_, known_.by)) {
      // A particle opens a surname: "de la Cruz".
      if (line_[at_].token.capital && line_.is(at_, known_.particle) && starts_person(at_)) {
        return false;
      }
      rather_organisation_ |= line_.is(at_, known_.preposition);
      return skip(count);
    }
    // "Ann Lee/MIT": no word for with.
    const bool initials = separator_ == '/' && item.token.caps && item.token.letters > 1;
    if (line_.is(at_, known_.conjunction) && !initials) {
      separator_ = ',';
      at_ += count;
      return true;
    }
    if (line_.is(at_, known_.picture) && !starts_longer_name(at_)) return skip(count);
    return false;
  }

  [[nodiscard]] bool starts_person(std::uint32_t at) const {
    const std::uint32_t end = end_of_name(line_, at, last_);
    return end > at + 1;
  }

  [[nodiscard]] bool starts_longer_name(std::uint32_t at) const {
    return line_.is_capital(at) && at + 1 < last_ && line_.is_capital(at + 1) &&
           line_[at + 1].token.space && line_[at + 1].house == kNone;
  }

  bool skip(std::uint32_t count) {
    at_ += count;
    return true;
  }

  // "Palace Pool Photo": the name reaches from `first` over the word for pool.
  bool take_pool(std::uint32_t first) {
    std::uint32_t at = first;
    while (at < last_ && !line_.is(at, known_.pool)) ++at;
    if (at == last_) return false;
    const std::uint32_t end = at + line_[at].group_tokens;
    add_pool(first, end);
    at_ = end;
    while (at_ < last_ && line_.is(at_, known_.picture) && !line_.is(at_, known_.flags)) ++at_;
    return true;
  }

  // "Palace Pool Photo": without the word for picture.
  void add_pool(std::uint32_t first, std::uint32_t end) {
    while (end > first + 1 && line_.is(end - 1, known_.picture)) --end;
    add(LinePartKind::pool, first, end);
    LinePart flag = out_.list.back();
    flag.kind = LinePartKind::flag;
    flag.code = "pool";
    out_.list.push_back(std::move(flag));
  }

  [[nodiscard]] bool usable_house(std::uint32_t at) const {
    const LineItem& item = line_[at];
    if (item.house == kNone || at + item.house_tokens > last_) return false;
    return item.token.capital || item.house_as_written || via_ || context_.label ||
           item.token.kind != LineTokenKind::word;
  }

  bool take_house() {
    if (!usable_house(at_)) return false;
    const LineItem& item = line_[at_];
    std::uint32_t end = at_ + item.house_tokens;
    // "Yonhap News", "Associated Press Sports": the name goes on.
    if (!context_.byline) {
      while (end < last_ && line_[end].token.space && line_.is_capital(end) &&
             line_.is(end, known_.organisation) && !line_.is(end, known_.flags)) {
        ++end;
      }
    }
    // "ABC Color": another house than "ABC".
    const bool another = is_publisher_with_longer_name(at_, end) || is_edition(end);
    if (another) ++end;
    // "Harbour News 13"
    if (end < last_ && line_[end].token.kind == LineTokenKind::number && line_[end].token.space &&
        line_[end].token.span.size() <= 2 && (end + 1 == last_ || !line_[end + 1].token.space) &&
        line_.is(end - 1, known_.organisation)) {
      ++end;
    }
    const std::uint32_t name_end = without_picture(at_, end);
    // "Riot" of "Riot Games"; a first name that is a paper's name, too.
    if (end < last_ && item.house_tokens == 1 && line_[end].token.space && line_.is_capital(end) &&
        line_[end].house == kNone && !line_.is(end, known_.flags | known_.pool | known_.picture) &&
        is_given_name(line_, at_)) {
      return false;
    }
    if (known_.houses()[item.house].kind == HouseKind::pool && !via_) {
      add_pool(at_, end);
      at_ = end;
      return true;
    }
    add(via_ ? LinePartKind::via : LinePartKind::house, at_, name_end);
    if (!another) out_.list.back().house = item.house;
    at_ = end;
    while (at_ < last_ && line_.is(at_, known_.picture) && !line_.is(at_, known_.flags)) ++at_;
    // "© Getty Images MARSTON, ENGLAND - ...": the caption begins.
    return !(context_.label && at_ + kCaptionTokens < last_ && line_.is_capital(at_) &&
             line_[at_].token.space && line_[at_].group_tokens == 0 && line_[at_].house == kNone);
  }

  [[nodiscard]] bool is_publisher_with_longer_name(std::uint32_t first, std::uint32_t end) const {
    const LineItem& item = line_[first];
    const LineItem& next = line_[end];
    return end == first + 1 && end < last_ && !context_.byline && context_.label &&
           item.token.caps && is_publisher(known_.houses()[item.house]) && line_.is_capital(end) &&
           !next.token.caps && next.token.space && next.house == kNone && next.group_tokens == 0 &&
           !line_.is_capital(end + 1) && !line_.classes(end).meets(known_.place_classes);
  }

  // "Harbour Nigeria": a house of that country.
  [[nodiscard]] bool is_edition(std::uint32_t end) const {
    return is_publisher(known_.houses()[line_[at_].house]) && line_.is_capital(end) &&
           line_[end].token.space && line_[end].house == kNone &&
           line_.classes(end).meets(known_.country_classes) &&
           (end + 1 == last_ || line_[end + 1].token.kind == LineTokenKind::mark);
  }

  [[nodiscard]] std::uint32_t without_picture(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t house_end = first + line_[first].house_tokens;
    while (end > house_end && line_.is(end - 1, known_.picture)) --end;
    // "Harbour Guard photo": a spelling of its own.
    const bool small = end == house_end && end > first + 1 && line_.is_small(end - 1);
    return small && line_.is(end - 1, known_.picture) ? end - 1 : end;
  }

  bool take_name() {
    const LineToken& token = line_[at_].token;
    if (token.kind == LineTokenKind::handle) {
      add(LinePartKind::person, at_, at_ + 1);
      ++at_;
      return true;
    }
    if (take_prefix_flag() || skip_rank()) return true;
    // "RTR9ABC1": the number of the picture.
    if (token.kind == LineTokenKind::word && token.caps && !out_.list.empty() &&
        line_.text_of(at_).find_first_of("0123456789") != std::string_view::npos &&
        token.span.size() >= 6) {
      ++at_;
      return true;
    }
    if (token.kind == LineTokenKind::word && !token.capital && token.letters > 0) {
      return take_small_word();
    }
    std::uint32_t end = end_of_name(line_, at_, last_);
    if (end == at_) return false;
    const bool firm = end < last_ && line_.is(end, known_.corporate) && line_[end].token.space;
    if (firm) end = std::min(last_, end + line_[end].group_tokens);
    // "The" before the name of a house.
    if (end == at_ + 1 && line_.is(at_, known_.article) && end < last_ &&
        line_[end].house != kNone) {
      at_ = end;
      return true;
    }
    // "Palace Pool", but "Red Bull Content Pool" is a firm.
    if (end < last_ && line_.is(end, known_.pool) && line_[end].token.space) {
      if (line_.is(end - 1, known_.pool_firm)) {
        add_name(NameShape::organisation, at_, end + line_[end].group_tokens);
        at_ = end + line_[end].group_tokens;
        return true;
      }
      return take_pool(at_);
    }
    // "Clay County jail via Newsline"
    if (const std::uint32_t via = via_after_small_words(end); via > end) {
      add_name(NameShape::organisation, at_, via);
      at_ = via;
      return true;
    }
    const std::uint32_t kind = end_of_kind(end);
    if (const std::uint32_t whole = std::max(kind, end_of_small_words(end)); whole > end) {
      add_name(NameShape::organisation, at_, whole);
      at_ = whole;
      return true;
    }
    if (end < last_ && line_.is_small(end) && line_[end].token.space && !may_follow_name(end)) {
      out_.prose = true;
      return false;
    }
    add_name(firm ? NameShape::organisation : shape_of(line_, at_, end), at_, end);
    at_ = end;
    return true;
  }

  [[nodiscard]] std::uint32_t via_after_small_words(std::uint32_t end) const {
    std::uint32_t at = end;
    while (at < std::min(last_, end + 3) && line_.is_small(at) && line_[at].group_tokens == 0) ++at;
    return at > end && line_.is(at, known_.via) && line_[at + 1].house != kNone ? at : end;
  }

  // "Courtesy of the Marstal family", "Photo: Marstal police": the word for its kind in small
  // letters.
  [[nodiscard]] std::uint32_t end_of_kind(std::uint32_t end) const {
    if (!context_.label && !rather_organisation_) return end;
    std::uint32_t at = end;
    while (at < std::min(last_, end + kSmallWords) && line_.is_small(at) && line_[at].token.space &&
           line_.is(at, known_.organisation) &&
           !line_.is(at, known_.flags | known_.picture | known_.staff_word)) {
      ++at;
    }
    return at == last_ || line_[at].token.kind == LineTokenKind::mark ? at : end;
  }

  // "Foto: Gendarmerie nationale": small words that no English text has end the name of what is an
  // organisation by its first word.
  [[nodiscard]] std::uint32_t end_of_small_words(std::uint32_t end) const {
    if (!context_.label || !out_.list.empty() || !line_.is(at_, known_.organisation)) return end;
    std::uint32_t at = end;
    while (at < std::min(last_, end + kSmallWords) && line_.is_small(at) &&
           line_[at].group_tokens == 0 && !line_.is_ordinary(at)) {
      ++at;
    }
    return at == last_ || line_[at].token.kind == LineTokenKind::mark ? at : end;
  }

  // "Senior Airman Ann Lee"
  bool skip_rank() {
    if (!line_.is(at_, known_.rank) || !line_[at_].token.capital) return false;
    std::uint32_t end = at_ + line_[at_].group_tokens;
    if (line_.is_mark(end, '.') && !line_[end].token.space) ++end;
    if (end >= last_ || !line_.is_capital(end)) return false;
    at_ = end;
    return true;
  }

  // "HO-Ocean Wise": the flag is glued to the name.
  bool take_prefix_flag() {
    const std::string_view word = line_.text_of(at_);
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen == 0) return false;
    const LineGroups groups = known_.words().groups_of_form(word.substr(0, hyphen));
    if ((groups & known_.prefix_flag).none()) return false;
    for (std::size_t i = 0; i < known_.words().groups().size(); ++i) {
      if (!(groups & known_.prefix_flag).test(i)) continue;
      add(LinePartKind::flag, at_, at_ + 1);
      out_.list.back().code = name_after_dot(known_.words().groups(), i);
    }
    const std::uint32_t end = std::max(at_ + 1, end_of_name(line_, at_, last_));
    add_name(NameShape::organisation, at_, end);
    LinePart& name = out_.list.back();
    name.span.begin += static_cast<std::uint32_t>(hyphen) + 1;
    name.name.erase(0, hyphen + 1);
    at_ = end;
    return true;
  }

  [[nodiscard]] bool may_follow_name(std::uint32_t at) const {
    return line_.is(at, known_.via | known_.by | known_.preposition | known_.conjunction |
                            known_.flags | known_.junk | known_.courtesy | known_.pool |
                            known_.picture | known_.time_word | known_.job) ||
           line_[at].house != kNone;
  }

  // A name of an account, a web domain.
  bool take_small_word() {
    const std::string_view word = line_.text_of(at_);
    const bool domain = word.find('.') != std::string_view::npos;
    const bool at_end = at_ + 1 == last_ || line_[at_ + 1].token.kind == LineTokenKind::mark ||
                        line_.is(at_ + 1, known_.via | known_.preposition);
    const bool after_slash = separator_ == '/' && !out_.list.empty();
    // "Newsline/Ann Lee/nym": the initials of a desk.
    if (after_slash && at_end && line_[at_].token.letters <= kLongestInitials &&
        out_.list.size() > 1 && out_.list.back().kind == LinePartKind::person) {
      return skip(1);
    }
    if (domain && at_end) {
      add_name(NameShape::organisation, at_, at_ + 1);
      ++at_;
      return true;
    }
    // "Supplied by family": nobody by name.
    if (at_end && rather_organisation_ && !out_.list.empty() &&
        out_.list.back().kind == LinePartKind::flag && out_.list.back().tokens.last == at_ &&
        line_.is(at_, known_.organisation)) {
      return skip(1);
    }
    if (line_[at_].group_tokens > 0) return false;
    if (after_slash && out_.list.back().kind == LinePartKind::house) {
      // "gettyimages/ann lee"
      std::uint32_t end = at_ + 1;
      while (end < last_ && end < at_ + 3 && line_.is_small(end) && line_[end].group_tokens == 0) {
        ++end;
      }
      if (end < last_ && line_.is_word(end)) return false;
      add_name(NameShape::person, at_, end);
      at_ = end;
      return true;
    }
    if (!at_end || !(context_.label || after_slash)) return false;
    // "Foto: Newsline, ilustrační": a remark.
    if (separator_ == ',' && at_ + 1 == last_ && !out_.list.empty() &&
        out_.list.back().house != kNone) {
      return skip(1);
    }
    const bool alone = at_ + 1 == last_;
    if (alone && out_.list.empty() && !context_.by) return false;
    add_name(NameShape::person, at_, at_ + 1);
    ++at_;
    return true;
  }

  // "Ann Lee, ML DNES": capitals behind a name that has none.
  [[nodiscard]] bool is_told_by_case(std::uint32_t first, std::uint32_t end) const {
    if (out_.list.empty() || separator_ == ' ' || !line_[first].token.caps) return false;
    const LinePart& before = out_.list.back();
    return line_[end - 1].token.caps && before.kind == LinePartKind::person && before.words > 1 &&
           !line_[before.tokens.first].token.caps && !line_[before.tokens.last - 1].token.caps;
  }

  void add_name(NameShape shape, std::uint32_t first, std::uint32_t end) {
    if (shape == NameShape::unclear && is_told_by_case(first, end)) {
      shape = NameShape::organisation;
    }
    LinePartKind kind =
        shape == NameShape::organisation ? LinePartKind::house : LinePartKind::person;
    // "Globe Staff"
    if (kind == LinePartKind::house && end > first + 1 && line_.is(end - 1, known_.staff_word)) {
      --end;
    }
    // "Harbour Images via Newsline/Ann Lee"
    const bool behind_slash = separator_ == '/' && kind == LinePartKind::person &&
                              end > first + 1 && is_given_name(line_, first);
    if (via_ && !behind_slash) kind = LinePartKind::via;
    add(kind, first, end);
    LinePart& part = out_.list.back();
    part.unclear = shape == NameShape::unclear && !via_ && !is_first_name(first, end);
    part.words = static_cast<std::uint8_t>(std::min(end - first, 255U));
    if (part.unclear && (rather_organisation_ || context_.organisation)) {
      part.kind = LinePartKind::house;
      part.unclear = false;
    }
  }

  // "Photo: Tessa"; "Chelsea", "Sydney" are places as well.
  [[nodiscard]] bool is_first_name(std::uint32_t first, std::uint32_t end) const {
    return end == first + 1 && context_.label && !rather_organisation_ && !context_.organisation &&
           is_given_name(line_, first) && !line_.classes(first).meets(known_.place_classes) &&
           !line_.is(first, known_.place_name);
  }

  void add(LinePartKind kind, std::uint32_t first, std::uint32_t end) {
    LinePart part = named_part(line_, kind, {first, end});
    part.before = separator_;
    out_.list.push_back(std::move(part));
    separator_ = ' ';
  }

  const Line& line_;
  const LineKnowledge& known_;
  std::uint32_t at_;
  std::uint32_t last_;
  LinePartsContext context_;
  LineParts& out_;
  bool via_ = false;
  bool rather_organisation_ = false;
  bool quoted_ = false;
  std::uint32_t depth_ = 0;
  char32_t separator_ = ' ';
};

}  // namespace

LinePart named_part(const Line& line, LinePartKind kind, Range tokens) {
  LinePart part;
  part.kind = kind;
  part.tokens = tokens;
  part.span = line.span(tokens.first, tokens.last);
  part.name = line.text(part.span);
  return part;
}

bool LineParts::has(LinePartKind kind) const { return count(kind) > 0; }

std::uint32_t LineParts::count(LinePartKind kind) const {
  return static_cast<std::uint32_t>(std::count_if(
      list.begin(), list.end(), [kind](const LinePart& part) { return part.kind == kind; }));
}

bool LineParts::has_known_house() const {
  return std::any_of(list.begin(), list.end(),
                     [](const LinePart& part) { return part.house != kNone; });
}

void read_parts(const Line& line, Range tokens, const LinePartsContext& context, LineParts& out) {
  LinePartsReader(line, tokens, context, out).read();
}

}  // namespace quotary
