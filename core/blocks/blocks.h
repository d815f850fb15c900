// Blocks: what each paragraph of an article is, and which parts of it are no text of the author's.
//
//   BlockRules rules(pack.data());
//   std::vector<Block> blocks;
//   name_blocks(document, rules, blocks);
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "quotary/analysis.h"
#include "quotary/document.h"
#include "quotary/page.h"
#include "rules/pack.h"

namespace quotary {

// The text rules of a pack that are about blocks (rules/en/blocks.json), sorted by what they give.
// Immutable; lives no longer than the pack.
class BlockRules {
 public:
  explicit BlockRules(const PackData& pack);

  using RuleList = std::vector<std::uint32_t>;
  [[nodiscard]] const RuleList& datelines() const { return datelines_; }
  [[nodiscard]] const RuleList& bylines() const { return bylines_; }
  [[nodiscard]] const RuleList& dates() const { return dates_; }
  [[nodiscard]] const RuleList& credits() const { return credits_; }
  [[nodiscard]] const RuleList& captions() const { return captions_; }
  [[nodiscard]] const RuleList& notices() const { return notices_; }

  // As TextRuleSet has it.
  [[nodiscard]] pattern::SiftedText sift(std::string_view text) const;
  // The first of `rules` that matches `text`, as the span of its group `part` (the whole match if
  // it has none of that name); empty if none does.
  [[nodiscard]] Span find(const RuleList& rules, const pattern::SiftedText& text,
                          std::string_view part) const;
  // Whether a word may give a notice away: one probe of a small table.
  [[nodiscard]] bool notice_word(std::uint32_t word) const {
    return notice_bits_[word % notice_bits_.size()] &&
           std::binary_search(notice_words_.begin(), notice_words_.end(), word);
  }
  // Whether a word may stay small in a headline: "with".
  [[nodiscard]] bool small_word(std::uint32_t word) const {
    return std::binary_search(small_words_.begin(), small_words_.end(), word);
  }

 private:
  void add_words(const Lexicon& lexicon);

  const pattern::TextRuleSet* set_ = nullptr;
  std::vector<std::uint32_t> notice_words_;  // ascending
  std::vector<std::uint32_t> small_words_;   // ascending
  std::bitset<2048> notice_bits_;            // by word modulo its size
  RuleList datelines_, bylines_, dates_, credits_, captions_, notices_;
};

// Replaces the contents of `out` by one Block for each paragraph. Cheap: expressions run only on
// paragraphs whose first or last tokens, length or place are unlike body text. Linear.
// `hints` are what a page marks the paragraphs as, one for each; empty for plain text.
void name_blocks(const Document& document, const BlockRules& rules, std::vector<Block>& out,
                 std::span<const ElementHint> hints = {});

}  // namespace quotary
