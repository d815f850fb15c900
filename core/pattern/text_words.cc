#include "pattern/text_words.h"

#include <algorithm>

#include "text/characters.h"
#include "text/utf8.h"
#include "text/word_id.h"

namespace quotary::pattern {
namespace {

// Where case does not count, RE2 takes these for an s and a k: no word tells such a text apart.
constexpr char32_t kLongS = 0x17F;
constexpr char32_t kKelvin = 0x212A;

struct TextWord {
  std::uint32_t id = kHashStart;
  std::uint32_t size = 0;  // bytes
  char32_t code = 0;       // of a character above ASCII
};

// Calls `take` with each word, until it returns false.
template <typename Take>
void read_words(std::string_view text, Take take) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = at + text.size();
  while (at != end) {
    TextWord word;
    const auto* const first = at;
    for (std::uint8_t folded = 0; at != end && (folded = kChars.fold[*at]) != 0; ++at) {
      word.id = hash_byte(word.id, folded);
    }
    if (at == first) {
      const Utf8Sequence next = read_utf8(at, end);
      at += next.size;
      if (next.size == 1) continue;
      word.code = next.code;
      word.id = hash_wide(word.id, first, next.size, next.code);
    }
    word.size = static_cast<std::uint32_t>(at - first);
    if (!take(word)) return;
  }
}

// "ursprünglich" stands nowhere without "nglich", which is a word as texts are read.
TextWord longest_word(std::string_view text) {
  TextWord longest;
  read_words(text, [&](const TextWord& word) {
    if (word.size > longest.size) longest = word;
    return true;
  });
  return longest;
}

}  // namespace

TextWords::TextWords(const WordLists& words_of_rules) {
  const auto count = static_cast<std::uint32_t>(std::min(words_of_rules.size(), kMostRules));
  for (std::uint32_t rule = 0; rule < count; ++rule) {
    if (!words_of_rules[rule].empty()) always_.reset(rule);
    for (const std::string& word : words_of_rules[rule]) {
      const std::uint32_t id = longest_word(word).id;
      demands_.push_back({id, rule});
      any_.set(id % any_.size());
    }
  }
  std::sort(demands_.begin(), demands_.end());
}

TextWords::Rules TextWords::worth_asking(std::string_view text) const {
  Rules rules = always_;
  read_words(text, [&](const TextWord& word) {
    if (word.code == kLongS || word.code == kKelvin) {
      rules.set();
      return false;
    }
    if (!any_[word.id % any_.size()]) return true;
    auto demand = std::lower_bound(demands_.begin(), demands_.end(), Demand{word.id, 0});
    for (; demand != demands_.end() && demand->word == word.id; ++demand) rules.set(demand->rule);
    return true;
  });
  return rules;
}

}  // namespace quotary::pattern
