// How words are compared: without case, and without the marks that Latin letters bear, since the
// same name is written with and without them ("Müller", "Muller").
#pragma once

#include <string_view>

namespace quotary {

// One character, folded: a few code points of UTF-8.
class FoldedCharacter {
 public:
  explicit FoldedCharacter(char32_t code);
  [[nodiscard]] std::string_view text() const { return {bytes_, size_}; }

 private:
  static constexpr int kMostCodes = 8;
  void append(char32_t code);
  char bytes_[4 * kMostCodes] = {};
  std::size_t size_ = 0;
};

}  // namespace quotary
