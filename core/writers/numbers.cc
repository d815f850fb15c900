#include "writers/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace quotary {

NumberText::NumberText(std::uint32_t number) {
  const auto end = std::to_chars(digits_.data(), digits_.data() + digits_.size(), number).ptr;
  size_ = static_cast<std::size_t>(end - digits_.data());
}

NumberText NumberText::fraction(float number) {
  const float bounded = number > 0 ? std::min(number, 1.0F) : 0.0F;  // NaN counts as 0
  const auto thousandths = static_cast<std::uint32_t>(std::lround(bounded * 1000.0F));
  if (thousandths == 0 || thousandths == 1000) return NumberText(thousandths / 1000);
  NumberText text;
  text.digits_[0] = '0';
  text.digits_[1] = '.';
  text.digits_[2] = static_cast<char>('0' + thousandths / 100);
  text.digits_[3] = static_cast<char>('0' + thousandths / 10 % 10);
  text.digits_[4] = static_cast<char>('0' + thousandths % 10);
  text.size_ = 5;
  while (text.digits_[text.size_ - 1] == '0') --text.size_;
  return text;
}

NumberText NumberText::decimal(float number) {
  NumberText text;
  const float finite = std::isfinite(number) ? number : 0.0F;
  const auto end = std::to_chars(text.digits_.data(), text.digits_.data() + text.digits_.size(),
                                 finite, std::chars_format::fixed, 3)
                       .ptr;
  text.size_ = static_cast<std::size_t>(end - text.digits_.data());
  return text;
}

}  // namespace quotary
