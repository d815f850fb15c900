// The files of rules/common and rules/en as they were when the library was built.
#pragma once

#include <span>

namespace quotary {

struct EmbeddedRange {
  const char* path;  // "rules/en/pack.json"
  const char* begin;
  const char* end;
};

// In the order of their paths. The bytes are constants of the program.
[[nodiscard]] std::span<const EmbeddedRange> embedded_ranges();

}  // namespace quotary
