#include "provenance/provenance_pass.h"

#include <algorithm>

#include "provenance/citations.h"
#include "provenance/dates.h"
#include "provenance/disagreements.h"
#include "provenance/findings.h"
#include "provenance/pictures.h"
#include "provenance/statements.h"
#include "provenance/verdict.h"

namespace quotary {
namespace {

constexpr std::uint32_t kHeadParagraphs = 8;
constexpr std::uint32_t kLongestLine = 8000;  // bytes read as one
constexpr std::uint32_t kLineEnds = 2000;     // bytes read at either end of what is longer

bool is_picture(BlockKind kind) { return kind == BlockKind::caption || kind == BlockKind::credit; }

// What stands above the text.
void find_masthead(const Document& document, const Analysis& analysis, LineReader& reader,
                   Provenance& out) {
  const std::size_t count =
      std::min<std::size_t>(document.paragraphs().size(), std::size_t{kHeadParagraphs});
  for (std::size_t p = 0; p < count; ++p) {
    const Span span = document.paragraphs()[p].span;
    if (span.size() > kLongestLine) continue;
    switch (analysis.blocks[p].kind) {
      case BlockKind::headline:
        if (out.headline.empty()) out.headline = span;
        break;
      case BlockKind::section:
        if (out.section.empty()) out.section = span;
        break;
      case BlockKind::post_date: {
        if (!out.posted.empty()) break;
        out.posted = span;
        LineDate date;
        if (DateReader(reader.scan(document.text(span))).find_date(date)) {
          out.posted_at = iso_of(date);
        }
        break;
      }
      default:
        break;
    }
  }
}

}  // namespace

Provenance find_provenance(const Document& document, const Analysis& analysis,
                           const DocumentContext& context, const ProvenanceKnowledge& knowledge,
                           ProvenanceScratch& scratch) {
  Provenance out;
  const auto& paragraphs = document.paragraphs();
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const Span span = paragraphs[p].span;
    LineSigns signs = knowledge.gate.signs(document, paragraphs[p]);
    const bool is_byline = analysis.blocks[p].kind == BlockKind::byline;
    if (is_byline) signs.names = true;
    if (!signs.any()) continue;
    const LinePlace place = {.head = p < kHeadParagraphs,
                             .above_text = p < kHeadParagraphs && p + 1 < paragraphs.size() &&
                                           !(p > 0 && is_picture(analysis.blocks[p - 1].kind)),
                             .is_byline = is_byline,
                             .signs = signs};
    const auto read = [&](Span part) {
      scratch.reader.read(document.text(part), place, scratch.found);
      for (const FoundStatement& found : scratch.found) {
        add_statement(knowledge.words, found, p, part.begin, out);
      }
    };
    if (span.size() <= kLongestLine) {
      read(span);
      continue;
    }
    // Of a paragraph that is no line any more only the ends can say where it comes from.
    const auto border = [&](std::uint32_t at) {
      return document.tokens()[document.token_at(at)].span.begin;
    };
    const std::uint32_t head_end = border(span.begin + kLineEnds);
    const std::uint32_t tail_begin = border(span.end - kLineEnds);
    if (head_end - span.begin <= kLongestLine) read({span.begin, head_end});
    if (span.end - tail_begin <= kLongestLine) read({tail_begin, span.end});
  }
  find_masthead(document, analysis, scratch.reader, out);
  find_pictures(document, analysis, scratch.reader, out);
  find_citations(document, analysis, knowledge, scratch.reader, out);
  decide_verdict(document, context, knowledge, out);
  find_disagreements(document, context, knowledge, out);
  find_findings(analysis, knowledge, out);
  return out;
}

}  // namespace quotary
