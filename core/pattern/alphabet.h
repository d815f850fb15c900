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

#include "pattern/class_mask.h"
#include "pattern/class_tests.h"
#include "pattern/syntax.h"
#include "quotary/result.h"

namespace quotary::pattern {

inline constexpr std::uint32_t kMaxSymbolsOfAlphabet = 250;

// The classes that at least one pattern names, each with a bit of its own. Other classes of a pack
// make no difference to any rule and get no bit.
class ClassTable {
 public:
  // Error bad_pack: more than kMaxNamedClasses classes, or kMaxTests expressions over them.
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
  // What the patterns ask of a symbol.
  [[nodiscard]] const ClassTests& tests() const { return tests_; }

 private:
  std::vector<std::string> names_;
  std::vector<Literal> literals_;
  std::unordered_map<std::string, std::uint32_t> bits_;
  ClassTests tests_;
};

// The symbols: every set of classes that can arise, those that no rule can tell apart under one
// number. Symbol 0 is that of the empty set, "other". Immutable; const members are thread-safe and
// do not allocate.
class Alphabet {
 public:
  // `masks`: every set that tokens of a text can have (each lexicon entry's, each collapsed
  // symbol's, with the flags that context can add); equal ones count once.
  // Error bad_pack: more than kMaxSymbolsOfAlphabet symbols, naming the classes that cause most.
  static Result<Alphabet> of(ClassTable classes, std::span<const ClassMask> masks);

  // The symbol of a set. One that was not foreseen gets the symbol of a set that rules cannot tell
  // from it, or else of the largest foreseen set inside it (the last of equals): slower.
  [[nodiscard]] std::uint8_t symbol(const ClassMask& mask) const;
  [[nodiscard]] std::uint8_t symbol(std::initializer_list<std::string_view> names) const {
    return symbol(classes_.mask(names));
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(masks_.size()); }
  // The smallest of the sets that share the symbol.
  [[nodiscard]] const ClassMask& mask(std::uint8_t symbol) const { return masks_[symbol]; }
  [[nodiscard]] const ClassTable& classes() const { return classes_; }
  // The symbols whose mask() holds the class of bit `bit`.
  [[nodiscard]] const std::bitset<256>& members(std::uint32_t bit) const { return members_[bit]; }
  // "Aux+Name", "','"; "other" for symbol 0.
  [[nodiscard]] std::string describe(std::uint8_t symbol) const;

 private:
  struct Foreseen {
    ClassMask mask;
    std::uint8_t symbol = 0;
  };
  void index();
  [[nodiscard]] std::size_t slot(const ClassMask& mask) const;
  [[nodiscard]] std::uint8_t symbol_of_unforeseen(const ClassMask& mask) const;

  ClassTable classes_;
  std::vector<ClassMask> masks_;           // by symbol
  std::vector<TestAnswers> answers_;       // by symbol
  std::vector<std::bitset<256>> members_;  // by class
  std::vector<Foreseen> foreseen_;         // the smallest sets first
  std::vector<std::uint32_t> slots_;       // into foreseen_, or kNone; open addressing
};

}  // namespace quotary::pattern
