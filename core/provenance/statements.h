// From what lines say to the statements of a document.
#pragma once

#include "provenance/found_statement.h"
#include "provenance/line.h"
#include "quotary/provenance.h"

namespace quotary {

// Adds `found`, whose spans count from byte `base` of the document, to `out`.
void add_statement(const LineKnowledge& knowledge, const FoundStatement& found,
                   std::uint32_t paragraph, std::uint32_t base, Provenance& out);

// "CC BY-SA 4.0" -> "CC-BY-SA"; empty if it is none of the pack's groups "licence.ID". The result
// lives as long as the pack.
[[nodiscard]] std::string_view licence_id(const LineKnowledge& knowledge, std::string_view words);

}  // namespace quotary
