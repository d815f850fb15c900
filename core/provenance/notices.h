// Notices: contributions, copyright lines, syndication, disclaimers, corrections. What they look
// like is data: text rules that give "provenance.KIND", "clause.CODE" or "term.KIND.ACTION"
// (rules/en/notices.json).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "provenance/found_statement.h"
#include "provenance/line.h"
#include "rules/pack.h"

namespace quotary {

// The text rules of a pack that are about notices. Lives no longer than the pack.
class NoticeRules {
 public:
  explicit NoticeRules(const PackData& pack);

  struct Rule {
    std::uint32_t number = 0;  // index into PackData::text_rules
    std::string_view id;
    std::string_view code;    // of a clause, a term
    bool prohibited = false;  // of a term
  };
  using List = std::vector<Rule>;

  List contributions, copyrights, syndications, corrections, clauses, terms, licences;

  // The first match in `text`; false if there is none. `part`: the span of that group, empty if it
  // took no part.
  [[nodiscard]] bool find(const Rule& rule, std::string_view text, Span& whole) const;
  [[nodiscard]] Span part(const Rule& rule, std::string_view text, std::string_view name) const;

 private:
  const pattern::TextRuleSet* set_ = nullptr;
};

// Adds the notices of `line` to `out`.
void find_notices(const Line& line, const NoticeRules& rules, FoundStatements& out);

}  // namespace quotary
