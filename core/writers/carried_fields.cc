#include "writers/carried_fields.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

namespace quotary {
namespace {

constexpr std::array<std::string_view, 14> kOwnNames = {
    "schema", "id",       "unit",   "quotes", "sources",    "provenance", "repairs",
    "notes",  "left_out", "blocks", "input",  "input_text", "declared",   "page"};

using Names = std::span<const std::string_view>;

bool is_among(std::string_view name, Names names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// `key`: a JSON string with its marks. One with escapes in it may spell any name.
bool clashes(std::string_view key, Names own) {
  if (key.find('\\') == std::string_view::npos) return is_among(key.substr(1, key.size() - 2), own);
  const nlohmann::json name = nlohmann::json::parse(key, nullptr, false);
  return !name.is_string() || is_among(name.get_ref<const std::string&>(), own);
}

// The position after the JSON string that begins at `at`.
std::size_t end_of_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == '\\') {
      ++at;
    } else if (json[at] == '"') {
      return at + 1;
    }
  }
  return json.size();
}

// The position of the comma that ends the member that begins at `at`, or the end.
std::size_t end_of_member(std::string_view json, std::size_t at) {
  int depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    if (c == '"') {
      at = end_of_string(json, at);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (c == ',' && depth == 0) return at;
    ++at;
  }
  return json.size();
}

}  // namespace

void append_carried_fields(JsonBuffer& out, std::string_view members) {
  append_carried_fields(out, members, kOwnNames);
}

void append_carried_fields(JsonBuffer& out, std::string_view members, Names own) {
  std::string clashing;
  for (std::size_t at = members.find('"'); at < members.size();) {
    const std::size_t end = end_of_member(members, at);
    const std::string_view key = members.substr(at, end_of_string(members, at) - at);
    const std::string_view member = members.substr(at, end - at);
    if (clashes(key, own)) {
      clashing += ',';
      clashing += member;
    } else {
      out.raw(',');
      out.raw(member);
    }
    if (end == members.size()) break;
    at = members.find('"', end);
  }
  if (clashing.empty()) return;
  out.raw(",\"input\":{");
  out.raw(std::string_view(clashing).substr(1));
  out.raw('}');
}

}  // namespace quotary
