#include "quotes/uses.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr std::size_t kShortWord = 3;  // letters: "the", "of", "and" stay small in a title

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

bool is_capital(const Token& token) {
  return (token.shape & (shape::capital | shape::has_digit)) != 0;
}

bool is_mark(const Token& token) {
  return token.kind == TokenKind::quote_mark || token.kind == TokenKind::clitic;
}

class StretchView {
 public:
  StretchView(const Document& document, std::span<const QuotedStretch> stretches,
              std::uint32_t stretch)
      : document_(document), stretch_(stretches[stretch]), tokens_(document.tokens()) {
    look_.joined = stretch_.continues != kNone || !stretch_.closed;
    const auto& paragraphs = document.paragraphs();
    first_ = document.token_at(stretch_.outer.begin);
    if (first_ >= tokens_.size()) return;
    paragraph_ = paragraphs[document.paragraph_of(first_)].tokens;
    inside();
    before();
    after();
  }

  [[nodiscard]] const StretchLook& look() const { return look_; }

 private:
  void inside() {
    const Token* end = nullptr;
    bool begun = false;
    for (last_ = first_; last_ < paragraph_.last; ++last_) {
      const Token& token = tokens_[last_];
      if (token.span.begin >= stretch_.outer.end) break;
      if (token.span.begin >= stretch_.inner.begin && token.span.end <= stretch_.inner.end &&
          !is_mark(token)) {
        end = &token;
      }
      if (!is_word(token)) continue;
      ++look_.words;
      if (is_capital(token)) {
        ++look_.capitals;
      } else {
        if (!begun) look_.starts_small = true;
        if (token.span.size() > kShortWord) ++look_.small;
      }
      begun = true;
    }
    if (end == nullptr || is_word(*end)) return;
    const std::string_view text = document_.text(*end);
    look_.pauses = text == "," || text == ";";
    look_.stops = text == "." || text.starts_with("..") || text == "…";
    look_.asks = !look_.pauses && !look_.stops && text != ":" && text != ")";
  }

  void before() {
    std::uint32_t at = first_;
    while (at > paragraph_.first && is_mark(tokens_[at - 1]) &&
           tokens_[at - 1].span.end == tokens_[at].span.begin) {
      --at;
    }
    if (at == paragraph_.first) {
      look_.lead = Lead::paragraph;
      return;
    }
    const Token& token = tokens_[at - 1];
    const std::string_view text = document_.text(token);
    if (is_word(token) || token.kind == TokenKind::clitic) {
      look_.lead = Lead::word;
      look_.name_before = is_capital(token);
    } else if (token.kind == TokenKind::quote_mark || text == "." || text == "!" || text == "?") {
      look_.lead = Lead::sentence;
    } else {
      look_.lead = Lead::pause;
    }
  }

  void after() {
    std::uint32_t at = last_;
    while (at < paragraph_.last && is_mark(tokens_[at])) ++at;
    look_.all_of_paragraph = look_.lead == Lead::paragraph && at == paragraph_.last;
    if (at == paragraph_.last || !is_word(tokens_[at])) return;
    look_.name_after = is_capital(tokens_[at]);
    look_.small_after = !look_.name_after;
  }

  const Document& document_;
  const QuotedStretch& stretch_;
  const std::vector<Token>& tokens_;
  Range paragraph_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  StretchLook look_;
};

bool looks_like_title(const StretchLook& look, const UseLimits& limits) {
  return look.words != 0 && look.words <= limits.title_words && !look.starts_small &&
         look.small == 0 && !look.asks;
}

// Built into a sentence: `calls it "a rare gift"`, `the film "Long Roads"`, `he said "Never."`
QuoteUse use_inside_sentence(const StretchLook& look, const UseLimits& limits) {
  if (look.starts_small) {
    if (look.cue) return QuoteUse::partial;
    return look.words <= limits.scare_words && !look.asks ? QuoteUse::scare : QuoteUse::partial;
  }
  if (looks_like_title(look, limits) && !look.cue && !look.all_of_paragraph) {
    return QuoteUse::title;
  }
  return QuoteUse::speech;
}

}  // namespace

StretchLook look_at(const Document& document, std::span<const QuotedStretch> stretches,
                    std::uint32_t stretch) {
  return StretchView(document, stretches, stretch).look();
}

QuoteUse use_of(const StretchLook& look, const UseLimits& limits) {
  if (look.headline) return QuoteUse::headline;
  if (look.joined) return QuoteUse::speech;
  if (look.motto && look.words <= limits.motto_words) return QuoteUse::motto;
  const bool title = looks_like_title(look, limits);
  if (look.work && title) return QuoteUse::title;
  if (look.name_before && look.name_after && !look.starts_small && !look.asks && !look.pauses &&
      look.words <= limits.nickname_words) {
    return QuoteUse::nickname;
  }
  if (look.lead == Lead::word) return use_inside_sentence(look, limits);
  if (look.cue)
    return look.starts_small && look.lead != Lead::pause ? QuoteUse::partial : QuoteUse::speech;
  const bool ends = look.asks || look.stops || look.pauses;
  if (title && look.small_after && !ends) return QuoteUse::title;
  if (title && look.lead == Lead::pause && !ends && look.words > 1) return QuoteUse::title;
  if (look.starts_small && !ends && look.words <= limits.scare_words) return QuoteUse::scare;
  return QuoteUse::speech;
}

}  // namespace quotary
