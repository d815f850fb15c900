// A Document written out as the tests expect it.
#pragma once

#include <string>
#include <vector>

#include "quotary/document.h"

namespace quotary {

// Enough of the English lists to see every class of them at work.
inline const TextRules& test_rules() {
  static const TextRules rules = [] {
    TextRules lists;
    for (const char* word : {"Mr.", "Sen.", "Gov.", "Lt.", "Lt.-Gov.", "St.", "vs."}) {
      lists.add_abbreviation(word, Abbreviation::title);
    }
    for (const char* word : {"Inc.", "Jan.", "Sept.", "Jr.", "Va.", "etc."}) {
      lists.add_abbreviation(word, Abbreviation::plain);
    }
    for (const char* word : {"No.", "no.", "p."}) {
      lists.add_abbreviation(word, Abbreviation::number);
    }
    for (const char* word : {"the", "he", "it", "in", "but"}) lists.add_sentence_starter(word);
    for (const char* word : {"asked", "said"}) lists.add_quote_verb(word);
    return lists;
  }();
  return rules;
}

inline Document divided(const std::string& text) {
  return Document::from_bytes(text, {}, test_rules());
}

// Token texts, joined by '|'.
inline std::string joined(const Document& document, Range tokens) {
  std::string out;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (i != tokens.first) out += '|';
    out += document.text(document.tokens()[i]);
  }
  return out;
}

inline std::string tokens_of(const std::string& text) {
  const Document document = divided(text);
  return joined(document, {0, static_cast<std::uint32_t>(document.tokens().size())});
}

// One letter for each token's kind: w n p q c o.
inline std::string kinds_of(const std::string& text) {
  const Document document = divided(text);
  std::string out;
  for (const Token& token : document.tokens()) {
    out += "wnpqco"[static_cast<std::size_t>(token.kind)];
  }
  return out;
}

using Lines = std::vector<std::string>;

inline Lines sentences_of(const std::string& text) {
  const Document document = divided(text);
  Lines out;
  for (const Sentence& sentence : document.sentences()) {
    out.emplace_back(document.text(document.span_of(sentence.tokens)));
  }
  return out;
}

inline Lines paragraphs_of(const std::string& text) {
  const Document document = divided(text);
  Lines out;
  for (const Paragraph& paragraph : document.paragraphs()) {
    out.emplace_back(document.text(paragraph.span));
  }
  return out;
}

}  // namespace quotary
