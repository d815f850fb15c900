#include "sources/antecedent_list.h"

#include <algorithm>

namespace quotary {

namespace {

constexpr std::size_t kMostRivals = 8;
constexpr std::string_view kFewerPoints = "fewer points";
constexpr std::string_view kNoName = "has no name";

// The winner, those who may be meant, those who may not; each by their points.
bool ranks_before(const Antecedent& a, const Antecedent& b) {
  const auto rank = [](const Antecedent& each) {
    return each.lost.empty() ? 0 : each.lost == kFewerPoints ? 1 : 2;
  };
  return rank(a) != rank(b) ? rank(a) < rank(b) : a.points > b.points;
}

}  // namespace

Span AntecedentList::name_of(const Spoken& place) const {
  if (place.figure != kNone) return r_.document->span_of(names_.figures()[place.figure].longest);
  return analysis_.mentions[place.mention].span;
}

void AntecedentList::add(std::string_view sieve, const std::vector<Ranked>& places,
                         const Spoken* taken) {
  std::vector<Antecedent> rivals;
  for (const Ranked& each : places) {
    Antecedent rival{quote_, sieve, name_of(*each.place), {}, each.points, each.lost};
    rival.place = r_.document->span_of(r_.chunks[r_.chunk_at[each.place->at]].tokens);
    if (each.place != taken && rival.lost.empty()) {
      rival.lost = taken == nullptr && each.place->figure == kNone ? kNoName : kFewerPoints;
    }
    rivals.push_back(rival);
  }
  write(rivals);
}

void AntecedentList::add(std::string_view sieve, const std::vector<Bearer>& bearers,
                         std::uint32_t taken) {
  std::vector<Antecedent> rivals;
  for (const Bearer& each : bearers) {
    const Naming& naming = names_.namings()[each.naming];
    Antecedent rival;
    rival.quote = quote_;
    rival.sieve = sieve;
    rival.name = r_.document->span_of(names_.figures()[naming.figure].longest);
    rival.place = r_.document->span_of(r_.chunks[naming.chunk].tokens);
    rival.points = static_cast<float>(each.fit);
    if (each.naming != taken) rival.lost = kFewerPoints;
    rivals.push_back(rival);
  }
  write(rivals);
}

void AntecedentList::add(std::string_view sieve, std::uint32_t mention) {
  const Span place = analysis_.mentions[mention].span;
  analysis_.antecedents.push_back({quote_, sieve, place, place, 0, {}});
}

bool AntecedentList::decided() const {
  return std::any_of(analysis_.antecedents.begin() + static_cast<std::ptrdiff_t>(first_),
                     analysis_.antecedents.end(),
                     [](const Antecedent& each) { return each.lost.empty(); });
}

void AntecedentList::write(std::vector<Antecedent>& rivals) {
  std::stable_sort(rivals.begin(), rivals.end(), ranks_before);
  const std::size_t first = analysis_.antecedents.size();
  for (const Antecedent& rival : rivals) {
    const auto begin = analysis_.antecedents.begin() + static_cast<std::ptrdiff_t>(first);
    const bool listed = std::any_of(begin, analysis_.antecedents.end(),
                                    [&](const Antecedent& a) { return a.name == rival.name; });
    if (listed) continue;
    analysis_.antecedents.push_back(rival);
    if (analysis_.antecedents.size() - first == kMostRivals) return;
  }
}

}  // namespace quotary
