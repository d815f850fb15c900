#include "readers/line_input.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

namespace quotary {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::size_t kKeep = kBlock * 16;  // a buffer grown beyond this is given back
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineInput::LineInput(ByteInput input, std::uint64_t max_line_bytes)
    : input_(std::move(input)), max_line_bytes_(max_line_bytes) {}

std::optional<Result<InputLine>> LineInput::next() {
  while (true) {
    if (scanned_ < end_) {
      const void* found = std::memchr(buffer_.get() + scanned_, '\n', end_ - scanned_);
      if (found != nullptr) {
        const auto newline =
            static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.get());
        return take_line(newline, newline + 1);
      }
      scanned_ = end_;
    }
    if (at_end_) return last_line();
    if (end_ - begin_ > max_line_bytes_) {
      ++number_;
      skip_line();
      return line_too_long();
    }
    fill();
  }
}

std::optional<Result<InputLine>> LineInput::last_line() {
  if (failure_) {
    begin_ = end_;
    return *std::exchange(failure_, std::nullopt);
  }
  if (begin_ == end_) return std::nullopt;
  return take_line(end_, end_);
}

Result<InputLine> LineInput::take_line(std::size_t end, std::size_t next_begin) {
  std::string_view text(buffer_.get() + begin_, end - begin_);
  begin_ = scanned_ = next_begin;
  ++number_;
  if (text.size() > max_line_bytes_) return line_too_long();
  if (number_ == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return InputLine{text, number_};
}

Error LineInput::line_too_long() const {
  return {ErrorCode::too_large,
          "a line may have at most " + std::to_string(max_line_bytes_) +
              " bytes; split the document, or read it as plain text",
          {.file = input_.name(), .line = number_}};
}

void LineInput::skip_line() {
  while (true) {
    const void* found = std::memchr(buffer_.get() + begin_, '\n', end_ - begin_);
    if (found != nullptr) {
      begin_ = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.get()) + 1;
      break;
    }
    begin_ = end_;
    if (at_end_) break;
    fill();
  }
  scanned_ = begin_;
}

void LineInput::fill() {
  make_room();
  const Result<std::size_t> count = input_.read(buffer_.get() + end_, capacity_ - end_);
  if (!count) failure_ = count.error();
  at_end_ = !count || *count == 0;
  if (count) end_ += *count;
}

// Moves the line begun to the front of a buffer with room for a block behind it.
void LineInput::make_room() {
  const std::size_t size = end_ - begin_;
  const bool oversized = capacity_ > kKeep && size < kBlock;
  if (oversized || size + kBlock > capacity_) {
    const std::size_t wanted = oversized ? kBlock * 2 : std::max(size, kBlock) * 2;
    auto larger = std::make_unique_for_overwrite<char[]>(wanted);
    if (size != 0) std::memcpy(larger.get(), buffer_.get() + begin_, size);
    buffer_ = std::move(larger);
    capacity_ = wanted;
  } else if (begin_ != 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, size);
  }
  scanned_ -= begin_;
  end_ = size;
  begin_ = 0;
}

}  // namespace quotary
