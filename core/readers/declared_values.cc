#include "readers/declared_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "readers/json_member_walk.h"
#include "readers/json_scan.h"
#include "text/utf8.h"

namespace quotary {
namespace {

constexpr std::size_t kLongestList = std::size_t{64} << 10;  // bytes of JSON

// White space and control characters as single blanks, ill-formed sequences as U+FFFD, cut at the
// border of a character.
std::string cleaned(std::string_view text) {
  std::string out;
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = at + text.size();
  bool space = false;
  while (at != end) {
    const Utf8Sequence sequence = read_utf8(at, end);
    const bool blank = sequence.code <= ' ' || sequence.code == 0x7F || sequence.code == 0xA0;
    if (blank) {
      space = !out.empty();
    } else {
      if (out.size() + 5 > kMaxDeclaredBytes) break;
      if (space) out += ' ';
      space = false;
      if (sequence.valid) {
        out.append(reinterpret_cast<const char*>(at), sequence.size);
      } else {
        out += "\xEF\xBF\xBD";
      }
    }
    at += sequence.size;
  }
  return out;
}

// Strings of a list, and what is called `name` in its objects or in one that stands alone.
void add_names(std::string_view json, const FoundValue& about, Declared& out) {
  if (json.size() > kLongestList) return;
  const nlohmann::json value = nlohmann::json::parse(json, nullptr, false);
  const auto add = [&](const nlohmann::json& each) {
    const bool object = each.is_object() && each.contains("name");
    const nlohmann::json& name = object ? each["name"] : each;
    if (!name.is_string()) return;
    FoundValue found = about;
    found.value = name.get_ref<const std::string&>();
    add_declared(std::move(found), out);
  };
  if (value.is_object()) add(value);
  if (value.is_array()) std::for_each(value.begin(), value.end(), add);
}

}  // namespace

void add_declared(FoundValue found, Declared& out) {
  if (out.values.size() >= kMaxDeclared) return;
  DeclaredValue value{found.field,           cleaned(found.value), cleaned(found.url),
                      std::move(found.from), found.image,          found.type};
  if (value.value.empty()) value.value = value.url;
  if (value.value.empty()) return;
  if (value.url == value.value) value.url.clear();
  const bool known =
      std::any_of(out.values.begin(), out.values.end(), [&value](const DeclaredValue& each) {
        return each.field == value.field && each.image == value.image &&
               each.value == value.value && each.url == value.url && each.from == value.from;
      });
  if (!known) out.values.push_back(std::move(value));
}

void read_fields(std::string_view members, const PageRules& rules, Declared& out) {
  std::vector<JsonMember> scanned;
  for (JsonMemberWalk each(members); each.next();) {
    const std::string_view key = each.key();
    if (key.size() < 2) continue;
    const DeclaredField* const field = rules.fields.find(without_marks(key));
    if (field == nullptr) continue;
    const std::string object = "{" + std::string(each.whole()) + "}";
    if (scan_json_object(object, scanned) || scanned.size() != 1) continue;
    const JsonMember& member = scanned.front();
    std::string from = "field " + std::string(member.key);
    if (member.type == JsonType::string) {
      std::string value;
      append_unescaped(without_marks(member.value), value);
      add_declared({*field, value, {}, std::move(from)}, out);
    } else if (member.type == JsonType::array || member.type == JsonType::object) {
      add_names(member.value, {*field, {}, {}, std::move(from)}, out);
    }
  }
}

}  // namespace quotary
