#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "quotary/writers.h"

namespace quotary::cli {

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

bool wants_colour(int descriptor) {
  const char* const no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* const term = std::getenv("TERM");
  if (term == nullptr || std::string_view(term) == "dumb") return false;
  return is_terminal(descriptor);
}

unsigned width_of_terminal(int descriptor) {
  constexpr unsigned kUsual = 80;
  if (const char* const columns = std::getenv("COLUMNS")) {
    const long given = std::strtol(columns, nullptr, 10);
    if (given > 0 && given < 10000) return static_cast<unsigned>(given);
  }
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsual;
}

void complain(const std::string& message) {
  const std::string line = "quotary: " + visible(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace quotary::cli
