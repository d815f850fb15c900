// The walk over the tokens that tagging and training share.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
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

  // Writes the tag of each token to out[token - tokens.first]; asks `decide(token, candidates,
  // rows)` for those that the lexicon does not settle.
  template <typename Decide>
  void run(Decide&& decide, std::span<Tag> out) const {
    if (range_.empty()) return;
    const std::vector<Sentence>& sentences = document_.sentences();
    Block block;
    for (std::uint32_t i = document_.sentence_of(range_.first);
         i < sentences.size() && sentences[i].tokens.first < range_.last; ++i) {
      const Range sentence = sentences[i].tokens;
      block.tags[0] = block.tags[1] = Tag::none;
      block.seen[0] = Seen{};
      for (std::uint32_t at = sentence.first; at < sentence.last; at += kBlock) {
        block.tokens = {at, std::min(at + kBlock, sentence.last)};
        read(sentence, block);
        fetch(block);
        decide_block(block, decide);
        std::copy_n(block.tags.begin() + 2, block.tokens.size(), out.begin() + (at - range_.first));
        block.tags[0] = block.tags[kBlock];
        block.tags[1] = block.tags[kBlock + 1];
        block.seen[0] = block.seen[kBlock];
      }
    }
  }

 private:
  static constexpr std::uint32_t kBlock = 64;

  // Tokens of one sentence, and what is carried over from the block before.
  struct Block {
    Range tokens;
    std::array<Seen, kBlock + 2> seen;  // from the token before the block to the one behind it
    std::array<Tag, kBlock + 2> tags;   // from the second token before the block on
    std::array<TagLexicon::Key, kBlock + 1> keys;  // of those to look up, the one behind included
    std::array<Casing, kBlock + 1> casings;
    std::array<FeatureRows, kBlock> rows;
    std::array<std::uint8_t, kBlock + 1> open;  // the tokens that are not settled, ascending ...
    std::uint32_t open_count;                   // ... so many
  };

  // Looks up the tokens of the block and the one behind it. As good as free of branches: what a
  // token is cannot be predicted.
  void read(Range sentence, Block& block) const {
    const std::uint32_t size = block.tokens.size();
    const std::uint32_t sought = std::min(size + 1, sentence.last - block.tokens.first);
    ask(sentence, sought, block);
    block.open_count = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
      look(i, block);
      const TagSet tags = block.seen[i + 1].tags;
      block.tags[i + 2] = first_of(tags);
      block.open[block.open_count] = static_cast<std::uint8_t>(i);
      block.open_count += (tags & (tags - 1)) != 0 ? 1U : 0U;
    }
    if (sought > size) {
      look(size, block);
    } else {
      block.seen[size + 1] = Seen{};
    }
  }

  // What to look up for the first `count` tokens of the block, which is on its way from memory
  // then; and the word that each is to its neighbours: all numbers are one, and so are all
  // quotation marks; "president" and "President" are two.
  void ask(Range sentence, std::uint32_t count, Block& block) const {
    const std::uint32_t first = block.tokens.first;
    // A quotation mark, as the start of a sentence, calls for a capital.
    TokenKind before = first == sentence.first ? TokenKind::quote_mark : tokens_[first - 1].kind;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Token& token = tokens_[first + i];
      const bool word = token.kind == TokenKind::word || token.kind == TokenKind::clitic;
      const bool alike = token.kind == TokenKind::number || token.kind == TokenKind::quote_mark;
      const unsigned capital = token.shape & shape::capital;
      const unsigned due = before == TokenKind::quote_mark ? 1 : 0;
      before = token.kind;
      const auto casing = word ? static_cast<Casing>(capital << (capital & due)) : Casing::kind;
      const std::uint32_t kind = TagLexicon::word_of(token.kind);
      block.keys[i] = TagLexicon::key_of(word ? token.word : kind, casing);
      block.casings[i] = casing;
      block.seen[i + 1].word = (alike ? kind : token.word) + static_cast<std::uint32_t>(casing);
      model_.lexicon.fetch(block.keys[i]);
    }
  }

  [[gnu::always_inline]] void look(std::uint32_t i, Block& block) const {
    const ClassIndex found = model_.lexicon.find(block.keys[i]);
    Seen& seen = block.seen[i + 1];
    seen.tags = model_.classes[found].tags;
    seen.index = found;
    if (found == tag_class::absent) {
      seen = look_on(tokens_[block.tokens.first + i], block.casings[i]);
    }
  }

  void fetch(Block& block) const {
    for (std::uint32_t k = 0; k < block.open_count; ++k) {
      const std::uint32_t i = block.open[k];
      const Seen& seen = block.seen[i + 1];
      FeatureRows& rows = block.rows[i];
      if (model_.classes[seen.index].rare) {
        features_.of_form(form_of(tokens_[block.tokens.first + i]), seen, block.seen[i + 2], rows);
      } else {
        features_.of_word(block.seen[i], seen, block.seen[i + 2], rows);
      }
      features_.of_class(seen, rows);
      fetch(rows[0]), fetch(rows[1]), fetch(rows[2]), fetch(rows[3]);
      // Those by tags are known where the lexicon settles the two before; else it is a guess.
      FeatureRows likely = rows;
      features_.of_tags(block.tags[i + 1], block.tags[i], likely);
      fetch(likely[4]), fetch(likely[5]);
    }
  }

  void fetch(std::uint32_t row) const { __builtin_prefetch(model_.rows.data() + row); }

  template <typename Decide>
  void decide_block(Block& block, Decide& decide) const {
    for (std::uint32_t k = 0; k < block.open_count; ++k) {
      const std::uint32_t i = block.open[k];
      features_.of_tags(block.tags[i + 1], block.tags[i], block.rows[i]);
      block.tags[i + 2] = decide(block.tokens.first + i, block.seen[i + 1].tags, block.rows[i]);
    }
  }

  // What is known of a word whose first look-up failed.
  [[nodiscard, gnu::noinline]] Seen look_on(const Token& token, Casing casing) const {
    if (casing == Casing::lower) return unknown(token, tag_class::lower);
    if (casing == Casing::capital) return unknown(token, tag_class::capital);
    const ClassIndex plain = model_.lexicon.find(token.word, Casing::lower);
    const ClassIndex named = model_.lexicon.find(token.word, Casing::capital);
    if (plain != tag_class::absent) {
      return {token.word, model_.classes[plain].tags | model_.classes[named].tags, plain};
    }
    if (named == tag_class::absent) return unknown(token, tag_class::start);
    return {token.word + static_cast<std::uint32_t>(Casing::capital), model_.classes[named].tags,
            named};
  }

  [[nodiscard]] Seen unknown(const Token& token, ClassIndex otherwise) const {
    ClassIndex index = otherwise;
    if ((token.shape & (shape::has_hyphen | shape::has_digit)) != 0) index = tag_class::compound;
    if (token.kind == TokenKind::clitic) index = tag_class::clitic;
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

  const TaggerModel& model_;
  FeatureHash features_;
  const Document& document_;
  const std::vector<Token>& tokens_;
  Range range_;
};

}  // namespace quotary::tagging
