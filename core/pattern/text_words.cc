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
      if (next.size == 1) {
        if (*first <= ' ' || *first >= 0x80) continue;
        word.id = hash_byte(word.id, *first);
      } else {
        word.code = next.code;
        word.id = hash_wide(word.id, next.code);
      }
    }
    word.size = static_cast<std::uint32_t>(at - first);
    if (!take(word)) return;
  }
}

std::uint32_t pair_of(std::uint32_t word, std::uint32_t next) {
  return hash_byte(word, 0) * kHashPrime ^ next;
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

// Of "über alles" "ber" and "alles" stand side by side.
std::uint32_t pair_at(std::string_view text, std::size_t blank) {
  TextWord before;
  TextWord after;
  read_words(text.substr(0, blank), [&](const TextWord& word) {
    before = word;
    return true;
  });
  read_words(text.substr(blank), [&](const TextWord& word) {
    after = word;
    return false;
  });
  return pair_of(before.id, after.id);
}

}  // namespace

TextWords::TextWords(std::span<const WordLists> of_rules) {
  const std::size_t count = std::min(of_rules.size(), kMostRules);
  for (std::size_t rule = 0; rule < count; ++rule) {
    const WordLists& lists = of_rules[rule];
    for (std::size_t list = 0; list < std::min(lists.size(), kMostLists); ++list) {
      if (!lists[list].empty()) without_[list].reset(rule);
      for (const std::string& word : lists[list]) {
        const std::size_t blank = word.find(' ');
        const bool pair = blank != std::string::npos;
        const std::uint32_t id = pair ? pair_at(word, blank) : longest_word(word).id;
        demands_.push_back(
            {id, static_cast<std::uint16_t>(rule), static_cast<std::uint16_t>(list)});
        any_.set(id % any_.size());
      }
    }
  }
  std::sort(demands_.begin(), demands_.end());
}

TextWords::Rules TextWords::worth_asking(std::string_view text) const {
  std::array<Rules, kMostLists> met = without_;
  const auto meet = [&](std::uint32_t id) {
    if (!any_[id % any_.size()]) return;
    auto demand = std::lower_bound(demands_.begin(), demands_.end(), Demand{id, 0, 0});
    for (; demand != demands_.end() && demand->word == id; ++demand) {
      met[demand->list].set(demand->rule);
    }
  };
  std::uint32_t before = kHashStart;
  read_words(text, [&](const TextWord& word) {
    if (word.code == kLongS || word.code == kKelvin) {
      met = all_rules();
      return false;
    }
    meet(word.id);
    meet(pair_of(before, word.id));
    before = word.id;
    return true;
  });
  Rules rules = met[0];
  for (std::size_t list = 1; list < kMostLists; ++list) rules &= met[list];
  return rules;
}

}  // namespace quotary::pattern
