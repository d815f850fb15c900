#include "provenance/bylines.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr std::uint32_t kLongestByline = 120;  // tokens
constexpr std::uint32_t kLongestBare = 24;

std::string_view role_name(const LineKnowledge& known, const LineGroups& groups) {
  const auto& names = known.words().groups();
  const LineGroups roles = groups & known.roles;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (roles.test(i)) return std::string_view(names[i]).substr(5);
  }
  return {};
}

bool is_press(const House& house) {
  return house.kind == "wire" || house.kind == "newspaper" || house.kind == "broadcaster" ||
         house.kind == "magazine";
}

// Reads names, and what may stand between and behind them in a byline.
class NamesReader {
 public:
  NamesReader(const Line& line, Range tokens, bool lenient, std::vector<LinePart>& out)
      : line_(line),
        known_(line.knowledge()),
        at_(tokens.first),
        last_(tokens.last),
        lenient_(lenient),
        out_(out) {}

  // Where it ended.
  std::uint32_t read() {
    while (at_ < last_ && !prose_ && read_one()) {
    }
    return at_;
  }
  [[nodiscard]] bool prose() const { return prose_; }
  [[nodiscard]] bool staff() const { return staff_; }
  [[nodiscard]] std::uint32_t people() const { return people_; }
  [[nodiscard]] std::uint32_t known_houses() const { return known_houses_; }

 private:
  bool read_one() {
    const LineItem& item = line_[at_];
    switch (item.token.kind) {
      case LineTokenKind::mark:
        return read_mark();
      case LineTokenKind::link:
      case LineTokenKind::handle:
      case LineTokenKind::number:
      case LineTokenKind::clitic:
        ++at_;
        return true;
      case LineTokenKind::word:
        break;
    }
    if (read_place()) return true;
    if (read_house()) return true;
    if (read_words()) return true;
    if (line_.is_capital(at_)) return read_run();
    if (item.token.letters > 0 && item.group_tokens == 0) {
      if (lenient_) return ++at_, true;
      prose_ = true;
      return false;
    }
    ++at_;
    return true;
  }

  bool read_mark() {
    const char32_t mark = line_[at_].token.mark;
    const bool name_before =
        at_ > 0 && line_.is(at_ - 1, known_.time_word | known_.month | known_.suffix |
                                         known_.place_abbreviation);
    if (line_.ends_sentence(at_) && !name_before && !lenient_ && at_ + 1 < last_ &&
        mark != 0x2026) {
      return false;
    }
    // "Tags: ..."
    if (mark == ':' && !lenient_ && people_ > 0 && at_ + 1 < last_ &&
        line_[at_ + 1].token.kind != LineTokenKind::number && line_[at_ + 1].token.mark != '+') {
      return false;
    }
    ++at_;
    return true;
  }

  // Words of the trade and of dates.
  bool read_words() {
    const LineItem& item = line_[at_];
    if (item.group_tokens == 0 || at_ + item.group_tokens > last_) return false;
    // "of the Ledger"
    const std::uint32_t next = at_ + item.group_tokens;
    if (line_.is(at_, known_.particle) && !item.token.capital && people_ > 0 && next < last_ &&
        line_.is_capital(next)) {
      at_ = next;
      return true;
    }
    const bool date = line_.is(at_, known_.month | known_.time_word);
    if (date && item.token.capital && starts_person(at_)) return false;
    const bool job = line_.is(at_, known_.staff | known_.job);
    const LineGroups rest =
        known_.conjunction | known_.by | known_.preposition | known_.place_word | known_.roles;
    if (line_.is(at_, known_.staff)) staff_ = true;
    if (line_.is(at_, known_.special)) add_special(item.group_tokens);
    if (job || date || line_.is(at_, rest)) {
      if (line_.is(at_, rest) && !job && !date && item.token.capital && starts_person(at_)) {
        return false;
      }
      at_ += item.group_tokens;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool starts_person(std::uint32_t at) const {
    const std::uint32_t end = end_of_name(line_, at, last_);
    if (end < at + 2) return false;
    const NameShape shape = shape_of(line_, at, end);
    return shape == NameShape::person;
  }

  // "in Birmingham, Ala.,"
  bool read_place() {
    if (!line_.is(at_, known_.place_word) || at_ + 1 >= last_ || !line_.is_capital(at_ + 1)) {
      return false;
    }
    if (line_[at_].token.capital) return false;
    // "With files from Ann Lee": a place is where somebody is.
    if (out_.empty() && line_.is(at_, known_.place_origin)) return false;
    std::uint32_t end = end_of_name(line_, at_ + 1, last_);
    if (end == at_ + 1) return false;
    if (line_[at_ + 1].house != kNone && !line_.is(at_, known_.place_inside)) return false;
    // The region after a comma: "Ala.", "Florida", "D.C."
    while (end + 1 < last_ && line_.is_mark(end, ',') && line_.is_capital(end + 1) &&
           is_region(end + 1)) {
      end = std::max(end + 2, end_of_name(line_, end + 1, last_));
      if (line_.is_mark(end, '.') && end + 1 < last_) ++end;
    }
    add(LinePartKind::place, at_ + 1, end);
    at_ = end;
    return true;
  }

  [[nodiscard]] bool is_region(std::uint32_t at) const {
    if (line_.is(at, known_.place_abbreviation)) return true;
    const std::uint32_t end = end_of_name(line_, at, last_);
    return end <= at + 2 && line_.classes(at).meets(known_.place_classes) &&
           !line_.classes(at).meets(known_.first_names);
  }

  bool read_house() {
    const LineItem& item = line_[at_];
    if (item.house == kNone || at_ + item.house_tokens > last_) return false;
    if (!item.token.capital && !item.house_as_written) return false;
    // "Guardian Ngozi": a name that goes on is no house.
    const std::uint32_t after = at_ + item.house_tokens;
    if (item.house_tokens == 1 && after < last_ && line_.is_capital(after) &&
        line_[after].token.space && line_[after].group_tokens == 0 &&
        line_.classes(at_).meets(known_.first_names)) {
      return false;
    }
    std::uint32_t end = after;
    while (!lenient_ && end < last_ && line_[end].token.space && line_.is_capital(end) &&
           line_.is(end, known_.organisation) && !line_.is(end, known_.staff | known_.job)) {
      ++end;
    }
    add(LinePartKind::house, at_, end);
    out_.back().house = item.house;
    ++known_houses_;
    at_ = end;
    return true;
  }

  bool read_run() {
    // "Dr. Ann Lee"
    if (line_.is(at_, known_.rank) && !lenient_) {
      std::uint32_t next = at_ + line_[at_].group_tokens;
      if (line_.is_mark(next, '.') && !line_[next].token.space) ++next;
      if (next < last_ && line_.is_capital(next)) at_ = next;
    }
    std::uint32_t end = end_of_name(line_, at_, last_);
    if (end == at_) {
      ++at_;
      return true;
    }
    // "SpaceNews Writer", "MND Staff": the word of the trade ends the name of the house.
    bool job = false;
    for (std::uint32_t at = at_; at < end; ++at) {
      if (at > at_ && line_.is(at, known_.job | known_.staff)) {
        if (line_.is(at, known_.staff)) staff_ = true;
        end = at;
        job = true;
        break;
      }
      // "Ann Lee of the Ledger"
      if (at > at_ + 1 && line_.is_small(at) && line_.is(at, known_.preposition) &&
          shape_of(line_, at_, at) == NameShape::person) {
        end = at;
        break;
      }
      // A label that follows without a stop: "Ellison Photo:".
      if (at > at_ && line_.is_mark(at + line_[at].group_tokens, ':') &&
          line_.is(at, known_.picture | known_.credit | known_.roles | known_.time_word)) {
        end = at;
        break;
      }
      // A date glued to the name: "Ellison JAN. 13".
      if (at > at_ && at + 1 < last_ && line_.is(at, known_.month | known_.time_word) &&
          (line_[at + 1].token.kind == LineTokenKind::number ||
           (line_.is_mark(at + 1, '.') && line_.is(at, known_.month)) ||
           line_.is_mark(at + 1, ',') || line_.is(at + 1, known_.month))) {
        end = at;
        break;
      }
    }
    const NameShape shape = shape_of(line_, at_, end);
    const std::uint32_t words = end - at_;
    const bool followed_by_prose =
        end < last_ && line_.is_small(end) && line_[end].group_tokens == 0 && !lenient_;
    if (followed_by_prose) {
      prose_ = true;
      return false;
    }
    const bool title = !lenient_ && people_ > 0 && words <= 2 && !job && ends_in_job(end);
    if (title) {
      at_ = end;
      return true;
    }
    const bool person = !special_ && (shape == NameShape::person ||
                                      (!job && shape == NameShape::unclear && words >= 2));
    if (person) {
      ++people_;
      add(LinePartKind::person, at_, end);
      out_.back().words = static_cast<std::uint8_t>(std::min(words, 255U));
    } else if (!job && !special_ && words == 1 && is_filed_from()) {
      add(LinePartKind::place, at_, end);
    } else if (shape == NameShape::organisation || job || special_ || words == 1) {
      special_ = false;
      // "Times staff writer Ann Lee"
      const bool whose = line_.is(at_, known_.organisation) && ends_in_job(end);
      if (lenient_ && words == 1 && !line_[at_].token.caps && !whose) return ++at_, true;
      add(LinePartKind::house, at_, end);
    }
    at_ = end;
    return true;
  }

  // "Special to the Ledger": the paper comes next.
  void add_special(std::uint32_t count) {
    add(LinePartKind::flag, at_, at_ + count);
    out_.back().code = "special";
    special_ = true;
  }

  // "By Ann Lee, Newsline, Marston": a place behind the house.
  [[nodiscard]] bool is_filed_from() const {
    if (lenient_ || people_ == 0 || line_[at_].token.caps || line_.is(at_, known_.organisation)) {
      return false;
    }
    const bool after_house = line_.is_mark(at_ - 1, ',') && out_.back().kind == LinePartKind::house;
    return after_house ||
           (line_.is_mark(at_ - 1, '|') && line_.classes(at_).meets(known_.place_classes));
  }

  [[nodiscard]] bool ends_in_job(std::uint32_t at) const { return line_.is(at, known_.job); }

  void add(LinePartKind kind, std::uint32_t first, std::uint32_t end) {
    LinePart part;
    part.kind = kind;
    part.tokens = {first, end};
    part.span = line_.span(first, end);
    part.name = line_.text(part.span);
    out_.push_back(std::move(part));
  }

  const Line& line_;
  const LineKnowledge& known_;
  std::uint32_t at_;
  std::uint32_t last_;
  bool lenient_;
  std::vector<LinePart>& out_;
  bool prose_ = false;
  bool staff_ = false;
  bool special_ = false;
  std::uint32_t people_ = 0;
  std::uint32_t known_houses_ = 0;
};

class BylineFinder {
 public:
  BylineFinder(const Line& line, bool head, FoundStatements& out)
      : line_(line), known_(line.knowledge()), head_(head), out_(out) {}

  void find() {
    if (line_.size() < 2) return;
    if (find_marked()) return;
    if (head_) find_bare();
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
      const bool bar = line_.is_mark(at - 1, '|') || line_.is_mark(at - 1, 0x2022);
      const bool after_date = before.kind == LineTokenKind::number ||
                              before.kind == LineTokenKind::link ||
                              line_.is(at - 1, known_.time_word);
      return line_.size() <= kLongestBare * 2 && (bar || (after_date && line_[at].token.capital));
    }
    if (before.kind == LineTokenKind::mark || before.kind == LineTokenKind::number) return true;
    if (line_.is(at - 1, known_.time_word)) return true;
    // "Written by A Edited by B"
    return line_[at].token.capital;
  }

  [[nodiscard]] std::uint32_t first_word() const {
    std::uint32_t at = 0;
    while (at < line_.size() && line_[at].token.kind == LineTokenKind::mark) ++at;
    return at;
  }

  bool find_marked() {
    std::vector<std::uint32_t> anchors;
    for (std::uint32_t at = 0; at < line_.size(); ++at) {
      if (!is_anchor(at)) continue;
      anchors.push_back(at);
      at += line_[at].group_tokens - 1;
    }
    if (anchors.empty()) return false;
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
      std::vector<LinePart> parts;
      NamesReader reader(line_, {first, last}, false, parts);
      const std::uint32_t stop = reader.read();
      if (!anchor_holds(anchor, reader, parts, stop, last)) continue;
      const std::string_view role = role_name(known_, line_[anchor].groups);
      additions_only &= is_addition(role);
      pictures_only &= role == "photography" || role == "illustration";
      for (LinePart& part : parts) {
        if (part.kind == LinePartKind::person) part.code = role;
        found.parts.push_back(std::move(part));
      }
      if (begin == kNone) begin = anchor;
      end = stop;
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

  [[nodiscard]] bool anchor_holds(std::uint32_t anchor, const NamesReader& reader,
                                  const std::vector<LinePart>& parts, std::uint32_t stop,
                                  std::uint32_t last) const {
    const std::uint32_t count = line_[anchor].group_tokens;
    const bool colon = line_.is_mark(anchor + count, ':');
    if (reader.prose()) return false;
    if (stop < last && !line_.ends_sentence(stop) && !line_.is_mark(stop, ':')) return false;
    if (reader.people() > 0) {
      // "Von Risiken und Nebenwirkungen": the first name has to be one of several words.
      return true;
    }
    if (reader.staff()) return true;
    if (reader.known_houses() > 0) return count > 1 || colon || parts.size() == 1 || anchor <= 1;
    return false;
  }

  // "Le Monde | date | Par ...": houses that stand before.
  void add_names_before(std::uint32_t anchor, FoundStatement& found) const {
    for (std::uint32_t at = 0; at < anchor; ++at) {
      if (line_[at].house == kNone || !line_.is_mark(at + line_[at].house_tokens, '|')) continue;
      LinePart part;
      part.kind = LinePartKind::house;
      part.tokens = {at, at + line_[at].house_tokens};
      part.span = line_.span(part.tokens.first, part.tokens.last);
      part.name = line_.text(part.span);
      part.house = line_[at].house;
      found.parts.push_back(std::move(part));
    }
  }

  // "Ann Lee, Newsline 8:42 a.m."; "Newsline in Valbourg".
  void find_bare() {
    if (line_.size() > kLongestBare) return;
    for (std::uint32_t at = 0; at < line_.size(); ++at) {
      if (line_.is(at, known_.via)) return;
    }
    std::vector<LinePart> parts;
    NamesReader reader(line_, {0, line_.size()}, false, parts);
    const std::uint32_t stop = reader.read();
    if (reader.prose() || stop < line_.size()) return;
    // "From staff and wire reports"
    const bool staff = line_.is(0, known_.staff) && line_.is_capital(0) &&
                       line_[0].group_tokens >= 2 && line_[0].group_tokens + 1 >= line_.size();
    if (parts.empty() && !staff) return;
    if (line_.ends_sentence(line_.size() - 1)) return;
    const bool house_first = !parts.empty() && parts[0].kind == LinePartKind::house &&
                             parts[0].house != kNone && parts[0].tokens.first == 0;
    const bool place = std::any_of(parts.begin(), parts.end(), [](const LinePart& part) {
      return part.kind == LinePartKind::place;
    });
    bool holds = staff;
    const bool dash = line_.is_dash(0);  // "— Ann Lee, Newsline"
    if (!parts.empty() && parts[0].kind == LinePartKind::person &&
        parts[0].tokens.first == (dash ? 1U : 0U) &&
        shape_of(line_, parts[0].tokens.first, parts[0].tokens.last) == NameShape::person) {
      const std::uint32_t after = parts[0].tokens.last;
      const bool comma = line_.is_mark(after, ',') || line_.is_mark(after, '|');
      const bool mail =
          line_[std::min(after + 1, line_.size() - 1)].token.kind == LineTokenKind::link;
      const bool paper = std::any_of(parts.begin(), parts.end(), [&](const LinePart& part) {
        return part.house != kNone && is_press(known_.houses()[part.house]);
      });
      holds = comma && (mail || (paper && !line_.is_mark(after, '|')));
      holds |= !dash && is_job(comma ? after + 1 : after);
    } else if (house_first && line_.is(parts[0].tokens.last, known_.job)) {
      // "Newsline Sports Writer", "Newsline writers Ann Lee and Bo Berg"
      holds = known_.houses()[parts[0].house].kind == "wire";
    } else if (house_first && place && parts.size() == 2 && reader.people() == 0) {
      holds = is_press(known_.houses()[parts[0].house]);
    }
    if (!holds) return;
    FoundStatement found;
    found.kind = StatementKind::byline;
    found.parts = std::move(parts);
    found.span = line_.span(0, line_.size());
    found.rule = "byline.bare";
    out_.push_back(std::move(found));
  }

  // "staff writer", "political correspondent": a job in one word may be anybody's.
  [[nodiscard]] bool is_job(std::uint32_t at) const {
    return line_.is(at, known_.job | known_.staff) && line_[at].group_tokens >= 2 &&
           !line_.is(at, known_.preposition);
  }

  const Line& line_;
  const LineKnowledge& known_;
  bool head_;
  FoundStatements& out_;
};

}  // namespace

bool is_addition(std::string_view role) { return role == "additional_reporting"; }

void find_bylines(const Line& line, bool head, FoundStatements& out) {
  BylineFinder(line, head, out).find();
}

void read_names(const Line& line, Range tokens, std::vector<LinePart>& out) {
  NamesReader(line, tokens, true, out).read();
}

}  // namespace quotary
