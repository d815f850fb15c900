#include "provenance/bylines.h"

#include <algorithm>

#include "provenance/byline_names.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestByline = 120;  // tokens
constexpr std::uint32_t kLongestBare = 24;
constexpr std::uint32_t kLongestDated = 40;  // with words for the time of a posting
constexpr std::uint32_t kLongestJob = 5;     // words

std::string_view role_name(const LineKnowledge& known, const LineGroups& groups) {
  const auto& names = known.words().groups();
  const LineGroups roles = groups & known.roles;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (roles.test(i)) return std::string_view(names[i]).substr(5);
  }
  return {};
}

bool is_press(const House& house) {
  return house.kind == HouseKind::wire || house.kind == HouseKind::newspaper ||
         house.kind == HouseKind::broadcaster || house.kind == HouseKind::magazine;
}

class BylineFinder {
 public:
  BylineFinder(const Line& line, BylinePlace place, FoundStatements& out)
      : line_(line), known_(line.knowledge()), place_(place), out_(out) {}

  void find() {
    if (line_.size() < (place_.above_text ? 1U : 2U)) return;
    if (find_marked()) return;
    if (place_.head && !find_from()) find_bare();
  }

 private:
  [[nodiscard]] bool is_anchor(std::uint32_t at) const {
    if (!line_.is(at, known_.roles)) return false;
    const std::uint32_t count = line_[at].group_tokens;
    const std::uint32_t after = at + count;
    if (after >= line_.size()) return false;
    const bool ends_in_by =
        line_.is(after - 1, known_.by) && (count > 1 || line_.is(at, known_.by));
    const bool colon = line_.is_mark(after, ':');
    const bool from = count > 1;
    if (!ends_in_by && !colon && !from) return false;
    // "(Submitted by Ann Lee)" is a credit.
    if (at > 0 && line_.is(at, known_.provided) && line_.is_mark(at - 1, '(')) return false;
    if (at <= first_word()) return true;
    const LineToken& before = line_[at - 1].token;
    if (count == 1) {
      // "Le Monde | 4 May | Par ...", "3 p.m. By ...": in short lines alone.
      const bool bar = line_.is_mark(at - 1, '|') || line_.is_mark(at - 1, 0x2022) ||
                       (line_.is_mark(at - 1, '/') && line_[at].token.capital &&
                        line_[at].token.space && line_[0].house != kNone);
      const bool after_date = before.kind == LineTokenKind::number ||
                              before.kind == LineTokenKind::link ||
                              line_.is(at - 1, known_.time_word);
      return line_.size() <= kLongestBare * 2 &&
             (bar || (after_date && (line_[at].token.capital || is_date(at))));
    }
    if (before.kind == LineTokenKind::mark || before.kind == LineTokenKind::number) return true;
    if (line_.is(at - 1, known_.time_word)) return true;
    // "Written by A Edited by B"
    return line_[at].token.capital;
  }

  // "May 4, 2031 by Ann Lee": nothing but a date stands before.
  [[nodiscard]] bool is_date(std::uint32_t last) const {
    for (std::uint32_t at = 0; at < last; ++at) {
      if (line_.is_word(at) && !line_.is(at, known_.month | known_.time_word | known_.posting)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::uint32_t first_word() const {
    std::uint32_t at = 0;
    while (at < line_.size() && line_[at].token.kind == LineTokenKind::mark) ++at;
    return at;
  }

  bool find_marked() {
    if (!line_.may_hold(LineHints::kRole)) return false;
    std::vector<std::uint32_t> anchors;
    for (std::uint32_t at = 0; at < line_.size(); ++at) {
      if (!line_.may_begin(at, LineHints::kRole) || !is_anchor(at)) continue;
      anchors.push_back(at);
      at += line_[at].group_tokens - 1;
    }
    if (anchors.empty() || has_cast(anchors[0])) return false;
    const bool first_is_start = anchors[0] <= first_word();
    FoundStatement found;
    found.kind = StatementKind::byline;
    bool additions_only = true;
    bool pictures_only = true;
    std::uint32_t end = 0;
    std::uint32_t begin = kNone;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
      const std::uint32_t anchor = anchors[i];
      const std::uint32_t last =
          std::min(i + 1 < anchors.size() ? anchors[i + 1] : line_.size(), anchor + kLongestByline);
      std::uint32_t first = anchor + line_[anchor].group_tokens;
      if (line_.is_mark(first, ':')) ++first;
      BylineNames names;
      read_byline_names(line_, {first, last}, false, names);
      if (!anchor_holds(anchor, names, last)) continue;
      const std::string_view role = role_name(known_, line_[anchor].groups);
      additions_only &= is_addition(role);
      pictures_only &= role == "photography" || role == "illustration";
      for (LinePart& part : names.parts) {
        if (part.kind == LinePartKind::person) part.code = role;
        found.parts.push_back(std::move(part));
      }
      if (begin == kNone) begin = anchor;
      end = names.end;
    }
    // Those who made the pictures alone: a credit.
    if (begin == kNone || pictures_only) return false;
    if (begin > 0 && (line_.is_mark(begin - 1, '(') || line_.is_mark(begin - 1, '['))) --begin;
    if (!first_is_start) add_names_before(anchors[0], found);
    if (additions_only) found.kind = StatementKind::contribution;
    found.span = line_.span(begin, std::max(end, begin + 1));
    found.rule = anchors.size() > 1 ? "byline.sign-off" : "byline.by";
    out_.push_back(std::move(found));
    return true;
  }

  // "Directed by Ann Lee; written by Bo Berg": of a film.
  [[nodiscard]] bool has_cast(std::uint32_t before) const {
    for (std::uint32_t at = 0; at < before; ++at) {
      if (line_.is(at, known_.cast)) return true;
    }
    return false;
  }

  [[nodiscard]] bool anchor_holds(std::uint32_t anchor, const BylineNames& names,
                                  std::uint32_t last) const {
    const std::uint32_t count = line_[anchor].group_tokens;
    const bool colon = line_.is_mark(anchor + count, ':');
    if (names.prose) return false;
    if (names.end < last && !line_.ends_sentence(names.end) && !line_.is_mark(names.end, ':')) {
      return false;
    }
    // "Di Canio wins again": small words of other languages.
    if (line_.is(anchor, known_.weak_by) && count == 1) {
      return names.people > 0 && names.end == line_.size() && !names.parts.empty() &&
             shape_of(line_, names.parts[0].tokens.first, names.parts[0].tokens.last) ==
                 NameShape::person;
    }
    if (names.people > 0) {
      // "Von Risiken und Nebenwirkungen": the first name has to be one of several words.
      return true;
    }
    if (names.staff) return true;
    if (names.known_houses > 0) {
      return count > 1 || colon || names.parts.size() == 1 || anchor <= 1;
    }
    return false;
  }

  // "Le Monde | date | Par ...": houses that stand before.
  void add_names_before(std::uint32_t anchor, FoundStatement& found) const {
    for (std::uint32_t at = 0; at < anchor; ++at) {
      std::uint32_t last = at + line_[at].house_tokens;
      // "WXQR | By Ann Lee"
      if (at == 0 && line_[at].house == kNone) last = end_of_name(line_, at, anchor);
      if (last == at || !line_.is_mark(last, '|')) continue;
      if (line_[at].house == kNone && !is_press_title(line_, at, last)) continue;
      LinePart part = named_part(line_, LinePartKind::house, {at, last});
      part.house = line_[at].house;
      found.parts.push_back(std::move(part));
    }
  }

  // "From Ann Lee, Paris", "From our correspondent in Paris": somebody, and where.
  bool find_from() {
    if (line_.size() > kLongestBare || !line_.is(0, known_.byline_from) || !line_.is_capital(0)) {
      return false;
    }
    const std::uint32_t first = line_[0].group_tokens;
    const bool says_who = first > 1;
    BylineNames names;
    read_byline_names(line_, {first, line_.size()}, false, names);
    if (names.prose || names.end < line_.size() || names.parts.empty()) return false;
    if (line_.ends_sentence(line_.size() - 1)) return false;
    // "From our correspondent Ann Lee, Arequipa"
    LinePart& last = names.parts.back();
    if (says_who && last.kind == LinePartKind::house && last.house == kNone &&
        last.tokens.size() == 1 && line_.is_mark(last.tokens.first - 1, ',')) {
      last.kind = LinePartKind::place;
    }
    // "From Ann Arbor, Michigan" is a town in its region.
    const bool placed =
        std::any_of(names.parts.begin(), names.parts.end(), [&](const LinePart& part) {
          const std::uint32_t at = part.tokens.first;
          return part.kind == LinePartKind::place &&
                 !(line_.is_mark(at - 1, ',') && line_.classes(at).meets(known_.country_classes));
        });
    const bool person =
        names.parts[0].kind == LinePartKind::person && names.parts[0].tokens.first == first;
    if (!(says_who ? placed || person : placed && person)) return false;
    FoundStatement found;
    found.kind = StatementKind::byline;
    found.parts = std::move(names.parts);
    found.span = line_.span(0, line_.size());
    found.rule = "byline.from";
    out_.push_back(std::move(found));
    return true;
  }

  // "Ann Lee, Newsline 8:42 a.m."; "Newsline in Valbourg".
  void find_bare() {
    if (line_.size() > kLongestDated) return;
    bool dated = line_.size() <= kLongestBare;
    for (std::uint32_t at = 0; at < line_.size(); ++at) {
      if (!line_.may_begin(at, LineHints::kVia | LineHints::kPosting)) continue;
      if (line_.is(at, known_.via)) return;
      dated |= line_.is(at, known_.posting);
    }
    if (!dated) return;
    BylineNames names;
    read_byline_names(line_, {0, line_.size()}, false, names);
    std::vector<LinePart>& parts = names.parts;
    if (names.prose || names.end < line_.size()) return;
    // "From staff and wire reports"
    const bool staff = line_.is(0, known_.staff) && line_.is_capital(0) &&
                       line_[0].group_tokens >= 2 && line_[0].group_tokens + 1 >= line_.size() &&
                       !line_.is_word(std::max(line_[0].group_tokens, line_.size() - 1));
    if (parts.empty() && !staff && !names.staff) return;
    if (line_.ends_sentence(line_.size() - 1)) return;
    if (!staff && !opens_with_house(names) && !opens_with_person(names)) return;
    FoundStatement found;
    found.kind = StatementKind::byline;
    found.parts = std::move(parts);
    found.span = line_.span(0, line_.size());
    found.rule = "byline.bare";
    out_.push_back(std::move(found));
  }

  [[nodiscard]] bool is_press_house(const LinePart& part) const {
    return part.house != kNone && is_press(known_.houses()[part.house]);
  }
  [[nodiscard]] bool is_wire(const LinePart& part) const {
    return part.house != kNone && known_.houses()[part.house].kind == HouseKind::wire;
  }

  // "Newsline Sports Writer", "Newsline in Valbourg", "Newsline" above a text.
  [[nodiscard]] bool opens_with_house(const BylineNames& names) const {
    const std::vector<LinePart>& parts = names.parts;
    // "Redacción / Newsline"
    if (line_.is(0, known_.staff) && line_.is_capital(0) && line_.is_separator(1)) {
      return parts.size() == 1 && is_wire(parts[0]) && parts[0].tokens.last == line_.size();
    }
    // "Ledger staff report"
    if (parts.size() == 1 && parts[0].kind == LinePartKind::house && names.staff &&
        parts[0].tokens.first == 0 && line_[parts[0].tokens.last].group_tokens >= 2) {
      return parts[0].tokens.last + line_[parts[0].tokens.last].group_tokens == line_.size();
    }
    if (parts.empty() || parts[0].house == kNone || parts[0].tokens.first != 0) return false;
    const std::uint32_t after = parts[0].tokens.last;
    // "Newsline writers Ann Lee and Bo Berg"
    if (line_.is(after, known_.job)) return is_wire(parts[0]);
    if (names.people > 0) return false;
    if (parts.size() == 1) return place_.above_text && after == line_.size() && is_wire(parts[0]);
    const bool filed_from = parts.size() == 2 && parts[1].kind == LinePartKind::place;
    return filed_from && is_press_house(parts[0]);
  }

  // "Ann Lee, Newsline 8:42 a.m.", "Ann Lee Political editor", "Ann Lee in Valbourg and agencies"
  [[nodiscard]] bool opens_with_person(const BylineNames& names) const {
    const std::vector<LinePart>& parts = names.parts;
    const bool dash = line_.is_dash(0);  // "— Ann Lee, Newsline"
    if (parts.empty() || parts[0].kind != LinePartKind::person ||
        parts[0].tokens.first != (dash ? 1U : 0U)) {
      return false;
    }
    if (place_.is_byline && parts[0].tokens.size() > 1) return true;
    const std::uint32_t after = parts[0].tokens.last;
    const bool bar = line_.is_mark(after, '|');
    const bool separated = line_.is_separator(after);
    const std::uint32_t next = separated ? after + 1 : after;
    const bool slash = line_.is_mark(after, '/');  // "Ann Lee/Staff Writer" is a picture's
    if (!dash && !slash && next < line_.size() && is_job(next)) return true;
    // "Ann Lee, Contributor"
    if (!dash && line_.is_mark(after, ',') && is_sure(parts[0]) &&
        line_.is(next, known_.job_alone) && next + line_[next].group_tokens >= line_.size()) {
      return true;
    }
    const bool mail = next + 1 == line_.size() && line_[next].token.kind == LineTokenKind::link;
    if (mail && line_.text_of(next).find('@') != std::string_view::npos) return true;
    // "Ann Lee in Valbourg and agencies"
    const bool placed = parts.size() == 2 && parts[1].kind == LinePartKind::place &&
                        parts[1].tokens.first == after + 1;
    if (placed && names.staff) return true;
    if (!is_sure(parts[0])) return false;
    // "Ann Lee @annlee / 3 years ago", "Ann Lee Staff"
    if (!separated && (line_[after].token.kind == LineTokenKind::handle ||
                       (line_.is(after, known_.staff) && after + 1 == line_.size()))) {
      return true;
    }
    if (placed && parts[1].tokens.last == line_.size()) {
      return place_.above_text && line_.classes(parts[1].tokens.first).meets(known_.place_classes);
    }
    if (parts.size() < 2) return false;
    const LinePart& house = parts[1];
    // "Ann Lee with Newsline"
    if (line_.is(after, known_.conjunction) && house.tokens.first == after + 1) {
      return line_.is_small(after) && parts.size() == 2 && is_wire(house) &&
             house.tokens.last == line_.size();
    }
    // "Ann Lee BBC News, Nairobi", "Ann Lee The Marston Record"
    if (!separated) {
      return house.tokens.first <= after + 1 && is_press_house(house) &&
             line_[house.tokens.first].house_tokens > 1;
    }
    const bool comma = line_.is_mark(after, ',');
    // "Ann Lee | The Marston Record | May 4, 2031"
    if (bar && next_house_is(house, next) && house.tokens.last < line_.size() &&
        has_date(house.tokens.last) &&
        is_press_title(line_, house.tokens.first, house.tokens.last)) {
      return true;
    }
    const bool paper = std::any_of(parts.begin() + 1, parts.end(),
                                   [&](const LinePart& part) { return is_press_house(part); });
    if (paper && (comma || (bar && (place_.above_text || has_date(after))))) return true;
    const bool next_house = next_house_is(house, next);
    if (paper && !bar && next_house && line_[next].token.space && is_press_house(house)) {
      // "Ann Lee / Newsline" is a picture's.
      return !is_wire(house) && !slash;
    }
    return comma && next_house && house.tokens.size() > 1 && house.tokens.last == line_.size() &&
           line_.is(house.tokens.last - 1, known_.press);
  }

  [[nodiscard]] bool is_sure(const LinePart& part) const {
    return shape_of(line_, part.tokens.first, part.tokens.last) == NameShape::person;
  }

  [[nodiscard]] static bool next_house_is(const LinePart& part, std::uint32_t at) {
    return part.kind == LinePartKind::house && part.tokens.first == at;
  }

  [[nodiscard]] bool has_date(std::uint32_t from) const {
    for (std::uint32_t at = from; at + 1 < line_.size(); ++at) {
      if (line_.is(at, known_.month) && line_[at + 1].token.kind == LineTokenKind::number)
        return true;
    }
    return false;
  }

  // "staff writer", "Wales correspondent"; a job in one word may be anybody's.
  [[nodiscard]] bool is_job(std::uint32_t at) const {
    if (line_.is(at, known_.photo_job)) return false;
    const LineGroups jobs = known_.job | known_.staff;
    if (line_.is(at, jobs) && line_[at].group_tokens >= 2) {
      return !line_.is(at, known_.preposition);
    }
    for (std::uint32_t i = at; i < at + kLongestJob && line_.is_word(i); ++i) {
      if (line_.is(i, known_.photo_job)) return false;
      const std::uint32_t end = i + line_[i].group_tokens;
      if (line_.is(i, known_.job_head | known_.staff) && end > i) {
        return i > at && (end >= line_.size() || !line_.is_word(end));
      }
    }
    return false;
  }

  const Line& line_;
  const LineKnowledge& known_;
  BylinePlace place_;
  FoundStatements& out_;
};

}  // namespace

bool is_addition(std::string_view role) { return role == "additional_reporting"; }

void find_bylines(const Line& line, BylinePlace place, FoundStatements& out) {
  BylineFinder(line, place, out).find();
}

void read_names(const Line& line, Range tokens, std::vector<LinePart>& out) {
  BylineNames names;
  read_byline_names(line, tokens, true, names);
  out = std::move(names.parts);
}

}  // namespace quotary
