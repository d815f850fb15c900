// Strings in JSON, written sixteen bytes at a time.
#include "writers/json_buffer.h"

#include <gtest/gtest.h>

#include <string>

namespace quotary {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  JsonBuffer buffer(out, 0);
  buffer.escaped(text);
  buffer.finish();
  return out;
}

// By single characters, which no word holds.
std::string escaped_singly(std::string_view before, std::string_view character,
                           std::string_view after) {
  std::string out;
  for (const char c : before) out += escaped({&c, 1});
  out += escaped(character);
  for (const char c : after) out += escaped({&c, 1});
  return out;
}

TEST(JsonBuffer, EscapesAtEveryPlaceOfAWord) {
  const std::string letters = "abcdefghijklmnopqrstuvwxyz~ !#[]";
  for (const std::string_view character :
       {"", "\"", "\\", "\n", "\x1F", " ", "~", "\x7F", "é", "—", "\x80", "\xFF"}) {
    for (std::size_t size = 0; size <= letters.size(); ++size) {
      for (std::size_t at = 0; at <= size; ++at) {
        const std::string before = letters.substr(0, at);
        const std::string after = letters.substr(at, size - at);
        EXPECT_EQ(escaped(before + std::string(character) + after),
                  escaped_singly(before, character, after));
      }
    }
  }
}

TEST(JsonBuffer, WritesNumbers) {
  std::string out;
  JsonBuffer buffer(out, 0);
  buffer.number(0);
  buffer.raw(' ');
  buffer.number(4294967295U);
  buffer.finish();
  EXPECT_EQ(out, "0 4294967295");
}

}  // namespace
}  // namespace quotary
