#include "heap.h"

#include <cstdlib>

#if defined(__GLIBC__) && defined(__linux__)
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#endif

namespace quotary::cli {

#if defined(__GLIBC__) && defined(__linux__)
void use_large_pages() {
  // What glibc itself would come to once blocks of that size have been freed: smaller ones are
  // taken from the heap, which is not given back at once.
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  // Room for the tables and for one document after the other. It is taken when it is first used.
  constexpr std::size_t kGrowing = std::size_t{1} << 20;
  constexpr int kUsualPad = 128 << 10;
  mallopt(M_TOP_PAD, 32 << 20);
  char* const before = static_cast<char*>(sbrk(0));
  void* volatile const grows = std::malloc(kGrowing);
  std::free(grows);
  char* const after = static_cast<char*>(sbrk(0));
  mallopt(M_TOP_PAD, kUsualPad);
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  char* const first = before + (page - reinterpret_cast<std::uintptr_t>(before) % page) % page;
  // Advice only: if it is refused nothing is lost but time.
  if (first < after) madvise(first, static_cast<std::size_t>(after - first), MADV_HUGEPAGE);
}
#else
void use_large_pages() {}
#endif

}  // namespace quotary::cli
