// The class string of a text: tokens -> symbols, with quotes, names, nominals and multiword entries
// collapsed into one symbol each.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "quotary/document.h"
#include "quotary/span.h"
#include "rules/lexicon.h"
#include "rules/symbol_table.h"
#include "tags/tags.h"

namespace quotary {

// What symbols are read from. Views: must outlive the call only.
struct SymbolSource {
  const Document& document;
  const Lexicon& lexicon;
  const SymbolTable& table;
  std::span<const WordEntry> entries;  // Lexicon::look_up of all tokens of the document
  std::span<const Tag> tags = {};      // of all tokens, or empty: then the lexicon alone decides
  std::span<const Range> quotes = {};  // tokens of the outermost quotes, marks included, ascending
  // Document::sentence_of() of all tokens, or empty: then the document is asked.
  std::span<const std::uint32_t> sentence_of = {};
};

// Parallel vectors over the symbols. Reused from call to call.
struct SymbolString {
  std::vector<std::uint8_t> symbols;  // bytes of the pack's Alphabet
  std::vector<Range> tokens;          // of the document
  std::vector<SymbolKind> kinds;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(symbols.size()); }
  void clear() { symbols.clear(), tokens.clear(), kinds.clear(); }
};

// Replaces the contents of `out` by the symbols of `tokens`: a paragraph, or a window of it that
// does not begin inside a quote. A quote that begins before the end is taken whole. Linear in the
// number of tokens outside quotes; allocates only while `out` grows.
void read_symbols(const SymbolSource& source, Range tokens, SymbolString& out);

// The same in parts: `out` is empty or holds the first symbols of `tokens`. Appends to it what
// begins before token `until`, and what it takes for `more` symbols to stand behind that. True once
// `tokens` are read to their end.
bool read_on(const SymbolSource& source, Range tokens, std::uint32_t until, std::uint32_t more,
             SymbolString& out);

}  // namespace quotary
