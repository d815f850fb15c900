// The members of a JSON object that has been scanned before, found again without checking them.
#pragma once

#include <cstddef>
#include <string_view>

namespace quotary {

// Goes over `"a":1,"b":[2]`, the members without the braces. What is no such thing makes it find
// nonsense, but nothing outside the text, and come to an end.
class JsonMemberWalk {
 public:
  explicit JsonMemberWalk(std::string_view members) : json_(members) {}

  // False: there are no more.
  bool next();
  // Of the member at hand: all of it, and its name as it is written, with its marks.
  [[nodiscard]] std::string_view whole() const { return json_.substr(begin_, end_ - begin_); }
  [[nodiscard]] std::string_view key() const { return json_.substr(begin_, key_end_ - begin_); }

 private:
  // From the mark that opens a string to behind the one that closes it.
  [[nodiscard]] std::size_t end_of_string(std::size_t at) const;
  // The first of " , [ ] { } at `at` or behind; commas only if they are asked for.
  [[nodiscard]] std::size_t next_sign(std::size_t at, bool commas) const;
  [[nodiscard]] std::size_t end_of_member(std::size_t at) const;

  std::string_view json_;
  std::size_t begin_ = 0;
  std::size_t key_end_ = 0;
  std::size_t end_ = 0;
};

}  // namespace quotary
