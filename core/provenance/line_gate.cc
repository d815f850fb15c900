#include "provenance/line_gate.h"

#include <algorithm>
#include <string>

namespace quotary {
namespace {

constexpr std::uint32_t kHead = 3;       // tokens at the beginning
constexpr std::uint32_t kTail = 9;       // and at the end
constexpr std::uint32_t kDateline = 24;  // tokens that a dateline may have

bool holds(const std::vector<std::uint32_t>& set, std::uint32_t word) {
  return std::binary_search(set.begin(), set.end(), word);
}

}  // namespace

LineGate::WordSet LineGate::words_of(const LineWords& words, const std::string& group,
                                     WordBits& bits) {
  WordSet set;
  for (const std::string& form : words.forms_of(group)) set.push_back(word_id(form));
  std::sort(set.begin(), set.end());
  for (const std::uint32_t word : set) bits.set(word % bits.size());
  return set;
}

LineGate::LineGate(const LineWords& words) {
  const auto fill = [&](Triggers& triggers, const std::string& group) {
    triggers.anywhere = words_of(words, group, anywhere_);
    triggers.head = words_of(words, group + ".head", at_ends_);
    triggers.tail = words_of(words, group + ".tail", at_ends_);
  };
  fill(names_, "trigger.names");
  fill(notice_, "trigger.notice");
}

LineSigns LineGate::signs(const Document& document, const Paragraph& paragraph) const {
  const std::vector<Token>& tokens = document.tokens();
  const Range range = paragraph.tokens;
  const auto is_plain = [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::number ||
           token.kind == TokenKind::clitic;
  };
  LineSigns signs;
  // A dateline: nothing but capitals, numbers and commas up to a bracket or a dash.
  const std::uint32_t dateline_end = std::min(range.last, range.first + kDateline);
  for (std::uint32_t t = range.first; t < dateline_end; ++t) {
    const Token& token = tokens[t];
    if (token.kind == TokenKind::word && t > range.first + 3 &&
        (token.shape & shape::capital) == 0 && (token.shape & shape::non_ascii) == 0 &&
        token.span.size() > 5) {
      break;
    }
    if (is_plain(token)) {
      const bool small = token.kind == TokenKind::word && (token.shape & shape::capital) == 0;
      if (small && t == range.first && (token.shape & shape::non_ascii) == 0) break;
      continue;
    }
    const std::string_view text = document.text(token);
    const char c = text[0];
    if (c == ',' || c == '.') continue;
    if (token.kind == TokenKind::quote_mark) break;
    signs.dateline = c == '(' || c == '[' || c == ':' || c == '/' || c == '|' || c == '-' ||
                     c == '_' || text.size() >= 2;
    break;
  }
  const Token& first = tokens[range.first];
  const Token& last = tokens[range.last - 1];
  const char last_mark = last.kind == TokenKind::punctuation ? document.text(last)[0] : ' ';
  const bool open_end = !(last.kind == TokenKind::quote_mark ||
                          (last.kind == TokenKind::punctuation &&
                           (last_mark == '.' || last_mark == '!' || last_mark == '?' ||
                            last_mark == ':' || last_mark == ';')));
  signs.names = open_end || (!is_plain(first) && first.kind != TokenKind::quote_mark);
  signs.notice = !is_plain(first) && first.kind != TokenKind::quote_mark;
  // "c.2014 Newsline"
  const std::string_view opening = document.text(first);
  if (opening.size() > 1 && opening[1] == '.' && opening[0] >= 'a') signs.notice = true;
  // Scripts without case and without blanks: their words are not those of the lists.
  if (first.kind == TokenKind::word && (first.shape & shape::non_ascii) != 0 &&
      (first.shape & shape::capital) == 0) {
    signs.names = signs.notice = true;
  }
  // The probe comes first, as hardly any token passes it, and of kinds there are several.
  bool symbol = false;  // "©", not "$"
  for (std::uint32_t t = range.first; t < range.last; ++t) {
    const Token& token = tokens[t];
    if (anywhere_[token.word % anywhere_.size()] && token.kind == TokenKind::word) {
      signs.names = signs.names || holds(names_.anywhere, token.word);
      signs.notice = signs.notice || holds(notice_.anywhere, token.word);
    }
    symbol |= (token.kind == TokenKind::other) & (token.span.size() > 1);
  }
  if (symbol) {
    signs.names = signs.notice = true;
    return signs;
  }
  const std::uint32_t head = std::min(range.last, range.first + kHead);
  for (std::uint32_t t = range.first; t < head; ++t) {
    if (!is_at_end(tokens[t].word) || tokens[t].kind != TokenKind::word) continue;
    signs.names = signs.names || holds(names_.head, tokens[t].word);
    signs.notice = signs.notice || holds(notice_.head, tokens[t].word);
  }
  const std::uint32_t tail = range.last - std::min(range.size(), kTail);
  for (std::uint32_t t = tail; t < range.last; ++t) {
    const Token& token = tokens[t];
    if (token.kind == TokenKind::word && is_at_end(token.word)) {
      signs.names = signs.names || holds(names_.tail, token.word);
      signs.notice = signs.notice || holds(notice_.tail, token.word);
    } else if (token.kind == TokenKind::punctuation) {
      const char c = document.text(token)[0];
      if (c == '/' || c == ')' || c == ']') signs.names = true;
    }
  }
  return signs;
}

}  // namespace quotary
