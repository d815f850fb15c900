#include "text/sentences.h"

#include <cstddef>
#include <cstdint>

namespace quotary {
namespace {

// Marks and brackets looked over in search of the first word of a sentence.
constexpr std::uint32_t kMostOpeners = 4;
// Words of a name before its verb of speech, and the verb.
constexpr std::uint32_t kLongestName = 6;

// Stops lie far apart in memory: this many before its turn, the tokens at one are asked for.
constexpr std::size_t kAhead = 8;

class Divider {
 public:
  explicit Divider(const SentenceInput& input)
      : text_(input.text), tokens_(input.tokenised.tokens), rules_(input.rules) {}

  // Past the stop and the other stops and closing marks that belong to it.
  [[nodiscard]] std::uint32_t closed(const Stop& stop, std::uint32_t last) const {
    std::uint32_t next = stop.token + 1;
    while (next < last && closes(next, last)) ++next;
    return next;
  }

  // Whether a sentence ends before `next`, which is closed() of `stop`; both stand in `rest`, what
  // is left of their paragraph.
  [[nodiscard]] bool divides(const Stop& stop, std::uint32_t next, Range rest) const {
    return next < rest.last && !is_bare(rest.first, stop.token) && ends(stop, next, rest.last);
  }

 private:
  // Whether no word stands between: "1." before an item of a list, "..." before a sentence.
  [[nodiscard]] bool is_bare(std::uint32_t first, std::uint32_t stop) const {
    if (stop - first > kMostOpeners || tokens_[stop].kind == TokenKind::word) return false;
    for (std::uint32_t token = first; token < stop; ++token) {
      if (tokens_[token].kind == TokenKind::word) return false;
    }
    return true;
  }

  [[nodiscard]] char first_byte(std::uint32_t token) const {
    return text_[tokens_[token].span.begin];
  }

  [[nodiscard]] bool spaced(std::uint32_t token) const {
    return (tokens_[token].shape & shape::space_before) != 0;
  }

  // Whether the token belongs to the stop before it: another stop, or a closing mark.
  [[nodiscard]] bool closes(std::uint32_t token, std::uint32_t last) const {
    const bool space_after = token + 1 == last || spaced(token + 1);
    if (tokens_[token].kind == TokenKind::quote_mark) {
      if (!spaced(token)) {
        return space_after || tokens_[token + 1].kind == TokenKind::quote_mark ||
               tokens_[token + 1].kind == TokenKind::punctuation || is_straight(token);
      }
      return space_after;
    }
    if (spaced(token) || tokens_[token].kind != TokenKind::punctuation) return false;
    const char byte = first_byte(token);
    return byte == ')' || byte == ']' || byte == '}' || byte == '.' || byte == '!' || byte == '?';
  }

  [[nodiscard]] bool is_straight(std::uint32_t token) const {
    const char byte = first_byte(token);
    return byte == '"' || byte == '\'';
  }

  [[nodiscard]] bool opens(std::uint32_t token) const {
    if (tokens_[token].kind == TokenKind::quote_mark) return true;
    const char byte = first_byte(token);
    return tokens_[token].kind == TokenKind::punctuation && (byte == '(' || byte == '[');
  }

  [[nodiscard]] bool is_dash(std::uint32_t token) const {
    if (tokens_[token].kind != TokenKind::punctuation) return false;
    const std::string_view mark =
        text_.substr(tokens_[token].span.begin, tokens_[token].span.size());
    return mark.front() == '-' || mark.substr(0, 2) == "\xE2\x80";
  }

  // Whether the sentence of `stop` ends before token `next`.
  [[nodiscard]] bool ends(const Stop& stop, std::uint32_t next, std::uint32_t last) const {
    if (stop.kind == StopKind::title) return false;
    const bool after_mark = next > stop.token + 1;
    std::uint32_t word = next;
    if (is_dash(word) && word + 1 < last) ++word;
    const bool after_dash = word != next;
    while (word + 1 < last && word - next < kMostOpeners && opens(word)) ++word;
    const bool after_opener = word != next && !after_dash;
    const Token& token = tokens_[word];
    if (token.kind == TokenKind::punctuation || token.kind == TokenKind::clitic) {
      return after_opener;
    }
    const bool capital = (token.shape & shape::capital) != 0;
    if (stop.kind == StopKind::abbreviation) {
      if (!capital || after_dash) return false;
      return after_mark || after_opener ||
             (token.kind == TokenKind::word && rules_.sentence_starter(token.word));
    }
    if (token.kind == TokenKind::word && !capital && (token.shape & shape::has_digit) == 0) {
      if (is_uncased(token)) return true;
      return after_opener && stop.kind == StopKind::stop && !after_mark;
    }
    return !(after_mark && goes_on_with_verb(stop, word, last));
  }

  // `"Why?" Jane Roe asked.`: a name and a verb of speech after a question or an exclamation.
  [[nodiscard]] bool goes_on_with_verb(const Stop& stop, std::uint32_t word,
                                       std::uint32_t last) const {
    const char mark = first_byte(stop.token);
    if (mark != '?' && mark != '!') return false;
    if (tokens_[word - 1].kind != TokenKind::quote_mark) return false;
    if (rules_.sentence_starter(tokens_[word].word)) return false;
    for (std::uint32_t at = word; at < last && at - word < kLongestName; ++at) {
      if (tokens_[at].kind != TokenKind::word) return false;
      if (at > word && rules_.quote_verb(tokens_[at].word)) return true;
      if ((tokens_[at].shape & shape::capital) == 0) return false;
    }
    return false;
  }

  // A word of a script without capitals.
  [[nodiscard]] bool is_uncased(const Token& token) const {
    return (static_cast<unsigned char>(text_[token.span.begin]) >= 0xD7);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const TextRules& rules_;
};

}  // namespace

DividedText divide(const SentenceInput& input, const std::vector<std::uint32_t>& starts) {
  const std::vector<Token>& tokens = input.tokenised.tokens;
  const std::vector<Stop>& stops = input.tokenised.stops;
  const Divider divider(input);
  DividedText out;
  out.paragraphs.reserve(starts.size());
  out.sentences.reserve(stops.size() + starts.size());
  std::size_t stop = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t first = starts[i];
    const auto last =
        i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(tokens.size());
    const auto first_sentence = static_cast<std::uint32_t>(out.sentences.size());
    std::uint32_t begin = first;
    std::uint32_t done = first;  // stops before it have been seen to
    for (; stop < stops.size() && stops[stop].token < last; ++stop) {
      if (stop + kAhead < stops.size()) __builtin_prefetch(&tokens[stops[stop + kAhead].token]);
      if (stops[stop].token < done) continue;  // part of an earlier stop
      done = divider.closed(stops[stop], last);
      if (!divider.divides(stops[stop], done, {begin, last})) continue;
      out.sentences.push_back({{begin, done}});
      begin = done;
    }
    out.sentences.push_back({{begin, last}});
    out.paragraphs.push_back({{tokens[first].span.begin, tokens[last - 1].span.end},
                              {first, last},
                              {first_sentence, static_cast<std::uint32_t>(out.sentences.size())}});
  }
  return out;
}

}  // namespace quotary
