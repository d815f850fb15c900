#include "evaluation/matching.h"

#include <algorithm>

namespace quotary {
namespace {

struct Pair {
  double iou;
  std::uint32_t gold;
  std::uint32_t predicted;
};

// The gold quotes that touch each word, with how many of its letters.
class GoldByWord {
 public:
  struct Entry {
    std::uint32_t gold;
    std::uint32_t letters;
  };

  GoldByWord(const std::vector<Comparable>& gold, std::uint32_t words) : begins_(words + 1) {
    for (const Comparable& quote : gold) {
      for (const TouchedWord& touched : quote.words) ++begins_[touched.word + 1];
    }
    for (std::uint32_t word = 0; word < words; ++word) begins_[word + 1] += begins_[word];
    entries_.resize(begins_[words]);
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t index = 0; index < gold.size(); ++index) {
      for (const TouchedWord& touched : gold[index].words) {
        entries_[next[touched.word]++] = {index, touched.letters};
      }
    }
  }

  [[nodiscard]] std::span<const Entry> at(std::uint32_t word) const {
    return std::span(entries_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<Entry> entries_;
};

std::vector<Pair> overlapping(const std::vector<Comparable>& gold,
                              const std::vector<Comparable>& predicted, std::uint32_t words) {
  const GoldByWord by_word(gold, words);
  std::vector<Pair> pairs;
  std::vector<std::uint64_t> shared(gold.size());  // letters, with one prediction
  std::vector<std::uint32_t> hit;
  for (std::uint32_t index = 0; index < predicted.size(); ++index) {
    const Comparable& one = predicted[index];
    for (const TouchedWord& touched : one.words) {
      for (const GoldByWord::Entry& entry : by_word.at(touched.word)) {
        if (shared[entry.gold] == 0) hit.push_back(entry.gold);
        shared[entry.gold] += std::min(touched.letters, entry.letters);
      }
    }
    for (const std::uint32_t other : hit) {
      const std::uint64_t both = gold[other].letters + one.letters - shared[other];
      const double iou = static_cast<double>(shared[other]) / static_cast<double>(both);
      pairs.push_back({iou, other, index});
      shared[other] = 0;
    }
    hit.clear();
  }
  return pairs;
}

}  // namespace

std::vector<Comparable> comparable(const std::vector<AnnotatedQuote>& quotes, const Words& words,
                                   const EvaluationOptions& options) {
  std::vector<Comparable> out;
  const auto add = [&](const AnnotatedQuote& quote, std::span<const CodepointSpan> content) {
    Comparable one{.quote = &quote, .content = content, .words = words.touched(content)};
    for (const TouchedWord& touched : one.words) one.letters += touched.letters;
    if (!one.words.empty()) out.push_back(std::move(one));
  };
  for (const AnnotatedQuote& quote : quotes) {
    if (options.direct_only && quote.kind == AnnotatedKind::indirect) continue;
    const std::span<const CodepointSpan> content = quote.content;
    if (!options.pieces) add(quote, content);
    for (std::size_t i = 0; options.pieces && i < content.size(); ++i) {
      add(quote, content.subspan(i, 1));
    }
  }
  return out;
}

void match(std::vector<Comparable>& gold, std::vector<Comparable>& predicted, std::uint32_t words) {
  std::vector<Pair> pairs = overlapping(gold, predicted, words);
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    if (a.iou != b.iou) return a.iou > b.iou;
    return a.gold != b.gold ? a.gold < b.gold : a.predicted < b.predicted;
  });
  for (const Pair& pair : pairs) {
    Comparable& one = gold[pair.gold];
    Comparable& other = predicted[pair.predicted];
    if (one.partner != kNone || other.partner != kNone) continue;
    one.partner = pair.predicted;
    other.partner = pair.gold;
    one.iou = other.iou = pair.iou;
  }
}

bool same_words(const Comparable& a, const Comparable& b) {
  return std::equal(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                    [](TouchedWord x, TouchedWord y) { return x.word == y.word; });
}

}  // namespace quotary
