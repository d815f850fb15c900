// Room for vectors of many megabytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace quotary {

// Reserves room for `count` elements and, when it is large, asks for it in large pages: filling
// fresh memory in small ones takes as long as half the tokenising.
template <typename T>
void reserve_large(std::vector<T>& vector, std::size_t count) {
  vector.reserve(count);
#ifdef __linux__
  constexpr std::size_t kLargePage = std::size_t{1} << 21;
  if (count * sizeof(T) < 4 * kLargePage) return;
  const auto begin = reinterpret_cast<std::uintptr_t>(vector.data());
  const std::uintptr_t first = (begin + kLargePage - 1) / kLargePage * kLargePage;
  const std::uintptr_t last = (begin + count * sizeof(T)) / kLargePage * kLargePage;
  // Advice only: if it is refused nothing is lost but time.
  if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#endif
}

}  // namespace quotary
