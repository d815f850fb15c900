#include "writers/json_buffer.h"

#include <algorithm>
#include <charconv>

#include "writers/characters.h"
#include "writers/numbers.h"

namespace quotary {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
constexpr std::uint64_t kHighs = 0x8080808080808080ULL;
constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr std::size_t kLongestEscape = 6;   // \u001b
constexpr std::size_t kLongestNumber = 10;  // 4294967295

// Of eight bytes at once: can all of them stand in a JSON string as they are? Where no high bit is
// set, taking one from a byte sets its high bit if it is zero, and adding one if it is 0x7F.
bool all_plain(std::uint64_t word) {
  const std::uint64_t below_space = word - kOnes * 0x20;
  const std::uint64_t marks = ((word ^ (kOnes * '"')) - kOnes) | ((word ^ (kOnes * '\\')) - kOnes);
  const std::uint64_t delete_sign = word + kOnes;
  return ((word | below_space | marks | delete_sign) & kHighs) == 0;
}

std::uint64_t word_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, kWord);
  return word;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

}  // namespace

JsonBuffer::JsonBuffer(std::string& out, std::size_t expected) : out_(out), begin_(out.size()) {
  const std::size_t used = begin_;
  out_.resize(used + expected);
  at_ = out_.data() + used;
  end_ = out_.data() + out_.size();
}

void JsonBuffer::grow(std::size_t bytes) {
  const std::size_t used = position();
  // In proportion to what this buffer has written, not to all that stands before it.
  out_.resize(std::max(used + bytes, out_.size() + (out_.size() - begin_) / 2));
  at_ = out_.data() + used;
  end_ = out_.data() + out_.size();
}

void JsonBuffer::finish() {
  out_.resize(position());
  end_ = at_;
}

void JsonBuffer::escaped(std::string_view text) {
  std::size_t from = 0;
  ensure(text.size() + kWord);
  while (from < text.size()) {
    while (from + kWord <= text.size()) {
      const std::uint64_t word = word_at(text.data() + from);
      if (!all_plain(word)) break;
      std::memcpy(at_, &word, kWord);
      at_ += kWord;
      from += kWord;
    }
    // The rest as the last eight bytes of all, some of which are there already.
    const std::size_t rest = text.size() - from;
    if (rest < kWord && rest != 0 && text.size() >= kWord) {
      const std::uint64_t word = word_at(text.data() + text.size() - kWord);
      if (all_plain(word)) {
        std::memcpy(at_ + rest - kWord, &word, kWord);
        at_ += rest;
        return;
      }
    }
    while (from < text.size() && is_plain(text[from])) *at_++ = text[from++];
    if (from == text.size()) return;
    character(text, from);
    ensure(text.size() - from + kWord);
  }
}

void JsonBuffer::character(std::string_view text, std::size_t& from) {
  const Utf8Sequence character = character_at(text, from);
  if (!character.valid || character.code < 0x80 || is_control(character.code)) {
    escape(character.code);
  } else {
    raw(text.substr(from, character.size));
  }
  from += character.size;
}

// All that is escaped stands below U+10000.
void JsonBuffer::escape(char32_t code) {
  switch (code) {
    case '"':
      return raw("\\\"");
    case '\\':
      return raw("\\\\");
    case '\n':
      return raw("\\n");
    case '\t':
      return raw("\\t");
    case '\r':
      return raw("\\r");
    default:
      break;
  }
  static constexpr std::string_view kHex = "0123456789abcdef";
  ensure(kLongestEscape);
  *at_++ = '\\';
  *at_++ = 'u';
  for (unsigned shift = 16; shift != 0;) {
    shift -= 4;
    *at_++ = kHex[code >> shift & 0xFU];
  }
}

void JsonBuffer::number(std::uint32_t number) {
  ensure(kLongestNumber);
  at_ = std::to_chars(at_, end_, number).ptr;
}
void JsonBuffer::fraction(float number) { raw(NumberText::fraction(number).view()); }
void JsonBuffer::decimal(float number) { raw(NumberText::decimal(number).view()); }

void JsonBuffer::close_unless_empty(std::string_view opening) {
  if (at_[-1] == '{') {
    at_ -= opening.size();
  } else {
    raw('}');
  }
}

}  // namespace quotary
