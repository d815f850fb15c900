#include "output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "terminal.h"

namespace quotary::cli {
namespace {

std::string advice(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "make room and run again";
    case EACCES:
    case EPERM:
    case EROFS:
      return "choose a place that you may write to";
    case ENOENT:
    case ENOTDIR:
      return "create its directory first";
    default:
      return "choose another place to write to";
  }
}

// Follows links, so that renaming replaces the file and not the link to it.
std::string resolved(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real == nullptr ? path : std::string(real.get());
}

// The permissions that a file made by open() would have, or those of the file that is replaced.
mode_t permissions_for(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

bool is_special(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

std::size_t last_end_within(std::size_t written, std::span<const std::size_t> ends) {
  const auto after = std::upper_bound(ends.begin(), ends.end(), written);
  return after == ends.begin() ? 0 : *(after - 1);
}

}  // namespace

Output::~Output() { discard(); }

Error Output::failure(const std::string& what) const {
  const int error = errno;
  return {
      ErrorCode::cannot_write, what + ": " + std::strerror(error) + "; " + advice(error), {name()}};
}

Result<Done> Output::open(const std::string& path) {
  path_ = path;
  if (!is_special(path)) return open_temporary();
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) return failure("cannot open it for writing");
  return Done{};
}

Result<Done> Output::open_temporary() {
  struct stat status {};
  if (stat(path_.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::cannot_write, "it is a directory; name a file", {path_}};
  }
  path_ = resolved(path_);
  const mode_t permissions = permissions_for(path_);
  temporary_ = path_ + ".XXXXXX";
  descriptor_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    temporary_.clear();
    return failure("cannot create it");
  }
  fchmod(descriptor_, permissions);
  return Done{};
}

Result<Done> Output::write(std::string_view records, std::span<const std::size_t> ends) {
  const std::lock_guard<std::mutex> lock(mutex_);
  // Where the next byte will go: with O_APPEND that is the end, wherever the position stands.
  const int flags = fcntl(descriptor_, F_GETFL);
  const bool appends = flags >= 0 && (flags & O_APPEND) != 0;
  const off_t before = lseek(descriptor_, 0, appends ? SEEK_END : SEEK_CUR);
  std::size_t done = 0;
  while (done < records.size()) {
    const ssize_t written = ::write(descriptor_, records.data() + done, records.size() - done);
    if (written >= 0) {
      done += static_cast<std::size_t>(written);
      continue;
    }
    if (errno == EINTR) continue;
    if (errno == EPIPE) {
      abandoned_ = true;
      return Error{ErrorCode::cannot_write, "the reader has gone", {name()}};
    }
    const Error error = failure("cannot write");
    if (before >= 0) cut_back(before + static_cast<off_t>(last_end_within(done, ends)));
    return error;
  }
  return Done{};
}

// Takes back the beginning of a record that could not be finished. Impossible, and needless, where
// the output is no regular file.
void Output::cut_back(off_t to) {
  struct stat status {};
  if (fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  if (ftruncate(descriptor_, to) == 0) lseek(descriptor_, to, SEEK_SET);
}

Result<Done> Output::commit() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (path_.empty()) return Done{};
  if (close(descriptor_) != 0) return failure("cannot finish it");
  descriptor_ = -1;
  if (temporary_.empty()) return Done{};
  if (rename(temporary_.c_str(), path_.c_str()) != 0) return failure("cannot give it its name");
  temporary_.clear();
  return Done{};
}

void Output::discard() {
  if (path_.empty()) return;
  if (descriptor_ >= 0) close(descriptor_);
  descriptor_ = -1;
  if (!temporary_.empty()) unlink(temporary_.c_str());
  temporary_.clear();
}

void Output::end_at_record() {
  mutex_.lock();  // for good: the process ends
  discard();
}

int print(std::string_view text) {
  Output output;
  const Result<Done> written = output.write(text);
  if (written || output.abandoned()) return 0;
  complain(written.error().to_string());
  return 1;
}

Result<Done> write_file(const std::string& path, std::string_view content) {
  Output file;
  Result<Done> done = file.open(path);
  if (done) done = file.write(content);
  if (done) done = file.commit();
  return done;
}

}  // namespace quotary::cli
