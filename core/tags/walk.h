// The walk over the tokens that tagging and training share.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "quotary/document.h"
#include "tags/features.h"
#include "tags/model.h"

namespace quotary::tagging {

// Goes once over the tokens of whole sentences, a block at a time: first everything that does not
// depend on tags, so that the rows of the whole block are on their way from memory, then the tags.
class Walk {
 public:
  // `known`: what the lexicon says of the word of each token, as far as it has been asked; may be
  // empty.
  Walk(const TaggerModel& model, const Document& document, Range tokens,
       std::span<const WordClasses> known = {})
      : model_(model),
        known_(known.empty() ? nullptr : known.data()),
        features_(model.row_bits),
        document_(document),
        tokens_(document.tokens().data()),
        text_(document.text().data()),
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
      begin(block);
      for (std::uint32_t next = sentence.first; true; go_on(block)) {
        next = read(sentence, next, block, out.data());
        if (next == sentence.last && block.size + 2 < kBlock) break;
        settle(decide, block, out.data());
        if (next == sentence.last) break;
      }
    }
    settle(decide, block, out.data());
  }

 private:
  static constexpr std::uint32_t kBlock = 128;

  // A token that the lexicon does not settle.
  struct Open {
    std::uint32_t place;  // in the block
    std::uint32_t token;
    TagSet candidates;
  };

  // One sentence after another, or as much of a long one as there is room for. Two places before
  // each are left for what stands before it.
  struct Block {
    std::uint32_t size = 0;
    std::uint32_t open_count = 0;
    std::array<std::uint32_t, kBlock + 1> words;  // as Seen has them, and ...
    std::array<ClassIndex, kBlock + 1> indices;   // ... the classes
    std::array<Tag, kBlock> tags;
    std::array<Open, kBlock> open;
    std::array<FeatureRows, kBlock> rows;  // of each that is open

    [[nodiscard]] Seen seen(std::uint32_t place) const { return {words[place], indices[place]}; }
    void see(std::uint32_t place, Seen seen) {
      words[place] = seen.word;
      indices[place] = static_cast<ClassIndex>(seen.index);
    }
  };

  // A sentence begins.
  static void begin(Block& block) {
    block.tags[block.size] = block.tags[block.size + 1] = Tag::none;
    block.see(block.size + 1, {});
    block.size += 2;
  }

  // A sentence goes on that the block before, which was full, has begun.
  static void go_on(Block& block) {
    block.tags[0] = block.tags[kBlock - 2];
    block.tags[1] = block.tags[kBlock - 1];
    block.see(1, block.seen(kBlock - 1));
    block.size = 2;
  }

  // Looks up the tokens of a sentence from `first` on, and the one behind them. Returns where there
  // was no more room.
  [[gnu::always_inline]] std::uint32_t read(Range sentence, std::uint32_t first, Block& block,
                                            Tag* out) const {
    const std::uint32_t count = std::min(sentence.last - first, kBlock - block.size);
    const Token* const tokens = tokens_ + first;
    const WordClasses* const known =
        known_ == nullptr ? kNothingKnown.data() : known_ + (first - range_.first);
    const std::uint32_t begin = block.size;
    // A quotation mark, as the start of a sentence, calls for a capital.
    bool due = first == sentence.first || tokens_[first - 1].kind == TokenKind::quote_mark;
    std::uint32_t open = block.open_count;
    for (std::uint32_t i = 0; i < count; ++i) {
      const Known at = look(tokens[i], due, known[i]);
      due = tokens[i].kind == TokenKind::quote_mark;
      block.see(begin + i, at.seen);
      block.tags[begin + i] = first_of(at.candidates);
      block.open[open] = {begin + i, first + i, at.candidates};
      open += (at.candidates & (at.candidates - 1)) != 0 ? 1U : 0U;
    }
    std::copy_n(block.tags.begin() + begin, count, out + (first - range_.first));
    const bool ends = first + count == sentence.last;
    block.see(begin + count, ends ? Seen() : look(tokens[count], due, known[count]).seen);
    block.size = begin + count;
    block.open_count = open;
    return first + count;
  }

  // How the kind of a token decides what is seen of it. To their neighbours all numbers are one
  // word, and so are all quotation marks; "president" and "President" are two.
  struct KindSight {
    std::uint32_t word_bits = 0;    // all, if the token is seen as its own word ...
    std::uint32_t plus = 0;         // ... to which this is added
    std::uint32_t casing_bits = 0;  // all, if its casing counts
    ClassIndex index = tag_class::absent;
  };
  static constexpr std::uint32_t kAll = 0xFFFFFFFF;
  static constexpr std::uint32_t kNoWord = 3;  // in the place of a casing
  static constexpr std::array<KindSight, 6> all_kinds() {
    std::array<KindSight, 6> sights = {};
    for (std::uint32_t i = 0; i < sights.size(); ++i) {
      const auto kind = static_cast<TokenKind>(i);
      const ClassIndex index = class_of(kind);
      const bool alike = kind == TokenKind::number || kind == TokenKind::quote_mark;
      if (index == tag_class::absent) {
        sights[i] = {kAll, 0, kAll, index};
      } else {
        sights[i] = {alike ? 0 : kAll, (alike ? i : 0) + kNoWord, 0, index};
      }
    }
    return sights;
  }
  static const std::array<KindSight, 6> kKinds;
  static const std::array<WordClasses, kBlock + 1> kNothingKnown;

  // A token as the lexicon knows it, and its candidates.
  struct Known {
    Seen seen;
    TagSet candidates;
  };

  [[gnu::always_inline]] Known look(const Token& token, bool due, WordClasses classes) const {
    const KindSight& kind = kKinds[static_cast<std::size_t>(token.kind)];
    const unsigned capital = token.shape & shape::capital;
    const unsigned casing = capital << (capital & static_cast<unsigned>(due));
    const ClassIndex of_word = classes.of(static_cast<Casing>(casing));
    const ClassIndex index = kind.index != tag_class::absent ? kind.index : of_word;
    if (index == tag_class::absent) return look_on(token, static_cast<Casing>(casing), classes);
    const std::uint32_t word =
        (token.word & kind.word_bits) + kind.plus + (casing & kind.casing_bits);
    return {{word, index}, model_.classes[index].tags};
  }

  // What is known of a word whose class is not at hand.
  [[nodiscard, gnu::noinline]] Known look_on(const Token& token, Casing casing,
                                             WordClasses at_hand) const {
    const WordClasses classes = at_hand.asked() ? at_hand : model_.lexicon.find(token.word);
    const auto word = [&](ClassIndex index, Casing as, TagSet tags) {
      return Known{{token.word + static_cast<std::uint32_t>(as), index}, tags};
    };
    const ClassIndex found = classes.of(casing);
    if (found != tag_class::absent) return word(found, casing, model_.classes[found].tags);
    if (casing == Casing::lower) return unknown(token, tag_class::lower);
    if (casing == Casing::capital) return unknown(token, tag_class::capital);
    const ClassIndex plain = classes.of(Casing::lower);
    const ClassIndex named = classes.of(Casing::capital);
    const TagSet tags = model_.classes[plain].tags | model_.classes[named].tags;
    if (plain != tag_class::absent) return word(plain, Casing::lower, tags);
    if (named != tag_class::absent) return word(named, Casing::capital, tags);
    return unknown(token, tag_class::start);
  }

  [[nodiscard]] Known unknown(const Token& token, ClassIndex otherwise) const {
    ClassIndex index = otherwise;
    if ((token.shape & (shape::has_hyphen | shape::has_digit)) != 0) index = tag_class::compound;
    if (token.kind == TokenKind::clitic) index = tag_class::clitic;
    return {{token.word, index}, model_.classes[index].tags};
  }

  // Decides what is open. The rows that do not depend on tags are fetched all at once before.
  template <typename Decide>
  void settle(Decide& decide, Block& block, Tag* out) const {
    for (std::uint32_t k = 0; k < block.open_count; ++k) {
      const std::uint32_t place = block.open[k].place;
      const Seen seen = block.seen(place);
      const Seen after = block.seen(place + 1);
      FeatureRows& rows = block.rows[k];
      if (model_.classes[seen.index].rare) {
        features_.of_form(form_of(tokens_[block.open[k].token]), seen, after, rows);
      } else {
        features_.of_word(block.seen(place - 1), seen, after, rows);
      }
      fetch(rows[0]), fetch(rows[1]), fetch(rows[2]), fetch(rows[3]);
    }
    for (std::uint32_t k = 0; k < block.open_count; ++k) {
      const auto [place, token, candidates] = block.open[k];
      FeatureRows& rows = block.rows[k];
      features_.of_tags(block.indices[place], block.tags[place - 1], block.tags[place - 2], rows);
      out[token - range_.first] = block.tags[place] = decide(token, candidates, rows);
    }
    block.size = 0;
    block.open_count = 0;
  }

  void fetch(std::uint32_t row) const { __builtin_prefetch(model_.rows.data() + row); }

  [[nodiscard]] Form form_of(const Token& token) const {
    constexpr std::uint32_t kLetters = 3;
    const auto byte = [&](std::uint32_t at) -> std::uint32_t {
      return static_cast<unsigned char>(text_[at]);
    };
    const std::uint32_t end = token.span.end;
    if (token.span.size() >= kLetters) {
      const std::uint32_t suffix = byte(end - 3) << 16U | byte(end - 2) << 8U | byte(end - 1);
      return {suffix | (~suffix >> 2U & 0x202020U), token.shape};  // all that is ASCII
    }
    std::uint32_t suffix = 0;
    for (std::uint32_t at = token.span.begin; at < end; ++at) {
      suffix = suffix << 8U | byte(at) | (~byte(at) >> 2U & 0x20U);
    }
    return {suffix, token.shape};
  }

  const TaggerModel& model_;
  const WordClasses* known_;
  FeatureHash features_;
  const Document& document_;
  const Token* tokens_;
  const char* text_;
  Range range_;
};

inline constexpr std::array<Walk::KindSight, 6> Walk::kKinds = all_kinds();
inline constexpr std::array<WordClasses, Walk::kBlock + 1> Walk::kNothingKnown = {};

}  // namespace quotary::tagging
