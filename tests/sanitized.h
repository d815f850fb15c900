// Whether sanitizers, or counters of lines, slow everything down. What they look for shows in a
// tenth of a hostile text as well, and there only time that is not linear stands out.
#pragma once

namespace quotary {

inline constexpr bool kSanitized = QUOTARY_SANITIZED != 0;

}  // namespace quotary
