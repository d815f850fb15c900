// Word ids, a character at a time: word_id() and the tokeniser must agree to the bit.
#pragma once

#include <cstdint>

namespace quotary {

inline constexpr std::uint32_t kHashStart = 2166136261U;
inline constexpr std::uint32_t kHashPrime = 16777619U;

[[nodiscard]] inline std::uint32_t hash_byte(std::uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * kHashPrime;
}

// Adds a non-ASCII character as FoldedCharacter has it.
[[nodiscard]] std::uint32_t hash_wide(std::uint32_t hash, char32_t code);

}  // namespace quotary
