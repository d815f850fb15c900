#pragma once

#include <sys/types.h>

#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include "quotary/result.h"

namespace quotary::cli {

// Where records go: standard output, or a file that appears under its name only once it is
// complete. Whatever happens (a full disk, a signal, a reader that goes away), what has been
// written ends with a whole record, where the system lets us take back the rest.
class Output {
 public:
  Output() = default;  // standard output
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // From now on, write to `path`: to a temporary file beside it that commit() renames; devices and
  // pipes are written to as they are.
  [[nodiscard]] Result<Done> open(const std::string& path);

  // Writes whole records. `ends` says where in `records` each of them ends. On failure the file is
  // cut back to the end of the last one that was written whole, or to where it ended before.
  [[nodiscard]] Result<Done> write(std::string_view records,
                                   std::span<const std::size_t> ends = {});
  // Everything is there: gives the file its name.
  [[nodiscard]] Result<Done> commit();

  // While it is held, end_at_record() waits: for files written one by one beside this output.
  [[nodiscard]] std::unique_lock<std::mutex> hold() { return std::unique_lock(mutex_); }

  // The reader of the pipe has gone. Nothing more can be written, and nobody misses it.
  [[nodiscard]] bool abandoned() const { return abandoned_; }

  // Waits until no record is under way, then lets no other begin and removes what is unfinished.
  // For the end of the process at a signal; safe from another thread.
  void end_at_record();

 private:
  [[nodiscard]] Result<Done> open_temporary();
  [[nodiscard]] Error failure(const std::string& what) const;
  [[nodiscard]] std::string name() const { return path_.empty() ? "standard output" : path_; }
  void cut_back(off_t to);
  void discard();

  std::mutex mutex_;
  std::string path_;       // empty: standard output
  std::string temporary_;  // empty: none, or no longer
  int descriptor_ = 1;
  bool abandoned_ = false;
};

// Writes to standard output what is no record, and complains if that fails. Returns the status to
// end with, which is 0 also where the reader of a pipe has gone.
[[nodiscard]] int print(std::string_view text);

// Writes a whole file, or leaves what was there before.
[[nodiscard]] Result<Done> write_file(const std::string& path, std::string_view content);

}  // namespace quotary::cli
