#include "text/paragraphs.h"

#include <algorithm>
#include <cstddef>

namespace quotary {
namespace {

// Share of single newlines, in tenths, that must be followed by a lower-case word.
constexpr std::size_t kWrappedTenths = 4;

bool begins_lower(const Token& token) {
  return token.kind == TokenKind::word &&
         (token.shape & (shape::capital | shape::all_caps | shape::has_digit)) == 0;
}

bool ends_line(const Token& token) {
  return token.kind == TokenKind::punctuation || token.kind == TokenKind::quote_mark;
}

class Lines {
 public:
  explicit Lines(const TokenisedText& text) : text_(text) {}

  // Length in bytes of the line before break `i`.
  [[nodiscard]] std::uint32_t length_before(std::size_t i) const {
    const std::uint32_t first = i == 0 ? 0 : text_.breaks[i - 1].token;
    return text_.tokens[text_.breaks[i].token - 1].span.end - text_.tokens[first].span.begin;
  }

  [[nodiscard]] bool hard_wrapped() const {
    std::size_t single = 0;
    std::size_t lower = 0;
    for (const LineBreak& line : text_.breaks) {
      if (line.blank) continue;
      ++single;
      if (begins_lower(text_.tokens[line.token])) ++lower;
    }
    return single > 0 && 10 * lower >= kWrappedTenths * single;
  }

  [[nodiscard]] std::uint32_t width() const {
    std::uint32_t widest = 0;
    for (std::size_t i = 0; i < text_.breaks.size(); ++i) {
      if (!text_.breaks[i].blank) widest = std::max(widest, length_before(i));
    }
    return widest;
  }

  [[nodiscard]] bool divides_wrapped(std::size_t i, std::uint32_t width) const {
    const LineBreak& line = text_.breaks[i];
    if (line.blank) return true;
    if (line.indented) return i == 0 || !text_.breaks[i - 1].indented;
    const Token& next = text_.tokens[line.token];
    return 2 * length_before(i) < width && ends_line(text_.tokens[line.token - 1]) &&
           !begins_lower(next);
  }

 private:
  const TokenisedText& text_;
};

}  // namespace

std::vector<std::uint32_t> paragraph_starts(const TokenisedText& text) {
  std::vector<std::uint32_t> starts;
  if (text.tokens.empty()) return starts;
  starts.reserve(text.breaks.size() + 1);
  starts.push_back(0);
  const Lines lines(text);
  const bool wrapped = lines.hard_wrapped();
  const std::uint32_t width = wrapped ? lines.width() : 0;
  for (std::size_t i = 0; i < text.breaks.size(); ++i) {
    if (!wrapped || lines.divides_wrapped(i, width)) starts.push_back(text.breaks[i].token);
  }
  return starts;
}

}  // namespace quotary
