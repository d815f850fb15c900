// Any bytes at all become a Document that is consistent, with offsets that map back.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../text/invariants.h"
#include "quotary/document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4096) return 0;  // the checks are quadratic
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string found = quotary::inconsistency(quotary::Document::from_bytes(bytes));
  if (!found.empty()) {
    std::fprintf(stderr, "inconsistent: %s\n", found.c_str());
    std::abort();
  }
  return 0;
}
