#include <algorithm>
#include <cstddef>
#include <string_view>

#include "quotary/document.h"
#include "text/utf8.h"

namespace quotary {
namespace {

using Byte = unsigned char;

// Distance between the places that are remembered, in bytes of the original.
constexpr std::uint32_t kMarkEvery = 4096;

std::uint32_t units_of(const Byte* at, OffsetUnit unit) {
  if (is_continuation(*at)) return 0;
  return unit == OffsetUnit::utf16 && *at >= 0xF0 ? 2 : 1;
}

// Units from `at` to `to` in well-formed UTF-8.
std::uint32_t count_valid(const Byte* at, const Byte* to, OffsetUnit unit) {
  std::uint32_t count = 0;
  if (unit == OffsetUnit::utf16) {
    for (; at < to; ++at) count += units_of(at, OffsetUnit::utf16);
  } else {
    for (; at < to; ++at) count += units_of(at, OffsetUnit::codepoints);
  }
  return count;
}

}  // namespace

OffsetConverter::OffsetConverter(const Document& document, OffsetUnit unit)
    : document_(&document), unit_(unit) {}

std::uint32_t OffsetConverter::operator()(std::uint32_t at) {
  const std::uint32_t byte = document_->original_offset(at);
  if (unit_ == OffsetUnit::bytes || document_->plain()) return byte;
  Mark from = nearest_before(byte);
  // On new ground a mark is left at the first border at or after each multiple of kMarkEvery.
  for (;;) {
    const std::size_t next = (marks_.size() + 1) * std::size_t{kMarkEvery};
    if (next > byte || next <= from.byte) break;
    from = advance(from, static_cast<std::uint32_t>(next));
    marks_.push_back(from);
  }
  if (from.byte < byte) from = advance(from, byte);
  last_ = from;
  return from.count;
}

// The last of the places known that is not after `byte`.
OffsetConverter::Mark OffsetConverter::nearest_before(std::uint32_t byte) const {
  std::size_t known = std::min<std::size_t>(byte / kMarkEvery, marks_.size());
  if (known > 0 && marks_[known - 1].byte > byte) --known;
  const Mark mark = known > 0 ? marks_[known - 1] : Mark{};
  return last_.byte <= byte && last_.byte > mark.byte ? last_ : mark;
}

// The first border at or after byte `to`.
OffsetConverter::Mark OffsetConverter::advance(Mark from, std::uint32_t to) const {
  const std::string_view bytes = document_->bytes();
  const auto* const begin = reinterpret_cast<const Byte*>(bytes.data());
  const Byte* const end = begin + bytes.size();
  const Byte* at = begin + from.byte;
  if (document_->notes().invalid_bytes == 0) {
    const Byte* stop = begin + to;
    while (stop != end && is_continuation(*stop)) ++stop;
    return {static_cast<std::uint32_t>(stop - begin), from.count + count_valid(at, stop, unit_)};
  }
  std::uint32_t count = from.count;
  while (at < begin + to) {
    const Utf8Sequence sequence = read_utf8(at, end);
    count += unit_ == OffsetUnit::utf16 && sequence.code >= 0x10000 ? 2U : 1U;
    at += sequence.size;
  }
  return {static_cast<std::uint32_t>(at - begin), count};
}

}  // namespace quotary
