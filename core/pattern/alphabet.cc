#include "pattern/alphabet.h"

#include <algorithm>
#include <bit>
#include <unordered_map>
#include <utility>

namespace quotary::pattern {
namespace {

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

// Each set once, the empty one too, the smallest first.
std::vector<ClassMask> distinct(std::span<const ClassMask> masks) {
  std::vector<std::pair<int, ClassMask>> sized = {{0, ClassMask{}}};
  for (const ClassMask& mask : masks) sized.emplace_back(size_of(mask), mask);
  const auto less = [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.words < b.second.words;
  };
  std::sort(sized.begin(), sized.end(), less);
  std::vector<ClassMask> sorted;
  for (const auto& [size, mask] : sized) {
    if (sorted.empty() || sorted.back() != mask) sorted.push_back(mask);
  }
  return sorted;
}

// How many symbols the sets need when no word has the class of bit `bit`.
std::size_t symbols_without(std::uint32_t bit, const ClassTable& classes,
                            const std::vector<ClassMask>& masks) {
  std::unordered_map<TestAnswers, int> kinds;
  for (ClassMask mask : masks) {
    mask.reset(bit);
    kinds.emplace(classes.tests().answers(mask), 0);
  }
  return kinds.size();
}

Error too_many(const ClassTable& classes, const std::vector<ClassMask>& masks, std::size_t needed) {
  std::vector<std::pair<std::size_t, std::uint32_t>> blame;
  for (std::uint32_t bit = 0; bit < classes.size(); ++bit) {
    blame.emplace_back(needed - symbols_without(bit, classes, masks), bit);
  }
  std::sort(blame.begin(), blame.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::string message = "the rules tell " + std::to_string(needed) +
                        " kinds of words apart, at most " + std::to_string(kMaxSymbolsOfAlphabet) +
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
    std::vector<std::uint32_t> bits;
    for (const std::string& name : pattern.names) {
      const auto [known, is_new] = table.bits_.emplace(name, table.size());
      bits.push_back(known->second);
      if (!is_new) continue;
      if (table.size() == kMaxNamedClasses) {
        return Error{ErrorCode::bad_pack,
                     "the rules name more than " + std::to_string(kMaxNamedClasses) +
                         " classes and literals; put literals that belong together into a lexicon",
                     pattern.place};
      }
      if (name.front() == '\'') {
        table.literals_.push_back({name.substr(1, name.size() - 2), table.size()});
      }
      table.names_.push_back(name);
    }
    table.tests_.add(pattern, bits);
    if (table.tests_.full()) {
      return Error{ErrorCode::bad_pack,
                   "the rules make more than " + std::to_string(kMaxTests) +
                       " expressions of classes; use the same ones again where you can",
                   pattern.place};
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
  const ClassTests& tests = alphabet.classes_.tests();
  std::unordered_map<TestAnswers, std::size_t> symbols;
  const std::vector<ClassMask> foreseen = distinct(masks);
  for (const ClassMask& mask : foreseen) {
    const TestAnswers answers = tests.answers(mask);
    const auto [known, is_new] = symbols.emplace(answers, symbols.size());
    alphabet.foreseen_.push_back({mask, static_cast<std::uint8_t>(known->second)});
    if (!is_new) continue;
    alphabet.masks_.push_back(mask);
    alphabet.answers_.push_back(answers);
  }
  if (symbols.size() > kMaxSymbolsOfAlphabet) {
    return too_many(alphabet.classes_, foreseen, symbols.size());
  }
  alphabet.index();
  return alphabet;
}

void Alphabet::index() {
  slots_.assign(std::bit_ceil(foreseen_.size() * 4), kNone);
  for (std::size_t i = 0; i < foreseen_.size(); ++i) {
    slots_[slot(foreseen_[i].mask)] = static_cast<std::uint32_t>(i);
  }
  members_.resize(classes_.size());
  for (std::size_t symbol = 0; symbol < masks_.size(); ++symbol) {
    for (std::uint32_t bit = 0; bit < classes_.size(); ++bit) {
      if (masks_[symbol].test(bit)) members_[bit].set(symbol);
    }
  }
}

// Where `mask` is, or where it would be put.
std::size_t Alphabet::slot(const ClassMask& mask) const {
  std::size_t at = hash(mask) & (slots_.size() - 1);
  while (slots_[at] != kNone && foreseen_[slots_[at]].mask != mask) {
    at = (at + 1) & (slots_.size() - 1);
  }
  return at;
}

std::uint8_t Alphabet::symbol(const ClassMask& mask) const {
  const std::uint32_t known = slots_[slot(mask)];
  return known == kNone ? symbol_of_unforeseen(mask) : foreseen_[known].symbol;
}

std::uint8_t Alphabet::symbol_of_unforeseen(const ClassMask& mask) const {
  const auto alike = std::find(answers_.begin(), answers_.end(), classes_.tests().answers(mask));
  if (alike != answers_.end()) return static_cast<std::uint8_t>(alike - answers_.begin());
  const auto largest =
      std::find_if(foreseen_.rbegin(), foreseen_.rend(),
                   [&mask](const Foreseen& foreseen) { return is_inside(foreseen.mask, mask); });
  return largest == foreseen_.rend() ? std::uint8_t{0} : largest->symbol;
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
