#include "readers/page_charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "readers/page_characters.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace quotary {
namespace {

constexpr std::size_t kPrescan = 1024;
constexpr std::string_view kUtf8 = "UTF-8";
constexpr std::string_view kDefault = "WINDOWS-1252";
constexpr std::string_view kReplacementText = "\xEF\xBF\xBD";
constexpr std::size_t kLongestCharacter = 8;  // bytes in any encoding, with escapes before it

// Position of `word` (lower case) in `text` from `at` on, in any case.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t at) {
  const auto same = [](char a, char b) { return ascii_lower(a) == b; };
  const auto from = text.begin() + static_cast<std::ptrdiff_t>(std::min(at, text.size()));
  const auto found = std::search(from, text.end(), word.begin(), word.end(), same);
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

// The label behind `charset` and an equals sign in the tag `tag`; empty if there is none.
std::string_view label_in(std::string_view tag) {
  std::size_t at = find_word(tag, "charset", 0);
  if (at == std::string_view::npos) return {};
  at += std::string_view("charset").size();
  while (at < tag.size() && is_space(tag[at])) ++at;
  if (at == tag.size() || tag[at] != '=') return {};
  ++at;
  const auto skipped = [](char c) { return is_space(c) || c == '"' || c == '\''; };
  while (at < tag.size() && skipped(tag[at])) ++at;
  std::size_t end = at;
  while (end < tag.size() && !skipped(tag[end]) && tag[end] != ';' && tag[end] != '/') ++end;
  return tag.substr(at, end - at);
}

std::string_view label_in_meta(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, kPrescan);
  for (std::size_t at = 0; (at = find_word(start, "<meta", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(start.find('>', at), start.size());
    const std::string_view label = label_in(start.substr(at, end - at));
    if (!label.empty()) return label;
    at = end;
  }
  return {};
}

struct Utf8Count {
  std::uint32_t invalid = 0;
  std::uint32_t wide = 0;  // well-formed characters beyond ASCII
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const end = at + bytes.size();
  while (at != end) {
    std::uint64_t eight = 0;
    while (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080ULL) == 0)) {
      at += 8;
    }
    if (at == end) break;
    const Utf8Sequence sequence = read_utf8(at, end);
    if (!sequence.valid) {
      ++count.invalid;
    } else if (sequence.size > 1) {
      ++count.wide;
    }
    at += sequence.size;
  }
  return count;
}

class Converter {
 public:
  explicit Converter(const std::string& charset)
      : handle_(iconv_open("UTF-8", charset.c_str())),
        ascii_inside_(!charset.starts_with("UTF-16") && !charset.starts_with("ISO-2022")) {}
  ~Converter() {
    if (usable()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  [[nodiscard]] bool usable() const { return handle_ != kFailed; }

  void convert(std::string_view bytes, std::uint32_t begin, PageText& out) {
    std::size_t at = begin;
    out.converted.reserve(bytes.size() + bytes.size() / 4);
    while (at < bytes.size()) {
      if (ascii_inside_ && static_cast<unsigned char>(bytes[at]) < 0x80) {
        at = copy_ascii(bytes, at, out);
      } else {
        at += convert_character(bytes.substr(at, kLongestCharacter), at, out);
      }
    }
  }

 private:
  // NOLINTNEXTLINE(performance-no-int-to-ptr): what POSIX says iconv_open() returns
  static inline const iconv_t kFailed = reinterpret_cast<iconv_t>(-1);

  static std::size_t copy_ascii(std::string_view bytes, std::size_t at, PageText& out) {
    std::size_t end = at;
    while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) < 0x80) ++end;
    note(at, 1, 1, out);
    out.converted.append(bytes, at, end - at);
    return end;
  }

  static void note(std::size_t at, std::size_t text_step, std::size_t original_step,
                   PageText& out) {
    out.trail.add({static_cast<std::uint32_t>(out.converted.size()), static_cast<std::uint32_t>(at),
                   static_cast<std::uint8_t>(text_step), static_cast<std::uint8_t>(original_step)});
  }

  // The shortest run of bytes that gives something; one byte gives U+FFFD if none does.
  std::size_t convert_character(std::string_view bytes, std::size_t at, PageText& out) {
    std::array<char, 32> buffer = {};
    for (std::size_t size = 1; size <= bytes.size(); ++size) {
      char* in = const_cast<char*>(bytes.data());  // iconv reads it only
      std::size_t in_left = size;
      char* to = buffer.data();
      std::size_t to_left = buffer.size();
      const std::size_t done = iconv(handle_, &in, &in_left, &to, &to_left);
      const auto taken = static_cast<std::size_t>(in - bytes.data());
      const auto written = static_cast<std::size_t>(to - buffer.data());
      if (taken != 0) {
        note(at, written, taken, out);
        out.converted.append(buffer.data(), written);
        return taken;
      }
      if (done == static_cast<std::size_t>(-1) && errno != EINVAL) break;
    }
    iconv(handle_, nullptr, nullptr, nullptr, nullptr);
    ++out.invalid;
    note(at, kReplacementText.size(), 1, out);
    out.converted += kReplacementText;
    return 1;
  }

  iconv_t handle_;
  bool ascii_inside_;  // bytes below 0x80 between characters are ASCII
};

Error unknown_encoding(std::string_view label) {
  std::string shown(label.substr(0, 40));
  for (char& c : shown) {
    if (c < ' ' || c > '~') c = '?';
  }
  return {ErrorCode::bad_encoding, "the encoding `" + shown +
                                       "` is not known; convert the page to UTF-8 or name its "
                                       "encoding with --charset"};
}

struct Choice {
  std::string charset;
  std::uint32_t begin = 0;  // behind the byte order mark
};

Result<Choice> choose(std::string_view bytes, std::string_view label, const PageRules& rules,
                      const Utf8Count& utf8) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Choice{std::string(kUtf8), 3};
  if (bytes.starts_with("\xFE\xFF")) return Choice{"UTF-16BE", 2};
  if (bytes.starts_with("\xFF\xFE")) return Choice{"UTF-16LE", 2};
  const bool told = !label.empty();
  if (!told) label = label_in_meta(bytes);
  if (label.empty()) return Choice{std::string(utf8.invalid == 0 ? kUtf8 : kDefault)};
  const std::string* const charset = rules.encoding(label);
  if (charset == nullptr) return unknown_encoding(label);
  // Text in another encoding of several bytes is hardly ever UTF-8 for long.
  constexpr std::uint32_t kNoAccident = 16;
  const std::uint32_t enough = *charset == kDefault ? 1 : kNoAccident;
  const bool plainly_utf8 = !told && utf8.invalid == 0 && utf8.wide >= enough;
  return Choice{plainly_utf8 ? std::string(kUtf8) : *charset};
}

}  // namespace

void OffsetTrail::add(OffsetShift shift) {
  if (!shifts_.empty()) {
    const OffsetShift& last = shifts_.back();
    const std::uint32_t steps =
        (shift.text - last.text) / std::max<std::uint8_t>(last.text_step, 1);
    if (last.text_step == shift.text_step && last.original_step == shift.original_step &&
        last.text_step != 0 && last.original + steps * last.original_step == shift.original) {
      return;
    }
  }
  shifts_.push_back(shift);
}

// Null while offsets coincide.
const OffsetShift* OffsetTrail::shift_at(std::uint32_t text) const {
  const auto after =
      std::upper_bound(shifts_.begin(), shifts_.end(), text,
                       [](std::uint32_t at, const OffsetShift& shift) { return at < shift.text; });
  return after == shifts_.begin() ? nullptr : &*std::prev(after);
}

std::uint32_t OffsetTrail::original(std::uint32_t text) const {
  const OffsetShift* const shift = shift_at(text);
  if (shift == nullptr) return text;
  if (shift->text_step == 0) return shift->original + shift->original_step;
  return shift->original + (text - shift->text) / shift->text_step * shift->original_step;
}

std::uint32_t OffsetTrail::original_end(std::uint32_t text) const {
  if (text == 0) return original(0);
  const OffsetShift* const shift = shift_at(text - 1);
  if (shift == nullptr) return text;
  const std::uint32_t steps =
      (text - 1 - shift->text) / std::max<std::uint8_t>(shift->text_step, 1) + 1;
  return shift->original + steps * shift->original_step;
}

Result<Done> decode_page(std::string_view bytes, std::string_view label, const PageRules& rules,
                         PageText& out) {
  const Utf8Count utf8 = count_utf8(bytes);
  Result<Choice> choice = choose(bytes, label, rules, utf8);
  if (!choice) return choice.error();
  out.charset = std::move(choice->charset);
  if (out.charset == kUtf8) {
    out.text = bytes.substr(choice->begin);
    out.invalid = utf8.invalid;
    if (choice->begin != 0) out.trail.add({0, choice->begin, 1, 1});
    return Done{};
  }
  Converter converter(out.charset);
  if (!converter.usable()) return unknown_encoding(out.charset);
  converter.convert(bytes, choice->begin, out);
  out.text = out.converted;
  return Done{};
}

}  // namespace quotary
