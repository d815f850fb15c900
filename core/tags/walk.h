// The walk over the tokens that tagging and training share.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "tags/features.h"
#include "tags/model.h"

namespace quotary::tagging {

// Goes once over the tokens of whole sentences, a block at a time: first everything that does not
// depend on tags, so that the rows of the whole block are on their way from memory, then the tags.
class Walk {
 public:
  Walk(const TaggerModel& model, const Document& document, Range tokens)
      : model_(model),
        features_(model.row_bits),
        document_(document),
        tokens_(document.tokens()),
        range_(tokens) {}

  // Asks `decide(token, candidates, rows)` for the tag of each token that the lexicon does not
  // settle; calls `settled(token, tag)` for every token.
  template <typename Decide, typename Settled>
  void run(Decide&& decide, Settled&& settled) const {
    if (range_.empty()) return;
    const std::vector<Sentence>& sentences = document_.sentences();
    Block block;
    for (std::uint32_t i = document_.sentence_of(range_.first);
         i < sentences.size() && sentences[i].tokens.first < range_.last; ++i) {
      const Range sentence = sentences[i].tokens;
      block.before = block.before_that = Tag::none;
      for (std::uint32_t at = sentence.first; at < sentence.last; at += kBlock) {
        block.tokens = {at, std::min(at + kBlock, sentence.last)};
        read(sentence, block);
        decide_block(block, decide, settled);
      }
    }
  }

 private:
  static constexpr std::uint32_t kBlock = 64;

  // Tokens of one sentence, and what is carried over from the block before.
  struct Block {
    Range tokens;
    std::array<Seen, kBlock + 2> seen;  // from the token before the block to the one behind it
    std::array<FeatureRows, kBlock> rows;
    Tag before = Tag::none;
    Tag before_that = Tag::none;
  };

  void read(Range sentence, Block& block) const {
    const std::uint32_t first = block.tokens.first;
    block.seen[0] = first == sentence.first ? Seen{} : block.seen[kBlock];
    for (std::uint32_t at = first; at < block.tokens.last; ++at) {
      block.seen[at - first + 1] = look(at, at == sentence.first);
    }
    block.seen[block.tokens.size() + 1] =
        block.tokens.last < sentence.last ? look(block.tokens.last, false) : Seen{};
    for (std::uint32_t i = 0; i < block.tokens.size(); ++i) {
      const Seen& seen = block.seen[i + 1];
      if (seen.settled()) continue;
      FeatureRows& rows = block.rows[i];
      if (model_.classes[seen.index].rare) {
        features_.of_form(form_of(tokens_[first + i]), seen, block.seen[i + 2], rows);
      } else {
        features_.of_word(block.seen[i], seen, block.seen[i + 2], rows);
      }
      for (std::size_t row = 0; row < 4; ++row) __builtin_prefetch(&model_.rows[rows[row]]);
    }
  }

  template <typename Decide, typename Settled>
  void decide_block(Block& block, Decide& decide, Settled& settled) const {
    Tag before = block.before;
    Tag before_that = block.before_that;
    for (std::uint32_t i = 0; i < block.tokens.size(); ++i) {
      const Seen& seen = block.seen[i + 1];
      Tag tag = static_cast<Tag>(std::countr_zero(seen.tags));
      if (!seen.settled()) {
        features_.of_tags(before, before_that, seen, block.rows[i]);
        tag = decide(block.tokens.first + i, seen.tags, block.rows[i]);
      }
      settled(block.tokens.first + i, tag);
      before_that = before;
      before = tag;
    }
    block.before = before;
    block.before_that = before_that;
  }

  // What is known of token `at`; `opens`: it is the first of its sentence.
  [[nodiscard]] Seen look(std::uint32_t at, bool opens) const {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::word && token.kind != TokenKind::clitic)
      return look_at_kind(token);
    if ((token.shape & shape::capital) == 0) return look_up(token, Casing::lower, tag_class::lower);
    if (opens || tokens_[at - 1].kind == TokenKind::quote_mark) return look_up_start(token);
    return look_up(token, Casing::capital, tag_class::capital);
  }

  static Seen look_at_kind(const Token& token) {
    switch (token.kind) {
      case TokenKind::number:
        return {kNumberWord, tag_bit(Tag::num), tag_class::number};
      case TokenKind::punctuation:
        return {token.word, tag_bit(Tag::punct), tag_class::punctuation};
      case TokenKind::quote_mark:
        return {kQuoteWord, tag_bit(Tag::quote), tag_class::quote_mark};
      default:
        return {token.word, tag_bit(Tag::other), tag_class::symbol};
    }
  }

  [[nodiscard]] Seen look_up(const Token& token, Casing casing, ClassIndex otherwise) const {
    const ClassIndex found = model_.lexicon.find(token.word, casing);
    if (found == tag_class::absent) return unknown(token, otherwise);
    return known(token, casing, found);
  }

  [[nodiscard]] Seen look_up_start(const Token& token) const {
    const TagLexicon& lexicon = model_.lexicon;
    const ClassIndex start = lexicon.find(token.word, Casing::start);
    if (start != tag_class::absent) return known(token, Casing::start, start);
    const ClassIndex plain = lexicon.find(token.word, Casing::lower);
    if (plain == tag_class::absent) return look_up(token, Casing::capital, tag_class::start);
    Seen seen = known(token, Casing::lower, plain);
    const ClassIndex named = lexicon.find(token.word, Casing::capital);
    if (named != tag_class::absent) seen.tags |= model_.classes[named].tags;
    return seen;
  }

  [[nodiscard]] Seen known(const Token& token, Casing casing, ClassIndex index) const {
    // "president" and "President" are different words to the features.
    return {token.word + static_cast<std::uint32_t>(casing), model_.classes[index].tags, index};
  }

  [[nodiscard]] Seen unknown(const Token& token, ClassIndex otherwise) const {
    const bool compound = (token.shape & (shape::has_hyphen | shape::has_digit)) != 0;
    const ClassIndex index = compound ? tag_class::compound : otherwise;
    return {token.word, model_.classes[index].tags, index};
  }

  [[nodiscard]] Form form_of(const Token& token) const {
    const std::string_view text = document_.text();
    const Span span = token.span;
    std::uint32_t suffix = 0;
    for (std::uint32_t at = span.size() > 3 ? span.end - 3 : span.begin; at < span.end; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      suffix = suffix << 8 | (byte < 0x80 ? byte | 0x20U : byte);
    }
    return {suffix, token.shape};
  }

  // All numbers are one word to their neighbours, and so are all quotation marks.
  static constexpr std::uint32_t kNumberWord = 1;
  static constexpr std::uint32_t kQuoteWord = 2;

  const TaggerModel& model_;
  FeatureHash features_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  Range range_;
};

}  // namespace quotary::tagging
