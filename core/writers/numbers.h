#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace quotary {

// A number as text, in a buffer of its own.
class NumberText {
 public:
  explicit NumberText(std::uint32_t number);

  // Between 0 and 1, with at most three decimals: 0.95, 1, 0.333. What is beyond counts as 0 or 1.
  static NumberText fraction(float number);
  // Any number, with three decimals; what is not finite becomes 0.
  static NumberText decimal(float number);

  [[nodiscard]] std::string_view view() const { return {digits_.data(), size_}; }

 private:
  NumberText() = default;

  std::array<char, 64> digits_;
  std::size_t size_ = 0;
};

inline void append_number(std::string& out, std::uint32_t number) {
  out += NumberText(number).view();
}

}  // namespace quotary
