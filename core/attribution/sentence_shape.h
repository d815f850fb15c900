// What stands around an attribution in its sentence, and how sentences end.
#pragma once

#include "mentions/reading.h"
#include "model/weights.h"

namespace quotary {

// No reader follows a clause for longer; what has longer "sentences" is no prose, and must cost no
// more.
inline constexpr std::uint32_t kLongestClause = 150;
inline constexpr std::uint32_t kLongestTail = 12;  // tokens

// The first token from `at` on that is no punctuation (quotation marks are kept).
[[nodiscard]] std::uint32_t first_word(const Reading& reading, std::uint32_t at,
                                       std::uint32_t last);

// What stands around words of a sentence. It tells `..., the bank warned on Thursday.` from `The
// bank warned on Thursday that ...`: before them 0 the sentence begins, 1 a comma, 2 a quotation
// mark, 3 other words; behind them + 0 nothing, + 4 a time and no more, + 8 other words, + 12
// phrases without a clause, + 16 a comma, past a time at most, and other words, + 20 a colon, there
// or at the end.
[[nodiscard]] Value shape_around(const Reading& reading, Range words, Range sentence);
// The shape of what goes on with a clause, whatever stands behind it.
[[nodiscard]] constexpr Value shape_of_clause(Value shape) { return shape % 4 + 8; }

// Whether the tokens are phrases without a clause: "reporters in Oslo on Monday", "in a note to
// clients".
[[nodiscard]] bool is_tail(const Reading& reading, Range tokens);

// The last finite verb in `words`, as far as a clause reaches back; kNone if there is none.
[[nodiscard]] std::uint32_t last_finite_verb(const Reading& reading, Range words);

// How a sentence ends, if it does so: with a time ("on Monday", "earlier Sunday"), and before that
// with where something was said ("in an interview", "at a news conference"). The first token of
// each; kNone if there is none.
struct Tail {
  std::uint32_t time = kNone;
  std::uint32_t medium = kNone;
};
[[nodiscard]] Tail tail_of(const Reading& reading, Range words);

}  // namespace quotary
