#include "provenance/datelines.h"

#include <algorithm>

#include "provenance/place_judge.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestPlace = 5;    // words
constexpr std::uint32_t kLongestPrefix = 30;  // tokens
constexpr std::uint32_t kColonText = 12;      // tokens of a text behind "City:"
constexpr std::uint32_t kLeastText = 5;       // tokens that follow where no agency is named

class DatelineReader {
 public:
  DatelineReader(const Line& line, FoundStatements& out)
      : line_(line), known_(line.knowledge()), judge_(line), out_(out) {}

  void read() {
    if (line_.size() < 3) return;
    if (line_.is_mark(0, '(')) return read_agency_first();
    if (line_.is(0, known_.month) && is_day(1)) return read_date_first();
    if (read_house_first() || !read_places()) return;
    skip_region();
    read_date();
    const bool bracket = read_house_behind() || read_bracket();
    if (!bracket) read_date();
    finish();
  }

 private:
  // "(CNN) --", "(ANSA) - ROME, JUL 11 -"
  void read_agency_first() {
    if (!read_bracket() || !known_agency_) return;
    // "(CNN)The"
    const bool glued = at_ < line_.size() && !line_[at_].token.space && line_.is_capital(at_);
    // "(Newsline) The bridge was closed."
    const bool sentence = line_.is_capital(at_) && agencies_.size() == 1 &&
                          line_[agencies_[0].tokens.first].token.caps &&
                          line_.size() >= kColonText && line_.ends_sentence(line_.size() - 1);
    if (!line_.is_dash(at_) && !glued && !sentence) return;
    skip_dashes();
    const std::uint32_t after = at_;
    if (read_places() && all_caps_ && (read_date(), line_.is_dash(at_))) {
      skip_dashes();
    } else {
      places_.clear();
      date_ = {};
      at_ = after;
    }
    if (at_ < line_.size()) add("dateline.agency-first");
  }

  // "AP — MARSTON — "; false if the line begins otherwise.
  bool read_house_first() {
    const LineItem& first = line_[0];
    const std::uint32_t after = first.house_tokens;
    if (first.house == kNone || known_.houses()[first.house].kind != HouseKind::wire ||
        !line_.is_dash(after) || !line_[after].token.space) {
      return false;
    }
    at_ = after;
    skip_dashes();
    if (!read_places() || !all_caps_ || (read_date(), !line_.is_dash(at_))) {
      at_ = 0;
      places_.clear();
      date_ = {};
      return false;
    }
    skip_dashes();
    if (!followed_by_sentence()) return true;
    LinePart agency;
    agency.kind = LinePartKind::house;
    agency.house = first.house;
    agency.tokens = {0, after};
    agency.span = line_.span(0, after);
    agency.name = line_.text(agency.span);
    agencies_.push_back(std::move(agency));
    add("dateline.agency-first");
    return true;
  }

  // "Jan 3 (Newsline) - "
  void read_date_first() {
    read_date();
    if (date_.empty() || !read_bracket() || !known_agency_ || !line_.is_dash(at_)) return;
    // "May 4 (Newsline building)" is an appointment.
    const Range name = agencies_[0].tokens;
    if (name.size() > line_[name.first].house_tokens) return;
    skip_dashes();
    if (at_ < line_.size()) add("dateline.agency");
  }

  // "NEW YORK", "KABUL, Afghanistan", "BEIRUT/THE HAGUE", "St. Paul"; no case in some scripts.
  bool read_places() {
    all_caps_ = true;
    first_caps_ = false;
    bool any = false;
    while (at_ < line_.size() && at_ < kLongestPrefix) {
      const std::uint32_t first = at_;
      if (any && is_house_behind(places_[0].first, at_)) break;
      std::uint32_t words = 0;
      bool caps = true;
      while (at_ < line_.size() && words < kLongestPlace && (line_.is_word(at_) || in_name(at_))) {
        const LineToken& token = line_[at_].token;
        if (token.kind == LineTokenKind::clitic) {  // "HARPER'S FERRY", no longer than that
          if (words > 2) break;
          words = std::max(words, kLongestPlace - 2);
          ++at_;
          continue;
        }
        const bool particle = words > 0 && line_.is(at_, known_.particle);
        if (!token.capital && !particle && !(uncased(at_) && (words == 0 || uncased(first)))) break;
        if (words > 0 && is_house_behind(first, at_)) break;
        if (words > 0 && line_.is(at_, known_.month) && is_day(at_ + 1)) break;
        if (words == 0 && any && (line_.is(at_, known_.month) && is_day_or_stop(at_ + 1))) break;
        caps &= token.caps || particle || token.letters == 1;
        ++words;
        ++at_;
        if (line_.is_mark(at_, '.') && !line_[at_].token.space && is_short(at_ - 1)) ++at_;
      }
      if (words == 0) break;
      if (!any) first_caps_ = caps && letters(first) >= 2;
      all_caps_ &= caps;
      any = true;
      places_.push_back({first, at_});
      const bool more = (line_.is_mark(at_, ',') || line_.is_mark(at_, '/') ||
                         line_.is_mark(at_, 0x060C) || line_.is(at_, known_.conjunction)) &&
                        at_ + 1 < line_.size() && line_.is_word(at_ + 1);
      if (!more) break;
      ++at_;
    }
    if (any && at_ > 0 && line_.is_mark(at_ - 1, ',')) --at_;
    return any;
  }

  // "Hong Kong CNN": in capitals behind a place that is not; "MARSTON, Luria, CMC".
  [[nodiscard]] bool is_house_behind(std::uint32_t first, std::uint32_t at) const {
    const LineItem& item = line_[at];
    return item.house != kNone && item.token.caps && item.token.letters > 1 &&
           (!line_[first].token.caps || line_.is_mark(at - 1, ',')) &&
           line_.is_dash(at + item.house_tokens);
  }
  bool read_house_behind() {
    const std::uint32_t at = line_.is_mark(at_, ',') ? at_ + 1 : at_;
    if (places_.size() > 2 || line_[at].house == kNone || !is_house_behind(places_[0].first, at)) {
      return false;
    }
    LinePart part = named_part(line_, LinePartKind::house, {at, at + line_[at].house_tokens});
    part.house = line_[at].house;
    at_ = part.tokens.last;
    agencies_.push_back(std::move(part));
    known_agency_ = bracket_ = true;
    return true;
  }

  // "New Delhi [India]", "Kochi (Kerala) [India]", "Marstal (España), 4 mar"
  void skip_region() {
    if (line_.is_mark(at_, '(')) {
      std::uint32_t close = at_ + 1;
      while (close < at_ + 4 && line_.is_capital(close) && line_[close].house == kNone) ++close;
      if (close > at_ + 1 && line_.is_mark(close, ')') && line_.is_mark(close + 1, ',') &&
          line_[close + 2].token.kind == LineTokenKind::number) {
        at_ = close + 1;
        return;
      }
    }
    if (line_.is_mark(at_, '(') && line_.is_mark(at_ + 2, ')') && line_.is_mark(at_ + 3, '[')) {
      at_ += 3;
    }
    if (!line_.is_mark(at_, '[') || !line_.is_capital(at_ + 1)) return;
    if (line_.is_mark(at_ + 2, ']')) at_ += 3;
  }

  [[nodiscard]] bool in_name(std::uint32_t at) const {
    return line_[at].token.kind == LineTokenKind::clitic && at > 0 && line_[at - 1].token.caps;
  }
  [[nodiscard]] bool uncased(std::uint32_t at) const {
    const auto first = static_cast<unsigned char>(line_.text_of(at)[0]);
    return first >= 0xD6 && !line_[at].token.capital;  // scripts without case begin here
  }
  [[nodiscard]] std::uint32_t letters(std::uint32_t at) const { return line_[at].token.letters; }
  [[nodiscard]] bool is_short(std::uint32_t at) const {
    // "ST. JOHN'S" is a name of its own.
    const bool known_name = line_.is(at, known_.place_name) && line_[at].group_tokens > 2;
    return known_name || line_.is(at, known_.place_abbreviation | known_.suffix);
  }
  [[nodiscard]] bool is_day(std::uint32_t at) const {
    if (line_.is_mark(at, '.')) ++at;
    return at < line_.size() && line_[at].token.kind == LineTokenKind::number;
  }
  [[nodiscard]] bool is_day_or_stop(std::uint32_t at) const { return is_day(at); }

  // ", Aug. 29, 2014", ", 10 juil 2024".
  void read_date() {
    std::uint32_t at = at_;
    if (line_.is_mark(at, ',')) ++at;
    const std::uint32_t first = at;
    bool month = false;
    bool number = false;
    while (at < line_.size() && at < first + 8) {
      const LineToken& token = line_[at].token;
      if (token.kind == LineTokenKind::number) {
        number = true;
      } else if (line_.is(at, known_.month)) {
        month = true;
      } else if (!(line_.is_mark(at, '.') || line_.is_mark(at, ',')) || !(month || number)) {
        break;
      } else if (line_.is_mark(at, '.') && number && month &&
                 !(at + 1 < line_.size() && line_[at + 1].token.kind == LineTokenKind::number)) {
        break;
      }
      ++at;
    }
    while (at > first && line_.is_mark(at - 1, ',')) --at;
    // "MADRID, 21 (Newsline)"
    const bool day_alone =
        number && !month && at == first + 1 && first_caps_ && line_.is_mark(at, '(');
    if (day_alone) {
      date_ = line_.span(first, at);
      at_ = at;
    }
    if (!month || !number || at == first) return;
    date_ = line_.span(first, at);
    at_ = at;
  }

  // "(AP)", "(dpa/lno)", "/TASS/", "(Aug. 13)".
  bool read_bracket() {
    std::uint32_t open = at_;
    if (line_.is_mark(open, '.') || line_.is_mark(open, ',')) ++open;
    // "NEW YORK--(NEWSLINE)--"
    // and "NEW YORK -- (Newsline) --"
    if (line_.is_dash(open)) {
      const bool spaced = line_[open].token.space;
      while (line_.is_dash(open)) ++open;
      if (!line_.is_mark(open, '(') || line_[open].token.space != spaced) return false;
      if (spaced && (line_[open + 1].house == kNone ||
                     !line_.is_mark(open + 1 + line_[open + 1].house_tokens, ')'))) {
        return false;
      }
    }
    const bool slash = line_.is_mark(open, '/');
    if (!slash && !line_.is_mark(open, '(')) return false;
    std::uint32_t close = open + 1;
    while (close < line_.size() && close < open + 12 && !line_.is_mark(close, slash ? '/' : ')')) {
      ++close;
    }
    if (close >= line_.size() || close >= open + 12 || close == open + 1) return false;
    if (!slash && date_.empty()) {
      const std::uint32_t saved = at_;
      at_ = open + 1;
      read_date();
      if (!date_.empty() && at_ == close) {
        at_ = close + 1;
        return true;
      }
      at_ = saved;
      date_ = {};
    }
    std::vector<LinePart> agencies;
    bool known = false;
    for (std::uint32_t at = open + 1; at < close;) {
      if (line_[at].token.kind == LineTokenKind::mark) {
        if (!line_.is_separator(at)) return false;
        ++at;
        continue;
      }
      // "(Newsline / 4 January)"
      if (!agencies.empty() &&
          (line_[at].token.kind == LineTokenKind::number || line_.is(at, known_.month))) {
        date_ = line_.span(at, close);
        break;
      }
      std::uint32_t end = at;
      LinePart part;
      part.kind = LinePartKind::house;
      if (line_[at].house != kNone && at + line_[at].house_tokens <= close) {
        end = at + line_[at].house_tokens;
        part.house = line_[at].house;
        known = true;
        while (end < close && line_.is_word(end)) ++end;
      } else {
        while (end < close && (line_.is_word(end) ||
                               (end > at && line_[end].token.kind == LineTokenKind::number))) {
          ++end;
        }
        if (end == at || end > at + 4) return false;
        if (!line_.is_capital(at) && letters(at) > 5) return false;
      }
      part.tokens = {at, end};
      part.span = line_.span(at, end);
      part.name = line_.text(part.span);
      agencies.push_back(std::move(part));
      at = end;
    }
    if (agencies.empty()) return false;
    agencies_ = std::move(agencies);
    known_agency_ = known;
    bracket_ = true;
    at_ = close + 1;
    return true;
  }

  void skip_dashes() {
    while (line_.is_dash(at_)) ++at_;
  }

  void finish() {
    const std::uint32_t end_of_prefix = at_;
    if (line_.is_mark(at_, '.') || line_.is_mark(at_, ',')) ++at_;
    const bool stop = at_ > end_of_prefix && line_.is_mark(at_ - 1, '.');
    const bool dash = line_.is_dash(at_) && real_dash(at_);
    if (dash) skip_dashes();
    // "NEW DELHI: The", "(ANI): The"
    const bool colon =
        !dash && !stop && line_.is_mark(at_, ':') &&
        (known_agency_ || (first_caps_ && !bracket_ && judge_.in_gazetteer(places_[0]) &&
                           line_.ends_sentence(line_.size() - 1) &&
                           !line_.classes(places_[0].first).meets(known_.never_name)));
    if (!colon && is_city_and_colon(dash || stop)) {
      ++at_;
      if (line_.is_capital(at_) && followed_by_sentence()) return add("dateline.place");
      return;
    }
    if (colon) ++at_;
    if (is_never(places_[0])) return;
    const bool bar =
        !dash && !colon && !stop && line_.is_mark(at_, '|') && first_caps_ && !bracket_;
    if (bar) ++at_;
    if (bracket_) {
      if (known_agency_) {
        // "London (CNN)It was", "Mumbai, Dec 9 (PTI) Kunal".
        const bool glued = at_ < line_.size() && !line_[at_].token.space && !dash;
        const bool dated = !date_.empty();
        const bool city = judge_.in_gazetteer(places_[0]);
        const bool region = places_.size() == 2 && judge_.are_town_and_region(places_);
        if (!dash && !stop && !glued && !colon &&
            !((dated || city || region) && line_.is_capital(at_))) {
          return;
        }
        if (!dash && !dated && !colon && !first_caps_ && places_.size() == 1 && !stop &&
            !known_place(places_[0])) {
          return;
        }
        if (at_ >= line_.size() && !dash) return;
        return add("dateline.agency");
      }
      if (!agencies_.empty()) {
        // A house that nobody knows: a station's call sign, a desk.
        const bool code = line_[agencies_[0].tokens.first].token.caps ||
                          !line_[agencies_[0].tokens.first].token.capital;
        if (!dash || !(first_caps_ || (code && known_place(places_[0])))) return;
        if (at_ + kLeastText > line_.size()) return;
        return add("dateline.unknown-agency");
      }
      if (dash && first_caps_ && followed_by_sentence()) add("dateline.date");
      return;
    }
    // "London, UK — The": in small letters with its country alone.
    const bool city_and_region = dash && !first_caps_ && places_.size() == 2 &&
                                 judge_.are_town_and_region(places_) && line_[at_].token.space;
    if (city_and_region && followed_by_sentence()) return add("dateline.place");
    if (!(dash || colon || bar) || !first_caps_ || stop) return;
    if (!followed_by_sentence()) return;
    if (bar && !line_.ends_sentence(line_.size() - 1)) return;
    if (!date_.empty()) return add("dateline.date");
    if (!judge_.can_be_place(places_, at_)) return;
    // "FAREWELL—": labels have no blank.
    if (!line_[at_].token.space && places_.size() == 1 && !known_place(places_[0])) return;
    add("dateline.place");
  }

  // "Kochi: The port was closed.", as Indian papers have it.
  [[nodiscard]] bool is_city_and_colon(bool ended) const {
    return !ended && !bracket_ && !first_caps_ && places_.size() == 1 && places_[0].size() <= 2 &&
           line_.is_mark(at_, ':') && line_.is(places_[0].first, known_.place_name) &&
           line_[places_[0].first].group_tokens == places_[0].size() &&
           line_.size() >= kColonText && line_.ends_sentence(line_.size() - 1) &&
           !line_.is_mark(line_.size() - 1, '?') &&
           !line_.classes(at_ + 1).meets(known_.question_words);
  }

  // "EDITOR'S NOTE", "PHOTO", "DEAR ANN": what opens a line as a place would.
  [[nodiscard]] bool is_never(Range place) const {
    if (places_.size() > 1 || bracket_)
      return place.size() == 1 && line_.is(place.first, known_.dateline_never);
    return line_.is(place.last - 1, known_.dateline_never) ||
           line_.is(place.first, known_.salutation);
  }

  // A hyphen between words is none.
  [[nodiscard]] bool real_dash(std::uint32_t at) const {
    if (!line_.is_mark(at, '-')) return true;
    if (line_.is_mark(at + 1, '-')) return true;
    return line_[at].token.space || bracket_ || (at > 0 && line_.is_mark(at - 1, '.'));
  }

  [[nodiscard]] bool known_place(Range place) const {
    for (std::uint32_t at = place.first; at < place.last; ++at) {
      if (line_.is_word(at) && judge_.in_gazetteer(at)) return true;
    }
    return bracket_ && line_.is_capital(place.first) && place.size() <= 2;
  }

  // A sentence in ordinary letters, long enough to be one.
  [[nodiscard]] bool followed_by_sentence() const {
    if (at_ + kLeastText > line_.size()) return false;
    std::uint32_t at = at_;
    while (at < line_.size() && line_[at].token.kind == LineTokenKind::mark) ++at;
    if (at >= line_.size()) return false;
    if (line_.is_small(at) && at == at_) {
      const char c = line_.text_of(at)[0];
      if (c >= 'a' && c <= 'z') return false;
    }
    std::uint32_t small = 0;
    for (std::uint32_t i = at; i < std::min(line_.size(), at + 16); ++i) small += line_.is_small(i);
    return small >= 3;
  }

  void add(std::string_view rule) {
    FoundStatement found;
    found.kind = StatementKind::dateline;
    found.rule = rule;
    found.span = line_.span(0, std::max(1U, std::min(at_, line_.size())));
    for (const Range place : places_) {
      LinePart part = named_part(line_, LinePartKind::place, place);
      found.parts.push_back(std::move(part));
    }
    for (LinePart& agency : agencies_) found.parts.push_back(std::move(agency));
    found.date = date_;
    out_.push_back(std::move(found));
  }

  const Line& line_;
  const LineKnowledge& known_;
  PlaceJudge judge_;
  FoundStatements& out_;
  std::uint32_t at_ = 0;
  std::vector<Range> places_;
  std::vector<LinePart> agencies_;
  Span date_;
  bool all_caps_ = false;
  bool first_caps_ = false;
  bool bracket_ = false;
  bool known_agency_ = false;
};

}  // namespace

void find_dateline(const Line& line, FoundStatements& out) { DatelineReader(line, out).read(); }

}  // namespace quotary
