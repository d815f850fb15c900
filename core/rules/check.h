// `quotary rules check`: is a pack well-formed, and is anything in it likely to be a mistake?
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/findings.h"
#include "rules/grammars.h"
#include "rules/pack.h"

namespace quotary {

// A pack directory as the tools see it.
struct PackUnderTest {
  std::shared_ptr<const PackData> data;  // null if it does not load
  PackFiles files;                       // all layers
  std::size_t first_own = 0;             // files from here on are those of the directory
  Findings findings;                     // why it does not load
  std::vector<Grammar> grammars;         // of all layers

  // True if the file of `place` belongs to the directory.
  [[nodiscard]] bool owns(const Place& place) const;
};

// Loads `directory` over the built-in pack, unless it is the source of the built-in pack itself
// (has the same id): then in its place.
[[nodiscard]] PackUnderTest open_pack(const std::string& directory);

// Loads `directory` over the files of `base`.
[[nodiscard]] PackUnderTest open_pack_over(PackFiles base, const std::string& directory);

// What is wrong or doubtful in a pack that has been opened, file by file. Warns of:
// rules without matches, rejects or `about`; unbounded gaps; lexicons without `about`; matches of a
// text rule without one of its words; entries that stand twice in a lexicon, or in two that exclude
// each other; and entries that no text can match.
[[nodiscard]] Findings check_pack(const PackUnderTest& pack);

}  // namespace quotary
