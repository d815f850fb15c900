#include "rules/line_tokens.h"

#include <algorithm>

#include "quotary/document.h"
#include "text/characters.h"
#include "text/utf8.h"
#include "text/word_id.h"

namespace quotary {
namespace {

constexpr std::uint32_t kLongestTail = 24;  // of a web domain: "x.museum"

class LineScanner {
 public:
  LineScanner(std::string_view text, std::vector<LineToken>& out)
      : text_(text), end_(static_cast<std::uint32_t>(text.size())), out_(out) {}

  void scan() {
    out_.clear();
    bool space = true;
    while (at_ < end_) {
      const CharClass kind = class_at(at_);
      if (kind == CharClass::space || kind == CharClass::newline || kind == CharClass::end) {
        at_ += size_at(at_);
        space = true;
        continue;
      }
      LineToken& token = out_.emplace_back();
      token.space = space;
      space = false;
      token.span.begin = at_;
      if (kind == CharClass::letter && read_plain_word(token)) continue;
      read(kind, token);
      if (at_ == token.span.begin) at_ += size_at(at_);  // whatever it is, go on
      token.span.end = at_;
      if (token.kind != LineTokenKind::mark) describe(token);
    }
  }

 private:
  [[nodiscard]] const unsigned char* data() const {
    return reinterpret_cast<const unsigned char*>(text_.data());
  }
  [[nodiscard]] Utf8Sequence sequence(std::uint32_t at) const {
    return read_utf8(data() + at, data() + end_);
  }
  [[nodiscard]] CharClass class_at(std::uint32_t at) const {
    if (at >= end_) return CharClass::end;
    const CharClass kind = kChars.classes[data()[at]];
    return kind == CharClass::wide ? classify(sequence(at).code) : kind;
  }
  [[nodiscard]] std::uint32_t size_at(std::uint32_t at) const { return sequence(at).size; }
  [[nodiscard]] char byte(std::uint32_t at) const { return at < end_ ? text_[at] : '\0'; }
  [[nodiscard]] bool upper_at(std::uint32_t at) const {
    if (at >= end_) return false;
    if (data()[at] < 0x80) return (kChars.bits[data()[at]] & seen::upper) != 0;
    return (seen_bits(sequence(at).code) & seen::upper) != 0;
  }
  [[nodiscard]] bool alnum_at(std::uint32_t at) const {
    const CharClass kind = class_at(at);
    return kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::mark;
  }

  // Nearly all words: ASCII letters up to what ends a word, a name or an address alike. Told in one
  // go; false, and nothing has happened, where it is no such word.
  bool read_plain_word(LineToken& token) {
    const unsigned char* const begin = data() + at_;
    const unsigned char* const end = data() + end_;
    const unsigned char* at = begin;
    std::uint32_t hash = kHashStart;
    std::uint32_t small = 0;
    for (std::uint8_t folded = 0; at != end && (folded = kChars.letter_fold[*at]) != 0; ++at) {
      hash = hash_byte(hash, folded);
      small += *at >= 'a' ? 1U : 0U;
    }
    if (at == begin || (at != end && !ends_any_word(*at))) return false;
    const auto letters = static_cast<std::uint32_t>(at - begin);
    token.kind = LineTokenKind::word;
    token.word = hash;
    token.capital = *begin < 'a';
    token.caps = small == 0 && letters >= 2;
    token.plain = small + (token.capital ? 1 : 0) == letters;
    token.letters = static_cast<std::uint8_t>(std::min(255U, letters));
    token.span.end = at_ += letters;
    return true;
  }

  static bool ends_any_word(unsigned char c) {
    return c == ',' || c == '/' || (!kChars.joins[c] && c != '+');
  }

  void read(CharClass kind, LineToken& token) {
    if (kind == CharClass::sign && byte(at_) == '@' && alnum_at(at_ + 1)) {
      token.kind = LineTokenKind::handle;
      ++at_;
      while (alnum_at(at_) || byte(at_) == '_') at_ += size_at(at_);
      return;
    }
    if (kind == CharClass::letter || kind == CharClass::mark) {
      token.kind = LineTokenKind::word;
      read_word(token);
      return;
    }
    if (kind == CharClass::digit) {
      token.kind = LineTokenKind::number;
      while (alnum_at(at_) ||
             ((byte(at_) == '.' || byte(at_) == ',') && class_at(at_ + 1) == CharClass::digit)) {
        at_ += size_at(at_);
      }
      return;
    }
    if (kind == CharClass::apostrophe && token.span.begin > 0 && !token.space &&
        alnum_at(at_ + size_at(at_))) {
      const std::uint32_t letter = at_ + size_at(at_);
      if ((byte(letter) == 's' || byte(letter) == 'S') && !alnum_at(letter + 1)) {
        token.kind = LineTokenKind::clitic;
        at_ = letter + 1;
        return;
      }
    }
    const Utf8Sequence first = sequence(at_);
    token.mark = first.code;
    at_ += first.size;
    if (first.code == '.' && byte(at_) == '.') {
      while (byte(at_) == '.') ++at_;
      token.mark = 0x2026;
    }
  }

  void read_word(LineToken& token) {
    if (read_link(token)) return;
    std::uint32_t letters = 0;  // since the last full stop or hyphen
    while (at_ < end_) {
      while (data()[at_] < 0x80 && kChars.classes[data()[at_]] == CharClass::letter) {
        ++at_;
        ++letters;
        if (at_ == end_) return;
      }
      const CharClass kind = class_at(at_);
      if (kind == CharClass::letter || kind == CharClass::mark || kind == CharClass::digit) {
        at_ += size_at(at_);
        ++letters;
      } else if (kind == CharClass::dot && joins_dot(letters)) {
        ++at_;
        letters = 0;
      } else if (joins_hyphen(kind) || joins_apostrophe(kind) ||
                 ((byte(at_) == '&' || byte(at_) == '_') && alnum_at(at_ + 1))) {
        at_ += size_at(at_);
        letters = 0;
      } else {
        return;
      }
    }
  }

  // "https://...", "name@paper.com", "x.com": more than a word.
  bool read_link(LineToken& token) {
    const std::string_view rest = text_.substr(at_);
    const bool scheme = rest.starts_with("http://") || rest.starts_with("https://");
    if (!scheme && !rest.starts_with("www.")) {
      if (!has_address_) return false;
      std::uint32_t end = at_;
      while (end < end_ && (alnum_at(end) || byte(end) == '.' || byte(end) == '_' ||
                            byte(end) == '-' || byte(end) == '+')) {
        end += size_at(end);
      }
      if (byte(end) != '@' || !alnum_at(end + 1)) return false;
    }
    token.kind = LineTokenKind::link;
    while (at_ < end_ && data()[at_] > ' ' && byte(at_) != '>' && byte(at_) != ')' &&
           byte(at_) != ']' && byte(at_) != '"' && byte(at_) != '|' && byte(at_) != ',') {
      ++at_;
    }
    while (at_ > token.span.begin + 1 && (byte(at_ - 1) == '.' || byte(at_ - 1) == ';')) --at_;
    return true;
  }

  // "J.C.", "U.S.", "Space.com"; not "California.David".
  [[nodiscard]] bool joins_dot(std::uint32_t letters) const {
    const std::uint32_t next = at_ + 1;
    if (letters == 1) {
      if (alnum_at(next)) return !upper_at(next) || byte(next + 1) == '.' || is_initials();
      return true;
    }
    if (class_at(next) != CharClass::letter) return false;
    if (upper_at(next)) return domain_in_capitals(next);
    std::uint32_t end = next;
    while (class_at(end) == CharClass::letter && end < next + kLongestTail) end += size_at(end);
    return end > next + 1;
  }

  // "CORRECTIV.ORG"
  [[nodiscard]] bool domain_in_capitals(std::uint32_t next) const {
    if (at_ == 0 || !upper_at(at_ - 1)) return false;
    std::uint32_t end = next;
    while (upper_at(end)) end += size_at(end);
    return end - next >= 2 && end - next <= 3 && !alnum_at(end);
  }

  [[nodiscard]] bool is_initials() const { return upper_at(at_ - 1); }

  [[nodiscard]] bool joins_hyphen(CharClass kind) const {
    if (kind != CharClass::dash || (byte(at_) != '-' && sequence(at_).code != 0x2010)) return false;
    const std::uint32_t next = at_ + size_at(at_);
    if (!alnum_at(next)) return false;
    // "Rhodes-USA TODAY": a name in small letters and one in capitals are two.
    const bool small_before = at_ > 0 && (data()[at_ - 1] >= 'a' && data()[at_ - 1] <= 'z');
    return !(small_before && upper_at(next) && upper_at(next + 1) && upper_at(next + 2));
  }

  [[nodiscard]] bool joins_apostrophe(CharClass kind) const {
    if (kind != CharClass::apostrophe) return false;
    const std::uint32_t next = at_ + size_at(at_);
    if (class_at(next) != CharClass::letter) return false;
    return !((byte(next) == 's' || byte(next) == 'S') && !alnum_at(next + 1));
  }

  void describe(LineToken& token) const {
    bool lower = false;
    bool first = true;
    std::uint32_t upper = 0;
    std::uint32_t size = 0;
    for (std::uint32_t at = token.span.begin; at < token.span.end; at += size) {
      const unsigned char c = data()[at];
      size = c < 0x80 ? 1 : size_at(at);
      const std::uint8_t bits = c < 0x80 ? kChars.bits[c] : seen_bits(sequence(at).code);
      if ((bits & seen::letter) == 0) continue;
      const bool is_upper = (bits & seen::upper) != 0;
      if (first) token.capital = is_upper;
      first = false;
      upper += is_upper ? 1 : 0;
      lower |= (bits & seen::lower) != 0;
      token.letters = static_cast<std::uint8_t>(std::min(255, token.letters + 1));
    }
    token.caps = upper >= 2 && !lower;
    token.plain = token.kind == LineTokenKind::word && token.letters == token.span.size() &&
                  upper == (token.capital ? 1U : 0U);
    token.word = word_id(text_.substr(token.span.begin, token.span.size()));
  }

  std::string_view text_;
  std::uint32_t end_;
  std::vector<LineToken>& out_;
  std::uint32_t at_ = 0;
  bool has_address_ = text_.find('@') != std::string_view::npos;  // or a handle
};

}  // namespace

void scan_line(std::string_view text, std::vector<LineToken>& out) {
  LineScanner(text, out).scan();
}

}  // namespace quotary
