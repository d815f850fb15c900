// Sixteen bytes of text, looked at all at once.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace quotary {

class ByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

#ifdef __SSE2__
  using Sixteen = __m128i;
  using Set = __m128i;
#else
  using Sixteen = std::array<unsigned char, kSize>;
  using Set = unsigned;
#endif

  // Some of the sixteen.
  class Bytes {
   public:
    explicit Bytes(Set set) : set_(set) {}
    [[nodiscard]] Bytes operator|(Bytes other) const { return Bytes(either(set_, other.set_)); }
    // A bit for each, that of the first byte the lowest.
    [[nodiscard]] unsigned bits() const { return bits_of(set_); }
    [[nodiscard]] bool any() const { return bits() != 0; }

   private:
    Set set_;
  };
  // How many bytes stand before the first one of these bits(), of which there is one.
  [[nodiscard]] static std::size_t before_first(unsigned bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }

  template <typename Byte>
  explicit ByteBlock(const Byte* at) {
    static_assert(sizeof(Byte) == 1);
    std::memcpy(&bytes_, at, kSize);
  }
  // Four bytes to fifteen as one block, in which some stand more than once.
  [[nodiscard]] static ByteBlock of_few(const char* at, std::size_t size) {
    std::array<char, kSize> few;
    if (size < 8) {
      std::memcpy(few.data(), at, 4);
      std::memcpy(few.data() + 4, at + size - 4, 4);
      std::memcpy(few.data() + 8, few.data(), 8);
    } else {
      std::memcpy(few.data(), at, 8);
      std::memcpy(few.data() + 8, at + size - 8, 8);
    }
    return ByteBlock(few.data());
  }
  void store(char* at) const { std::memcpy(at, &bytes_, kSize); }

  // Letters of ASCII in lower case, [ as {, and ] as }.
  [[nodiscard]] ByteBlock in_small_letters() const;
  [[nodiscard]] Bytes equal_to(char c) const;
  // Controls of ASCII.
  [[nodiscard]] Bytes below_space() const;
  // Parts of characters beyond ASCII.
  [[nodiscard]] Bytes beyond_ascii() const;

 private:
  explicit ByteBlock(Sixteen bytes) : bytes_(bytes) {}
  static Set either(Set a, Set b);
  static unsigned bits_of(Set set);

  Sixteen bytes_;
};

#ifdef __SSE2__
inline ByteBlock::Set ByteBlock::either(Set a, Set b) { return _mm_or_si128(a, b); }
inline unsigned ByteBlock::bits_of(Set set) {
  return static_cast<unsigned>(_mm_movemask_epi8(set));
}

inline ByteBlock ByteBlock::in_small_letters() const {
  return ByteBlock(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)));
}
inline ByteBlock::Bytes ByteBlock::equal_to(char c) const {
  return Bytes(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)));
}
inline ByteBlock::Bytes ByteBlock::below_space() const {
  return Bytes(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(0x1F)), bytes_));
}
inline ByteBlock::Bytes ByteBlock::beyond_ascii() const { return Bytes(bytes_); }
#else
inline ByteBlock::Set ByteBlock::either(Set a, Set b) { return a | b; }
inline unsigned ByteBlock::bits_of(Set set) { return set; }

inline ByteBlock ByteBlock::in_small_letters() const {
  ByteBlock small = *this;
  for (unsigned char& byte : small.bytes_) byte |= 0x20U;
  return small;
}
inline ByteBlock::Bytes ByteBlock::equal_to(char c) const {
  Set set = 0;
  for (std::size_t i = 0; i < kSize; ++i) {
    set |= bytes_[i] == static_cast<unsigned char>(c) ? 1U << i : 0U;
  }
  return Bytes(set);
}
inline ByteBlock::Bytes ByteBlock::below_space() const {
  Set set = 0;
  for (std::size_t i = 0; i < kSize; ++i) set |= bytes_[i] < 0x20U ? 1U << i : 0U;
  return Bytes(set);
}
inline ByteBlock::Bytes ByteBlock::beyond_ascii() const {
  Set set = 0;
  for (std::size_t i = 0; i < kSize; ++i) set |= bytes_[i] >= 0x80U ? 1U << i : 0U;
  return Bytes(set);
}
#endif

// Copies four bytes to fifteen.
inline void copy_few(const char* from, std::size_t size, char* to) {
  if (size < 8) {
    std::memcpy(to, from, 4);
    std::memcpy(to + size - 4, from + size - 4, 4);
  } else {
    std::memcpy(to, from, 8);
    std::memcpy(to + size - 8, from + size - 8, 8);
  }
}

}  // namespace quotary
