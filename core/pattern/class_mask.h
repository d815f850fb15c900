// A set of the classes that rules name.
#pragma once

#include <array>
#include <cstdint>

namespace quotary::pattern {

inline constexpr std::uint32_t kMaxNamedClasses = 256;

// A set of classes, one bit each.
struct ClassMask {
  std::array<std::uint64_t, kMaxNamedClasses / 64> words = {};

  constexpr void set(std::uint32_t bit) { words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  constexpr void reset(std::uint32_t bit) { words[bit / 64] &= ~(std::uint64_t{1} << (bit % 64)); }
  [[nodiscard]] constexpr bool test(std::uint32_t bit) const {
    return ((words[bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool empty() const {
    return (words[0] | words[1] | words[2] | words[3]) == 0;
  }
  constexpr ClassMask& operator|=(const ClassMask& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  constexpr ClassMask& operator&=(const ClassMask& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    return *this;
  }
  friend constexpr ClassMask operator|(ClassMask a, const ClassMask& b) { return a |= b; }
  friend constexpr ClassMask operator&(ClassMask a, const ClassMask& b) { return a &= b; }
  friend constexpr bool operator==(const ClassMask&, const ClassMask&) = default;
};

}  // namespace quotary::pattern
