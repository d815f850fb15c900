// LineInput: the lines of a file, through one buffer that grows to the longest line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "quotary/result.h"
#include "readers/byte_input.h"

namespace quotary {

struct InputLine {
  std::string_view text;     // without its \n; valid until the next call of next()
  std::uint32_t number = 0;  // from 1
};

class LineInput {
 public:
  LineInput(ByteInput input, std::uint64_t max_line_bytes);

  // The next line, nullopt at the end. A UTF-8 byte order mark before the first line is dropped.
  // Errors: too_large (the line is passed over); cannot_read and interrupted (nothing follows).
  std::optional<Result<InputLine>> next();

  [[nodiscard]] const ByteInput& input() const { return input_; }

 private:
  [[nodiscard]] std::optional<Result<InputLine>> last_line();
  [[nodiscard]] Result<InputLine> take_line(std::size_t end, std::size_t next_begin);
  [[nodiscard]] Error line_too_long() const;
  void skip_line();
  void fill();
  void make_room();

  ByteInput input_;
  std::uint64_t max_line_bytes_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;    // of the current line
  std::size_t scanned_ = 0;  // no newline in [begin_, scanned_)
  std::size_t end_ = 0;      // of what was read
  std::uint32_t number_ = 0;
  bool at_end_ = false;
  std::optional<Error> failure_;
};

}  // namespace quotary
