#include "readers/page_memory.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace quotary {

// Each piece has its size in units in front of it.
void* PageMemory::take(std::size_t bytes) {
  const std::size_t units = std::max<std::size_t>((bytes + kUnit - 1) / kUnit, 1);
  if (units < kSizes && free_[units] != nullptr) {
    void* const piece = free_[units];
    std::memcpy(&free_[units], piece, sizeof(void*));
    return piece;
  }
  const std::size_t needed = (units + 1) * kUnit;
  if (block_ >= blocks_.size() || blocks_[block_].size - used_ < needed) {
    if (!next_block(needed)) return nullptr;
  }
  std::byte* const piece = blocks_[block_].bytes.get() + used_ + kUnit;
  std::memcpy(piece - kUnit, &units, sizeof(units));
  used_ += needed;
  return piece;
}

void PageMemory::give_back(void* piece) {
  if (piece == nullptr) return;
  std::size_t units = 0;
  std::memcpy(&units, static_cast<std::byte*>(piece) - kUnit, sizeof(units));
  if (units >= kSizes) return;
  std::memcpy(piece, &free_[units], sizeof(void*));
  free_[units] = piece;
}

bool PageMemory::next_block(std::size_t bytes) {
  while (++block_ < blocks_.size()) {
    used_ = 0;
    if (blocks_[block_].size >= bytes) return true;
  }
  const std::size_t size = std::max(bytes, kBlock);
  Block block{std::unique_ptr<std::byte[]>(new (std::nothrow) std::byte[size]), size};
  if (block.bytes == nullptr) return false;
  blocks_.push_back(std::move(block));
  block_ = blocks_.size() - 1;
  used_ = 0;
  return true;
}

void PageMemory::clear() {
  if (blocks_.size() > kKeptBlocks) blocks_.resize(kKeptBlocks);
  std::erase_if(blocks_, [](const Block& block) { return block.size > kBlock; });
  block_ = 0;
  used_ = 0;
  free_.fill(nullptr);
}

}  // namespace quotary
