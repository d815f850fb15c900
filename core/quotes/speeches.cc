#include "quotes/speeches.h"

#include <algorithm>

namespace quotary {
namespace {

// Technical limits of what the marks alone can tell.
constexpr std::uint32_t kLongestGap = 25;    // words between two parts of one speech
constexpr std::uint32_t kShortestFrame = 4;  // paragraphs
constexpr std::uint64_t kShareOfFrame = 60;  // per cent of the text of the document

bool ends_sentence(const Document& document, const Token& token) {
  const std::string_view text = document.text(token);
  return token.kind == TokenKind::punctuation && (text == "." || text == "!" || text == "?");
}

bool leads_on(const Document& document, const Token& token) {
  const std::string_view text = document.text(token);
  return token.kind == TokenKind::punctuation && (text == "," || text == ":");
}

bool carries_on(const QuotedStretch& stretch) {
  return stretch.continues != kNone && !stretch.opened;
}

}  // namespace

void find_frames(const Document& document, std::vector<QuotedStretch>& stretches) {
  const auto joined = std::count_if(stretches.begin(), stretches.end(),
                                    [](const auto& stretch) { return stretch.continues != kNone; });
  if (joined + 1 < std::ptrdiff_t{kShortestFrame}) return;
  struct Chain {
    std::uint32_t bytes = 0;
    std::uint32_t paragraphs = 0;
    std::uint32_t quotes = 0;

    [[nodiscard]] bool tells() const { return paragraphs >= kShortestFrame && quotes >= 2; }
  };
  std::vector<Chain> chains(stretches.size());         // at the first stretch of each
  std::vector<std::uint32_t> first(stretches.size());  // the first stretch of the chain it is in
  for (std::uint32_t i = 0; i < stretches.size(); ++i) {
    const QuotedStretch& stretch = stretches[i];
    if (stretch.parent != kNone) {
      first[i] = first[stretch.parent];
      if (stretch.depth == 1) ++chains[first[i]].quotes;
      continue;
    }
    first[i] = stretch.continues == kNone ? i : first[stretch.continues];
    chains[first[i]].bytes += stretch.outer.size();
    ++chains[first[i]].paragraphs;
  }
  std::uint64_t told = 0;
  for (const Chain& chain : chains) told += chain.tells() ? chain.bytes : 0;
  if (told == 0 || told * 100 < document.text().size() * kShareOfFrame) return;
  for (std::uint32_t i = 0; i < stretches.size(); ++i) {
    stretches[i].frame = stretches[i].parent == kNone && chains[first[i]].tells();
  }
}

bool stands_alone(std::span<const QuotedStretch> stretches, std::uint32_t stretch) {
  const QuotedStretch& it = stretches[stretch];
  if (it.frame) return false;
  return it.parent == kNone || stretches[it.parent].frame;
}

Gap gap_between(const Document& document, std::span<const QuotedStretch> stretches,
                std::uint32_t first_stretch, std::uint32_t second_stretch) {
  const QuotedStretch& first = stretches[first_stretch];
  const QuotedStretch& second = stretches[second_stretch];
  Gap gap;
  gap.continues = second.continues == first_stretch;
  const auto& tokens = document.tokens();
  const auto& paragraphs = document.paragraphs();
  const std::uint32_t from = document.token_at(first.outer.end);
  if (from == tokens.size()) return gap;
  const Paragraph& paragraph = paragraphs[document.paragraph_of(from)];
  gap.same_paragraph =
      paragraph.span.contains(first.outer.begin) && paragraph.span.contains(second.outer.begin);
  if (!gap.same_paragraph) return gap;
  bool after_stop = false;
  bool begun = false;
  bool leads = false;
  for (std::uint32_t t = from; t < paragraph.tokens.last; ++t) {
    const Token& token = tokens[t];
    if (token.span.end > second.outer.begin || gap.words > kLongestGap) break;
    const bool word = token.kind == TokenKind::word || token.kind == TokenKind::number;
    if (word) ++gap.words;
    if (word && after_stop) begun = true;
    if (ends_sentence(document, token)) {
      after_stop = true;
      begun = false;
    }
    leads = leads_on(document, token);
  }
  gap.own_sentence = begun && leads;
  return gap;
}

bool same_speech(const Gap& gap) {
  if (gap.continues) return true;
  return gap.same_paragraph && gap.words <= kLongestGap && !gap.own_sentence;
}

Span content_span(std::span<const QuotedStretch> stretches, std::uint32_t stretch) {
  if (carries_on(stretches[stretch])) return {};
  Span span = stretches[stretch].inner;
  if (stretches[stretch].closed || stretches[stretch].parent != kNone) return span;
  // What goes on with it comes later in the list, nested stretches between.
  std::uint32_t last = stretch;
  for (std::uint32_t next = stretch + 1; next < stretches.size(); ++next) {
    const QuotedStretch& candidate = stretches[next];
    if (carries_on(candidate) && candidate.continues == last) {
      span.end = candidate.inner.end;
      last = next;
    } else if (candidate.parent == kNone) {
      break;
    }
  }
  return span;
}

}  // namespace quotary
