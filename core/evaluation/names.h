// Names: whether a predicted speaker is the one meant.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "quotary/annotations.h"

namespace quotary {

// What is compared of a name: case-folded words without punctuation, a possessive, honorifics and
// generational suffixes (those stay when nothing else is left).
struct NameKey {
  std::vector<std::u32string> words;
  bool male = false;  // an honorific says so
  bool female = false;
};

[[nodiscard]] NameKey name_key(std::string_view name);

// Equal words, or equal surnames and no other words that contradict, and honorifics that do not.
[[nodiscard]] bool same_name(const NameKey& a, const NameKey& b);

// The names of the speakers of one document. Keys are made once for each name.
class SpeakerNames {
 public:
  // `aliases` must outlive it.
  explicit SpeakerNames(const std::vector<Aliases>& aliases);

  // True when any of the joint speakers ("A; B") of one side agrees with one of the other, by their
  // own name or an alias of the gold name.
  [[nodiscard]] bool agree(std::string_view gold, std::string_view predicted);

 private:
  [[nodiscard]] bool one_agrees(const std::string& gold, const std::string& predicted);
  const NameKey& key(const std::string& name);

  std::unordered_map<std::string_view, const std::vector<std::string>*> aliases_;
  std::unordered_map<std::string, NameKey> keys_;
};

}  // namespace quotary
