// Document: one text, decoded and divided. It owns the bytes; everything else points into it.
#pragma once

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
  other,        // everything else that is not white space
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
inline constexpr std::uint8_t newline_before = 128;
}  // namespace shape

// 16 bytes, in one vector, in the order of the text.
struct Token {
  Span span;
  std::uint32_t word = 0;  // word_id() of the token's text
  TokenKind kind = TokenKind::other;
  std::uint8_t shape = 0;
  std::uint16_t sentence = 0;  // low 16 bits of its sentence's index
};
static_assert(sizeof(Token) == 16);

// The identity of a word regardless of case: a 32-bit hash (FNV-1a) of its case-folded form, with
// ’ read as '. Stable across runs and machines; rule packs and weights are looked up by it.
[[nodiscard]] std::uint32_t word_id(std::string_view word);

struct Sentence {
  Range tokens;
};

// Lines of text that belong together. A blank line ends a paragraph; where a document has none,
// each newline does.
struct Paragraph {
  Span span;
  Range tokens;
  Range sentences;
};

enum class OffsetUnit : std::uint8_t { bytes, codepoints, utf16 };

// Something in the bytes that had to be mended to read them as text.
struct DecodeNotes {
  std::uint32_t invalid_bytes = 0;   // sequences replaced by U+FFFD
  std::uint32_t nul_bytes = 0;       // replaced by U+FFFD
  std::uint32_t removed = 0;         // BOM, soft hyphens, zero-width characters
  std::uint32_t carriage_returns = 0;
  std::uint32_t composed = 0;        // decomposed accents joined with their letter
};

// One text: the original bytes, the decoded text, and its division into paragraphs, sentences and
// tokens. Move-only and immutable once built; moving it does not invalidate spans.
//
// Bad text is never an error. A text is limited to 4 GiB - 1 (Span is 32 bits): what is longer is
// refused by the readers.
class Document {
 public:
  // Decodes and divides `bytes`; `id` names the document in records. Linear in bytes.size().
  static Document from_bytes(std::string bytes, std::string id = {});

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
  // Index of the first token that ends after byte `at` of text(): O(log n). tokens().size() if none.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t at) const;

  // Where byte `at` of text() stands in bytes(): O(log of the number of mended places).
  [[nodiscard]] std::uint32_t original_offset(std::uint32_t at) const;
  // True when text() is plain ASCII and equal to bytes(): then all units coincide.
  [[nodiscard]] bool plain() const { return plain_; }

 private:
  friend class DocumentBuilder;  // core/text
  Document() = default;

  // Before text byte `text`, original and decoded offsets differ by `original - text`.
  struct Shift {
    std::uint32_t text;
    std::uint32_t original;
  };

  std::string id_;
  std::string bytes_;
  std::string text_;  // empty while the bytes can be used as they are
  bool same_ = true;
  bool plain_ = true;
  std::vector<Shift> shifts_;
  std::vector<Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<Paragraph> paragraphs_;
  DecodeNotes notes_;
};

// Turns byte offsets of a Document's text into offsets of its original in a unit of choice.
// Cheapest when asked in ascending order; any order is right. Lives no longer than the Document.
class OffsetConverter {
 public:
  OffsetConverter(const Document& document, OffsetUnit unit);
  [[nodiscard]] std::uint32_t operator()(std::uint32_t at);

 private:
  const Document* document_;
  OffsetUnit unit_;
  std::uint32_t byte_ = 0;   // the last original byte offset asked for ...
  std::uint32_t count_ = 0;  // ... and what it is in `unit_`
};

}  // namespace quotary
