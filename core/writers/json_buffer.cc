#include "writers/json_buffer.h"

#include <algorithm>
#include <charconv>

#include "text/byte_block.h"
#include "text/utf8.h"
#include "writers/characters.h"
#include "writers/numbers.h"

namespace quotary {
namespace {

constexpr std::size_t kLongestEscape = 6;   // \u001b
constexpr std::size_t kLongestNumber = 10;  // 4294967295

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
}

// All bytes that is_plain() is false of.
ByteBlock::Bytes not_plain(ByteBlock block) {
  return block.below_space() | block.beyond_ascii() | block.equal_to('"') | block.equal_to('\\') |
         block.equal_to(0x7F);
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
  for (;;) {
    text.remove_prefix(copy_plain(text));
    if (text.empty()) return;
    text.remove_prefix(character(text));
  }
}

// Writes the bytes at the front of `text` that can stand in a JSON string as they are; how many.
std::size_t JsonBuffer::copy_plain(std::string_view text) {
  constexpr std::size_t kBlock = ByteBlock::kSize;
  ensure(text.size() + kBlock);
  if (text.size() >= 4 && text.size() < kBlock) {
    if (!not_plain(ByteBlock::of_few(text.data(), text.size())).any()) {
      copy_few(text.data(), text.size(), at_);
      at_ += text.size();
      return text.size();
    }
  }
  std::size_t from = 0;
  for (; from + kBlock <= text.size(); from += kBlock) {
    const ByteBlock block(text.data() + from);
    block.store(at_);
    if (const unsigned found = not_plain(block).bits(); found != 0) {
      at_ += ByteBlock::before_first(found);
      return from + ByteBlock::before_first(found);
    }
    at_ += kBlock;
  }
  // The rest as the last block of all, part of which is there already.
  const std::size_t rest = text.size() - from;
  if (from != 0 && rest != 0) {
    const ByteBlock block(text.data() + text.size() - kBlock);
    if (!not_plain(block).any()) {
      block.store(at_ + rest - kBlock);
      at_ += rest;
      return text.size();
    }
  }
  while (from < text.size() && is_plain(text[from])) *at_++ = text[from++];
  return from;
}

// Writes the character at the front of `text`, escaped where it has to be; its size in `text`.
std::size_t JsonBuffer::character(std::string_view text) {
  const Utf8Sequence character = character_at(text, 0);
  if (!character.valid || character.code < 0x80 || is_control(character.code)) {
    escape(character.code);
  } else {
    raw(text.substr(0, character.size));
  }
  return character.size;
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
