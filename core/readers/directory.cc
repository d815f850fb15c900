#include "readers/directory.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

#include "text/ascii.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kJsonLines = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 3> kText = {".txt", ".text", ".md"};
constexpr std::array<std::string_view, 3> kPages = {".html", ".htm", ".xhtml"};

template <std::size_t n>
bool ends_in(const fs::path& path, const std::array<std::string_view, n>& extensions) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = ascii_lower(c);
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

bool is_text(const fs::path& path) {
  return ends_in(path, kText) || ends_in(path, kPages) || ends_in(path, kJsonLines);
}

// Regular files, and links that lead nowhere: opening those says so. Pipes and devices may block.
bool may_be_read(const fs::directory_entry& entry) {
  std::error_code error;
  const fs::file_type type = entry.status(error).type();
  return type == fs::file_type::regular || type == fs::file_type::not_found;
}

}  // namespace

bool names_json_lines(const fs::path& path) { return ends_in(path, kJsonLines); }
bool names_page(const fs::path& path) { return ends_in(path, kPages); }

std::optional<Result<std::string>> DirectoryWalk::next() {
  while (true) {
    if (failure_) {
      found_ = true;
      return *std::exchange(failure_, std::nullopt);
    }
    if (levels_.empty()) break;
    if (levels_.back().empty()) {
      levels_.pop_back();
      continue;
    }
    const Entry entry = std::move(levels_.back().back());
    levels_.back().pop_back();
    if (entry.is_directory) {
      enter(entry.path);
      continue;
    }
    found_ = true;
    return entry.path.string();
  }
  if (std::exchange(found_, true)) return std::nullopt;
  return Error{
      ErrorCode::nothing_to_read,
      "no text in this directory; *.txt, *.text, *.md, *.html, *.htm, *.xhtml, *.jsonl and "
      "*.ndjson are read",
      {.file = root_}};
}

void DirectoryWalk::enter(const fs::path& directory) {
  std::error_code error;
  std::vector<Entry> entries;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    const fs::path& path = at->path();
    if (path.filename().native().starts_with('.')) continue;
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      if (!at->is_symlink(ignored)) entries.push_back({path, true});
    } else if (is_text(path) && may_be_read(*at)) {
      entries.push_back({path, false});
    }
  }
  if (error) {
    failure_ = Error{ErrorCode::cannot_read,
                     "cannot list this directory: " + error.message(),
                     {.file = directory.string()}};
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return b.path < a.path; });
  levels_.push_back(std::move(entries));
}

}  // namespace quotary
