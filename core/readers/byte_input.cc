#include "readers/byte_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace quotary {
namespace {

constexpr std::size_t kFirstBlock = std::size_t{64} << 10;

Error cannot_read(const std::string& name, int error) {
  return {ErrorCode::cannot_read,
          "cannot read it: " + std::generic_category().message(error),
          {.file = name}};
}

}  // namespace

Result<ByteInput> ByteInput::open(const std::string& path, std::function<bool()> stop) {
  const std::string name = name_of_input(path);
  const int file = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return cannot_read(name, errno);
  ByteInput input(file, 0, name, std::move(stop));
  struct stat status {};
  if (::fstat(file, &status) != 0) return cannot_read(name, errno);
  if (S_ISDIR(status.st_mode)) return cannot_read(name, EISDIR);
  if (S_ISREG(status.st_mode)) input.size_ = static_cast<std::uint64_t>(status.st_size);
  return input;
}

ByteInput::~ByteInput() {
  if (file_ > STDIN_FILENO) ::close(file_);
}

Result<std::size_t> ByteInput::read(char* to, std::size_t capacity) {
  while (true) {
    if (stop_ && stop_()) return Error{ErrorCode::interrupted, "interrupted", {.file = name_}};
    const ssize_t count = ::read(file_, to, capacity);
    if (count >= 0) {
      total_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) return cannot_read(name_, errno);
  }
}

Result<std::string> ByteInput::read_all(std::uint64_t max_bytes) {
  if (size_ > max_bytes) return too_large(max_bytes);
  // One byte more than the file has, so that its end is seen without growing.
  std::string bytes(std::max<std::size_t>(size_ + 1, kFirstBlock), '\0');
  std::size_t used = 0;
  while (true) {
    if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    const Result<std::size_t> count = read(bytes.data() + used, bytes.size() - used);
    if (!count) return count.error();
    if (*count == 0) break;
    used += *count;
    if (used > max_bytes) return too_large(max_bytes);
  }
  bytes.resize(used);
  return bytes;
}

Error ByteInput::too_large(std::uint64_t max_bytes) const {
  return {ErrorCode::too_large,
          "a text may have at most " + std::to_string(max_bytes) +
              " bytes; split it, one document a file or one a line of JSON Lines",
          {.file = name_}};
}

}  // namespace quotary
