// The walk over the tokens that tagging and training share: what is known of a token without any
// weights, and which rows of weights speak for the tags that it may have.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "quotary/document.h"
#include "tags/model.h"

namespace quotary::tagging {

// What a token shows to its neighbours.
struct Seen {
  std::uint32_t word = 0;
  TagSet tags = tag_bit(Tag::none);
  ClassIndex index = tag_class::absent;
};

// A token that the lexicon leaves open, with what stands around it.
struct Context {
  Seen current;
  std::uint32_t previous_word = 0;
  std::uint32_t next_word = 0;
  ClassIndex next_index = tag_class::absent;
  ClassIndex after_index = tag_class::absent;
  Tag tag_before = Tag::none;
  Tag tag_before_that = Tag::none;
  std::uint8_t shape = 0;
  std::uint32_t suffix = 0;  // the last three bytes, in lower case
};

// Indices into TaggerModel::rows.
struct FeatureRows {
  std::array<std::uint32_t, kMostFeatures> at;
  std::uint32_t count = 0;
};

// Features (after Collins 2002, and Honnibal's greedy tagger of 2013), hashed without keys.
class FeatureHash {
 public:
  explicit FeatureHash(std::uint32_t row_bits) : shift_(32 - row_bits) {}

  // A common word is known by its identity, a rare or unknown one by how it is written.
  [[nodiscard]] FeatureRows operator()(const Context& c, bool rare) const {
    return rare ? rows_of_form(c) : rows_of_word(c);
  }

 private:
  [[nodiscard]] std::uint32_t row(std::uint32_t kind, std::uint32_t a, std::uint32_t b = 0) const {
    std::uint32_t hash = (a ^ (kind * 0x85EBCA6BU)) * 0xC2B2AE35U;
    hash = ((hash ^ (hash >> 15)) + b) * 0x27D4EB2FU;
    return (hash ^ (hash >> 16)) * 0x9E3779B1U >> shift_;
  }
  static std::uint32_t number(Tag tag) { return static_cast<std::uint32_t>(tag); }

  [[nodiscard]] FeatureRows rows_of_word(const Context& c) const {
    const std::uint32_t before = number(c.tag_before);
    const std::uint32_t two_before = before * 32 + number(c.tag_before_that);
    const std::uint32_t own = c.current.index;
    const std::uint32_t word = c.current.word;
    return {
        {row(1, word), row(2, word, before), row(3, word, c.next_index), row(4, word, c.next_word),
         row(5, word, c.previous_word), row(6, own, two_before), row(7, own, before),
         row(8, own, c.next_index * 256U + c.after_index), row(9, own, c.next_index * 32U + before),
         row(10, c.previous_word, own), row(11, c.next_word, own), row(12, word, two_before)},
        12};
  }

  [[nodiscard]] FeatureRows rows_of_form(const Context& c) const {
    const std::uint32_t before = number(c.tag_before);
    const std::uint32_t two_before = before * 32 + number(c.tag_before_that);
    const std::uint32_t own = c.current.index;
    const std::uint32_t form = own * 256U + (c.shape & kFormBits);
    return {
        {row(20, c.suffix), row(21, c.suffix >> 8, form), row(22, form), row(23, c.suffix, before),
         row(24, own, before), row(25, own, two_before), row(26, own, c.next_index),
         row(27, c.suffix, c.next_index), row(28, c.previous_word, own), row(29, c.next_word, own),
         row(30, own, c.next_index * 32U + before), row(31, form, c.current.word),
         row(32, c.suffix, form)},
        13};
  }

  static constexpr std::uint32_t kFormBits = shape::capital | shape::all_caps | shape::has_digit |
                                             shape::has_hyphen | shape::abbreviation |
                                             shape::non_ascii;
  std::uint32_t shift_;
};

// Goes once over the tokens of whole sentences and asks `decide(token, context)` for the tag of
// each that the lexicon does not settle; calls `settled(token, tag)` for all of them.
class Walk {
 public:
  Walk(const TaggerModel& model, const Document& document, Range tokens)
      : model_(model), document_(document), tokens_(document.tokens()), range_(tokens) {}

  template <typename Decide, typename Settled>
  void run(Decide&& decide, Settled&& settled) const {
    if (range_.empty()) return;
    const std::vector<Sentence>& sentences = document_.sentences();
    for (std::uint32_t i = document_.sentence_of(range_.first);
         i < sentences.size() && sentences[i].tokens.first < range_.last; ++i) {
      run_sentence(sentences[i].tokens, decide, settled);
    }
  }

 private:
  template <typename Decide, typename Settled>
  void run_sentence(Range sentence, Decide& decide, Settled& settled) const {
    Seen current;
    Seen next = look(sentence.first, sentence);
    Seen after = look(sentence.first + 1, sentence);
    Tag before = Tag::none;
    Tag before_that = Tag::none;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const std::uint32_t previous_word = current.word;
      current = next;
      next = after;
      after = look(at + 2, sentence);
      Tag tag = static_cast<Tag>(std::countr_zero(current.tags));
      if ((current.tags & (current.tags - 1)) != 0) {
        tag = decide(at, Context{.current = current,
                                 .previous_word = previous_word,
                                 .next_word = next.word,
                                 .next_index = next.index,
                                 .after_index = after.index,
                                 .tag_before = before,
                                 .tag_before_that = before_that,
                                 .shape = tokens_[at].shape,
                                 .suffix = suffix(tokens_[at].span)});
      }
      settled(at, tag);
      before_that = before;
      before = tag;
    }
  }

  // What is known of token `at`; of what lies behind the sentence, nothing.
  [[nodiscard]] Seen look(std::uint32_t at, Range sentence) const {
    if (at >= sentence.last) return {};
    const Token& token = tokens_[at];
    switch (token.kind) {
      case TokenKind::word:
        return look_up(token,
                       at == sentence.first || tokens_[at - 1].kind == TokenKind::quote_mark);
      case TokenKind::clitic:
        return look_up_clitic(token);
      case TokenKind::number:
        return {kNumberWord, tag_bit(Tag::num), tag_class::number};
      case TokenKind::punctuation:
        return {token.word, tag_bit(Tag::punct), tag_class::punctuation};
      case TokenKind::quote_mark:
        return {kQuoteWord, tag_bit(Tag::quote), tag_class::quote_mark};
      case TokenKind::other:
        break;
    }
    return {token.word, tag_bit(Tag::other), tag_class::symbol};
  }

  [[nodiscard]] Seen of_class(const Token& token, ClassIndex index) const {
    return {token.word, model_.classes[index].tags, index};
  }

  [[nodiscard]] Seen look_up_clitic(const Token& token) const {
    const ClassIndex found = model_.lexicon.find(token.word, Casing::lower);
    return of_class(token, found != tag_class::absent ? found : tag_class::clitic);
  }

  [[nodiscard]] Seen look_up(const Token& token, bool capital_is_due) const {
    const TagLexicon& lexicon = model_.lexicon;
    if ((token.shape & shape::capital) == 0) {
      const ClassIndex found = lexicon.find(token.word, Casing::lower);
      return of_class(token, found != tag_class::absent ? found : unknown(token, tag_class::lower));
    }
    const ClassIndex named = lexicon.find(token.word, Casing::capital);
    if (!capital_is_due) {
      return of_class(token,
                      named != tag_class::absent ? named : unknown(token, tag_class::capital));
    }
    const ClassIndex plain = lexicon.find(token.word, Casing::lower);
    if (plain == tag_class::absent) {
      return of_class(token, named != tag_class::absent ? named : unknown(token, tag_class::start));
    }
    Seen seen = of_class(token, plain);
    if (named != tag_class::absent) seen.tags |= model_.classes[named].tags;
    return seen;
  }

  static ClassIndex unknown(const Token& token, ClassIndex otherwise) {
    const bool compound = (token.shape & (shape::has_hyphen | shape::has_digit)) != 0;
    return compound ? tag_class::compound : otherwise;
  }

  [[nodiscard]] std::uint32_t suffix(Span span) const {
    const std::string_view text = document_.text();
    std::uint32_t bytes = 0;
    const std::uint32_t from = span.size() > 3 ? span.end - 3 : span.begin;
    for (std::uint32_t at = from; at < span.end; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      bytes = bytes << 8 | (byte < 0x80 ? byte | 0x20U : byte);
    }
    return bytes;
  }

  // All numbers are one word to their neighbours, and so are all quotation marks.
  static constexpr std::uint32_t kNumberWord = 1;
  static constexpr std::uint32_t kQuoteWord = 2;

  const TaggerModel& model_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  Range range_;
};

}  // namespace quotary::tagging
