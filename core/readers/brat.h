// Brat standoff: annotations in a file of their own (x.ann) beside the text (x.txt). docs/brat.md
// describes the lines that are understood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quotary/annotations.h"
#include "quotary/result.h"

namespace quotary {

// Quotes of the lines of an .ann file, in the order of their Content lines. `name` names the file
// in errors (bad_annotation); `length` is that of the text in code points.
[[nodiscard]] Result<std::vector<AnnotatedQuote>> parse_brat(std::string_view lines,
                                                             const std::string& name,
                                                             std::uint32_t length);

// The pairs of a directory through all its levels, sorted by path, or a single pair.
class BratCollection {
 public:
  // `path`: a directory or an .ann file.
  explicit BratCollection(std::string path);

  std::optional<Result<AnnotatedDocument>> next();

 private:
  std::string root_;
  std::vector<std::string> paths_;  // of .ann files, the last one first
  std::optional<Error> failure_;
};

}  // namespace quotary
