#include "pattern/alphabet.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace quotary::pattern {
namespace {

constexpr std::uint16_t kFree = 0xFFFF;
constexpr std::size_t kSlots = 1024;  // four times the symbols: short probes
constexpr std::size_t kBlamed = 3;

std::size_t hash(const ClassMask& mask) {
  std::uint64_t mixed = 0;
  for (const std::uint64_t word : mask.words) {
    mixed = (mixed ^ word) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 32U;
  }
  return static_cast<std::size_t>(mixed);
}

bool is_inside(const ClassMask& part, const ClassMask& whole) { return (part & whole) == part; }

int size_of(const ClassMask& mask) {
  int size = 0;
  for (const std::uint64_t word : mask.words) size += std::popcount(word);
  return size;
}

std::vector<ClassMask> distinct(std::span<const ClassMask> masks) {
  std::vector<ClassMask> sorted(masks.begin(), masks.end());
  sorted.emplace_back();
  const auto less = [](const ClassMask& a, const ClassMask& b) { return a.words < b.words; };
  std::sort(sorted.begin(), sorted.end(), less);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

std::vector<std::uint8_t> largest_first(const std::vector<ClassMask>& masks) {
  std::vector<std::pair<int, std::uint8_t>> sizes;  // negative, so that the largest comes first
  for (std::size_t i = 0; i < masks.size(); ++i) {
    sizes.emplace_back(-size_of(masks[i]), static_cast<std::uint8_t>(i));
  }
  std::sort(sizes.begin(), sizes.end());
  std::vector<std::uint8_t> symbols;
  for (const auto& [size, symbol] : sizes) symbols.push_back(symbol);
  return symbols;
}

// The sets that are there only because of one class would fall together without it.
std::size_t saved_without(std::uint32_t bit, const std::vector<ClassMask>& masks) {
  std::vector<ClassMask> without = masks;
  for (ClassMask& mask : without) mask.reset(bit);
  return masks.size() - distinct(without).size();
}

Error too_many(const ClassTable& classes, const std::vector<ClassMask>& masks) {
  std::vector<std::pair<std::size_t, std::uint32_t>> blame;
  for (std::uint32_t bit = 0; bit < classes.size(); ++bit) {
    blame.emplace_back(saved_without(bit, masks), bit);
  }
  std::sort(blame.begin(), blame.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::string message = "the rules tell " + std::to_string(masks.size()) +
                        " kinds of words apart, at most " + std::to_string(kMaxMasks) +
                        " are possible; most come from";
  for (std::size_t i = 0; i < std::min(kBlamed, blame.size()); ++i) {
    message += (i == 0 ? " `" : ", `") + classes.name(blame[i].second) + "` (" +
               std::to_string(blame[i].first) + ")";
  }
  return {ErrorCode::bad_pack, message + "; name fewer classes in rules, or join some"};
}

}  // namespace

Result<ClassTable> ClassTable::of(std::span<const Pattern> patterns) {
  ClassTable table;
  for (const Pattern& pattern : patterns) {
    for (const std::string& name : pattern.names) {
      const std::uint32_t bit = table.size();
      if (!table.bits_.emplace(name, bit).second) continue;
      if (bit >= kMaxNamedClasses) {
        return Error{ErrorCode::bad_pack,
                     "the rules name more than " + std::to_string(kMaxNamedClasses) +
                         " classes and literals; put literals that belong together into a lexicon",
                     pattern.place};
      }
      table.names_.push_back(name);
      if (name.front() == '\'') table.literals_.push_back({name.substr(1, name.size() - 2), bit});
    }
  }
  return table;
}

std::uint32_t ClassTable::bit(std::string_view name) const {
  const auto found = bits_.find(std::string(name));
  return found == bits_.end() ? kNone : found->second;
}

std::uint32_t ClassTable::literal_bit(std::string_view text) const {
  return bit("'" + std::string(text) + "'");
}

ClassMask ClassTable::mask(std::span<const std::string_view> names) const {
  ClassMask mask;
  for (const std::string_view name : names) {
    const std::uint32_t found = bit(name);
    if (found != kNone) mask.set(found);
  }
  return mask;
}

Result<Alphabet> Alphabet::of(ClassTable classes, std::span<const ClassMask> masks) {
  Alphabet alphabet;
  alphabet.classes_ = std::move(classes);
  alphabet.masks_ = distinct(masks);  // sorted, so the empty set is symbol 0
  if (alphabet.masks_.size() > kMaxMasks) return too_many(alphabet.classes_, alphabet.masks_);
  alphabet.slots_.assign(kSlots, kFree);
  alphabet.members_.resize(alphabet.classes_.size());
  for (std::size_t symbol = 0; symbol < alphabet.masks_.size(); ++symbol) {
    const ClassMask& mask = alphabet.masks_[symbol];
    alphabet.slots_[alphabet.slot(mask)] = static_cast<std::uint16_t>(symbol);
    for (std::uint32_t bit = 0; bit < alphabet.classes_.size(); ++bit) {
      if (mask.test(bit)) alphabet.members_[bit].set(symbol);
    }
  }
  alphabet.largest_first_ = largest_first(alphabet.masks_);
  return alphabet;
}

// Where `mask` is, or where it would be put.
std::size_t Alphabet::slot(const ClassMask& mask) const {
  std::size_t at = hash(mask) % kSlots;
  while (slots_[at] != kFree && masks_[slots_[at]] != mask) at = (at + 1) % kSlots;
  return at;
}

std::uint8_t Alphabet::symbol(const ClassMask& mask) const {
  const std::uint16_t exact = slots_[slot(mask)];
  if (exact != kFree) return static_cast<std::uint8_t>(exact);
  for (const std::uint8_t each : largest_first_) {
    if (is_inside(masks_[each], mask)) return each;
  }
  return 0;
}

std::string Alphabet::describe(std::uint8_t symbol) const {
  std::string description;
  for (std::uint32_t bit = 0; bit < classes_.size(); ++bit) {
    if (symbol >= masks_.size() || !masks_[symbol].test(bit)) continue;
    description += (description.empty() ? "" : "+") + classes_.name(bit);
  }
  return description.empty() ? "other" : description;
}

}  // namespace quotary::pattern
