// A set of tags, one bit each.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "tags/tags.h"

namespace quotary {

using TagSet = std::uint32_t;
[[nodiscard]] constexpr TagSet tag_bit(Tag tag) { return TagSet{1} << static_cast<unsigned>(tag); }
[[nodiscard]] constexpr TagSet tag_set(std::initializer_list<Tag> tags) {
  TagSet set = 0;
  for (const Tag tag : tags) set |= tag_bit(tag);
  return set;
}
inline constexpr TagSet kNouns = tag_set({Tag::noun, Tag::nouns, Tag::propn});
[[nodiscard]] constexpr bool is_in(Tag tag, TagSet set) { return (set & tag_bit(tag)) != 0; }
// The first of a set that is not empty: std::countr_zero would look out for an empty one.
[[nodiscard]] constexpr Tag first_of(TagSet tags) { return static_cast<Tag>(__builtin_ctz(tags)); }

}  // namespace quotary
