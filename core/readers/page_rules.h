// PageRules: rules/common/html.json, ready to be asked.
#pragma once

#include <gumbo.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quotary/declared.h"
#include "quotary/page.h"
#include "quotary/result.h"
#include "rules/pack.h"
#include "text/ascii.h"

namespace quotary {

// What marks say about an element, in bits.
namespace mark {
inline constexpr std::uint32_t drop = 1;
inline constexpr std::uint32_t drop_outside_article = 2;
inline constexpr std::uint32_t content = 4;
inline constexpr std::uint32_t article = 8;
inline constexpr std::uint32_t main = 16;
inline constexpr std::uint32_t hidden = 32;
inline constexpr std::uint32_t comments = 64;
[[nodiscard]] constexpr std::uint32_t hint(ElementHint hint) {
  return 1U << (8 + static_cast<unsigned>(hint));
}
inline constexpr std::uint32_t any_hint = ((1U << kElementHints) - 1) << 8;
}  // namespace mark

// Names in lower case -> T.
template <typename T>
class NameTable {
 public:
  void add(std::string_view name, T value) {
    std::string key = lower(name);
    if (key.ends_with('*')) {
      key.pop_back();
      prefixes_.emplace_back(std::move(key), value);
    } else {
      names_.insert_or_assign(std::move(key), value);
    }
  }
  [[nodiscard]] const T* find(std::string_view name) const {
    const std::string key = lower(name);
    if (const auto found = names_.find(key); found != names_.end()) return &found->second;
    for (const auto& [prefix, value] : prefixes_) {
      if (key.starts_with(prefix)) return &value;
    }
    return nullptr;
  }

 private:
  static std::string lower(std::string_view name) {
    std::string out(name);
    for (char& c : out) c = ascii_lower(c);
    return out;
  }
  std::unordered_map<std::string, T> names_;
  std::vector<std::pair<std::string, T>> prefixes_;
};

// Immutable once read.
struct PageRules {
  // Errors: bad_pack, bad_json. Of several html.json the later ones add to the earlier.
  static Result<std::shared_ptr<const PageRules>> of(const PackData& pack);

  // The bits that the words of a class or id attribute give: linear in its length.
  [[nodiscard]] std::uint32_t marks_of_words(std::string_view attribute) const;
  // The name that iconv has for a label; null if it is not known.
  [[nodiscard]] const std::string* encoding(std::string_view label) const {
    return encodings.find(label);
  }

  std::array<std::uint32_t, GUMBO_TAG_LAST + 1> tags = {};
  NameTable<std::uint32_t> roles;
  NameTable<std::uint32_t> itemprops;
  NameTable<std::uint32_t> itemtypes;
  NameTable<std::uint32_t> rels;
  std::array<std::uint32_t, kElementHints> longest = {};  // text of an element with that hint

  NameTable<DeclaredField> meta;
  NameTable<DeclaredField> links;
  NameTable<DeclaredField> json_ld;
  NameTable<DeclaredField> json_ld_images;
  NameTable<DeclaredField> fields;
  NameTable<bool> article_types;
  NameTable<bool> image_types;
  NameTable<bool> second_level_domains;
  NameTable<bool> furniture;  // whole blocks: "Advertisement"
  NameTable<std::string> encodings;

  std::unordered_map<std::uint64_t, std::uint32_t> words;  // hashes of words and phrases -> bits
  std::unordered_map<std::uint64_t, bool> negations;
};

}  // namespace quotary
