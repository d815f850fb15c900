// Numbers by word: flat, and kept from one document to the next, so that nothing is allocated for
// a word and nothing is freed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quotary/span.h"

namespace quotary {

class WordMap {
 public:
  // kNone if `word` has no number.
  [[nodiscard]] std::uint32_t of(std::uint32_t word) const { return number_in(slot_of(word)); }
  [[nodiscard]] bool contains(std::uint32_t word) const { return of(word) != kNone; }
  // The number of `word`, to be set; kNone if it had none. Valid until the next call.
  std::uint32_t& operator[](std::uint32_t word) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(word)];
    if (slot.era != era_) {
      slot = {word, kNone, era_};
      ++used_;
    }
    return slot.number;
  }
  // Takes no longer for many words than for few.
  void clear() {
    used_ = 0;
    if (++era_ == 0) *this = WordMap();
  }

 private:
  // What was written in another era counts as empty.
  struct Slot {
    std::uint32_t word = 0;
    std::uint32_t number = kNone;
    std::uint32_t era = 0;
  };

  // Where `word` is or would be; linear probing, never more than half full.
  [[nodiscard]] std::size_t slot_of(std::uint32_t word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (word * 0x9E3779B1U >> 7U) & mask;
    while (slots_[at].era == era_ && slots_[at].word != word) at = (at + 1) & mask;
    return at;
  }
  [[nodiscard]] std::uint32_t number_in(std::size_t slot) const {
    return slots_[slot].era == era_ ? slots_[slot].number : kNone;
  }
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.era == era_) slots_[slot_of(slot.word)] = slot;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);  // a power of two
  std::size_t used_ = 0;
  std::uint32_t era_ = 1;
};

}  // namespace quotary
