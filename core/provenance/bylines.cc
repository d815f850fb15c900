#include "provenance/bylines.h"

#include <algorithm>

#include "provenance/byline_names.h"

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

  [[nodiscard]] bool anchor_holds(std::uint32_t anchor, const BylineNames& names,
                                  std::uint32_t last) const {
    const std::uint32_t count = line_[anchor].group_tokens;
    const bool colon = line_.is_mark(anchor + count, ':');
    if (names.prose) return false;
    if (names.end < last && !line_.ends_sentence(names.end) && !line_.is_mark(names.end, ':')) {
      return false;
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
    BylineNames names;
    read_byline_names(line_, {0, line_.size()}, false, names);
    std::vector<LinePart>& parts = names.parts;
    if (names.prose || names.end < line_.size()) return;
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
    } else if (house_first && place && parts.size() == 2 && names.people == 0) {
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
  BylineNames names;
  read_byline_names(line, tokens, true, names);
  out = std::move(names.parts);
}

}  // namespace quotary
