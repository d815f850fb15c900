// Document: one text, decoded and divided. It owns the bytes; everything else points into it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/span.h"

namespace quotary {

enum class TokenKind : std::uint8_t {
  word,         // letters, with inner apostrophes and hyphens: "don't", "far-right", "U.S.", "Mr."
  number,       // "1,200", "3.5", "63-year-old" is a word
  punctuation,  // one mark: , . ; : ? ! ( ) - — ... ("..." and "…" are one token)
  quote_mark,   // any character that can open or close a quotation, doubled '' and `` included
  clitic,       // "'s", "’s", "'" after a plural: the possessive, split from its word
  other,        // everything else that is neither white space nor "(NYSE: NWK)"
};

// How a word is written. Bits of Token::shape.
namespace shape {
inline constexpr std::uint8_t capital = 1;       // first letter is upper case
inline constexpr std::uint8_t all_caps = 2;      // at least two letters, all upper case
inline constexpr std::uint8_t space_before = 4;  // white space (or the start) stands before it
inline constexpr std::uint8_t has_digit = 8;
inline constexpr std::uint8_t has_hyphen = 16;
inline constexpr std::uint8_t abbreviation = 32;  // ends in a full stop that belongs to it: "Mr."
inline constexpr std::uint8_t non_ascii = 64;
inline constexpr std::uint8_t newline_before = 128;  // a newline (or the start) stands before it
}  // namespace shape

// 16 bytes, in one vector, in the order of the text.
struct Token {
  Span span;
  std::uint32_t word = 0;  // word_id() of the token's text
  TokenKind kind = TokenKind::other;
  std::uint8_t shape = 0;
  std::uint16_t spare = 0;  // always 0; its sentence is Document::sentence_of()
};
static_assert(sizeof(Token) == 16);

// The identity of a word regardless of case: a 32-bit hash (FNV-1a) of its case-folded form, with
// ’ read as ' and the hyphens ‐ ‑ as -. Stable across runs and machines; rule packs and weights are
// looked up by it. An abbreviation keeps its full stop: word_id("Mr.") is not word_id("Mr").
[[nodiscard]] std::uint32_t word_id(std::string_view word);

struct Sentence {
  Range tokens;
};

// Lines of text that belong together. A blank line ends a paragraph; a single newline does as well,
// unless the document is hard-wrapped. Holds at least one token; its span begins and ends with one.
struct Paragraph {
  Span span;
  Range tokens;
  Range sentences;
};

enum class OffsetUnit : std::uint8_t { bytes, codepoints, utf16 };

// Something in the bytes that had to be mended to read them as text.
struct DecodeNotes {
  std::uint32_t invalid_bytes = 0;  // sequences replaced by U+FFFD
  std::uint32_t nul_bytes = 0;      // replaced by U+FFFD
  std::uint32_t removed = 0;        // BOM, soft hyphens, zero-width characters
  std::uint32_t carriage_returns = 0;
  std::uint32_t composed = 0;  // decomposed accents joined with their letter
};

// How a full stop after a word is to be read.
enum class Abbreviation : std::uint8_t {
  none,    // it ends the sentence
  title,   // "Sen.", "Mr.": never ends a sentence
  plain,   // "Inc.", "p.m.": may end one, if what follows plainly begins another
  number,  // "No.", "p.": an abbreviation before a number or a comma only
};

// What dividing a text needs to know of its language. Filled by the rule pack (the classes
// AbbreviationTitle, Abbreviation, AbbreviationNumber, SentenceStarter and the verbs of speech);
// immutable from then on. Abbreviations with inner stops ("U.S.", "a.m.") and initials ("J.") are
// known by their shape.
class TextRules {
 public:
  // No word lists at all: division by shape alone.
  static const TextRules& none();

  // Adds "Mr." (the final stop may be left out). Written with a capital, it matches capitalised
  // words only. Of two kinds for one word the later holds.
  void add_abbreviation(std::string_view word, Abbreviation kind);
  // Adds a word that, capitalised, begins a sentence even after an abbreviation: "The", "He".
  void add_sentence_starter(std::string_view word);
  // Adds a verb that, after a name, goes on with a quotation that ended in ? or !: "asked".
  void add_quote_verb(std::string_view word);

  // `word`: word_id() without the final stop; `capital`: the text at hand begins with a capital.
  [[nodiscard]] Abbreviation abbreviation(std::uint32_t word, bool capital) const;
  [[nodiscard]] bool sentence_starter(std::uint32_t word) const;
  [[nodiscard]] bool quote_verb(std::uint32_t word) const;

 private:
  friend struct ImageFields;  // core/rules
  // Open addressing by word id; the number of slots is a power of two.
  struct Slot {
    std::uint32_t word = 0;
    Abbreviation kind = Abbreviation::none;
    bool capital = false;  // matches capitalised words only
    bool starter = false;
    bool quote_verb = false;

    [[nodiscard]] bool used() const { return kind != Abbreviation::none || starter || quote_verb; }
  };
  [[nodiscard]] const Slot* find(std::uint32_t word) const;
  Slot& slot_for(std::uint32_t word);
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  // Bit `word % kFilterBits` is set for every abbreviation: nearly all words before a full stop are
  // none, and are told by half a kilobyte that stays in the cache, where the slots do not.
  static constexpr std::uint32_t kFilterBits = 4096;
  std::array<std::uint64_t, kFilterBits / 64> abbreviations_ = {};
};

// A stretch of text that was decoded in steps: `text_step` bytes of text for every
// `original_step` bytes of the original, from here to the next stretch.
struct OffsetShift {
  std::uint32_t text = 0;
  std::uint32_t original = 0;
  std::uint8_t text_step = 1;
  std::uint8_t original_step = 1;
};

// One text: the original bytes, the decoded text, and its division into paragraphs, sentences and
// tokens. Move-only and immutable once built; moving it does not invalidate spans.
//
// Bad text is never an error. A text is limited to 4 GiB - 1 (Span is 32 bits): what is longer is
// refused by the readers.
class Document {
 public:
  // Decodes and divides `bytes`; `id` names the document in records. Linear in bytes.size().
  // `rules` is not kept.
  static Document from_bytes(std::string bytes, std::string id = {},
                             const TextRules& rules = TextRules::none());

  Document(Document&&) noexcept = default;
  Document& operator=(Document&&) noexcept = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() = default;

  [[nodiscard]] const std::string& id() const { return id_; }
  // The bytes as they came in.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  // Valid UTF-8, composed (NFC where it was not), newlines as \n. Views into it live as long as
  // the Document.
  [[nodiscard]] std::string_view text() const { return same_ ? std::string_view(bytes_) : text_; }
  [[nodiscard]] std::string_view text(Span span) const {
    return text().substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view text(const Token& token) const { return text(token.span); }

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  // Of the tokens those that may be marks of quotation: all of kind quote_mark, and the apostrophes
  // that are taken for a possessive ("the dogs' bowl"). Indices, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& quote_marks() const { return quote_marks_; }
  // ... and those that are "..." or the like, or "…".
  [[nodiscard]] const std::vector<std::uint32_t>& ellipses() const { return ellipses_; }
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
  [[nodiscard]] const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  [[nodiscard]] const DecodeNotes& notes() const { return notes_; }

  // The bytes from the first token of `tokens` to the last. Requires a non-empty range.
  [[nodiscard]] Span span_of(Range tokens) const {
    return {tokens_[tokens.first].span.begin, tokens_[tokens.last - 1].span.end};
  }
  // Index of the paragraph / sentence that holds token `token`: O(log n).
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const;
  // Index of the first token that ends after byte `at` of text(): O(log n). tokens().size() if
  // none.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t at) const;

  // Where byte `at` of text() stands in bytes(): O(log of the number of mended places).
  [[nodiscard]] std::uint32_t original_offset(std::uint32_t at) const;
  // True when text() is plain ASCII and equal to bytes(): then all units coincide.
  [[nodiscard]] bool plain() const { return plain_; }

 private:
  Document() = default;

  std::string id_;
  std::string bytes_;
  std::string text_;  // empty while the bytes can be used as they are
  bool same_ = true;
  bool plain_ = true;
  std::vector<OffsetShift> shifts_;  // ascending; empty while offsets coincide
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> quote_marks_;
  std::vector<std::uint32_t> ellipses_;
  std::vector<Sentence> sentences_;
  std::vector<Paragraph> paragraphs_;
  DecodeNotes notes_;
};

// Turns byte offsets of a Document's text into offsets of its original in a unit of choice. An
// ill-formed sequence counts as one U+FFFD, as Python's decode(errors='replace') has it. The whole
// text is read once at most; an offset that was passed before costs O(1). Lives no longer than the
// Document.
class OffsetConverter {
 public:
  OffsetConverter(const Document& document, OffsetUnit unit);
  [[nodiscard]] std::uint32_t operator()(std::uint32_t at);

 private:
  struct Mark {
    std::uint32_t byte = 0;   // a place in the original, on a character's border ...
    std::uint32_t count = 0;  // ... and what it is in `unit_`
  };
  [[nodiscard]] Mark nearest_before(std::uint32_t byte) const;
  [[nodiscard]] Mark advance(Mark from, std::uint32_t to) const;

  const Document* document_;
  OffsetUnit unit_;
  std::vector<Mark> marks_;  // one for every few kilobytes passed, and the last place asked for
  Mark last_;
};

}  // namespace quotary
