#include "text/tokens.h"

#include <algorithm>
#include <cstddef>

#include "text/characters.h"
#include "text/large_pages.h"
#include "text/tickers.h"
#include "text/utf8.h"
#include "text/word_id.h"
#include "text/words.h"

namespace quotary {
namespace {

using Byte = unsigned char;

// A line longer than this was not broken to fit a column: its newline ends a paragraph.
constexpr std::ptrdiff_t kLongestWrappedLine = 120;
class Tokeniser {
 public:
  Tokeniser(std::string_view text, const TextRules& rules)
      : begin_(reinterpret_cast<const Byte*>(text.data())),
        end_(begin_ + text.size()),
        line_(begin_),
        rules_(rules) {
    constexpr std::size_t kMostReserved = 1U << 25;
    reserve_large(out_.tokens, std::min(text.size() / 4 + 16, kMostReserved));
    const std::size_t sentences = std::min(text.size() / 64 + 16, kMostReserved);
    out_.stops.reserve(sentences);
    out_.breaks.reserve(sentences / 2);
    out_.quote_marks.reserve(sentences);
  }

  TokenisedText run() && {
    const Byte* at = begin_;
    lead_ = shape::space_before | shape::newline_before;
    for (;;) {
      if (*at == ' ') {
        lead_ |= shape::space_before;
        ++at;
      }
      const CharClass kind = kChars.classes[*at];
      if (kind == CharClass::letter) {
        at = word(at);
      } else if (kind == CharClass::end) {
        break;
      } else {
        at = other_than_word(at, kind);
      }
    }
    // Nothing but symbols may stand in the last line.
    if (!out_.breaks.empty() && out_.breaks.back().token == size()) out_.breaks.pop_back();
    return std::move(out_);
  }

 private:
  // Most words are ASCII letters followed by a space: that is all this sees to.
  const Byte* word(const Byte* start) {
    const Byte* at = start;
    std::uint32_t hash = kHashStart;
    while (const std::uint8_t folded = kChars.letter_fold[*at]) {
      hash = hash_byte(hash, folded);
      ++at;
    }
    if (kChars.joins_letters[*at] && !ends_letters(start, at, hash)) return long_word(start);
    std::uint8_t form = 0;
    if (*start < 'a') {
      form = shape::capital;
      if (at - start > 1 && at[-1] < 'a' && is_upper_only(start, at)) form |= shape::all_caps;
    }
    emit(start, at, hash, TokenKind::word, form);
    return at;
  }

  // Whether the word ends here in spite of the mark at `at`: mostly a full stop that ends the
  // sentence. What read_word() would tell of nothing but letters before such a mark; in doubt no.
  [[nodiscard]] bool ends_letters(const Byte* start, const Byte* at, std::uint32_t hash) const {
    switch (*at) {
      case '.':
        return at - start > 1 && !is_word_character(at + 1) &&
               rules_.abbreviation(hash, *start < 'a') == Abbreviation::none;
      case ':':
        return at[1] != '/';
      case '\'':
        return !is_letter(at + 1) || is_possessive_s(at + 1);
      default:
        return false;
    }
  }

  static bool is_upper_only(const Byte* at, const Byte* last) {
    return std::all_of(at, last, [](Byte byte) { return byte < 'a'; });
  }

  // A word with all that may stand in it; also numbers and words of other scripts.
  [[gnu::noinline]] const Byte* long_word(const Byte* start) {
    const Word word = read_word(start, rules_);
    if (word.final_stop) {
      out_.stops.push_back({size(), word.title ? StopKind::title : StopKind::abbreviation});
    }
    const bool number = (word.seen & seen::letter) == 0 && (word.seen & seen::digit) != 0;
    emit(start, word.at, word.hash, number ? TokenKind::number : TokenKind::word, shape_of(word));
    return word.at;
  }

  [[gnu::noinline]] const Byte* other_than_word(const Byte* at, CharClass kind) {
    if (*at == '(' || *at == '<') return bracket(at, kind);
    switch (kind) {
      case CharClass::space:
      case CharClass::newline:
        return white_space(at);
      case CharClass::digit:
        return long_word(at);
      case CharClass::sign:
        if (is_letter(at + 1) || at[1] == '_') return long_word(at);
        return single(at, at + 1, TokenKind::other);
      case CharClass::dot:
        return dots(at);
      case CharClass::dash:
        return dashes(at);
      case CharClass::apostrophe:
        return apostrophe(at, 1);
      case CharClass::quote:
        return quote(at, 1);
      case CharClass::comma:
        if (at[1] == ',' && is_word_character(at + 2)) {
          return mark(at, at + 2);
        }
        return single(at, at + 1, TokenKind::punctuation);
      case CharClass::terminator:
        return stop(at, at + 1, StopKind::stop);
      case CharClass::punctuation:
        return single(at, at + 1, TokenKind::punctuation);
      case CharClass::wide:
        return wide(at);
      default:
        return single(at, at + 1, TokenKind::other);
    }
  }

  const Byte* bracket(const Byte* at, CharClass kind) {
    if (const char* end = end_of_tickers(reinterpret_cast<const char*>(at)); end != nullptr) {
      lead_ |= shape::space_before;
      return reinterpret_cast<const Byte*>(end);
    }
    const bool punctuation = kind == CharClass::punctuation;
    return single(at, at + 1, punctuation ? TokenKind::punctuation : TokenKind::other);
  }

  const Byte* wide(const Byte* at) {
    const Utf8Sequence here = read_valid_utf8(at);
    const Byte* next = at + here.size;
    switch (classify(here.code)) {
      case CharClass::space:
      case CharClass::newline:
        return white_space(at);
      case CharClass::letter:
      case CharClass::digit:
        return long_word(at);
      case CharClass::dash:
        return dashes(at);
      case CharClass::apostrophe:
        return apostrophe(at, here.size);
      case CharClass::quote:
        return quote(at, here.size);
      case CharClass::terminator:
        return stop(at, next, StopKind::stop);
      case CharClass::ellipsis:
        return dots(at);
      case CharClass::punctuation:
        return single(at, next, TokenKind::punctuation);
      default:
        return symbol(at, here);
    }
  }

  // A symbol with the marks that combine with it; a run of lost characters is one token.
  const Byte* symbol(const Byte* at, Utf8Sequence here) {
    const Byte* next = at + here.size;
    while (*next >= 0x80) {
      const Utf8Sequence more = read_valid_utf8(next);
      const bool lost = here.code == kReplacement && more.code == kReplacement;
      if (!lost && classify(more.code) != CharClass::mark) break;
      next += more.size;
    }
    return single(at, next, TokenKind::other);
  }

  const Byte* white_space(const Byte* at) {
    int newlines = 0;
    const Byte* last_line = at;
    for (;;) {
      const CharClass kind = class_of(at);
      if (kind != CharClass::space && kind != CharClass::newline) break;
      if (kind == CharClass::newline) {
        if (newlines == 0 && at - line_ > kLongestWrappedLine) single_open_ = false;
        ++newlines;
      }
      at += *at < 0x80 ? 1 : read_valid_utf8(at).size;
      if (kind == CharClass::newline) last_line = at;
    }
    lead_ |= shape::space_before;
    if (newlines == 0) return at;
    if (newlines > 1) single_open_ = false;
    line_ = last_line;
    if (*at == 0) return at;
    lead_ |= shape::newline_before;
    if (!out_.tokens.empty()) {
      const bool indented = at - last_line > 1 || (at != last_line && *last_line == '\t');
      const bool another = out_.breaks.empty() || out_.breaks.back().token != size();
      if (another) out_.breaks.push_back({size(), newlines > 1, indented});
      if (newlines > 1) out_.breaks.back().blank = true;
    }
    return at;
  }

  // One stop, or an ellipsis: "...", "....", ". . .", "…".
  const Byte* dots(const Byte* at) {
    const Byte* next = at;
    int count = 0;
    for (;;) {
      if (*next == '.') {
        ++next;
        ++count;
      } else if (next[0] == 0xE2 && next[1] == 0x80 && next[2] == 0xA6) {
        next += 3;
        count += 3;
      } else {
        break;
      }
    }
    if (count > 1) return stop(at, next, StopKind::ellipsis);
    if (next[0] == ' ' && next[1] == '.' && next[2] == ' ' && next[3] == '.') {
      while (next[0] == ' ' && next[1] == '.') next += 2;
      return stop(at, next, StopKind::ellipsis);
    }
    return stop(at, next, StopKind::stop);
  }

  const Byte* dashes(const Byte* at) {
    const Byte* next = at;
    for (;;) {
      if (*next == '-') {
        ++next;
      } else if (*next >= 0x80 && class_of(next) == CharClass::dash) {
        next += read_valid_utf8(next).size;
      } else {
        break;
      }
    }
    return single(at, next, TokenKind::punctuation);
  }

  // ' or ’ outside a word: the possessive of the token before it, or a mark of quotation.
  const Byte* apostrophe(const Byte* at, std::uint8_t length) {
    const Byte* next = at + length;
    if (lead_ == 0 && !out_.tokens.empty() && ends_noun(out_.tokens.back())) {
      if (is_possessive_s(next)) return single(at, next + 1, TokenKind::clitic);
      if (ends_plural(at) && !single_open_ && !is_word_character(next) && *next != *at) {
        return mark(at, next, TokenKind::clitic);
      }
    }
    const bool doubled = class_of(next) == CharClass::apostrophe && *next == *at;
    if (doubled) return mark(at, next + length);
    note_single(next);
    return mark(at, next);
  }

  const Byte* quote(const Byte* at, std::uint8_t length) {
    const Byte* next = at + length;
    const char32_t code = read_valid_utf8(at).code;
    const bool doubles = code == '`' || code == 0x2018 || code == 0x201A;
    if (doubles && *next == *at && read_valid_utf8(next).code == code) {
      return mark(at, next + length);
    }
    if (code == '`' || code == 0x2018 || code == 0x201A || code == 0x201B) note_single(next);
    return mark(at, next);
  }

  // Keeps count of whether a single quotation may be open, so that the ' of "dogs'" is taken for
  // a possessive only where it cannot close one. `next` follows the mark.
  void note_single(const Byte* next) {
    if (is_word_character(next) && !is_digit(*next)) {
      if (lead_ != 0 || out_.tokens.empty() || !is_wordlike(out_.tokens.back())) {
        single_open_ = true;
        return;
      }
    }
    if (lead_ == 0) single_open_ = false;
  }

  static bool is_wordlike(const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number;
  }

  // Whether 's after this token can be its possessive.
  [[nodiscard]] bool ends_noun(const Token& token) const {
    if (is_wordlike(token)) return true;
    const Byte* last = begin_ + token.span.end - 1;
    if (*last == ')' || *last == '%') return true;
    return token.span.size() == 3 && token.kind == TokenKind::quote_mark &&
           read_valid_utf8(begin_ + token.span.begin).code == 0x201D;
  }

  [[nodiscard]] bool ends_plural(const Byte* at) const {
    return at != begin_ && (at[-1] == 's' || at[-1] == 'S' || at[-1] == 'z' || at[-1] == 'x');
  }

  const Byte* stop(const Byte* at, const Byte* next, StopKind kind) {
    out_.stops.push_back({size(), kind});
    return single(at, next, TokenKind::punctuation);
  }

  // What may be a mark of quotation, whatever it is taken for here.
  const Byte* mark(const Byte* at, const Byte* next, TokenKind kind = TokenKind::quote_mark) {
    out_.quote_marks.push_back(size());
    return single(at, next, kind);
  }

  // A token that is no word: it has no form but "non-ASCII".
  const Byte* single(const Byte* at, const Byte* next, TokenKind kind) {
    std::uint32_t hash = kHashStart;
    if (next - at == 1) {
      hash = hash_byte(hash, *at);
    } else {
      hash = word_id({reinterpret_cast<const char*>(at), static_cast<std::size_t>(next - at)});
    }
    emit(at, next, hash, kind, *at >= 0x80 ? shape::non_ascii : std::uint8_t{0});
    return next;
  }

  [[gnu::always_inline]] void emit(const Byte* at, const Byte* next, std::uint32_t hash,
                                   TokenKind kind, std::uint8_t form) {
    const Span span{static_cast<std::uint32_t>(at - begin_),
                    static_cast<std::uint32_t>(next - begin_)};
    out_.tokens.push_back({span, hash, kind, static_cast<std::uint8_t>(form | lead_), 0});
    lead_ = 0;
  }

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(out_.tokens.size());
  }

  const Byte* begin_;
  const Byte* end_;
  const Byte* line_;  // where the line at hand begins
  const TextRules& rules_;
  TokenisedText out_;
  std::uint8_t lead_ = 0;  // shape bits of the white space before the next token
  bool single_open_ = false;
};

}  // namespace

TokenisedText tokenise(std::string_view text, const TextRules& rules) {
  if (text.empty()) return {};
  return Tokeniser(text, rules).run();
}

}  // namespace quotary
