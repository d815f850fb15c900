#include "provenance/byline_names.h"

#include <algorithm>

namespace quotary {
namespace {

// Reads names, and what may stand between and behind them in a byline.
class BylineNamesReader {
 public:
  BylineNamesReader(const Line& line, Range tokens, bool lenient, BylineNames& out)
      : line_(line),
        known_(line.knowledge()),
        at_(tokens.first),
        last_(tokens.last),
        lenient_(lenient),
        out_(out) {}

  void read() {
    while (at_ < last_ && !out_.prose && read_one()) {
    }
    out_.end = at_;
  }

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
      out_.prose = true;
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
    const bool posting = at_ > 0 && line_.is(at_ - 1, known_.posting);
    if (mark == ':' && !lenient_ && !posting && out_.people > 0 && at_ + 1 < last_ &&
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
    if (line_.is(at_, known_.particle) && !item.token.capital && out_.people > 0 && next < last_ &&
        line_.is_capital(next)) {
      at_ = next;
      return true;
    }
    const bool date = line_.is(at_, known_.month | known_.time_word) && !special_;
    if (date && item.token.capital && (starts_person(at_) || is_named_after_day(next)))
      return false;
    const bool job = line_.is(at_, known_.staff | known_.job);
    const LineGroups rest =
        known_.conjunction | known_.by | known_.preposition | known_.place_word | known_.roles;
    if (line_.is(at_, known_.staff)) out_.staff = true;
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

  // "Sunday Akpan": nobody is named yet, and no date goes on.
  [[nodiscard]] bool is_named_after_day(std::uint32_t next) const {
    return !lenient_ && out_.parts.empty() && next < last_ && line_.is_capital(next) &&
           line_[next].token.space && !line_.is(next, known_.month | known_.time_word) &&
           line_.is(at_, known_.day_name);
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
    if (out_.parts.empty() && line_.is(at_, known_.place_origin)) return false;
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
           !is_given_name(line_, at);
  }

  bool read_house() {
    const LineItem& item = line_[at_];
    if (item.house == kNone || at_ + item.house_tokens > last_) return false;
    if (!item.token.capital && !item.house_as_written) return false;
    // "Guardian Ngozi": a name that goes on is no house.
    const std::uint32_t after = at_ + item.house_tokens;
    if (item.house_tokens == 1 && after < last_ && line_.is_capital(after) &&
        line_[after].token.space && line_[after].group_tokens == 0 && is_given_name(line_, at_)) {
      return false;
    }
    std::uint32_t end = after;
    while (!lenient_ && end < last_ && line_[end].token.space && line_.is_capital(end) &&
           line_.is(end, known_.organisation) && !line_.is(end, known_.staff | known_.job)) {
      ++end;
    }
    add(LinePartKind::house, at_, end);
    out_.parts.back().house = item.house;
    ++out_.known_houses;
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
    // "The Ledger's Ann Lee"
    for (std::uint32_t at = at_ + 1; lenient_ && at + 1 < end; ++at) {
      if (line_[at].token.kind != LineTokenKind::clitic) continue;
      if (line_.is(at_, known_.article) && at > at_ + 1) ++at_;
      add(LinePartKind::house, at_, at);
      at_ = at + 1;
      return true;
    }
    // "SpaceNews Writer", "MND Staff": the word of the trade ends the name of the house.
    bool job = false;
    for (std::uint32_t at = at_; at < end; ++at) {
      if (at > at_ && line_.is(at, known_.job | known_.staff)) {
        if (line_.is(at, known_.staff)) out_.staff = true;
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
    end = without_house(end, job);
    const std::uint32_t words = end - at_;
    const bool followed_by_prose =
        end < last_ && line_.is_small(end) && line_[end].group_tokens == 0 && !lenient_;
    if (followed_by_prose) {
      out_.prose = true;
      return false;
    }
    const NameShape shape = shape_of(line_, at_, end);
    // "Ann Lee, Senior Journalist"
    if (!lenient_ && out_.people > 0 && (job || ends_in_job(end)) && is_modifier(at_, end)) {
      at_ = end;
      return true;
    }
    const bool title = !lenient_ && out_.people > 0 && words <= 2 && !job && ends_in_job(end);
    if (title) {
      at_ = end;
      return true;
    }
    if (line_.is(at_, known_.place_name) && line_[at_].group_tokens == words && out_.people > 0) {
      add(LinePartKind::place, at_, end);
      at_ = end;
      return true;
    }
    const bool place = !job && !special_ && words > 1 && is_whole_place(words) && is_filed_from();
    const bool person = !place && !special_ &&
                        (shape == NameShape::person ||
                         ((!job || opens_line(end)) && shape == NameShape::unclear && words >= 2));
    if (person) {
      ++out_.people;
      add(LinePartKind::person, at_, end);
      out_.parts.back().words = static_cast<std::uint8_t>(std::min(words, 255U));
    } else if (place || (!job && !special_ && words == 1 && is_filed_from())) {
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

  // "Ann Lee Ledger Staff", "Ann Lee Wales correspondent": the name is what comes first.
  [[nodiscard]] std::uint32_t without_house(std::uint32_t end, bool job) const {
    if (lenient_ || special_ || out_.people > 0 || end < at_ + 3 || !is_given_name(line_, at_)) {
      return end;
    }
    const std::uint32_t name = line_[at_ + 1].token.letters == 1 ? at_ + 3 : at_ + 2;
    bool before_job = job || line_.is(end - 1, known_.press);  // "Ann Lee Marston Record"
    for (std::uint32_t at = end; at < std::min(last_, end + 3) && line_.is_small(at); ++at) {
      before_job |= line_.is(at, known_.job | known_.staff);
    }
    if (name >= end || !before_job || shape_of(line_, at_, name) == NameShape::organisation ||
        line_.classes(at_).meets(known_.place_classes)) {
      return end;
    }
    return name;
  }

  // Words of a job, places among them.
  [[nodiscard]] bool is_modifier(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t at = first; at < last; ++at) {
      if (line_[at].house != kNone || (at > first && line_.is(at, known_.press))) return false;
    }
    return line_.is(first, known_.job_modifier) || line_.classes(first).meets(known_.place_classes);
  }

  // Nobody has been named yet, and the words are those of a name: "Rhys Pugh Political editor".
  [[nodiscard]] bool opens_line(std::uint32_t end) const {
    return !lenient_ && out_.parts.empty() && end - at_ == 2 && !is_press_title(line_, at_, end);
  }

  // "Special to the Ledger": the paper comes next.
  void add_special(std::uint32_t count) {
    add(LinePartKind::flag, at_, at_ + count);
    out_.parts.back().code = "special";
    special_ = true;
  }

  [[nodiscard]] bool is_whole_place(std::uint32_t words) const {
    return line_.is(at_, known_.place_name) && line_[at_].group_tokens == words;
  }

  // "By Ann Lee, Newsline, Marston": a place behind the house.
  [[nodiscard]] bool is_filed_from() const {
    if (lenient_ || out_.parts.empty() || line_[at_].token.caps ||
        line_.is(at_, known_.organisation)) {
      return false;
    }
    const bool after_house =
        line_.is_mark(at_ - 1, ',') && out_.parts.back().kind == LinePartKind::house;
    // "By Newsline, New Delhi"
    if (out_.people == 0) {
      return after_house && out_.parts.back().house != kNone && line_.is(at_, known_.place_name);
    }
    return after_house ||
           ((line_.is_mark(at_ - 1, '|') || line_.is_mark(at_ - 1, ',')) &&
            (line_.classes(at_).meets(known_.place_classes) || line_.is(at_, known_.place_name)));
  }

  [[nodiscard]] bool ends_in_job(std::uint32_t at) const { return line_.is(at, known_.job); }

  void add(LinePartKind kind, std::uint32_t first, std::uint32_t end) {
    LinePart part = named_part(line_, kind, {first, end});
    out_.parts.push_back(std::move(part));
  }

  const Line& line_;
  const LineKnowledge& known_;
  std::uint32_t at_;
  std::uint32_t last_;
  bool lenient_;
  BylineNames& out_;
  bool special_ = false;
};

}  // namespace

void read_byline_names(const Line& line, Range tokens, bool lenient, BylineNames& out) {
  out = {};
  BylineNamesReader(line, tokens, lenient, out).read();
}

}  // namespace quotary
