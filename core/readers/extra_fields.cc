#include "quotary/readers.h"
#include "readers/json_scan.h"

namespace quotary {

std::string text_field(std::string_view extra_json, std::string_view name) {
  if (extra_json.find(name) == std::string_view::npos) return {};
  const std::string object = "{" + std::string(extra_json) + "}";
  std::vector<JsonMember> members;
  if (scan_json_object(object, members)) return {};
  std::string out;
  for (const JsonMember& member : members) {
    if (member.type != JsonType::string || member.key_escaped || member.key != name) continue;
    out.clear();
    append_unescaped(member.value.substr(1, member.value.size() - 2), out);
  }
  return out;
}

}  // namespace quotary
