// JSON-LD is whatever a page says it is: it is read with bounds on everything.
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "readers/declared_values.h"

namespace quotary {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxScript = std::size_t{1} << 20;
constexpr int kMaxDepth = 24;
constexpr std::size_t kMaxObjects = 2000;
constexpr std::size_t kMaxValues = 64;  // of one property

// Line breaks inside strings are a common fault and mean nothing between values; wrappers for
// browsers of old go.
std::string mended(std::string_view script) {
  std::string out(script);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  const std::size_t begin = out.find_first_of("{[");
  const std::size_t end = out.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return out.substr(begin, end + 1 - begin);
}

Json parse(std::string_view script) {
  if (script.size() > kMaxScript) return Json(Json::value_t::discarded);
  const std::string text = mended(script);
  bool too_deep = false;
  const auto bounded = [&too_deep](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kMaxDepth;
    return !too_deep;
  };
  Json json = Json::parse(text, bounded, false);
  if (too_deep) return Json(Json::value_t::discarded);
  return json;
}

const std::string* text_of(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  if (found == object.end()) return nullptr;
  const Json& value = found->is_array() && !found->empty() ? found->front() : *found;
  return value.is_string() ? value.get_ptr<const std::string*>() : nullptr;
}

class JsonLdReader {
 public:
  JsonLdReader(const PageRules& rules, Declared& out) : rules_(rules), out_(out) {
    for (const DeclaredValue& each : out.values) {
      if (each.image != kNone) next_image_ = std::max(next_image_, each.image + 1);
    }
  }

  void read(const Json& root) {
    list_objects(root);
    for (const Json* object : objects_) {
      if (has_type(*object, rules_.article_types)) article(*object);
    }
    for (const Json* object : objects_) {
      if (has_type(*object, rules_.image_types)) image(*object);
    }
  }

 private:
  // All objects, outer ones first, through lists and members.
  void list_objects(const Json& root) {
    std::vector<const Json*> waiting = {&root};
    for (std::size_t i = 0; i < waiting.size() && waiting.size() < 20 * kMaxObjects; ++i) {
      const Json& value = *waiting[i];
      if (value.is_object() && objects_.size() < kMaxObjects) {
        objects_.push_back(&value);
        if (const std::string* id = text_of(value, "@id"); id != nullptr && value.size() > 1) {
          by_id_.emplace(*id, &value);
        }
      }
      if (!value.is_structured()) continue;
      for (const auto& inner : value) {
        if (inner.is_structured()) waiting.push_back(&inner);
      }
    }
  }

  static bool has_type(const Json& object, const NameTable<bool>& types) {
    const auto found = object.find("@type");
    if (found == object.end()) return false;
    const auto is_one = [&types](const Json& name) {
      return name.is_string() && types.find(local_name(name.get_ref<const std::string&>()));
    };
    if (!found->is_array()) return is_one(*found);
    return std::any_of(found->begin(), found->end(), is_one);
  }

  static std::string_view local_name(std::string_view type) {
    const std::size_t slash = type.find_last_of("/#:");
    return slash == std::string_view::npos ? type : type.substr(slash + 1);
  }

  void article(const Json& object) { properties(object, rules_.json_ld, kNone); }

  void image(const Json& object) {
    const std::size_t before = out_.values.size();
    properties(object, rules_.json_ld_images, next_image_);
    if (out_.values.size() != before) ++next_image_;
  }

  void properties(const Json& object, const NameTable<DeclaredField>& table, std::uint32_t image) {
    const std::string* const type = text_of(object, "@type");
    const std::string name =
        "json-ld " + std::string(type == nullptr ? "" : local_name(*type).substr(0, 60)) + ".";
    for (const auto& [key, value] : object.items()) {
      const DeclaredField* const field = table.find(key);
      if (field == nullptr) continue;
      if (!value.is_array()) {
        add(*field, value, name + key, image);
        continue;
      }
      for (std::size_t i = 0; i < std::min(value.size(), kMaxValues); ++i) {
        add(*field, value[i], name + key, image);
      }
    }
  }

  void add(DeclaredField field, const Json& value, std::string from, std::uint32_t image) {
    if (value.is_string()) {
      add_declared({field, value.get_ref<const std::string&>(), {}, std::move(from), image}, out_);
    } else if (value.is_object()) {
      add_thing(field, resolved(value), std::move(from), image);
    }
  }

  // `{"@id": "#paper"}` stands for the object of that id.
  [[nodiscard]] const Json& resolved(const Json& object) const {
    if (object.size() != 1) return object;
    const std::string* const id = text_of(object, "@id");
    if (id == nullptr) return object;
    const auto found = by_id_.find(*id);
    return found == by_id_.end() ? object : *found->second;
  }

  // Kinds of organisations have names that end so: "NewsMediaOrganization".
  static DeclaredType type_of(const Json& thing) {
    const std::string* const name = text_of(thing, "@type");
    if (name == nullptr) return DeclaredType::unknown;
    const std::string_view type = local_name(*name);
    if (type == "Person") return DeclaredType::person;
    return type.ends_with("Organization") || type == "Corporation" ? DeclaredType::organisation
                                                                   : DeclaredType::unknown;
  }

  // A person, an organisation or a work: its name, and its address beside it.
  void add_thing(DeclaredField field, const Json& thing, std::string from, std::uint32_t image) {
    const std::string* name = text_of(thing, "name");
    if (name == nullptr) name = text_of(thing, "headline");
    const std::string* url = text_of(thing, "url");
    if (url == nullptr) url = text_of(thing, "@id");
    if (name == nullptr && url == nullptr) return;
    const bool address = field == DeclaredField::page_url && url != nullptr;
    add_declared({field, name == nullptr || address ? std::string_view() : std::string_view(*name),
                  url == nullptr ? std::string_view() : std::string_view(*url), std::move(from),
                  image, type_of(thing)},
                 out_);
  }

  const PageRules& rules_;
  Declared& out_;
  std::vector<const Json*> objects_;
  std::unordered_map<std::string, const Json*> by_id_;
  std::uint32_t next_image_ = 0;
};

}  // namespace

void read_json_ld(std::string_view script, const PageRules& rules, Declared& out) {
  const Json json = parse(script);
  if (!json.is_discarded()) JsonLdReader(rules, out).read(json);
}

}  // namespace quotary
