// JSON Lines: any bytes are read without harm, each line that is not blank gives one document or
// one error, and what the scanner says of a line is what nlohmann says.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../readers/json_oracle.h"
#include "quotary/readers.h"

namespace {

// A file in memory, under a name that can be opened.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(memfd_create("lines", 0)) {
    if (file_ < 0 ||
        write(file_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
      std::abort();
    }
  }
  ~MemoryFile() { close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

std::size_t lines_not_blank(std::string_view text) {
  std::size_t count = 0;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    count += quotary::is_blank(line) ? 0 : 1;
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (!quotary::disagreement(text.substr(0, text.find('\n'))).empty()) std::abort();

  const MemoryFile file(text);
  quotary::ReadOptions options;
  options.format = quotary::InputFormat::jsonl;
  quotary::DocumentSource source({file.path()}, options);
  std::size_t items = 0;
  while (source.next()) ++items;
  if (items != lines_not_blank(text)) std::abort();
  if (source.bytes_read() != size) std::abort();
  return 0;
}
