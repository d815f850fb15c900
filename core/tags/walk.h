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
  Walk(const TaggerModel& model, const Document& document, Range tokens)
      : model_(model),
        first_sight_(model.lexicon),
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
    const std::uint32_t last = std::min(sentence.last, first + (kBlock - block.size));
    // A quotation mark, as the start of a sentence, calls for a capital.
    bool due = first == sentence.first || tokens_[first - 1].kind == TokenKind::quote_mark;
    const std::uint32_t begin = block.size;
    std::uint32_t open = block.open_count;
    std::uint32_t place = begin;
    for (std::uint32_t at = first; at < last; ++at, ++place) {
      const TagSet tags = look(tokens_[at], due, place, block);
      due = tokens_[at].kind == TokenKind::quote_mark;
      block.tags[place] = first_of(tags);
      block.open[open] = {place, at, tags};
      open += (tags & (tags - 1)) != 0 ? 1U : 0U;
    }
    std::copy_n(block.tags.begin() + begin, last - first, out + (first - range_.first));
    block.see(place, {});
    if (last < sentence.last) look(tokens_[last], due, place, block);
    block.size = place;
    block.open_count = open;
    return last;
  }

  // Sees a token as the lexicon knows it, and returns its candidates. To its neighbours all numbers
  // are one word, and so are all quotation marks; "president" and "President" are two.
  [[gnu::always_inline]] TagSet look(const Token& token, bool due, std::uint32_t place,
                                     Block& block) const {
    const ClassIndex of_kind = class_of(token.kind);
    if (of_kind != tag_class::absent) {
      const bool alike = token.kind == TokenKind::number || token.kind == TokenKind::quote_mark;
      const std::uint32_t word = alike ? static_cast<std::uint32_t>(token.kind) : token.word;
      block.see(place, {word + kNoWord, of_kind});
      return model_.classes[of_kind].tags;
    }
    const unsigned capital = token.shape & shape::capital;
    const auto casing = static_cast<Casing>(capital << (capital & static_cast<unsigned>(due)));
    const ClassIndex found = first_sight_.find(token.word, casing);
    if (found == tag_class::absent) {
      const Known known = look_on(token, casing);
      block.see(place, known.seen);
      return known.candidates;
    }
    block.see(place, {token.word + static_cast<std::uint32_t>(casing), found});
    return model_.classes[found].tags;
  }
  static constexpr std::uint32_t kNoWord = 3;  // in the place of a casing

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

  struct Known {
    Seen seen;
    TagSet candidates;
  };

  // What is known of a word that is not found at first sight.
  [[nodiscard, gnu::noinline]] Known look_on(const Token& token, Casing casing) const {
    const auto word = [&](ClassIndex index, Casing as, TagSet tags) {
      return Known{{token.word + static_cast<std::uint32_t>(as), index}, tags};
    };
    const ClassIndex found = model_.lexicon.find(token.word, casing);
    if (found != tag_class::absent) return word(found, casing, model_.classes[found].tags);
    if (casing == Casing::lower) return unknown(token, tag_class::lower);
    if (casing == Casing::capital) return unknown(token, tag_class::capital);
    const ClassIndex plain = model_.lexicon.find(token.word, Casing::lower);
    const ClassIndex named = model_.lexicon.find(token.word, Casing::capital);
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
  TagLexicon::FirstSight first_sight_;
  FeatureHash features_;
  const Document& document_;
  const Token* tokens_;
  const char* text_;
  Range range_;
};

}  // namespace quotary::tagging
