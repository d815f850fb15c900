#include "model/hashed_weights.h"

#include <algorithm>
#include <bit>

namespace quotary {

void HashedWeights::reserve(std::size_t count) {
  // Two to four weights a bucket: few have to go next door, and a model of 60,000 takes half a
  // megabyte.
  buckets_.assign(std::bit_ceil(count / 4 + kDoors), Bucket{});
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(buckets_.size()));
}

void HashedWeights::insert(std::uint64_t key, std::int16_t weight) {
  if (weight == 0) return;
  const auto put_into = [&](Bucket& bucket) {
    for (unsigned i = 0; i < kInBucket; ++i) {
      if (bucket.weight[i] != 0) continue;
      bucket.check[i] = check_of(key);
      bucket.weight[i] = weight;
      return true;
    }
    return false;
  };
  const std::size_t home = key >> shift_;
  unsigned door = 0;
  while (door < kDoors && !put_into(buckets_[home ^ door])) ++door;
  if (door == kDoors) spilled_.push_back({key, weight});
  if (door > 0) buckets_[home].check[kInBucket] |= static_cast<std::uint16_t>(1U << door);
}

std::int32_t HashedWeights::elsewhere(const Bucket& home, std::uint64_t key) const {
  const auto place = static_cast<std::size_t>(&home - buckets_.data());
  const std::uint16_t where = home.check[kInBucket];
  std::int64_t sum = 0;
  for (unsigned door = 1; door < kDoors; ++door) {
    if ((where >> door & 1U) != 0) sum += weight_in(buckets_[place ^ door], key);
  }
  if ((where & kSpilled) != 0) {
    for (const Spilled& other : spilled_) sum += other.key == key ? other.weight : 0;
  }
  return static_cast<std::int32_t>(sum);
}

}  // namespace quotary
