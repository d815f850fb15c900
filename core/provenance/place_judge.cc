#include "provenance/place_judge.h"

#include <algorithm>

#include "provenance/parts.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestTown = 3;     // words, before its region
constexpr std::uint32_t kLongestUnknown = 4;  // words of a place in no list
constexpr std::uint32_t kLeastLetters = 5;    // and its letters
constexpr std::uint32_t kDayTokens = 30;      // of a text, within which it tells the day

}  // namespace

bool PlaceJudge::in_gazetteer(Range place) const {
  for (std::uint32_t at = place.first; at < place.last; ++at) {
    if (line_.is_word(at) && in_gazetteer(at)) return true;
  }
  return false;
}

bool PlaceJudge::in_gazetteer(std::uint32_t at) const {
  return line_.classes(at).meets(known_.place_classes) || line_.is(at, known_.place_name);
}

bool PlaceJudge::are_town_and_region(const std::vector<Range>& places) const {
  const Range region = places[1];
  if (places[0].size() > kLongestTown) return false;
  if (line_.is(region.first, known_.place_abbreviation)) {
    return line_.is_mark(region.last - 1, '.') ||
           line_.text_of(region.first).find('.') != std::string_view::npos;
  }
  if (line_.is(region.first, known_.place_code)) return region.size() == 1;
  return line_.classes(region.first).meets(known_.country_classes) &&
         (in_gazetteer(places[0]) || line_.ends_sentence(line_.size() - 1));
}

bool PlaceJudge::can_be_place(const std::vector<Range>& places, std::uint32_t text) const {
  if (!is_plausible(places) || is_person(places)) return false;
  if (places.size() > 1) return true;
  // "THE LONDON MARATHON", but "THE HAGUE"
  const Range place = places[0];
  if (place.size() > 2 && line_.classes(place.first).meets(known_.never_name)) return false;
  return !goes_on_after_town(place) || tells_day(text);
}

// "LONDON BRIDGE", "CHICAGO BULLS": what has its name from a town. A town may have one, too ("PARIS
// HEIGHTS"); a report from there says on which day.
bool PlaceJudge::goes_on_after_town(Range place) const {
  if (!line_.classes(place.first).meets(known_.city_classes) &&
      !line_.is(place.first, known_.place_name)) {
    return false;
  }
  const std::uint32_t rest = place.first + std::max(1U, line_[place.first].group_tokens);
  return rest < place.last && line_.is_word(rest) && !in_gazetteer({rest, place.last});
}

bool PlaceJudge::tells_day(std::uint32_t text) const {
  const std::uint32_t last = std::min(line_.size(), text + kDayTokens);
  for (std::uint32_t at = text; at < last; ++at) {
    if (line_.is_capital(at) && line_.classes(at).meets(known_.time_classes)) return true;
  }
  return false;
}

bool PlaceJudge::is_plausible(const std::vector<Range>& places) const {
  const Range place = places[0];
  if (places.size() > 1) {
    return !line_.is(place.first, known_.person_never) ||
           line_.classes(places[1].first).meets(known_.country_classes) ||
           line_.is(places[1].first, known_.place_abbreviation);
  }
  if (in_gazetteer(place)) return true;
  if (line_.classes(place.first).meets(known_.never_name)) return false;
  if (line_[place.first].house != kNone || is_common(place)) return false;
  std::uint32_t letters = 0;
  for (std::uint32_t at = place.first; at < place.last; ++at) letters += line_[at].token.letters;
  return letters >= kLeastLetters && place.size() <= kLongestUnknown;
}

// "GRACE HILTON", "LONDON EYE" are no towns.
bool PlaceJudge::is_person(const std::vector<Range>& places) const {
  const Range place = places[0];
  // "LEE, Ann — Of Marston": a notice of a death.
  if (places.size() == 2) {
    return !line_[places[1].first].token.caps && is_given_name(line_, places[1].first) &&
           !in_gazetteer(places[1].first);
  }
  if (places.size() != 1 || place.size() != 2 || !line_.is_word(place.last - 1)) return false;
  if (in_gazetteer(place.last - 1) || ends_as_town(place)) return false;
  if (is_given_name(line_, place.first)) return true;
  return in_gazetteer(place.first) && line_[place.first].group_tokens < 2 &&
         is_common(place.last - 1);
}

// "FAIRY TALES", "PROBLEM": ordinary words, unless they end as names of towns do.
bool PlaceJudge::is_common(Range place) const {
  if (place.size() > 1 && ends_as_town(place)) return false;
  for (std::uint32_t at = place.first; at < place.last; ++at) {
    if (!is_common(at)) return false;
  }
  return true;
}

bool PlaceJudge::is_common(std::uint32_t at) const { return line_.is_ordinary(at); }

bool PlaceJudge::ends_as_town(Range place) const {
  return line_.is(place.last - 1, known_.place_noun);
}

}  // namespace quotary
