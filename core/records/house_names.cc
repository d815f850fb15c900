#include "records/house_names.h"

#include "rules/pack.h"

namespace quotary {
namespace {

KnownHouse known(const Houses& houses, std::string_view id) {
  const std::uint32_t index = id.empty() ? kNone : houses.with_id(id);
  if (index == kNone) return {};
  const House& house = houses[index];
  const std::string_view domain =
      house.domains.empty() ? std::string_view() : std::string_view(house.domains.front());
  return {house.name, name_of(house.kind), house.wikidata, domain};
}

}  // namespace

void name_houses(const RulePack* pack, RecordProvenance& provenance) {
  provenance.known_house = {};
  if (pack == nullptr) return;
  const Houses& houses = pack->data().houses;
  for (RecordHouse& house : provenance.houses) house.known = known(houses, house.id);
  provenance.known_house = known(houses, provenance.house);
}

}  // namespace quotary
