// A name over as many chunks as it takes, with what stands around it: "Department | of Justice",
// "Governor of | Ostavia Jane Smith".
#pragma once

#include <cstdint>

#include "mentions/reading.h"
#include "sources/name_phrase.h"
#include "sources/source_classes.h"

namespace quotary {

struct FullName {
  NamePhrase phrase;  // its name is empty if none begins there
  std::uint32_t last_chunk;
};

// The name that begins in that chunk.
[[nodiscard]] FullName read_full_name(const Reading& reading, std::uint32_t chunk,
                                      const SourceClasses& classes);

}  // namespace quotary
