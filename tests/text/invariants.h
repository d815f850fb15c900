// What holds of every Document, whatever its bytes. Shared by the tests and the fuzz targets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "quotary/document.h"
#include "text/decode.h"
#include "text/tickers.h"
#include "text/utf8.h"

namespace quotary {

inline bool is_well_formed(std::string_view text) {
  const auto* at = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = at + text.size();
  while (at != end) {
    const Utf8Sequence sequence = read_utf8(at, end);
    if (!sequence.valid || *at == 0 || *at == '\r') return false;
    at += sequence.size;
  }
  return true;
}

inline bool on_border(std::string_view text, std::uint32_t at) {
  return at == text.size() ||
         (at < text.size() && !is_continuation(static_cast<unsigned char>(text[at])));
}

// What a tokeniser may leave out: space, controls and Unicode spaces, and symbols of companies.
inline bool is_blank(const std::string& text) {
  for (const char* at = text.c_str(); *at != 0;) {
    const auto byte = static_cast<unsigned char>(*at);
    const bool opens = byte == '(' || byte == '<';
    const char* const end = opens ? end_of_tickers(at) : nullptr;
    if (end == nullptr && byte > ' ' && byte < 0x7F) return false;
    at = end == nullptr ? at + 1 : end;
  }
  return true;
}

// Original bytes of a slice of the text, decoded alone, are that slice again.
inline bool maps_back(const Document& document, Span span) {
  const std::uint32_t first = document.original_offset(span.begin);
  const std::uint32_t last = document.original_offset(span.end);
  if (first > last || last > document.bytes().size()) return false;
  const std::string_view original = document.bytes().substr(first, last - first);
  const DecodedText decoded = decode(original);
  return (decoded.same ? original : std::string_view(decoded.text)) == document.text(span);
}

inline std::string inconsistent_tokens(const Document& document) {
  const std::string_view text = document.text();
  std::uint32_t end = 0;
  for (const Token& token : document.tokens()) {
    if (token.span.begin < end || token.span.empty()) return "tokens overlap or are empty";
    if (token.span.end > text.size()) return "a token beyond the text";
    if (!on_border(text, token.span.begin) || !on_border(text, token.span.end)) {
      return "a token that cuts a character";
    }
    if (!is_blank(std::string(text.substr(end, token.span.begin - end)))) {
      return "text outside all tokens";
    }
    const bool space = token.span.begin != end || token.span.begin == 0;
    if (((token.shape & shape::space_before) != 0) != space) return "wrong space_before";
    if (token.word != word_id(document.text(token))) return "wrong word id";
    end = token.span.end;
  }
  return is_blank(std::string(text.substr(end))) ? "" : "text after the last token";
}

inline std::string inconsistent_division(const Document& document) {
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (paragraph.tokens.first != token || paragraph.tokens.empty()) return "paragraph tokens";
    if (paragraph.sentences.first != sentence || paragraph.sentences.empty()) {
      return "paragraph sentences";
    }
    if (paragraph.span != document.span_of(paragraph.tokens)) return "paragraph span";
    for (; sentence < paragraph.sentences.last; ++sentence) {
      const Range tokens = document.sentences()[sentence].tokens;
      if (tokens.first != token || tokens.empty()) return "sentence tokens";
      if (document.sentence_of(tokens.first) != sentence) return "sentence_of, first";
      if (document.sentence_of(tokens.last - 1) != sentence) return "sentence_of, last";
      token = tokens.last;
    }
    if (paragraph.tokens.last != token) return "sentences that leave their paragraph";
  }
  if (token != document.tokens().size()) return "tokens outside all paragraphs";
  return sentence == document.sentences().size() ? "" : "sentences outside all paragraphs";
}

inline std::string inconsistent_offsets(const Document& document) {
  OffsetConverter bytes(document, OffsetUnit::bytes);
  OffsetConverter codepoints(document, OffsetUnit::codepoints);
  OffsetConverter utf16(document, OffsetUnit::utf16);
  for (const Token& token : document.tokens()) {
    if (bytes(token.span.begin) != document.original_offset(token.span.begin)) return "bytes";
    const std::uint32_t count = codepoints(token.span.begin);
    if (count > bytes(token.span.begin) || utf16(token.span.begin) < count) return "units";
    OffsetConverter afresh(document, OffsetUnit::codepoints);
    const std::uint32_t end = afresh(token.span.end);
    if (afresh(token.span.begin) != count || codepoints(token.span.end) != end) return "order";
    if (!maps_back(document, token.span)) return "a token that does not map back";
  }
  for (const Paragraph& paragraph : document.paragraphs()) {
    if (!maps_back(document, paragraph.span)) return "a paragraph that does not map back";
  }
  return "";
}

// Empty if all is well; else what is not. Quadratic in the number of tokens: for small texts.
inline std::string inconsistency(const Document& document) {
  if (!is_well_formed(document.text())) return "ill-formed text";
  for (auto* check : {&inconsistent_tokens, &inconsistent_division, &inconsistent_offsets}) {
    std::string found = (*check)(document);
    if (!found.empty()) return found;
  }
  return "";
}

}  // namespace quotary
