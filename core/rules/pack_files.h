// PackFiles: the files that a rule pack is made of, in layers: later ones add to earlier ones.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/result.h"

namespace quotary {

// What a file of a pack says, told by where it stands.
enum class PackFileKind : unsigned char {
  pack,         // pack.json
  lexicon,      // lexicons/*.json
  quote_marks,  // quote-marks.json
  html,         // html.json: for the readers
  rules,        // any other *.json
  houses,       // one with "houses"
  line_words,   // one with "line_words"
  given_names,  // one with "given_names"
  grammars,     // grammars.json: for people, read when they ask
  model,        // models/*.tsv
};

struct PackFile {
  std::string path;  // as errors name it: "rules/en/lexicons/titles.json"
  std::string name;  // of a model: "tagger.tsv"
  PackFileKind kind = PackFileKind::rules;
  std::string_view content;
  std::shared_ptr<const std::string> owner;  // of `content`; null for what is compiled in
};

using PackFiles = std::vector<PackFile>;

// rules/common and rules/en as compiled into the library.
[[nodiscard]] PackFiles embedded_pack_files();

// Only rules/common of them: what a pack of another language starts from.
[[nodiscard]] PackFiles embedded_common_files();

// The files of a directory laid out as rules/en is, in the order of their paths; hidden files and
// directories with other names are left alone.
// Errors: cannot_read; bad_pack when there is no pack.json.
[[nodiscard]] Result<PackFiles> read_pack_directory(const std::string& directory);

}  // namespace quotary
