#include "input_advice.h"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "similar.h"

namespace quotary::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNamesLookedAt = 10000;

std::vector<std::string> names_in(const fs::path& directory) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    names.push_back(at->path().filename().string());
    if (names.size() == kNamesLookedAt) break;
  }
  return names;
}

std::string advice_for_missing(const fs::path& path) {
  const fs::path parent = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::error_code ignored;
  if (!fs::is_directory(parent, ignored)) {
    return "there is no directory `" + parent.string() + "`; check the path";
  }
  const std::string similar = most_similar(path.filename().string(), names_in(parent));
  if (similar.empty()) return "check the path";
  const fs::path suggestion = path.has_parent_path() ? parent / similar : fs::path(similar);
  return "did you mean `" + suggestion.string() + "`?";
}

}  // namespace

Error with_advice(Error error) {
  if (error.code != ErrorCode::cannot_read || error.place.line != 0) return error;
  if (error.place.file == "stdin") return error;
  const fs::path path = error.place.file;
  std::error_code problem;
  const fs::file_status status = fs::symlink_status(path, problem);
  if (status.type() == fs::file_type::not_found) {
    error.message += "; " + advice_for_missing(path);
  } else if (problem == std::errc::permission_denied ||
             error.message.find("ermission denied") != std::string::npos) {
    error.message += "; ask for permission to read it, or leave it out";
  }
  return error;
}

}  // namespace quotary::cli
