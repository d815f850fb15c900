#include "text/byte_block.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>

namespace quotary {
namespace {

TEST(ByteBlock, SeesWhatALoopOverBytesSees) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text(ByteBlock::kSize, ' ');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? random() : random() % 0x40);
    const ByteBlock block(text.data());
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      const auto at_i = [&](ByteBlock::Bytes bytes) { return (bytes.bits() >> i & 1U) != 0; };
      EXPECT_EQ(at_i(block.equal_to('"')), byte == '"') << unsigned{byte};
      EXPECT_EQ(at_i(block.below_space()), byte < 0x20) << unsigned{byte};
      EXPECT_EQ(at_i(block.beyond_ascii()), byte >= 0x80) << unsigned{byte};
      EXPECT_EQ(at_i(block.in_small_letters().equal_to('{')), byte == '{' || byte == '[');
      EXPECT_EQ(at_i(block.equal_to('"') | block.below_space()), byte == '"' || byte < 0x20);
    }
    std::string copy(ByteBlock::kSize, '-');
    block.store(copy.data());
    EXPECT_EQ(copy, text);
  }
}

TEST(ByteBlock, OfAFewBytesHoldsThoseAndNoOthers) {
  const std::string text = "\"abcdefghijklmn";
  for (std::size_t size = 4; size < ByteBlock::kSize; ++size) {
    for (std::size_t mark = 0; mark < size; ++mark) {
      std::string few(text, 1, size);
      few[mark] = '"';
      EXPECT_TRUE(ByteBlock::of_few(few.data(), size).equal_to('"').any()) << size << " " << mark;
    }
    EXPECT_FALSE(
        ByteBlock::of_few(text.data() + 1, size - 1 < 4 ? 4 : size - 1).equal_to('"').any());
  }
}

TEST(ByteBlock, CopiesAFewBytes) {
  const std::string text = "abcdefghijklmno";
  for (std::size_t size = 4; size < ByteBlock::kSize; ++size) {
    std::string copy(ByteBlock::kSize, '-');
    copy_few(text.data(), size, copy.data());
    EXPECT_EQ(copy, text.substr(0, size) + std::string(ByteBlock::kSize - size, '-'));
  }
}

}  // namespace
}  // namespace quotary
