// Words: the words of a text by their places in code points, and the words that spans touch.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "quotary/annotations.h"
#include "quotary/span.h"

namespace quotary {

// A word of a content, and how many of its letters and digits lie in it.
struct TouchedWord {
  std::uint32_t word;
  std::uint32_t letters;
};

class Words {
 public:
  // `text` must outlive it. A byte that is no UTF-8 counts as a code point.
  explicit Words(std::string_view text);

  // Of the text, in code points.
  [[nodiscard]] std::uint32_t length() const {
    return static_cast<std::uint32_t>(bytes_.size() - 1);
  }
  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(places_.size()); }
  [[nodiscard]] std::string_view text(CodepointSpan span) const {
    return text_.substr(bytes_[span.begin], bytes_[span.end] - bytes_[span.begin]);
  }

  // Indices of the words that share a code point with `span`.
  [[nodiscard]] Range touched(CodepointSpan span) const;
  // Those of several spans, ascending; for a word in more than one of them the larger share.
  [[nodiscard]] std::vector<TouchedWord> touched(std::span<const CodepointSpan> spans) const;

  // The head word of a source, found without a parser: the last word of the first run of
  // capitalised words; without one, the last word before the first comma or preposition. Empty when
  // the span touches no word.
  [[nodiscard]] std::optional<std::uint32_t> head(CodepointSpan span) const;

 private:
  [[nodiscard]] std::string_view word(std::uint32_t index) const { return text(places_[index]); }
  [[nodiscard]] std::string_view gap_before(std::uint32_t index) const {
    return text({places_[index - 1].end, places_[index].begin});
  }
  [[nodiscard]] std::optional<std::uint32_t> last_of_first_name(Range words) const;
  [[nodiscard]] bool is_capitalised(std::uint32_t index) const;

  std::string_view text_;
  std::vector<std::uint32_t> bytes_;  // where each code point begins; the end of the text last
  std::vector<CodepointSpan> places_;
};

}  // namespace quotary
