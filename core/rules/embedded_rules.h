// The files of rules/common and rules/en as they were when the library was built.
#pragma once

#include <span>
#include <string_view>

namespace quotary {

struct EmbeddedRange {
  const char* path;  // "rules/en/pack.json"
  const char* begin;
  const char* end;
};

// In the order of their paths. The bytes are constants of the program.
[[nodiscard]] std::span<const EmbeddedRange> embedded_ranges();

// What write_pack_image() made of them; empty in the program that makes it.
[[nodiscard]] std::string_view embedded_pack_image();

}  // namespace quotary
