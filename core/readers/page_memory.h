// PageMemory: where a page's tree lives. Taken in large blocks and given up all at once, so that no
// tree has to be taken down node by node (which gumbo does by recursion), and the next page finds
// it warm.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace quotary {

class PageMemory {
 public:
  // Null when there is no more.
  [[nodiscard]] void* take(std::size_t bytes);
  // What is given back serves the next request of its size.
  void give_back(void* piece);
  // Everything is given back; blocks are kept, up to a bound.
  void clear();

 private:
  static constexpr std::size_t kUnit = 16;
  static constexpr std::size_t kBlock = std::size_t{1} << 18;
  static constexpr std::size_t kKeptBlocks = 64;
  static constexpr std::size_t kSizes = 65;  // pieces of up to 64 units are used again

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };
  [[nodiscard]] bool next_block(std::size_t bytes);

  std::vector<Block> blocks_;
  std::size_t block_ = 0;  // the one at hand
  std::size_t used_ = 0;   // of it
  std::array<void*, kSizes> free_ = {};
};

}  // namespace quotary
