// DirectoryWalk: the texts of a directory, through all its levels, sorted by path.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "quotary/result.h"

namespace quotary {

// True for *.jsonl and *.ndjson, in any case.
[[nodiscard]] bool names_json_lines(const std::filesystem::path& path);

// True for *.html, *.htm and *.xhtml, in any case.
[[nodiscard]] bool names_page(const std::filesystem::path& path);

// Holds the entries of the directories it stands in, not of the whole tree.
class DirectoryWalk {
 public:
  explicit DirectoryWalk(std::string root) : root_(std::move(root)) { enter(root_); }

  // The path of the next text, or the Error (cannot_read) of a directory that cannot be listed, or
  // at the end, when there was neither, nothing_to_read; nullopt from then on.
  std::optional<Result<std::string>> next();

 private:
  struct Entry {
    std::filesystem::path path;
    bool is_directory;
  };

  void enter(const std::filesystem::path& directory);

  std::string root_;
  std::vector<std::vector<Entry>> levels_;  // what is left of each, last entry first
  std::optional<Error> failure_;
  bool found_ = false;
};

}  // namespace quotary
