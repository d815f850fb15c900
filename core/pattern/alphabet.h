// Symbols: a token (or a collapsed run of tokens) is one byte, the number of its *set of classes*.
// "Will" can be a name and an auxiliary at once: its byte stands for both, nothing is decided
// early.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pattern/syntax.h"
#include "quotary/result.h"

namespace quotary::pattern {

inline constexpr std::uint32_t kMaxNamedClasses = 256;
inline constexpr std::uint32_t kMaxMasks = 250;

// A set of classes, one bit each.
struct ClassMask {
  std::array<std::uint64_t, kMaxNamedClasses / 64> words = {};

  constexpr void set(std::uint32_t bit) { words[bit / 64] |= std::uint64_t{1} << (bit % 64); }
  constexpr void reset(std::uint32_t bit) { words[bit / 64] &= ~(std::uint64_t{1} << (bit % 64)); }
  [[nodiscard]] constexpr bool test(std::uint32_t bit) const {
    return ((words[bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool empty() const {
    return (words[0] | words[1] | words[2] | words[3]) == 0;
  }
  constexpr ClassMask& operator|=(const ClassMask& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  constexpr ClassMask& operator&=(const ClassMask& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    return *this;
  }
  friend constexpr ClassMask operator|(ClassMask a, const ClassMask& b) { return a |= b; }
  friend constexpr ClassMask operator&(ClassMask a, const ClassMask& b) { return a &= b; }
  friend constexpr bool operator==(const ClassMask&, const ClassMask&) = default;
};

// The classes that at least one pattern names, each with a bit of its own. Other classes of a pack
// make no difference to any rule and get no bit.
class ClassTable {
 public:
  // Error: more than kMaxNamedClasses.
  static Result<ClassTable> of(std::span<const Pattern> patterns);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  [[nodiscard]] const std::string& name(std::uint32_t bit) const { return names_[bit]; }
  // The bit of a class ("Name") or of a literal with its marks ("','"); kNone if no rule names it.
  [[nodiscard]] std::uint32_t bit(std::string_view name) const;
  // The bit of the literal `text` without marks; kNone if no rule names it.
  [[nodiscard]] std::uint32_t literal_bit(std::string_view text) const;
  // The classes named; those that no rule names are left out.
  [[nodiscard]] ClassMask mask(std::span<const std::string_view> names) const;
  [[nodiscard]] ClassMask mask(std::initializer_list<std::string_view> names) const {
    return mask(std::span<const std::string_view>(names.begin(), names.size()));
  }
  // All literals, without their marks, in order of their bits: what a lexicon has to look out for.
  struct Literal {
    std::string text;
    std::uint32_t bit = 0;
  };
  [[nodiscard]] const std::vector<Literal>& literals() const { return literals_; }

 private:
  std::vector<std::string> names_;
  std::vector<Literal> literals_;
  std::unordered_map<std::string, std::uint32_t> bits_;
};

// The symbols: every distinct set of classes that can arise, numbered. Symbol 0 is the empty set,
// "other". Immutable; const members are thread-safe and do not allocate.
class Alphabet {
 public:
  // `masks`: every set that tokens of a text can have (each lexicon entry's, each collapsed
  // symbol's, with the flags that context can add); equal ones count once.
  // Error bad_pack: more than kMaxMasks sets, naming the classes that cause most of them.
  static Result<Alphabet> of(ClassTable classes, std::span<const ClassMask> masks);

  // The symbol of a set. A set that was not foreseen gets the symbol of the largest foreseen set
  // inside it (the first of equals), so that it loses memberships but never gains one: slower.
  [[nodiscard]] std::uint8_t symbol(const ClassMask& mask) const;
  [[nodiscard]] std::uint8_t symbol(std::initializer_list<std::string_view> names) const {
    return symbol(classes_.mask(names));
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(masks_.size()); }
  [[nodiscard]] const ClassMask& mask(std::uint8_t symbol) const { return masks_[symbol]; }
  [[nodiscard]] const ClassTable& classes() const { return classes_; }
  // The symbols whose set holds the class of bit `bit`.
  [[nodiscard]] const std::bitset<256>& members(std::uint32_t bit) const { return members_[bit]; }
  // "Aux+Name", "','"; "other" for symbol 0.
  [[nodiscard]] std::string describe(std::uint8_t symbol) const;

 private:
  [[nodiscard]] std::size_t slot(const ClassMask& mask) const;

  ClassTable classes_;
  std::vector<ClassMask> masks_;
  std::vector<std::bitset<256>> members_;    // by class
  std::vector<std::uint8_t> largest_first_;  // symbols, by the size of their sets
  std::vector<std::uint16_t> slots_;         // open addressing; kFree or a symbol
};

}  // namespace quotary::pattern
