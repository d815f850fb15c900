// ByteInput: the bytes of one file or of standard input, read block by block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "quotary/result.h"

namespace quotary {

// "-" is standard input, and called "stdin" where it must have a name.
[[nodiscard]] inline std::string name_of_input(const std::string& path) {
  return path == "-" ? "stdin" : path;
}

class ByteInput {
 public:
  // Errors: cannot_read.
  static Result<ByteInput> open(const std::string& path, std::function<bool()> stop = {});
  ~ByteInput();
  ByteInput(ByteInput&& other) noexcept
      : file_(std::exchange(other.file_, -1)),
        size_(other.size_),
        total_(other.total_),
        name_(std::move(other.name_)),
        stop_(std::move(other.stop_)) {}
  ByteInput& operator=(ByteInput&&) = delete;

  // Reads at least one and at most `capacity` bytes; 0 at the end.
  // Errors: cannot_read, interrupted.
  Result<std::size_t> read(char* to, std::size_t capacity);

  // Everything that is left. Errors: those of read(), too_large beyond `max_bytes`.
  Result<std::string> read_all(std::uint64_t max_bytes);

  [[nodiscard]] std::uint64_t bytes_read() const { return total_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  ByteInput(int file, std::uint64_t size, std::string name, std::function<bool()> stop)
      : file_(file), size_(size), name_(std::move(name)), stop_(std::move(stop)) {}
  [[nodiscard]] Error too_large(std::uint64_t max_bytes) const;

  int file_;
  std::uint64_t size_;  // of a regular file when it was opened; 0: not known
  std::uint64_t total_ = 0;
  std::string name_;
  std::function<bool()> stop_;
};

}  // namespace quotary
