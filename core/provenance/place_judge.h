// Whether capitals that open a line are those of a place.
#pragma once

#include <cstdint>
#include <vector>

#include "provenance/line.h"

namespace quotary {

class PlaceJudge {
 public:
  explicit PlaceJudge(const Line& line) : line_(line), known_(line.knowledge()) {}

  // Whether a word of it is in the lists of places, which have names in their usual case.
  [[nodiscard]] bool in_gazetteer(Range place) const;
  [[nodiscard]] bool in_gazetteer(std::uint32_t at) const;
  // "Marston, Neb.", "Marston, NE", "London, UK". Requires two places.
  [[nodiscard]] bool are_town_and_region(const std::vector<Range>& places) const;
  // Of a line that says no more than its places: neither words nor somebody's name.
  // `text`: the first token of what follows.
  [[nodiscard]] bool can_be_place(const std::vector<Range>& places, std::uint32_t text) const;

 private:
  [[nodiscard]] bool is_plausible(const std::vector<Range>& places) const;
  [[nodiscard]] bool goes_on_after_town(Range place) const;
  [[nodiscard]] bool tells_day(std::uint32_t text) const;
  [[nodiscard]] bool is_person(const std::vector<Range>& places) const;
  [[nodiscard]] bool is_common(Range place) const;
  [[nodiscard]] bool is_common(std::uint32_t at) const;
  [[nodiscard]] bool ends_as_town(Range place) const;

  const Line& line_;
  const LineKnowledge& known_;
};

}  // namespace quotary
