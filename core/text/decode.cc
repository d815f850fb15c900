#include "text/decode.h"

#include <utf8proc.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "text/byte_block.h"
#include "text/large_pages.h"
#include "text/utf8.h"

namespace quotary {
namespace {

using Byte = unsigned char;

enum class Oddity : std::uint8_t { none, invalid, nul, carriage_return, removed, decomposed };

// A place that needs mending.
struct Odd {
  const Byte* at = nullptr;
  std::uint8_t size = 0;
  Oddity kind = Oddity::none;
};

// A run of marks is cut after this many (as Unicode's Stream-Safe Text Format does at 30), so that
// reordering them takes constant time.
constexpr std::size_t kMaxMarks = 30;

struct Cluster {
  std::array<char, 256> text = {};
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
};

std::string_view view(const Byte* from, const Byte* to) {
  return {reinterpret_cast<const char*>(from), static_cast<std::size_t>(to - from)};
}

// The bytes in Normalization Form C; itself if utf8proc will not have it.
Cluster compose(const Byte* from, const Byte* to) {
  const std::string_view source = view(from, to);
  std::array<utf8proc_int32_t, 4 * (kMaxMarks + 1)> codes = {};
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  utf8proc_ssize_t count =
      utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(source.data()),
                         static_cast<utf8proc_ssize_t>(source.size()), codes.data(),
                         static_cast<utf8proc_ssize_t>(codes.size()), options);
  Cluster cluster;
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(codes.size())) {
    cluster.size = source.copy(cluster.text.data(), cluster.text.size());
    return cluster;
  }
  count = utf8proc_normalize_utf32(codes.data(), count, options);
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    cluster.size += static_cast<std::size_t>(utf8proc_encode_char(
        codes[static_cast<std::size_t>(i)],
        reinterpret_cast<utf8proc_uint8_t*>(cluster.text.data() + cluster.size)));
  }
  return cluster;
}

bool is_composing_mark(char32_t code) {
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x1161 && code <= 0x1175) ||
         (code >= 0x11A8 && code <= 0x11C2) || code == 0x3099 || code == 0x309A;
}

bool is_zero_width(char32_t code) {
  return code == 0xAD || code == 0x200B || code == 0x200E || code == 0x200F ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2064) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

// First character of the scripts in which joiners make a difference (Hebrew and all after it).
constexpr char32_t kFirstJoiningScript = 0x590;

// Whether a joiner after this character can change how it is written.
bool takes_joiner(char32_t code) {
  if (code < kFirstJoiningScript) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return code != kReplacement;
    default:
      return false;
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes)
      : begin_(reinterpret_cast<const Byte*>(bytes.data())), end_(begin_ + bytes.size()) {}

  // The first odd place at or after `at`; kind none, at the end, if there is none. `floor` is the
  // end of what was mended last: a mark is not joined to anything before it.
  [[nodiscard]] Odd find(const Byte* at, const Byte* floor) {
    for (;;) {
      at = skip_ascii(at);
      if (at == end_) return {end_, 0, Oddity::none};
      if (*at == 0) return {at, 1, Oddity::nul};
      if (*at == '\r') {
        const bool pair = at + 1 != end_ && at[1] == '\n';
        return {at, static_cast<std::uint8_t>(pair ? 2 : 1), Oddity::carriage_return};
      }
      ascii_ = false;
      // The punctuation of good typography is by far the most frequent.
      if (*at == 0xE2 && end_ - at > 2 && at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0xA7) {
        at += 3;
        continue;
      }
      const Utf8Sequence sequence = read_utf8(at, end_);
      if (!sequence.valid) return {at, sequence.size, Oddity::invalid};
      if (is_zero_width(sequence.code) || is_idle_joiner(sequence.code, at, floor)) {
        return {at, sequence.size, Oddity::removed};
      }
      if (is_composing_mark(sequence.code)) {
        const Odd odd = find_cluster(at, floor);
        if (odd.kind != Oddity::none) return odd;
        at = odd.at;
        continue;
      }
      at += sequence.size;
    }
  }

  [[nodiscard]] bool ascii() const { return ascii_; }
  [[nodiscard]] const Byte* begin() const { return begin_; }
  [[nodiscard]] const Byte* end() const { return end_; }

 private:
  // Past the bytes 01..7F other than CR.
  [[nodiscard]] const Byte* skip_ascii(const Byte* at) const {
    for (; end_ - at >= static_cast<std::ptrdiff_t>(ByteBlock::kSize); at += ByteBlock::kSize) {
      const ByteBlock block(at);
      const unsigned odd = (block.beyond_ascii() | block.equal_to('\r') | block.equal_to(0)).bits();
      if (odd != 0) return at + ByteBlock::before_first(odd);
    }
    while (at != end_ && *at < 0x80 && *at != 0 && *at != '\r') ++at;
    return at;
  }

  [[nodiscard]] static char32_t code_before(const Byte* at, const Byte* floor) {
    if (at == floor) return 0;
    const Byte* start = at - 1;
    while (start > floor && is_continuation(*start)) --start;
    return read_utf8(start, at).code;
  }

  [[nodiscard]] static bool is_idle_joiner(char32_t code, const Byte* at, const Byte* floor) {
    return (code == 0x200C || code == 0x200D) && !takes_joiner(code_before(at, floor));
  }

  // Whether the letter before `at` and the marks from there on have a composed form. If not, the
  // result only says where to go on.
  [[nodiscard]] Odd find_cluster(const Byte* at, const Byte* floor) const {
    const Byte* stop = at;
    for (std::size_t marks = 0; marks < kMaxMarks && stop != end_; ++marks) {
      const Utf8Sequence sequence = read_utf8(stop, end_);
      if (!sequence.valid || !is_composing_mark(sequence.code)) break;
      stop += sequence.size;
    }
    const Byte* base = at;
    if (at != floor) {
      do --base;
      while (base > floor && is_continuation(*base));
    }
    // A letter that stays as it is, or that would be replaced even without marks, stays out of it.
    const bool joins =
        is_composed(base, at) && !compose(base, stop).view().starts_with(view(base, at));
    if (!joins) base = at;
    if (is_composed(base, stop)) return {stop, 0, Oddity::none};
    return {base, static_cast<std::uint8_t>(stop - base), Oddity::decomposed};
  }

  [[nodiscard]] static bool is_composed(const Byte* from, const Byte* to) {
    return compose(from, to).view() == view(from, to);
  }

  const Byte* begin_;
  const Byte* end_;
  bool ascii_ = true;
};

// Writes the text and the map from it to the original.
class Mender {
 public:
  explicit Mender(const Scanner& scanner) : begin_(scanner.begin()) {
    const auto size = static_cast<std::size_t>(scanner.end() - begin_);
    reserve_large(result_.text, size + size / 16);
    if (size > std::numeric_limits<std::uint32_t>::max() / 3) replacement_ = "?";
  }

  void copy(const Byte* from, const Byte* to) {
    result_.text.append(reinterpret_cast<const char*>(from), static_cast<std::size_t>(to - from));
  }

  void mend(const Odd& odd) {
    switch (odd.kind) {
      case Oddity::none:
        return;
      case Oddity::invalid:
        ++result_.notes.invalid_bytes;
        return replace(odd, replacement_);
      case Oddity::nul:
        ++result_.notes.nul_bytes;
        return replace(odd, replacement_);
      case Oddity::carriage_return:
        ++result_.notes.carriage_returns;
        return replace(odd, "\n");
      case Oddity::removed:
        ++result_.notes.removed;
        return replace(odd, "");
      case Oddity::decomposed: {
        ++result_.notes.composed;
        return replace(odd, compose(odd.at, odd.at + odd.size).view());
      }
    }
  }

  [[nodiscard]] DecodedText finish() && { return std::move(result_); }

 private:
  void replace(const Odd& odd, std::string_view with) {
    const auto text = static_cast<std::uint32_t>(result_.text.size());
    const auto original = static_cast<std::uint32_t>(odd.at - begin_);
    result_.text += with;
    if (with.size() == odd.size) return;
    std::vector<OffsetShift>& shifts = result_.shifts;
    // The stretch after the last mended place is empty: this place adjoins it.
    if (!shifts.empty() && shifts.back().text == text) shifts.pop_back();
    if (!with.empty()) {
      const auto text_step = static_cast<std::uint8_t>(with.size());
      const bool more_of_the_same = !shifts.empty() && shifts.back().text_step == text_step &&
                                    shifts.back().original_step == odd.size &&
                                    original_of(shifts.back(), text) == original;
      if (!more_of_the_same) shifts.push_back({text, original, text_step, odd.size});
    }
    shifts.push_back({static_cast<std::uint32_t>(result_.text.size()), original + odd.size, 1, 1});
  }

  [[nodiscard]] static std::uint32_t original_of(const OffsetShift& shift, std::uint32_t text) {
    return shift.original + (text - shift.text) / shift.text_step * shift.original_step;
  }

  const Byte* begin_;
  std::string_view replacement_ = "\xEF\xBF\xBD";
  DecodedText result_;
};

}  // namespace

DecodedText decode(std::string_view bytes) {
  Scanner scanner(bytes);
  Odd odd = scanner.find(scanner.begin(), scanner.begin());
  if (odd.kind == Oddity::none) {
    DecodedText unchanged;
    unchanged.plain = scanner.ascii();
    return unchanged;
  }
  Mender mender(scanner);
  const Byte* at = scanner.begin();
  while (odd.kind != Oddity::none) {
    mender.copy(at, odd.at);
    mender.mend(odd);
    at = odd.at + odd.size;
    odd = scanner.find(at, at);
  }
  mender.copy(at, scanner.end());
  DecodedText mended = std::move(mender).finish();
  mended.same = false;
  mended.plain = false;
  return mended;
}

}  // namespace quotary
