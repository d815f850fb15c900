// Text for a terminal: styled, measured in columns, wrapped, and without control characters.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// An ANSI "select graphic rendition" parameter list, such as "1;36"; empty: plain.
using Style = std::string_view;
inline constexpr Style kBold = "1";
inline constexpr Style kDim = "2";

// The columns that views take, however wide the terminal is: longer lines are hard to read.
inline constexpr unsigned kMinWidth = 40;
inline constexpr unsigned kMaxWidth = 110;

// The columns that `text` takes on a terminal, once control characters are made visible.
[[nodiscard]] unsigned width_of(std::string_view text);

class StyledText {
 public:
  // Any white space in `text` is a place to wrap and is shown as one space at most.
  void add(std::string_view text, Style style = {});

  // Lines of at most `width` columns (a word that is wider is broken), each with its escape codes
  // closed, without newlines. `colour` false: no escape codes at all.
  [[nodiscard]] std::vector<std::string> wrapped(unsigned width, bool colour) const;
  [[nodiscard]] std::string on_one_line(bool colour) const;

 private:
  struct Cell {
    std::uint32_t begin;  // in pool_
    std::uint16_t size;
    std::uint8_t width;
    bool space;
    Style style;
  };
  class Line;

  void add_cell(std::string_view shown, unsigned width, Style style);

  std::string pool_;
  std::vector<Cell> cells_;
};

}  // namespace quotary
