// What Discourse::find() passes over could not have won: rank() looks at all places.
#include <gtest/gtest.h>

#include <random>

#include "rules/pack.h"
#include "sources/antecedents.h"

namespace quotary {
namespace {

class Chance {
 public:
  bool one_in(unsigned n) { return up_to(n - 1) == 0; }
  std::uint32_t up_to(std::uint32_t most) {
    return static_cast<std::uint32_t>(random_()) % (most + 1);
  }
  Gender gender() { return static_cast<Gender>(up_to(2)); }

 private:
  std::mt19937 random_{11};
};

// Sentences of a few words each, three to a paragraph, some of them quoted.
void divide(std::uint32_t tokens, Chance& chance, Reading& r) {
  while (r.sentence.size() < tokens) {
    const auto number = static_cast<std::uint32_t>(r.sentences.size());
    const auto first = static_cast<std::uint32_t>(r.sentence.size());
    const std::uint32_t last = first + 2 + chance.up_to(9);
    r.sentences.push_back({first, last});
    r.sentence.resize(last, number);
    r.paragraph.resize(last, number / 3);
    r.stretch.resize(last, chance.one_in(4) ? number : kNone);
  }
}

Spoken somebody(std::uint32_t at, std::uint32_t figures, Chance& chance) {
  Spoken place;
  place.at = at;
  if (chance.one_in(8)) {
    place.gender = chance.gender();
  } else {
    place.figure = chance.up_to(figures - 1);
  }
  place.quoted = chance.one_in(5);
  place.subject = chance.one_in(2);
  place.owner = chance.one_in(9);
  place.governed = chance.one_in(3);
  place.possessive = chance.one_in(6);
  place.pronoun = chance.one_in(3);
  place.fresh = chance.one_in(9);
  place.plural = chance.one_in(6);
  return place;
}

const Spoken* best_of(const std::vector<Ranked>& ranked) {
  const Ranked* best = nullptr;
  for (const Ranked& each : ranked) {
    if (each.lost.empty() && (best == nullptr || each.points > best->points)) best = &each;
  }
  return best == nullptr ? nullptr : best->place;
}

TEST(DiscourseTest, FindsWhoRanksFirst) {
  constexpr std::uint32_t kTokens = 3000;
  constexpr std::uint32_t kFigures = 9;
  const PackData pack;
  const ClassWords class_words(pack.lexicon);
  const SourceClasses classes(pack);
  Chance chance;
  Reading r(pack.lexicon, class_words);
  divide(kTokens, chance, r);
  for (std::uint32_t at = 0; at < r.sentence.size(); ++at) {
    r.tags.push_back(chance.one_in(2) ? Tag::pron : Tag::noun);
  }
  AntecedentPoints points = classes.points;
  points.same_paragraph = 1.5F;
  Register names(classes);
  for (std::uint32_t i = 0; i < kFigures; ++i) {
    Figure& figure = names.figures().emplace_back();
    figure.gender = chance.gender();
    figure.type = chance.one_in(4) ? SourceType::organisation : SourceType::person;
    figure.count = chance.up_to(12);
  }
  Discourse discourse;
  std::uint32_t found = 0;
  for (std::uint32_t at = 1; at < kTokens; at += 1 + chance.up_to(3)) {
    if (!chance.one_in(3)) {
      discourse.add(r, points, somebody(at, kFigures, chance));
      if (chance.one_in(5)) discourse.spoke(chance.up_to(kFigures - 1), at);
      continue;
    }
    Wanted wanted;
    wanted.gender = chance.gender();
    wanted.person = chance.one_in(2);
    wanted.plural = chance.one_in(6);
    wanted.organisation = !wanted.person && chance.one_in(3);
    if (chance.one_in(2)) wanted.other_than = chance.up_to(kFigures - 1);
    const Spoken* const place = discourse.find(r, names, at, wanted, points);
    EXPECT_EQ(place, best_of(discourse.rank(r, names, at, wanted, points))) << at;
    found += place != nullptr ? 1 : 0;
  }
  EXPECT_GT(found, 200U);
}

}  // namespace
}  // namespace quotary
