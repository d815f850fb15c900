// Who a pronoun or a nominal refers to.
#pragma once

#include <cstdint>
#include <vector>

#include "mentions/reading.h"
#include "quotary/analysis.h"
#include "sources/register.h"
#include "sources/source_classes.h"

namespace quotary {

// What a referring expression asks of its antecedent.
struct Wanted {
  Gender gender = Gender::unknown;
  bool person = false;        // a person and nothing else
  bool organisation = false;  // anything but a person
  bool plural = false;
  std::uint32_t named = 0;  // the word that its name has to hold; 0: any
};

// What has been said so far, for those who come after it.
struct Discourse {
  std::uint32_t last_speaker = kNone;  // figure of the last attribution that was resolved
  std::uint32_t last_speaker_at = 0;   // the token at which its mention stood
};

// The naming before token `at` that fits best, or kNone. Looks at a bounded number of namings.
[[nodiscard]] std::uint32_t find_antecedent(const Reading& reading, const Register& names,
                                            std::uint32_t at, const Wanted& wanted,
                                            const Discourse& discourse,
                                            const AntecedentPoints& points);

// The naming of the figure whose roles share the head of the nominal ("the minister"), or kNone.
[[nodiscard]] std::uint32_t find_bearer(const Reading& reading, const Register& names,
                                        std::uint32_t head, const Wanted& wanted);

}  // namespace quotary
