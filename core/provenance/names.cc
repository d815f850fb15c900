// What names look like.
#include <algorithm>

#include "provenance/parts.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestPerson = 4;
constexpr std::uint8_t kLongestAcronym = 6;

// "harbour.com"; not "Hans-L." nor "J.C."
bool is_domain(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  return dot != std::string_view::npos && dot > 1 && word.size() - dot > 2;
}

// "Tribune-Star", "News-Record": papers that have merged.
bool is_double_title(const Line& line, std::uint32_t at) {
  const std::string_view word = line.text_of(at);
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return false;
  const LineKnowledge& known = line.knowledge();
  const auto is_title = [&](std::string_view part) {
    return (known.words().groups_of_form(part) & (known.organisation | known.press)).any();
  };
  return is_title(word.substr(0, hyphen)) && is_title(word.substr(hyphen + 1));
}

// "L'Orient": the article of a paper, with its apostrophe.
bool is_elided(const Line& line, std::uint32_t at) {
  const std::string_view word = line.text_of(at);
  const std::size_t apostrophe = std::min(word.find('\''), word.find("\u2019"));
  if (apostrophe == std::string_view::npos) return false;
  const LineKnowledge& known = line.knowledge();
  return (known.words().groups_of_form(word.substr(0, apostrophe)) & known.elided_article).any();
}

// "Wasserpolizei"
bool ends_as_organisation(const Line& line, std::uint32_t at) {
  const std::string_view word = line.text_of(at);
  const std::vector<std::string>& ends = line.knowledge().organisation_ends;
  return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) {
    return word.size() > end.size() + 1 && word.ends_with(end);
  });
}

bool is_initial(const Line& line, std::uint32_t at) {
  return line[at].token.letters == 1 || line.text_of(at).find('.') != std::string_view::npos;
}

// "PIA Marstal": the letters of an office, though they are somebody's first name as well.
bool is_acronym_before_name(const Line& line, std::uint32_t at, std::uint32_t last) {
  return line[at].token.caps && at + 1 < last && line.is_capital(at + 1) &&
         !line[at + 1].token.caps && line[at + 1].token.letters > 1 &&
         line[at].token.letters <= kLongestAcronym;
}

// "Marstal Daily Star", where another paper is the "Daily Star".
bool goes_on_as_title(const Line& line, std::uint32_t first, std::uint32_t at) {
  const LineKnowledge& known = line.knowledge();
  if (!line.is(at, known.press)) return false;
  return line[at].house_tokens == 1 ||
         (!is_given_name(line, first) &&
          known.houses()[line[at].house].kind == HouseKind::newspaper);
}

// "Marstal Fire & Rescue", "Strand & Holm Architects": not "Marstal Police & Ann Lee".
bool joins_organisation(const Line& line, std::uint32_t first, std::uint32_t at) {
  const LineKnowledge& known = line.knowledge();
  if (line.text_of(at) != "&" || !line.is_capital(at + 1) || line[at + 1].house != kNone ||
      is_given_name(line, at + 1)) {
    return false;
  }
  if (line.is(at - 1, known.organisation)) return true;
  return at == first + 1 && line[first].house == kNone && line.is_capital(at + 2) &&
         line[at + 2].token.space && line.is(at + 2, known.organisation);
}

// "GINA ESTES The Ledger": capitals end where a name in them does.
bool ends_capitals(const Line& line, std::uint32_t first, std::uint32_t at) {
  if (at < first + 2 || at > first + 2 * kLongestPerson || line[at].token.caps ||
      line[at].token.letters < 2)
    return false;
  for (std::uint32_t i = first; i < at; ++i) {
    if (line.is_word(i) && !line[i].token.caps && line[i].token.letters > 1) return false;
  }
  return shape_of(line, first, at) != NameShape::organisation;
}

}  // namespace

bool is_given_name(const Line& line, std::uint32_t at) {
  const LineKnowledge& known = line.knowledge();
  return line.is(at, known.given_name) || line.classes(at).meets(known.first_names);
}

bool is_press_title(const Line& line, std::uint32_t first, std::uint32_t last) {
  const LineKnowledge& known = line.knowledge();
  if (first >= last) return false;
  const bool single = last == first + 1;
  if (single) {
    const LineToken& token = line[first].token;
    return is_domain(line.text_of(first)) || is_double_title(line, first) ||
           line.is(first, known.press) ||
           (token.caps && token.letters > 1 && token.letters <= kLongestAcronym);
  }
  for (std::uint32_t at = first; at < last; ++at) {
    if (is_double_title(line, at) || is_domain(line.text_of(at))) return true;
    if (at > first && line.is(at, known.press)) return true;
  }
  // "KXQR 7 News"
  return line.is(last - 1, known.organisation) &&
         !(last == first + 2 && is_given_name(line, first) &&
           line.is(first + 1, known.surname_too));
}

std::uint32_t end_of_name(const Line& line, std::uint32_t first, std::uint32_t last) {
  const LineKnowledge& known = line.knowledge();
  std::uint32_t at = first;
  std::uint32_t end = first;
  while (at < last) {
    const LineToken& token = line[at].token;
    const bool joined = at == first || token.space || token.kind == LineTokenKind::clitic;
    if (!joined) break;
    if (at > first && (line.is(at, known.via) || line.is(at, known.courtesy))) break;
    if (at > first && (line.is(at, known.pool) || line.is(at, known.flags | known.licences))) break;
    if (at > first && line.is(at, known.rank) && line.is_capital(at)) break;
    // "ANN LEE FOR THE LEDGER", "ANN LEE AND BO BERG"
    if (at > first + 1 && at <= first + kLongestPerson && line[at].token.caps &&
        line[at].token.letters > 2 && line.is(at, known.preposition | known.conjunction) &&
        shape_of(line, first, at) == NameShape::person) {
      break;
    }
    if (line.is_capital(at)) {
      if (at > first && line[at].house != kNone &&
          (line[at].house_tokens > 1 || line[at].house_as_written) &&
          !(at == first + 1 && goes_on_as_title(line, first, at))) {
        break;
      }
      if (ends_capitals(line, first, at)) break;
      end = ++at;
      // "Jr.", "St.", "Inc.": the stop belongs to the name.
      if (line.is_mark(at, '.') && !line[at].token.space && line.is(at - 1, known.suffix)) {
        end = ++at;
      }
      continue;
    }
    // "3M Health", "KXQR 7 News"
    if (token.kind == LineTokenKind::number && at + 1 < last && line.is_capital(at + 1) &&
        line[at + 1].token.space &&
        (token.letters > 0 || (at > first && line[at - 1].token.caps && token.span.size() <= 2 &&
                               line.is(at + 1, known.organisation)))) {
      ++at;
      continue;
    }
    if (at == first) break;
    if (joins_organisation(line, first, at) && at + 1 < last) {
      ++at;
      continue;
    }
    if (token.kind == LineTokenKind::clitic && at + 1 < last && line.is_capital(at + 1)) {
      ++at;
      continue;
    }
    // Particles and the "of" inside names; a nickname between marks.
    std::uint32_t next = at;
    while (next < last && line.is_small(next) && next < at + 3) {
      if (line.is(next, known.particle)) {
        next += std::max(1U, line[next].group_tokens);
      } else if (line.classes(next).meets(known.name_particles)) {
        ++next;
      } else {
        break;
      }
    }
    if (next > at && next < last && line.is_capital(next)) {
      at = next;
      continue;
    }
    const char32_t mark = token.mark;
    if ((mark == '"' || mark == 0x201C) && at + 1 < last && line.is_capital(at + 1)) {
      next = at + 1;
      while (next < last && line.is_capital(next)) ++next;
      if (next + 1 < last && (line.is_mark(next, '"') || line.is_mark(next, 0x201D)) &&
          line.is_capital(next + 1)) {
        at = next + 1;
        continue;
      }
    }
    break;
  }
  return end;
}

NameShape shape_of(const Line& line, std::uint32_t first, std::uint32_t last) {
  const LineKnowledge& known = line.knowledge();
  std::uint32_t words = 0;
  bool organisation = false;
  bool sure = false;
  for (std::uint32_t at = first; at < last; ++at) {
    const LineToken& token = line[at].token;
    if (token.kind == LineTokenKind::handle) return NameShape::person;
    if (token.kind == LineTokenKind::number || token.kind == LineTokenKind::clitic) {
      organisation = true;
    }
    if (token.kind != LineTokenKind::word) continue;
    if (!token.capital) {
      if (!line.classes(at).meets(known.name_particles)) organisation = true;
      continue;
    }
    ++words;
    const bool has_digit = line.text_of(at).find_first_of("0123456789&_") != std::string_view::npos;
    if (has_digit || is_domain(line.text_of(at))) organisation = true;
    if (line.is(at, known.organisation) && (words > 1 || at + 1 == last)) {
      // "Grace Park": surnames that name houses, too.
      const bool surname = words == 2 && at + 1 == last && at == first + 1 &&
                           line.is(at, known.surname_too) && is_given_name(line, first);
      if (!surname) organisation = true;
    }
    if (is_double_title(line, at) || (at == first && is_elided(line, at)) ||
        ends_as_organisation(line, at)) {
      organisation = true;
    }
    // "Marston Echo"
    if (at > first && at + 1 == last && line.is(at, known.press) && !is_given_name(line, first)) {
      organisation = true;
    }
    const ClassSet& classes = line.classes(at);
    if (at == first) {
      if (is_given_name(line, at) && !is_acronym_before_name(line, at, last)) {
        sure = true;
      } else if (line.is(at, known.article) || line.is(at, known.person_never) ||
                 (classes.meets(known.never_name) && !line.is(at, known.day_name)) ||
                 classes.meets(known.country_classes)) {
        organisation = true;
      }
    } else if (is_initial(line, at) && words == 2 && last > at + 1) {
      sure = true;
    }
    if (at == first && is_initial(line, at) && last > at + 1) sure = true;
  }
  if (words == 0) return NameShape::none;
  if (organisation) return NameShape::organisation;
  if (words == 1) {
    const LineToken& token = line[first].token;
    if (token.caps && token.letters <= kLongestAcronym) return NameShape::organisation;
    return NameShape::unclear;
  }
  if (words > kLongestPerson) return NameShape::organisation;
  // AFP writes the surname in capitals.
  const bool mixed =
      !line[first].token.caps && line[last - 1].token.caps && line[last - 1].token.letters > 3;
  if (sure || mixed) return NameShape::person;
  // "US Navy", "NWS Collection": an acronym is no first name, unless all is in capitals.
  bool all_caps = true;
  for (std::uint32_t at = first; at < last; ++at) {
    if (line.is_word(at) && line[at].token.letters > 1) all_caps &= line[at].token.caps;
  }
  if (!all_caps && line[first].token.caps) {
    return line[first].token.letters == 2 ? NameShape::person : NameShape::organisation;
  }
  return NameShape::unclear;
}

}  // namespace quotary
