// Room for strings and vectors of many megabytes.
#pragma once

#include <cstddef>
#include <cstdint>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace quotary {

// Reserves room for `count` elements and, when it is large, asks for it in large pages: filling
// fresh memory in small ones takes as long as half the tokenising.
template <typename Container>
void reserve_large(Container& container, std::size_t count) {
  container.reserve(count);
#ifdef __linux__
  constexpr std::size_t kLargePage = std::size_t{1} << 21;
  const std::size_t bytes = count * sizeof(typename Container::value_type);
  if (bytes < 4 * kLargePage) return;
  auto* const data = reinterpret_cast<std::byte*>(container.data());
  const auto begin = reinterpret_cast<std::uintptr_t>(data);
  const std::uintptr_t first = (begin + kLargePage - 1) / kLargePage * kLargePage;
  const std::uintptr_t last = (begin + bytes) / kLargePage * kLargePage;
  // Advice only: if it is refused nothing is lost but time.
  if (first < last) madvise(data + (first - begin), last - first, MADV_HUGEPAGE);
#endif
}

}  // namespace quotary
