// Texts made up at random from an expression, so that it matches most of them.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace quotary::testing {

// Knows of RE2's syntax what text rules are written in.
class TextMaker {
 public:
  TextMaker(std::string_view expression, std::mt19937& random) : random_(random) {
    for (std::size_t at = 0; at < expression.size();) {
      const Utf8Sequence character = character_at(expression, at);
      expression_ += character.code;
      at += character.size;
    }
  }

  std::string make() {
    at_ = 0;
    std::string text;
    for (const char32_t c : alternatives()) append_utf8(c, text);
    return text;
  }

 private:
  // Of everything there is to choose from.
  static constexpr std::u32string_view kSome = U"abkostBKOST 07 .,:;!?-–—/()[]\"“”’'©&|éüÄЖ版";

  std::size_t below(std::size_t count) { return random_() % count; }
  [[nodiscard]] bool at_end() const { return at_ == expression_.size(); }
  [[nodiscard]] char32_t here() const { return at_end() ? U'\0' : expression_[at_]; }
  bool take(char32_t c) {
    if (at_end() || here() != c) return false;
    ++at_;
    return true;
  }

  // One of `a|b|c`; goes on to what stands behind them.
  std::u32string alternatives() {
    std::u32string chosen;
    std::size_t count = 0;
    do {
      std::u32string one = sequence();
      if (below(++count) == 0) chosen = std::move(one);
    } while (take(U'|'));
    return chosen;
  }

  std::u32string sequence() {
    std::u32string text;
    while (!at_end() && here() != U'|' && here() != U')') text += repeated();
    return text;
  }

  // What is repeated is read as often: each time something else is chosen in it.
  std::u32string repeated() {
    const std::size_t begin = at_;
    std::u32string text = atom();
    const std::size_t end = at_;
    std::size_t least = 1;
    std::size_t more = 0;
    if (take(U'*')) {
      least = 0;
      more = kMore;
    } else if (take(U'+')) {
      more = kMore;
    } else if (take(U'?')) {
      least = 0;
      more = 1;
    } else if (take(U'{')) {
      least = number();
      more = !take(U',') ? 0 : here() == U'}' ? kMore : std::min(number() - least, kMore);
      take(U'}');
    }
    if (at_ != end) take(U'?');
    const std::size_t behind = at_;
    const std::size_t times = least + below(more + 1);
    if (times == 0) text.clear();
    for (std::size_t i = 1; i < times; ++i) {
      at_ = begin;
      text += atom();
    }
    at_ = behind;
    return text;
  }
  static constexpr std::size_t kMore = 4;

  std::size_t number() {
    std::size_t value = 0;
    while (here() >= U'0' && here() <= U'9') value = value * 10 + (expression_[at_++] - U'0');
    return value;
  }

  std::u32string atom() {
    if (take(U'(')) return group();
    if (take(U'[')) return one_of(set());
    if (take(U'\\')) return escaped();
    if (take(U'^') || take(U'$')) return {};
    if (take(U'.')) return one_of(std::u32string(kSome));
    return {expression_[at_++]};
  }

  // Behind `(`: (?:...), (?P<name>...), (?i:...) or (?m).
  std::u32string group() {
    bool any_case = false;
    if (take(U'?')) {
      if (take(U'P')) {
        while (!take(U'>')) ++at_;
      } else {
        while (here() != U':' && here() != U')') any_case = expression_[at_++] == U'i';
        if (take(U')')) return {};
        take(U':');
      }
    }
    std::u32string text = alternatives();
    take(U')');
    if (any_case) change_case(text);
    return text;
  }

  void change_case(std::u32string& text) {
    for (char32_t& c : text) {
      const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
      if (letter && below(3) == 0) c ^= 0x20;
    }
  }

  std::u32string escaped() {
    const char32_t c = expression_[at_++];
    if (c == U'b') return {};
    return one_of(class_of(c));
  }

  // What `\c` stands for.
  std::u32string class_of(char32_t c) {
    switch (c) {
      case U's':
        return U" ";
      case U'S':
        return without(U" ");
      case U'd':
        return U"0123456789";
      case U'w':
        return U"abkoSTZ_09";
      case U't':
        return U"\t";
      case U'p': {
        const std::size_t begin = at_;
        while (!take(U'}')) ++at_;
        return expression_.substr(begin, at_ - begin) == U"{Lu}" ? U"ABSTÄŁЖ" : U"abSTäŁж版";
      }
      default:
        return {c};
    }
  }

  // Behind `[`.
  std::u32string set() {
    const bool others = take(U'^');
    std::u32string members;
    for (bool first = true; first || here() != U']'; first = false) {
      std::u32string some =
          take(U'\\') ? class_of(expression_[at_++]) : std::u32string{expression_[at_++]};
      const bool range = here() == U'-' && expression_[at_ + 1] != U']' && some.size() == 1;
      if (range) {
        ++at_;
        const char32_t last =
            take(U'\\') ? class_of(expression_[at_++]).front() : expression_[at_++];
        for (char32_t c = some.front() + 1; c <= last; ++c) some += c;
      }
      members += some;
    }
    take(U']');
    return others ? without(members) : members;
  }

  static std::u32string without(std::u32string_view members) {
    std::u32string rest;
    for (const char32_t c : kSome) {
      if (members.find(c) == std::u32string_view::npos) rest += c;
    }
    return rest;
  }

  std::u32string one_of(const std::u32string& set) { return {set[below(set.size())]}; }

  std::u32string expression_;
  std::mt19937& random_;
  std::size_t at_ = 0;
};

}  // namespace quotary::testing
