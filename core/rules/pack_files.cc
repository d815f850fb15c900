#include "rules/pack_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "rules/embedded_rules.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCommon = "rules/common/";

// Whether a path inside a pack is a file of it, and of what kind.
bool classify(std::string_view path, PackFileKind& kind) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  if (name.starts_with('.')) return false;
  if (folder == "models" && name.ends_with(".tsv")) return kind = PackFileKind::model, true;
  if (!name.ends_with(".json")) return false;
  if (folder == "lexicons") return kind = PackFileKind::lexicon, true;
  if (!folder.empty()) return false;
  kind = PackFileKind::rules;
  if (name == "pack.json") kind = PackFileKind::pack;
  if (name == "quote-marks.json") kind = PackFileKind::quote_marks;
  if (name == "agencies.json") kind = PackFileKind::houses;
  if (name == "html.json") kind = PackFileKind::html;
  if (name == "grammars.json") kind = PackFileKind::grammars;
  return true;
}

void add_file(std::string path, std::string_view inside, PackFile file, PackFiles& out) {
  if (!classify(inside, file.kind)) return;
  file.path = std::move(path);
  file.name = inside.substr(inside.rfind('/') + 1);
  out.push_back(std::move(file));
}

PackFiles embedded(bool common_only) {
  PackFiles files;
  for (const EmbeddedRange& range : embedded_ranges()) {
    const std::string_view path = range.path;
    if (common_only && !path.starts_with(kCommon)) continue;
    const std::string_view inside =
        path.substr(path.find('/', std::string_view("rules/").size()) + 1);
    PackFile file;
    file.content = {range.begin, static_cast<std::size_t>(range.end - range.begin)};
    add_file(std::string(path), inside, std::move(file), files);
  }
  return files;
}

Error cannot_read(const std::string& path, const std::error_code& reason) {
  return {ErrorCode::cannot_read, "cannot read it: " + reason.message(), {path}};
}

Result<std::shared_ptr<const std::string>> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    return cannot_read(path.string(), std::make_error_code(std::errc::permission_denied));
  }
  std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) return cannot_read(path.string(), std::make_error_code(std::errc::io_error));
  return std::make_shared<const std::string>(std::move(content));
}

// The paths of the files below `directory`, at most one folder deep, sorted.
Result<std::vector<fs::path>> list_files(const fs::path& directory) {
  std::vector<fs::path> paths;
  std::error_code error;
  fs::recursive_directory_iterator at(directory, error);
  if (error) return cannot_read(directory.string(), error);
  for (; at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (error) return cannot_read(directory.string(), error);
    if (at.depth() >= 1) at.disable_recursion_pending();
    if (at->is_regular_file(error)) paths.push_back(at->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

PackFiles embedded_pack_files() { return embedded(false); }

PackFiles embedded_common_files() { return embedded(true); }

Result<PackFiles> read_pack_directory(const std::string& directory) {
  Result<std::vector<fs::path>> paths = list_files(directory);
  if (!paths) return paths.error();
  PackFiles files;
  for (const fs::path& path : *paths) {
    PackFileKind kind = PackFileKind::rules;
    const std::string inside = path.lexically_relative(directory).generic_string();
    if (!classify(inside, kind)) continue;
    Result<std::shared_ptr<const std::string>> content = read_file(path);
    if (!content) return content.error();
    PackFile file;
    file.owner = *content;
    file.content = *file.owner;
    add_file(path.generic_string(), inside, std::move(file), files);
  }
  const auto is_pack = [](const PackFile& file) { return file.kind == PackFileKind::pack; };
  if (std::none_of(files.begin(), files.end(), is_pack)) {
    return Error{ErrorCode::bad_pack,
                 "there is no pack.json in it; write one: {\"id\": \"mine\", \"version\": "
                 "\"1.0.0\", \"language\": 1, \"lang\": \"en\", \"licence\": \"...\"}",
                 {directory}};
  }
  return files;
}

}  // namespace quotary
