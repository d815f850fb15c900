#include "readers/json_member_walk.h"

#include <algorithm>

#include "text/byte_block.h"

namespace quotary {

bool JsonMemberWalk::next() {
  begin_ = json_.find('"', end_);
  if (begin_ == std::string_view::npos) return false;
  key_end_ = end_of_string(begin_);
  end_ = end_of_member(key_end_);
  return true;
}

std::size_t JsonMemberWalk::end_of_string(std::size_t at) const {
  for (++at; at < json_.size();) {
    if (at + ByteBlock::kSize <= json_.size()) {
      const ByteBlock block(json_.data() + at);
      const unsigned found = (block.equal_to('"') | block.equal_to('\\')).bits();
      if (found == 0) {
        at += ByteBlock::kSize;
        continue;
      }
      at += ByteBlock::before_first(found);
    }
    if (json_[at] == '"') return at + 1;
    at += json_[at] == '\\' ? 2 : 1;
  }
  return json_.size();
}

std::size_t JsonMemberWalk::next_sign(std::size_t at, bool commas) const {
  for (; at + ByteBlock::kSize <= json_.size(); at += ByteBlock::kSize) {
    const ByteBlock block(json_.data() + at);
    const ByteBlock braces = block.in_small_letters();
    const ByteBlock::Bytes signs =
        block.equal_to('"') | braces.equal_to('{') | braces.equal_to('}');
    const unsigned found = (commas ? signs | block.equal_to(',') : signs).bits();
    if (found != 0) return at + ByteBlock::before_first(found);
  }
  return std::min(json_.size(), json_.find_first_of(commas ? "\"[]{}," : "\"[]{}", at));
}

std::size_t JsonMemberWalk::end_of_member(std::size_t at) const {
  std::size_t depth = 0;
  while ((at = next_sign(at, depth == 0)) < json_.size()) {
    switch (json_[at]) {
      case '"':
        at = end_of_string(at);
        continue;
      case '{':
      case '[':
        ++depth;
        break;
      case ',':
        return at;
      default:
        if (depth != 0) --depth;
    }
    ++at;
  }
  return json_.size();
}

}  // namespace quotary
