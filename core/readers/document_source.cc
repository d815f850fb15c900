#include <filesystem>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include "quotary/readers.h"
#include "readers/byte_input.h"
#include "readers/directory.h"
#include "readers/json_lines.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

using Item = std::optional<Result<RawDocument>>;

}  // namespace

class DocumentSource::State {
 public:
  State(std::vector<std::string> inputs, ReadOptions options)
      : inputs_(std::move(inputs)), options_(std::move(options)) {}

  // The boundary for running out of memory: it costs the document, not the program.
  Item next() {
    if (interrupted_) return std::nullopt;
    Item item;
    try {
      item = read();
    } catch (const std::bad_alloc&) {
      item = Error{ErrorCode::too_large, "not enough memory for this document", {.file = current_}};
      close_lines();
    }
    interrupted_ = item && !*item && item->error().code == ErrorCode::interrupted;
    return item;
  }

  [[nodiscard]] std::uint64_t bytes_read() const {
    return closed_bytes_ + (lines_ ? lines_->bytes_read() : 0);
  }

 private:
  Item read() {
    while (true) {
      if (lines_) {
        if (Item item = lines_->next()) return item;
        close_lines();
      }
      if (walk_) {
        if (auto path = walk_->next()) {
          if (!*path) return path->error();
          if (Item item = open_file(**path)) return item;
          continue;
        }
        walk_.reset();
      }
      if (next_input_ == inputs_.size()) return std::nullopt;
      if (Item item = open_input(inputs_[next_input_++])) return item;
    }
  }

  // A file that is one document is yielded at once; of others the reading begins.
  Item open_input(const std::string& path) {
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) return open_file(path);
    walk_.emplace(path);
    return std::nullopt;
  }

  Item open_file(const std::string& path) {
    current_ = name_of_input(path);
    Result<ByteInput> input = ByteInput::open(path, options_.stop);
    if (!input) return input.error();
    if (is_json_lines(path)) {
      lines_.emplace(std::move(*input), path, options_);
      return std::nullopt;
    }
    Result<std::string> bytes = input->read_all(options_.max_text_bytes);
    closed_bytes_ += input->bytes_read();
    if (!bytes) return bytes.error();
    RawDocument document;
    document.id = current_;
    document.path = path;
    document.bytes = std::move(*bytes);
    document.is_page = is_page(path);
    return document;
  }

  [[nodiscard]] bool is_json_lines(const std::string& path) const {
    if (options_.format == InputFormat::automatic) return names_json_lines(path);
    return options_.format == InputFormat::jsonl;
  }

  [[nodiscard]] bool is_page(const std::string& path) const {
    if (options_.format == InputFormat::automatic) return names_page(path);
    return options_.format == InputFormat::html;
  }

  void close_lines() {
    if (lines_) closed_bytes_ += lines_->bytes_read();
    lines_.reset();
  }

  std::vector<std::string> inputs_;
  ReadOptions options_;
  std::size_t next_input_ = 0;
  std::optional<DirectoryWalk> walk_;
  std::optional<JsonLinesReader> lines_;  // the file being read
  std::string current_;                   // its name
  std::uint64_t closed_bytes_ = 0;
  bool interrupted_ = false;
};

DocumentSource::DocumentSource(std::vector<std::string> inputs, ReadOptions options)
    : state_(std::make_unique<State>(std::move(inputs), std::move(options))) {}
DocumentSource::~DocumentSource() = default;
DocumentSource::DocumentSource(DocumentSource&&) noexcept = default;
DocumentSource& DocumentSource::operator=(DocumentSource&&) noexcept = default;

std::optional<Result<RawDocument>> DocumentSource::next() { return state_->next(); }
std::uint64_t DocumentSource::bytes_read() const { return state_->bytes_read(); }

}  // namespace quotary
