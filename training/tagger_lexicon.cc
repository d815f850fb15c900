#include "tagger_lexicon.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace quotary::training {
namespace {

constexpr std::size_t kMostClasses = 256 - tag_class::first_learned;

// How often a word was seen with each tag.
struct Counts {
  std::string form;
  std::array<std::uint32_t, 32> of_tag = {};
  ClassIndex as_unknown = tag_class::lower;  // its class if it were not in the lexicon

  [[nodiscard]] std::uint32_t total() const {
    return std::accumulate(of_tag.begin(), of_tag.end(), 0U);
  }
};

using WordCounts = std::map<std::pair<std::uint32_t, Casing>, Counts>;

TagSet tags_above(const Counts& counts, double share) {
  const double least = share * counts.total();
  TagSet tags = 0;
  for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
    if (counts.of_tag[tag] > 0 && counts.of_tag[tag] >= least) tags |= TagSet{1} << tag;
  }
  return tags;
}

ClassIndex unknown_class(const Token& token, Casing casing) {
  if (token.kind == TokenKind::clitic) return tag_class::clitic;
  if ((token.shape & (shape::has_hyphen | shape::has_digit)) != 0) return tag_class::compound;
  return casing == Casing::capital ? tag_class::capital : tag_class::lower;
}

void count_token(const TaggedDocument& tagged, std::uint32_t at, bool opens, WordCounts& words) {
  const std::vector<Token>& tokens = tagged.document.tokens();
  const Token& token = tokens[at];
  const Tag tag = tagged.tags[at];
  if (tag == Tag::none) return;
  if (token.kind != TokenKind::word && token.kind != TokenKind::clitic) return;
  const auto count_as = [&](Casing casing) {
    Counts& counts = words[{token.word, casing}];
    ++counts.of_tag[static_cast<std::size_t>(tag)];
    if (!counts.form.empty()) return;
    counts.form = tagged.document.text(token);
    counts.as_unknown = unknown_class(token, casing);
  };
  const bool due = opens || tokens[at - 1].kind == TokenKind::quote_mark;
  const bool capital = token.kind == TokenKind::word && (token.shape & shape::capital) != 0;
  count_as(capital && (!due || tag == Tag::propn) ? Casing::capital : Casing::lower);
  if (capital && due) count_as(Casing::start);
}

// What a word that is not in the lexicon can be: what those seen seldom are.
void learn_unknown(const WordCounts& words, std::array<TagClass, 256>& classes) {
  std::array<Counts, tag_class::first_learned> seldom;
  for (const auto& [key, counts] : words) {
    if (counts.total() > 3 || key.second == Casing::start) continue;
    for (std::size_t tag = 0; tag < kTagCount; ++tag) {
      seldom[counts.as_unknown].of_tag[tag] += counts.of_tag[tag];
    }
  }
  for (const ClassIndex index : {tag_class::lower, tag_class::capital, tag_class::compound}) {
    classes[index] = {tags_above(seldom[index], 0.002), true};
  }
  classes[tag_class::start] = {classes[tag_class::lower].tags | classes[tag_class::capital].tags,
                               true};
  classes[tag_class::clitic] = {tag_bit(Tag::poss) | tag_bit(Tag::be), true};
}

using ClassKey = std::pair<TagSet, bool>;

// Rare words are classed by the tags seen, and may have those of an unknown word besides.
ClassKey class_of(const Counts& counts, const LexiconOptions& options) {
  const bool rare = counts.total() < options.known_count;
  return {tags_above(counts, rare ? 0.0 : options.least_share), rare};
}

// The classes that most tokens have, so many as there is room for.
std::map<ClassKey, ClassIndex> commonest_classes(const WordCounts& words,
                                                 const LexiconOptions& options) {
  std::map<ClassKey, std::uint32_t> tokens_of;
  for (const auto& [key, counts] : words) tokens_of[class_of(counts, options)] += counts.total();
  std::vector<std::pair<std::uint32_t, ClassKey>> by_tokens;
  by_tokens.reserve(tokens_of.size());
  for (const auto& [key, tokens] : tokens_of) by_tokens.push_back({tokens, key});
  std::sort(by_tokens.rbegin(), by_tokens.rend());
  by_tokens.resize(std::min<std::size_t>(by_tokens.size(), kMostClasses));
  std::map<ClassKey, ClassIndex> indices;
  auto next = tag_class::first_learned;
  for (const auto& [tokens, key] : by_tokens) indices[key] = next++;
  return indices;
}

// The kept class that says most about `counts`: its own, else one that allows more, else one that
// leaves out what is rarest.
ClassKey closest(ClassKey wanted, const Counts& counts,
                 const std::map<ClassKey, ClassIndex>& kept) {
  while (wanted.first != 0) {
    if (kept.contains(wanted)) return wanted;
    const ClassKey* best = nullptr;
    for (const auto& [key, index] : kept) {
      const bool allows = key.second == wanted.second && (key.first & wanted.first) == wanted.first;
      if (allows && (best == nullptr || std::popcount(key.first) < std::popcount(best->first))) {
        best = &key;
      }
    }
    if (best != nullptr) return *best;
    std::uint32_t rarest = 32;
    for (std::uint32_t tag = 0; tag < kTagCount; ++tag) {
      const bool has = (wanted.first >> tag & 1U) != 0;
      if (has && (rarest == 32 || counts.of_tag[tag] < counts.of_tag[rarest])) rarest = tag;
    }
    wanted.first &= ~(TagSet{1} << rarest);
  }
  return wanted;
}

}  // namespace

BuiltLexicon build_lexicon(const std::vector<const TaggedDocument*>& documents,
                           const LexiconOptions& options) {
  WordCounts words;
  for (const TaggedDocument* tagged : documents) {
    for (const Sentence& sentence : tagged->document.sentences()) {
      for (std::uint32_t at = sentence.tokens.first; at < sentence.tokens.last; ++at) {
        count_token(*tagged, at, at == sentence.tokens.first, words);
      }
    }
  }
  BuiltLexicon built;
  learn_unknown(words, built.classes);
  std::erase_if(words, [&](const auto& entry) {
    const bool start = entry.first.second == Casing::start;
    return entry.second.total() < (start ? options.start_count : options.least_count);
  });
  const std::map<ClassKey, ClassIndex> kept = commonest_classes(words, options);
  for (const auto& [key, index] : kept) built.classes[index] = {key.first, key.second};
  for (const auto& [key, counts] : words) {
    const ClassKey chosen = closest(class_of(counts, options), counts, kept);
    if (chosen.first == 0) continue;
    const ClassIndex index = kept.at(chosen);
    built.entries.push_back({counts.form, key.first, key.second, index});
    if (chosen.second) built.classes[index].tags |= built.classes[counts.as_unknown].tags;
  }
  std::sort(built.entries.begin(), built.entries.end(), [](const auto& a, const auto& b) {
    return std::tie(a.index, a.casing, a.form) < std::tie(b.index, b.casing, b.form);
  });
  return built;
}

}  // namespace quotary::training
