// The templates whose values are all small numbers (tags, distances, flags), or a class of words
// and small numbers. Their weights stand in plain arrays, where the values say the place: no
// hashing, no comparing, and what is often asked stands close together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quotary {

inline constexpr std::size_t kMostValues = 3;

struct NumberTemplate {
  std::string_view name;
  // How many numbers each value can be, from 0 on; 1 where there is no value. Of templates of
  // classes: of the values behind the class.
  std::array<std::uint32_t, kMostValues> counts;

  // NOLINTNEXTLINE(*-explicit-*): a line of the lists below
  constexpr NumberTemplate(const char* literal, std::uint32_t first = 1, std::uint32_t second = 1,
                           std::uint32_t third = 1)
      : name(literal), counts{first, second, third} {}
  [[nodiscard]] constexpr std::uint32_t size() const { return counts[0] * counts[1] * counts[2]; }
};

namespace number_templates {

inline constexpr std::uint32_t kTags = 31;       // kTagCount
inline constexpr std::uint32_t kFlag = 2;        // false, true
inline constexpr std::uint32_t kDistances = 10;  // bucket()
inline constexpr std::uint32_t kScores = 25;     // score_bucket()
inline constexpr std::uint32_t kHalfScores = 13;
inline constexpr std::uint32_t kOdds = 100;      // score_bucket(), or 99
inline constexpr std::uint32_t kQuoteNear = 32;  // how near marks stand, of both sides
inline constexpr std::uint32_t kSide = 3;        // of the source: left, right, none
inline constexpr std::uint32_t kShapes = 24;     // shape_around()
inline constexpr std::uint32_t kPlaces = 4;      // CueContext::Subject
inline constexpr std::uint32_t kKinds = 6;       // ChunkKind
inline constexpr std::uint32_t kRanks = 9;
inline constexpr std::uint32_t kCueSteps = 5;  // tokens of a cue to one side of its head
inline constexpr std::uint32_t kBack = 6;      // sentences
inline constexpr std::uint32_t kTaken = 3;
inline constexpr std::uint32_t kLeftQuoted = 5;
inline constexpr std::uint32_t kRightQuoted = 13;
inline constexpr std::uint32_t kBothQuoted = 80;
inline constexpr std::uint32_t kSides = 4;  // of a content
inline constexpr std::uint32_t kShare = 3;  // quoted_share()
inline constexpr std::uint32_t kSome = 3;   // none, one, more

// By small numbers alone.
inline constexpr NumberTemplate kOfNumbers[] = {
    {"gate"},
    {"gate.tags", kTags, kTags, kTags},
    {"gate.quote", 4, kTags},

    {"cue.tag-1,tag,tag+1", kTags, kTags, kTags},
    {"cue.tag,tag+1,tag+2", kTags, kTags, kTags},
    {"cue.tag+1,tag+2,tag+3", kTags, kTags, kTags},
    {"cue.quote", kQuoteNear, kFlag},
    {"cue.that", 6, kTags},
    {"cue.shape", kShapes, kTags},
    {"cue.auxiliary", kTags, kTags},
    {"cue.room", kDistances, kTags},
    {"cue.paragraph", kFlag, kFlag},
    {"cue.subject-kind", 10, kPlaces, kTags},

    {"begin.back", kCueSteps, kTags},
    {"begin.tags", kTags, kTags, kFlag},
    {"finish.tags", kTags, kTags, kCueSteps},

    {"source.none"},
    {"source.end.gap", kDistances, kFlag, 8},
    {"source.end.tag-after,tag", kTags, kTags, 25},
    {"source.end.finite,rank", kFlag, kRanks, 63},
    {"source.end.tags", kTags, kTags, kFlag},
    {"source.start.tag-before", kTags, kFlag, kKinds},
    {"source.start.tags", kTags, kTags, kFlag},
    {"source.start.rank", kRanks, kFlag, kTags},
    {"source.joint", 10, 10, kFlag},
    {"source.chunks", 8, kKinds, 8},
    {"source.commas,after", 8, kTags, kFlag},

    {"right.none", kSide, kQuoteNear, kFlag},
    {"right.none,tag-after", kTags, kSide, kTags},
    {"right.none,shape", kShapes, kSide},
    {"right.speech", 3, 3, kFlag},
    {"right.offset", kDistances, kSide, kFlag},
    {"right.offset,tag", kDistances, kTags, kTags},
    {"right.before-time", kFlag, kFlag, kTags},
    {"right.tags", kTags, kTags, kTags},
    {"right.next-tags", kTags, kTags, kTags},
    {"right.opens", kFlag, kFlag, kQuoteNear},

    {"end.last", kFlag, kTags, kSome},
    {"end.tail", 8, kTags, kSome},
    {"end.speech", kFlag, kFlag, kFlag},
    {"end.length", kDistances, kFlag, kSome},
    {"end.cuts", kFlag, kFlag, 4},
    {"end.next-tags", kTags, kTags, kTags},
    {"end.ahead", kTags, 2 * kTags, kSome},
    {"end.commas", 4, kTags},
    {"end.chunk", kFlag, kTags, kFlag},

    {"left.none", kSide, kFlag, kQuoteNear},
    {"left.none,tag", kTags, kSide, kFlag},
    {"left.none,shape", kShapes, kSide},
    {"left.none,clause", kFlag, kShapes, kSide},
    {"left.rank", 6, kSide, kFlag},
    {"left.closes", kFlag, kFlag, kSide},
    {"left.gap", kDistances, kSide, kFlag},
    {"left.tags", kTags, kTags, kSide},
    {"left.room", kDistances, kFlag},

    {"start.opens", kFlag, kFlag, kFlag},
    {"start.ahead,tag", kFlag, kTags, kTags},
    {"start.tags", kTags, kTags, kFlag},
    {"start.length", kDistances, kFlag},
    {"start.clause", 3, kFlag, kFlag},

    {"taken", kTaken, kLeftQuoted, kRightQuoted},
    {"taken.left", kTaken, kScores, kLeftQuoted},
    {"taken.right", kTaken, kScores, kRightQuoted},
    {"taken.odds", kTaken, kHalfScores, kHalfScores},
    {"taken.shape", kTaken, kShapes, kBothQuoted},
    {"taken.speech", kTaken, kLeftQuoted, 6},

    {"accept"},
    {"accept.cue", kScores},
    {"accept.cue,quoted", kHalfScores, kShare},
    {"accept.content", kScores},
    {"accept.content,quoted", kHalfScores, kShare, kSides},
    {"accept.source", kScores, kFlag},
    {"accept.around", kOdds},
    {"accept.around,cue", kOdds, kHalfScores},
    {"accept.nested", kOdds, kShare},
    {"accept.outer", kOdds},
    {"accept.outer,cue", kOdds, kHalfScores},
    {"accept.inner", kOdds, kShare},
    {"accept.same", kOdds},
    {"accept.quoted,sides", kShare, kSides, kFlag},
    {"accept.tag,sides", kTags, kSides, kFlag},
    {"accept.shape", kShapes, kSides, kShare},
    {"accept.clause", kFlag, kShapes, kShare},
    {"accept.length", kDistances, kDistances, kShare},
    {"accept.source-length", kDistances, kShare},
    {"accept.source-side", kFlag, kSides, kShare},
    {"accept.source-behind", kDistances, kTags, kSides},
};

// By a class, which comes first, and small numbers.
inline constexpr NumberTemplate kOfClasses[] = {
    {"gate.class", kTags},
    {"cue.class", kTags},
    {"cue.class,subject", kPlaces, 10},
    {"cue.class,auxiliary", kTags, kFlag},
    {"cue.subject-class", kPlaces},
    {"finish.class", kCueSteps},
    {"source.none,class", kTags},
    {"source.end.class", kFlag},
    {"right.none,class", kFlag},
    {"right.class", kTags, kDistances},
    {"right.second-class", kTags, kDistances},
    {"end.second-class", kTags, kTags},
    {"end.ahead-class", kFlag, kTags},
    {"start.class", kFlag, kBack},
    {"accept.class", kSides, kShare},
    {"accept.right-class", kTags, kShare},
};

}  // namespace number_templates

// Where the weights of a template stand, if it is one of those above.
struct NumberPlace {
  enum class Kind : std::uint8_t { none, numbers, classes };
  Kind kind = Kind::none;
  std::uint32_t first = 0;  // in the array of all numbers, or in the row of a class
  std::array<std::uint32_t, kMostValues> counts = {1, 1, 1};

  // How far apart neighbouring numbers stand at that value.
  [[nodiscard]] constexpr std::uint32_t times(std::size_t value) const {
    std::uint32_t times = 1;
    for (std::size_t i = kMostValues - 1; i > value; --i) times *= counts[i];
    return times;
  }
};

constexpr NumberPlace number_place(std::string_view name) {
  NumberPlace place{NumberPlace::Kind::numbers};
  for (const NumberTemplate& each : number_templates::kOfNumbers) {
    place.counts = each.counts;
    if (each.name == name) return place;
    place.first += each.size();
  }
  place = {NumberPlace::Kind::classes};
  for (const NumberTemplate& each : number_templates::kOfClasses) {
    place.counts = each.counts;
    if (each.name == name) return place;
    place.first += each.size();
  }
  return {};
}

template <std::size_t kCount>
constexpr std::uint32_t size_of_all(const NumberTemplate (&list)[kCount]) {
  std::uint32_t size = 0;
  for (const NumberTemplate& each : list) size += each.size();
  return size;
}
// The length of the array of all numbers, and of the row of each class.
inline constexpr std::uint32_t kNumbersSize = size_of_all(number_templates::kOfNumbers);
inline constexpr std::uint32_t kRowSize = size_of_all(number_templates::kOfClasses);

}  // namespace quotary
