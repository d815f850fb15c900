#include "text/words.h"

#include <algorithm>
#include <string_view>

#include "text/utf8.h"

namespace quotary {
namespace {

using Byte = unsigned char;

// Runs of letters in an abbreviation with inner stops are no longer than this: "Ph.D.", "a.m.".
constexpr std::ptrdiff_t kLongestAbbreviatedRun = 2;

bool is_apostrophe(char32_t code) {
  return code == 0x2018 || code == 0x2019 || code == 0x201B || code == 0xB4;
}

bool has_two_letters(const Word& word) {
  int letters = 0;
  for (const Byte* at = word.start; at < word.at && letters < 2; ++at) {
    if (*at < 0x80 ? (kChars.bits[*at] & seen::letter) != 0 : !is_continuation(*at)) ++letters;
  }
  return letters == 2;
}

class WordReader {
 public:
  explicit WordReader(const TextRules& rules) : rules_(rules) {}

  void read(Word& word) const {
    if (*word.at == '#' || *word.at == '@') take_mark(word, 1);
    for (;;) {
      read_run(word);
      if (!kChars.joins[*word.at] || !join(word)) return;
    }
  }

 private:
  static void read_run(Word& word) {
    while (const std::uint8_t folded = kChars.fold[*word.at]) {
      word.hash = hash_byte(word.hash, folded);
      word.seen |= kChars.bits[*word.at];
      ++word.at;
    }
  }

  // Takes what stands at word.at into the word if it belongs there; false: the word ends.
  bool join(Word& word) const {
    const Byte* at = word.at;
    if (word.final_stop) {
      if (*at != '-' || !is_word_character(at + 1)) return false;
      word.final_stop = false;  // it proves to be an inner one: "U.S.-led"
      word.title = false;
      word.seen |= seen::hyphen;
      return take_mark(word, 1);
    }
    switch (*at) {
      case '\'':
      case '`':
        return joins_as_apostrophe(word, at + 1) && take_mark(word, 1);
      case '-':
        if (!is_word_character(at + 1)) return false;
        word.seen |= seen::hyphen;
        return take_mark(word, 1);
      case '.':
        return join_stop(word);
      case ',':
        return between_digits(word, at) && take_mark(word, 1);
      case ':':
        if (at[1] == '/' && at[2] == '/') return take_address(word);
        return between_digits(word, at) && take_mark(word, 1);
      case '/':
        if (word.inner_stop && word.longest_run > kLongestAbbreviatedRun) return take_address(word);
        return between_digits(word, at) && take_mark(word, 1);
      case '&':
        return at != word.start && is_letter(at + 1) && take_mark(word, 1);
      case '_':
      case '@':
        return at != word.start && is_word_character(at + 1) && take_mark(word, 1);
      default:
        return join_wide(word);
    }
  }

  static bool join_wide(Word& word) {
    const Utf8Sequence next = read_valid_utf8(word.at);
    switch (classify(next.code)) {
      case CharClass::letter:
      case CharClass::digit:
      case CharClass::mark:
        word.hash = hash_wide(word.hash, next.code);
        word.seen |= seen_bits(next.code);
        word.at += next.size;
        return true;
      case CharClass::apostrophe:
      case CharClass::quote:
        return is_apostrophe(next.code) && joins_as_apostrophe(word, word.at + next.size) &&
               take_mark(word, next.size);
      case CharClass::dash:
        if (next.code != 0x2010 && next.code != 0x2011) return false;
        if (!is_word_character(word.at + next.size)) return false;
        word.seen |= seen::hyphen;
        return take_mark(word, next.size);
      case CharClass::other:  // a letter that was lost between others
        return next.code == kReplacement && word.at != word.start &&
               is_letter(word.at + next.size) && take_mark(word, next.size);
      default:
        return false;
    }
  }

  static bool take_mark(Word& word, std::uint8_t size) {
    word.longest_run = std::max(word.longest_run, word.at - word.run);
    if (size == 1) {
      word.hash = hash_byte(word.hash, *word.at);
    } else {
      word.hash = hash_wide(word.hash, read_valid_utf8(word.at).code);
      word.seen |= seen::non_ascii;
    }
    word.at += size;
    word.run = word.at;
    return true;
  }

  // "don't" and "O'Neill", but not "Trump's", whose 's is a token of its own.
  static bool joins_as_apostrophe(const Word& word, const Byte* next) {
    if (word.at == word.start || (word.seen & seen::letter) == 0 || !is_letter(next)) return false;
    return !is_possessive_s(next);
  }

  static bool between_digits(const Word& word, const Byte* at) {
    return at != word.start && is_digit(at[-1]) && is_digit(at[1]);
  }

  // At a full stop: one inside the word, one that ends an abbreviation, or none of the word's.
  bool join_stop(Word& word) const {
    const Byte* at = word.at;
    const std::ptrdiff_t run = at - word.run;
    if (run == 0) return false;
    if (is_word_character(at + 1)) {
      if (begins_address(at + 1)) return false;
      if (is_upper(at + 1)) {
        // "U.S", "Ph.D", but not a sentence end that lost its space: "office.The".
        const bool digit_before = is_digit(at[-1]);
        const bool short_runs = run == 1 || (run <= kLongestAbbreviatedRun && !is_letter(at + 2));
        if (digit_before || !short_runs) return false;
      }
      word.inner_stop = true;
      return take_mark(word, 1);
    }
    if (!is_abbreviation(word)) return false;
    word.final_stop = true;
    return take_mark(word, 1);
  }

  // "http", which never goes on with the word before a stop: "so.http://..."
  static bool begins_address(const Byte* at) {
    return at[0] == 'h' && at[1] == 't' && at[2] == 't' && at[3] == 'p';
  }

  bool is_abbreviation(Word& word) const {
    const Byte* at = word.at;
    if (at[1] == '.') return false;
    const bool capital = is_upper(word.start);
    switch (kind_of(word)) {
      case Abbreviation::title:
        word.title = true;
        return true;
      case Abbreviation::plain:
        return true;
      case Abbreviation::number:
        if (at[1] == ',' || (at[1] == ' ' && is_digit(at[2]))) return true;
        break;  // "p. 12"; "P. Lund" all the same
      case Abbreviation::none:
        break;
    }
    if ((word.seen & seen::digit) != 0) return false;
    const std::ptrdiff_t run = at - word.run;
    if (word.inner_stop) return std::max(run, word.longest_run) <= kLongestAbbreviatedRun;
    if (run != 1 || at - word.start != 1 || !capital) return false;
    // An initial: a name goes on after it.
    return at[1] == ',' || (at[1] == ' ' && is_upper(at + 2));
  }

  // What the rules say of the word before the stop, or of its last part: "D-Va.".
  [[nodiscard]] Abbreviation kind_of(const Word& word) const {
    const Abbreviation whole = rules_.abbreviation(word.hash, is_upper(word.start));
    const bool in_parts = (word.seen & seen::hyphen) != 0 && word.run != word.start;
    if (whole != Abbreviation::none || !in_parts) return whole;
    const std::string_view part(reinterpret_cast<const char*>(word.run),
                                static_cast<std::size_t>(word.at - word.run));
    return rules_.abbreviation(word_id(part), is_upper(word.run));
  }

  // An address runs to the next white space or mark that cannot be in one.
  static bool take_address(Word& word) {
    const Byte* at = word.at;
    for (;;) {
      const CharClass kind = class_of(at);
      if (kind == CharClass::end || kind == CharClass::space || kind == CharClass::newline) break;
      if (kind == CharClass::quote || *at == '<' || *at == '>') break;
      if (*at >= 0x80 && kind == CharClass::apostrophe) break;
      at += *at < 0x80 ? 1 : read_valid_utf8(at).size;
    }
    const auto is_trailing = [](Byte byte) {
      return byte == '.' || byte == ',' || byte == ';' || byte == ':' || byte == '!' ||
             byte == '?' || byte == ')' || byte == ']' || byte == '\'';
    };
    while (at > word.at && is_trailing(at[-1])) --at;
    while (word.at != at) {
      if (*word.at < 0x80) {
        const std::uint8_t folded = kChars.fold[*word.at];
        word.hash = hash_byte(word.hash, folded != 0 ? folded : *word.at);
        word.seen |= kChars.bits[*word.at++];
        continue;
      }
      const Utf8Sequence next = read_valid_utf8(word.at);
      word.hash = hash_wide(word.hash, next.code);
      word.seen |= seen::non_ascii;
      word.at += next.size;
    }
    return false;
  }

  const TextRules& rules_;
};

}  // namespace

Word read_word(const unsigned char* start, const TextRules& rules) {
  Word word;
  word.start = start;
  word.at = start;
  word.run = start;
  WordReader(rules).read(word);
  return word;
}

std::uint8_t shape_of(const Word& word) {
  const Byte* first = *word.start == '#' || *word.start == '@' ? word.start + 1 : word.start;
  std::uint8_t form = 0;
  if (is_upper(first)) form |= shape::capital;
  if ((word.seen & seen::digit) != 0) form |= shape::has_digit;
  if ((word.seen & seen::hyphen) != 0) form |= shape::has_hyphen;
  if ((word.seen & seen::non_ascii) != 0) form |= shape::non_ascii;
  if (word.final_stop) form |= shape::abbreviation;
  const bool upper_only = (word.seen & (seen::upper | seen::lower)) == seen::upper;
  if (upper_only && has_two_letters(word)) form |= shape::all_caps;
  return form;
}

}  // namespace quotary
