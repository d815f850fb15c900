// ExampleReader: a text as rules see it, for trying rules out. Not for the hot path.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quotary/document.h"
#include "rules/pack.h"
#include "rules/symbols.h"

namespace quotary {

// A text with the symbols of each of its paragraphs.
struct ReadExample {
  Document document;
  std::vector<SymbolString> paragraphs;
  std::vector<WordEntry> entries;  // of all tokens

  [[nodiscard]] std::string_view text(const SymbolString& symbols, Range range) const {
    return document.text(
        document.span_of({symbols.tokens[range.first].first, symbols.tokens[range.last - 1].last}));
  }
};

// What a rule made of a text: the words that fill its roles, in the order of the text.
using FilledRoles = std::vector<std::pair<std::string, std::string>>;

struct ExampleHit {
  pattern::Hit hit;
  std::size_t paragraph = 0;
  std::uint32_t anchor = 0;     // the symbol it was tried at
  std::optional<Guard> failed;  // a guard that refuses it: the rule does not hold
};

// Reads texts with the words and tags of a pack, which must outlive it.
class ExampleReader {
 public:
  explicit ExampleReader(const PackData& pack) : pack_(pack) {}

  // Finds quotes by their marks in the simplest way: each opening mark is closed by the next mark
  // that fits. The examples of rules are written so that this is right.
  [[nodiscard]] ReadExample read(std::string_view text) const;

  // All hits of all rules that hold, at all symbols.
  [[nodiscard]] std::vector<ExampleHit> match(const ReadExample& example) const;
  // The same with those that a guard refuses.
  [[nodiscard]] std::vector<ExampleHit> match_patterns(const ReadExample& example) const;
  [[nodiscard]] FilledRoles roles(const ReadExample& example, const ExampleHit& hit) const;

 private:
  [[nodiscard]] std::vector<Range> quotes(const Document& document) const;

  const PackData& pack_;
};

}  // namespace quotary
