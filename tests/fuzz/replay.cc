// Stands in for libFuzzer where it is not built in: runs the target on each file of the directories
// given, and on each file cut short and with bytes changed, in an order that is always the same.
#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int kVariants = 50;  // of each seed
constexpr const char* kFailed = "failed-input";

std::string at_hand;  // the input that is being run

// Keeps the input that a target died on, for a debugger or as a seed.
void keep_input(int signal) {
  std::FILE* const file = std::fopen(kFailed, "wb");
  if (file != nullptr) {
    std::fwrite(at_hand.data(), 1, at_hand.size(), file);
    std::fclose(file);
    std::fprintf(stderr, "the input is in %s\n", kFailed);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run(const std::string& bytes) {
  at_hand = bytes;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string variant_of(std::string bytes, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return random() % end; };
  for (std::size_t changes = 1 + below(4); changes != 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size());
    const std::size_t other = below(bytes.size());
    switch (below(4)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.resize(at);
        break;
      case 2:
        bytes.erase(at, 1 + below(8));
        break;
      default:
        bytes.insert(at, bytes.substr(other, below(32)));
    }
  }
  return bytes;
}

void replay(const fs::path& file, std::mt19937& random) {
  std::ifstream stream(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(stream), {});
  run(bytes);
  for (int i = 0; i < kVariants; ++i) run(variant_of(bytes, random));
}

}  // namespace

int main(int argc, char** argv) {
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE}) std::signal(signal, keep_input);
  std::vector<fs::path> seeds;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : fs::directory_iterator(argv[i])) seeds.push_back(entry.path());
  }
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds: name directories that hold some\n");
    return 1;
  }
  std::sort(seeds.begin(), seeds.end());
  std::mt19937 random(1);
  for (const fs::path& seed : seeds) {
    std::printf("%s\n", seed.c_str());
    std::fflush(stdout);  // it names the seed if what follows aborts
    replay(seed, random);
  }
}
