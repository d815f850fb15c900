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

#ifdef __SSE2__
class ByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

  // Some of the sixteen.
  class Bytes {
   public:
    explicit Bytes(__m128i set) : set_(set) {}
    friend Bytes operator|(Bytes a, Bytes b) { return Bytes(_mm_or_si128(a.set_, b.set_)); }
    // A bit for each, that of the first byte the lowest.
    [[nodiscard]] unsigned bits() const { return static_cast<unsigned>(_mm_movemask_epi8(set_)); }
    [[nodiscard]] bool any() const { return bits() != 0; }

   private:
    __m128i set_;
  };
  // How many bytes stand before the first one of these bits(), of which there is one.
  [[nodiscard]] static std::size_t before_first(unsigned bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }

  template <typename Byte>
  explicit ByteBlock(const Byte* at)
      : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at))) {
    static_assert(sizeof(Byte) == 1);
  }
  // Four bytes to fifteen as one block, in which some stand more than once.
  [[nodiscard]] static ByteBlock of_few(const char* at, std::size_t size) {
    if (size < 8) {
      return ByteBlock(_mm_set1_epi64x(static_cast<long long>(
          word<std::uint32_t>(at) | std::uint64_t{word<std::uint32_t>(at + size - 4)} << 32U)));
    }
    return ByteBlock(
        _mm_set_epi64x(word<long long>(at), word<long long>(at + size - sizeof(long long))));
  }
  void store(char* at) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(at), bytes_); }
  // Letters of ASCII in lower case, [ as {, and ] as }.
  [[nodiscard]] ByteBlock in_small_letters() const {
    return ByteBlock(_mm_or_si128(bytes_, _mm_set1_epi8(0x20)));
  }

  [[nodiscard]] Bytes equal_to(char c) const {
    return Bytes(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)));
  }
  // Controls of ASCII.
  [[nodiscard]] Bytes below_space() const {
    return Bytes(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(0x1F)), bytes_));
  }
  // Parts of characters beyond ASCII.
  [[nodiscard]] Bytes beyond_ascii() const { return Bytes(bytes_); }

 private:
  explicit ByteBlock(__m128i bytes) : bytes_(bytes) {}
  template <typename Word>
  static Word word(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
  }

  __m128i bytes_;
};
#else
// The same, byte by byte.
class ByteBlock {
 public:
  static constexpr std::size_t kSize = 16;

  class Bytes {
   public:
    explicit Bytes(unsigned set) : set_(set) {}
    friend Bytes operator|(Bytes a, Bytes b) { return Bytes(a.set_ | b.set_); }
    [[nodiscard]] unsigned bits() const { return set_; }
    [[nodiscard]] bool any() const { return set_ != 0; }

   private:
    unsigned set_;
  };
  [[nodiscard]] static std::size_t before_first(unsigned bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  }

  template <typename Byte>
  explicit ByteBlock(const Byte* at) {
    static_assert(sizeof(Byte) == 1);
    std::memcpy(bytes_.data(), at, kSize);
  }
  [[nodiscard]] static ByteBlock of_few(const char* at, std::size_t size) {
    std::array<char, kSize> few;
    for (std::size_t i = 0; i < kSize; ++i) few[i] = at[i % size];
    return ByteBlock(few.data());
  }
  void store(char* at) const { std::memcpy(at, bytes_.data(), kSize); }
  [[nodiscard]] ByteBlock in_small_letters() const {
    ByteBlock small = *this;
    for (unsigned char& byte : small.bytes_) byte |= 0x20U;
    return small;
  }

  [[nodiscard]] Bytes equal_to(char c) const {
    return those([c](unsigned char byte) { return byte == static_cast<unsigned char>(c); });
  }
  [[nodiscard]] Bytes below_space() const {
    return those([](unsigned char byte) { return byte < 0x20U; });
  }
  [[nodiscard]] Bytes beyond_ascii() const {
    return those([](unsigned char byte) { return byte >= 0x80U; });
  }

 private:
  template <typename Is>
  [[nodiscard]] Bytes those(Is is) const {
    unsigned bits = 0;
    for (std::size_t i = 0; i < kSize; ++i) bits |= is(bytes_[i]) ? 1U << i : 0U;
    return Bytes(bits);
  }

  std::array<unsigned char, kSize> bytes_;
};
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
