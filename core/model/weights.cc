#include "model/weights.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "quotary/document.h"

namespace quotary {

namespace {

// A value as the file writes it: "#12" is the number 12, "\#12" and "said" are words.
bool parse_value(std::string_view field, Value& value) {
  if (field.size() > 1 && field.front() == '#') {
    const char* end = field.data() + field.size();
    const auto [stopped, problem] = std::from_chars(field.data() + 1, end, value);
    return problem == std::errc() && stopped == end;
  }
  if (field.starts_with('\\')) field.remove_prefix(1);
  value = word_id(field);
  return true;
}

}  // namespace

Result<WeightTable> WeightTable::parse(std::string_view text, const std::string& file) {
  WeightTable table;
  table.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view rest = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (rest.empty() || rest.starts_with("# ") || rest == "#") continue;

    const auto wrong = [&](const char* what) {
      return Error{ErrorCode::bad_model, what, {file, line, 0}};
    };
    const std::size_t last_tab = rest.rfind('\t');
    if (last_tab == std::string_view::npos) return wrong("expected template<TAB>...<TAB>weight");
    float weight = 0;
    const std::string_view number = rest.substr(last_tab + 1);
    const auto [stopped, problem] =
        std::from_chars(number.data(), number.data() + number.size(), weight);
    if (problem != std::errc() || stopped != number.data() + number.size()) {
      return wrong("the last field is no number");
    }
    rest = rest.substr(0, last_tab);
    std::size_t tab = std::min(rest.find('\t'), rest.size());
    std::uint64_t key = Template::seed_of(rest.substr(0, tab));
    std::size_t place = 0;
    while (tab < rest.size()) {
      if (place == kMostValues) return wrong("a feature has at most three values");
      rest.remove_prefix(tab + 1);
      tab = std::min(rest.find('\t'), rest.size());
      Value value = 0;
      if (!parse_value(rest.substr(0, tab), value))
        return wrong("a value after # must be a number");
      key += value_key(place++, value);
    }
    table.insert(key, weight);
  }
  return table;
}

WeightTable WeightTable::of(std::span<const std::pair<std::uint64_t, float>> weights) {
  WeightTable table;
  table.reserve(weights.size());
  for (const auto& [key, weight] : weights) table.insert(key, weight);
  return table;
}

void WeightTable::reserve(std::size_t count) {
  // Two to four weights a bucket: few have to go next door, and a model of 60,000 takes half a
  // megabyte.
  buckets_.assign(std::bit_ceil(count / 4 + kDoors), Bucket{});
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(buckets_.size()));
}

void WeightTable::insert(std::uint64_t key, float weight) {
  const float scaled = std::clamp(weight * kUnit, -32767.0F, 32767.0F);
  const auto value = static_cast<std::int16_t>(std::lround(scaled));
  ++size_;
  if (value == 0) return;
  const auto put_into = [&](Bucket& bucket) {
    for (unsigned i = 0; i < kInBucket; ++i) {
      if (bucket.weight[i] != 0) continue;
      bucket.check[i] = check_of(key);
      bucket.weight[i] = value;
      return true;
    }
    return false;
  };
  const std::size_t home = key >> shift_;
  unsigned door = 0;
  while (door < kDoors && !put_into(buckets_[home ^ door])) ++door;
  if (door == kDoors) spilled_.push_back({key, value});
  if (door > 0) buckets_[home].check[kInBucket] |= static_cast<std::uint16_t>(1U << door);
}

std::int32_t WeightTable::elsewhere(const Bucket& home, std::uint64_t key) const {
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
