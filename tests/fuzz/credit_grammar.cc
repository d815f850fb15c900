// Any line: the grammars of provenance end, and what they give lies inside the line, on borders of
// characters.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "provenance/line_reader.h"
#include "quotary/document.h"
#include "quotary/rules.h"

namespace {

using quotary::Span;

const quotary::RulePack& pack() {
  static const quotary::RulePack built_in = quotary::RulePack::built_in().value();
  return built_in;
}

bool on_border(std::string_view text, std::uint32_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void expect_inside(std::string_view text, Span span) {
  if (span.empty()) return;
  if (span.end > text.size() || !on_border(text, span.begin) || !on_border(text, span.end)) {
    std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const quotary::ProvenanceKnowledge knowledge(pack().data());
  static quotary::LineReader reader(knowledge);
  const auto document = quotary::Document::from_bytes(
      std::string(reinterpret_cast<const char*>(data), size), {}, pack().text_rules());
  const std::string_view text = document.text();
  quotary::FoundStatements found;
  for (const bool head : {true, false}) {
    reader.read(text, {.head = head}, found);
    for (const quotary::FoundStatement& statement : found) {
      if (statement.span.empty() || statement.rule.empty()) std::abort();
      for (const Span span : {statement.span, statement.date, statement.rights, statement.link}) {
        expect_inside(text, span);
      }
      for (const auto& part : statement.parts) expect_inside(text, part.span);
      for (const auto& term : statement.terms) expect_inside(text, term.span);
      for (const auto& clause : statement.clauses) expect_inside(text, clause.span);
    }
  }
  return 0;
}
