// UTF-8, a character at a time.
#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace quotary {
namespace {

TEST(Utf8, EveryCodePointIsReadAsItWasWritten) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code == 0xD800) code = 0xE000;  // surrogates are none
    std::string text = "a";
    append_utf8(code, text);
    const Utf8Sequence read = character_at(text, 1);
    ASSERT_TRUE(read.valid && read.code == code && read.size == text.size() - 1) << text;
  }
}

TEST(Utf8, IsThatOfTheStandard) {
  std::string text;
  for (const char32_t code : U"zé…\U0001F600") append_utf8(code, text);
  EXPECT_EQ(text, std::string("z\xC3\xA9\xE2\x80\xA6\xF0\x9F\x98\x80\0", 11));
}

}  // namespace
}  // namespace quotary
