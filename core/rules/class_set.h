// Classes of words ("SpeechVerb", "Title", "Frame.that") and sets of them.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace quotary {

// A class of a rule pack, numbered from 0 in the order in which the pack names them. Numbers hold
// for one Lexicon only.
using ClassId = std::uint16_t;
inline constexpr ClassId kNoClass = 0xFFFF;
inline constexpr std::size_t kMaxClasses = 256;

// A set of classes of one Lexicon.
class ClassSet {
 public:
  constexpr ClassSet() = default;

  [[nodiscard]] constexpr bool has(ClassId id) const {
    return id < kMaxClasses && ((bits_[id / 64U] >> (id % 64U)) & 1U) != 0;
  }
  // Adding kNoClass changes nothing.
  constexpr ClassSet& add(ClassId id) {
    if (id < kMaxClasses) bits_[id / 64U] |= std::uint64_t{1} << (id % 64U);
    return *this;
  }
  constexpr ClassSet& remove(ClassId id) {
    if (id < kMaxClasses) bits_[id / 64U] &= ~(std::uint64_t{1} << (id % 64U));
    return *this;
  }
  constexpr ClassSet& operator|=(const ClassSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  constexpr ClassSet& operator&=(const ClassSet& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] &= other.bits_[i];
    return *this;
  }
  [[nodiscard]] constexpr bool meets(const ClassSet& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) common |= bits_[i] & other.bits_[i];
    return common != 0;
  }
  [[nodiscard]] constexpr bool empty() const {
    return (bits_[0] | bits_[1] | bits_[2] | bits_[3]) == 0;
  }
  [[nodiscard]] constexpr std::size_t size() const {
    std::size_t count = 0;
    for (const std::uint64_t word : bits_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }
  // The raw bits, class 0 lowest: for hashing and for tables.
  [[nodiscard]] constexpr const std::array<std::uint64_t, kMaxClasses / 64>& bits() const {
    return bits_;
  }
  friend constexpr bool operator==(const ClassSet&, const ClassSet&) = default;
  friend constexpr ClassSet operator|(ClassSet a, const ClassSet& b) { return a |= b; }
  friend constexpr ClassSet operator&(ClassSet a, const ClassSet& b) { return a &= b; }

 private:
  std::array<std::uint64_t, kMaxClasses / 64> bits_{};
};

}  // namespace quotary
