// Notices: contributions, copyright lines, syndication, disclaimers, corrections. What they look
// like is data: text rules that give "provenance.KIND", "clause.CODE" or "term.KIND.ACTION"
// (rules/en/notices.json).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pattern/text_rules.h"
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

  List contributions, copyrights, syndications, partners, corrections, clauses, terms, licences;

  // Where a rule matched.
  struct Match {
    Span whole;
    // The span of a named group; empty if it took no part.
    [[nodiscard]] Span part(std::string_view name) const;

    const pattern::TextRuleSet* set = nullptr;
    pattern::TextHit hit;
  };

  // Whether some rule by which a notice is found may match, as its words tell.
  [[nodiscard]] bool may_match(std::string_view text) const;

  // As TextRuleSet has them; nothing matches in a pack without text rules.
  [[nodiscard]] pattern::SiftedText sift(std::string_view text) const;
  [[nodiscard]] std::optional<Match> find(const Rule& rule, const pattern::SiftedText& text) const;

 private:
  const pattern::TextRuleSet* set_ = nullptr;
};

// Adds the notices of `line` to `out`.
void find_notices(const Line& line, const NoticeRules& rules, FoundStatements& out);

}  // namespace quotary
