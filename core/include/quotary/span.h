// Ranges of text and of indices: the two small values that everything else is made of.
#pragma once

#include <cstdint>

namespace quotary {

// A half-open range of bytes in Document::text(). Valid for as long as that Document is.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

// A half-open range of indices into one of the vectors of a Document or an Analysis.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past the end

  [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }
  [[nodiscard]] constexpr bool empty() const { return first >= last; }
  [[nodiscard]] constexpr bool contains(std::uint32_t at) const { return first <= at && at < last; }
  [[nodiscard]] constexpr bool overlaps(Range other) const {
    return first < other.last && other.first < last;
  }
  friend constexpr bool operator==(Range, Range) = default;
};

// "No such thing" for an index into a vector.
inline constexpr std::uint32_t kNone = 0xFFFFFFFFU;

}  // namespace quotary
