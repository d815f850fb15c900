#include "provenance/provenance_pass.h"

#include <algorithm>

#include "provenance/statements.h"
#include "provenance/verdict.h"

namespace quotary {
namespace {

constexpr std::uint32_t kHeadParagraphs = 8;

}  // namespace

Provenance find_provenance(const Document& document, const Analysis& analysis,
                           const ProvenanceContext& context, const ProvenanceKnowledge& knowledge,
                           ProvenanceScratch& scratch) {
  Provenance out;
  const auto& paragraphs = document.paragraphs();
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    const Span span = paragraphs[p].span;
    const LineSigns signs = knowledge.gate.signs(document, paragraphs[p]);
    if (!signs.any()) continue;
    scratch.reader.read(document.text(span), {.head = p < kHeadParagraphs, .signs = signs},
                        scratch.found);
    for (const FoundStatement& found : scratch.found) {
      add_statement(knowledge.words, found, p, span.begin, out);
    }
  }
  decide_verdict(document, analysis, context, knowledge, out);
  return out;
}

}  // namespace quotary
