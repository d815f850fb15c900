#include "writers/carried_fields.h"

#include <algorithm>
#include <array>
#include <string>

#include "readers/json_member_walk.h"
#include "readers/json_scan.h"

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
  const std::string_view as_written = without_marks(key);
  if (as_written.find('\\') == std::string_view::npos) return is_among(as_written, own);
  std::string name;
  append_unescaped(as_written, name);
  return is_among(name, own);
}

}  // namespace

void append_carried_fields(JsonBuffer& out, std::string_view members) {
  append_carried_fields(out, members, kOwnNames);
}

void append_carried_fields(JsonBuffer& out, std::string_view members, Names own) {
  std::string clashing;
  JsonMemberWalk member(members);
  while (member.next()) {
    if (clashes(member.key(), own)) {
      clashing += ',';
      clashing += member.whole();
    } else {
      out.raw(',');
      out.raw(member.whole());
    }
  }
  if (clashing.empty()) return;
  out.raw(",\"input\":{");
  out.raw(std::string_view(clashing).substr(1));
  out.raw('}');
}

}  // namespace quotary
