// Pieces of news text in any order: the division is consistent with word lists, too, and each
// piece of the alphabet reaches the rules on abbreviations, quotation marks and line wraps.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../text/division.h"
#include "../text/invariants.h"
#include "quotary/document.h"

namespace {

constexpr std::array<std::string_view, 52> kPieces = {
    "a",   "the", "He", "Roe",    "NATO",        "dogs",     "Mr",     "Inc",  "No",  "U",  "Ph",
    "Va",  "5",   "90", " ",      " ",           " ",        "\n",     "\n\n", "\t",  ".",  ".",
    "...", "…",   ",",  "!",      "?",           ":",        "//",     "http", "www", "'",  "'s",
    "’",   "‘",   "\"", "“",      "”",           "``",       "''",     ",,",   "-",   "--", "—",
    "@",   "#",   "é",  "\uFFFD", "(NYSE: NWK)", "(NWK.OL)", "(NYSE:", "<NWK"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1024) return 0;  // the checks are quadratic
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += kPieces[data[i] % kPieces.size()];
  const std::string found = quotary::inconsistency(quotary::divided(text));
  if (!found.empty()) {
    std::fprintf(stderr, "inconsistent: %s\n", found.c_str());
    std::abort();
  }
  return 0;
}
