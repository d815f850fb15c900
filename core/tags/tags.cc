#include "tags/tags.h"

#include <algorithm>
#include <array>

namespace quotary {
namespace {

constexpr std::array<std::string_view, kTagCount> kNames = {
    "other", "noun", "nouns", "propn", "pron", "pronv",    "poss",  "det",   "prep", "sub",  "that",
    "to",    "conj", "num",   "adj",   "adv",  "modal",    "be",    "have",  "do",   "verb", "vbp",
    "vbd",   "vbz",  "vbg",   "vbn",   "wh",   "particle", "punct", "quote", "none"};

}  // namespace

std::string_view tag_name(Tag tag) {
  const auto index = static_cast<std::size_t>(tag);
  return index < kNames.size() ? kNames[index] : std::string_view();
}

std::optional<Tag> tag_of_name(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Tag>(found - kNames.begin());
}

}  // namespace quotary
