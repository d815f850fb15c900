#include "rules/houses.h"

#include <algorithm>

#include "pattern/pattern.h"
#include "text/ascii.h"

namespace quotary {
namespace {

const std::vector<std::string>& house_keys() {
  static const std::vector<std::string> keys = {
      "id",       "name",          "kind",         "country", "domains", "aliases",
      "wikidata", "abbreviations", "misspellings", "part_of", "about",   "sign_off"};
  return keys;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
  const std::string nearest = pattern::nearest_name(name, known);
  if (!nearest.empty()) return "; did you mean `" + nearest + "`?";
  std::string message = "; expected one of";
  for (const std::string& each : known) message += " `" + each + "`";
  return message;
}

std::string without_www(std::string_view domain) {
  if (domain.starts_with("www.")) domain.remove_prefix(4);
  std::string out(domain);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id[0] == 'Q' && std::all_of(id.begin() + 1, id.end(), is_ascii_digit);
}

bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-' || c == '_';
  });
}

// In the order of HouseKind.
const std::vector<std::string>& house_kinds() {
  static const std::vector<std::string> kinds = {
      "wire",      "photo_agency", "collection", "pool",  "press_release_wire", "broadcaster",
      "newspaper", "magazine",     "platform",   "stock", "government",         "company"};
  return kinds;
}

}  // namespace

std::string_view name_of(HouseKind kind) { return house_kinds()[static_cast<std::size_t>(kind)]; }

std::uint32_t Houses::with_id(std::string_view id) const {
  const auto found = by_id_.find(std::string(id));
  return found == by_id_.end() ? kNone : found->second;
}

std::uint32_t Houses::with_domain(std::string_view domain) const {
  std::string key = without_www(domain);
  while (true) {
    const auto found = by_domain_.find(key);
    if (found != by_domain_.end()) return found->second;
    const std::size_t dot = key.find('.');
    if (dot == std::string::npos) return kNone;
    key.erase(0, dot + 1);
  }
}

void Houses::index(std::uint32_t number) {
  const House& house = houses_[number];
  by_id_[house.id] = number;
  for (const std::string& domain : house.domains) by_domain_[without_www(domain)] = number;
}

const House* Houses::with_sign_off() const {
  const auto found = std::find_if(houses_.begin(), houses_.end(),
                                  [](const House& house) { return house.sign_off == "bracketed"; });
  return found == houses_.end() ? nullptr : &*found;
}

std::uint32_t Houses::named(std::string_view name) const {
  std::vector<LineToken> tokens;
  scan_line(name, tokens);
  if (tokens.empty()) return kNone;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  const FoundPhrase found = longest_at(name, tokens, 0, count);
  return found.tokens == count ? found.phrase : kNone;
}

class HousesReader {
 public:
  HousesReader(const JsonTree& tree, Houses& houses, std::vector<Error>& errors)
      : tree_(tree), houses_(houses), errors_(errors) {}

  void read() {
    const std::uint32_t list = tree_.member(0, "houses");
    if (list == kNone || tree_[list].kind != JsonKind::array) {
      return fail(0, "a file of houses is {\"houses\": [...]}");
    }
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) read_house(each.index());
  }

 private:
  void fail(std::uint32_t index, std::string message) {
    errors_.push_back({ErrorCode::bad_pack, std::move(message), tree_.place(index)});
  }

  void read_house(std::uint32_t index) {
    const std::uint32_t id = tree_.member(index, "id");
    if (id == kNone || !is_id(tree_[id].text)) {
      return fail(id == kNone ? index : id,
                  "a house needs an \"id\" of small letters, digits and hyphens");
    }
    for (JsonMembers each(tree_, index); !each.done(); each.advance()) {
      const auto& keys = house_keys();
      if (std::find(keys.begin(), keys.end(), each.key()) != keys.end()) continue;
      fail(each.key_index(),
           "unknown field `" + std::string(each.key()) + "`" + did_you_mean(each.key(), keys));
    }
    House house;
    house.id = tree_[id].text;
    house.place = tree_.place(id);
    house.name = tree_.text(index, "name").value_or("");
    house.country = tree_.text(index, "country").value_or("");
    house.part_of = tree_.text(index, "part_of").value_or("");
    house.sign_off = tree_.text(index, "sign_off").value_or("");
    house.wikidata = tree_.text(index, "wikidata").value_or("");
    if (house.name.empty()) return fail(id, "house `" + house.id + "` needs a \"name\"");
    const auto& kinds = house_kinds();
    const std::string kind_name(tree_.text(index, "kind").value_or(""));
    const auto kind = std::find(kinds.begin(), kinds.end(), kind_name);
    if (kind == kinds.end()) {
      const std::uint32_t at = tree_.member(index, "kind");
      return fail(at == kNone ? id : at,
                  "unknown kind `" + kind_name + "`" + did_you_mean(kind_name, kinds));
    }
    house.kind = static_cast<HouseKind>(kind - kinds.begin());
    if (!house.wikidata.empty() && !is_wikidata_id(house.wikidata)) {
      return fail(tree_.member(index, "wikidata"), "a Wikidata id is a Q and a number");
    }
    put(std::move(house), index);
  }

  void put(House house, std::uint32_t index) {
    for_each(index, "domains",
             [&](std::string_view domain, std::uint32_t) { house.domains.emplace_back(domain); });
    std::uint32_t number = houses_.with_id(house.id);
    if (number == kNone) {
      number = static_cast<std::uint32_t>(houses_.houses_.size());
      houses_.houses_.emplace_back();
    }
    houses_.spellings_.add(house.name, Spelling::folded, number);
    houses_.houses_[number] = std::move(house);
    houses_.index(number);
    const auto add = [&](Spelling how) {
      return [&, how](std::string_view spelling, std::uint32_t at) {
        if (houses_.spellings_.add(spelling, how, number)) return;
        fail(at, "a spelling has one to twelve words");
      };
    };
    for_each(index, "aliases", add(Spelling::folded));
    for_each(index, "misspellings", add(Spelling::folded));
    for_each(index, "abbreviations", add(Spelling::exact));
  }

  template <typename Do>
  void for_each(std::uint32_t index, std::string_view key, Do each_of) {
    const std::uint32_t list = tree_.member(index, key);
    if (list == kNone) return;
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      const JsonValue& value = tree_[each.index()];
      if (value.kind != JsonKind::string || value.text.empty()) {
        fail(each.index(), "\"" + std::string(key) + "\" is a list of texts");
      } else {
        each_of(value.text, each.index());
      }
    }
  }

  const JsonTree& tree_;
  Houses& houses_;
  std::vector<Error>& errors_;
};

void read_houses(const JsonTree& tree, Houses& houses, std::vector<Error>& errors) {
  HousesReader(tree, houses, errors).read();
}

void check_houses(const Houses& houses, std::vector<Error>& errors) {
  for (const House& house : houses.all()) {
    if (house.part_of.empty() || houses.with_id(house.part_of) != kNone) continue;
    errors.push_back(
        {ErrorCode::bad_pack,
         "house `" + house.id + "` is part of `" + house.part_of + "`, which is no house",
         house.place});
  }
}

}  // namespace quotary
