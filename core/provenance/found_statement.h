// What the grammars hand on: one statement of a line, in bytes of that line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "provenance/parts.h"
#include "quotary/provenance.h"

namespace quotary {

struct FoundStatement {
  StatementKind kind = StatementKind::credit;
  Span span;
  std::string_view rule;
  // Of a person, `code` is the role; a place belongs to those before it.
  std::vector<LinePart> parts;
  Span date;
  std::string year;
  Span rights;
  Span link;
  std::vector<RightsTerm> terms;
  std::vector<NoticeClause> clauses;
};

using FoundStatements = std::vector<FoundStatement>;

}  // namespace quotary
