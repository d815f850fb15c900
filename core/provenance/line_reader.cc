#include "provenance/line_reader.h"

#include <algorithm>

#include "provenance/bylines.h"
#include "provenance/datelines.h"

namespace quotary {
namespace {

bool has_kind(const FoundStatements& statements, StatementKind kind) {
  return std::any_of(statements.begin(), statements.end(),
                     [kind](const FoundStatement& each) { return each.kind == kind; });
}

}  // namespace

void LineReader::read(std::string_view text, LinePlace place, FoundStatements& out) {
  out.clear();
  if (place.signs.notice && !knowledge_->notices.may_match(text)) place.signs.notice = false;
  if (!place.signs.any()) return;
  line_.read(text);
  if (line_.size() == 0) return;
  if (place.signs.dateline) find_dateline(line_, out);
  const std::size_t datelines = out.size();
  if (place.signs.notice) find_notices(line_, knowledge_->notices, out);
  const bool notice = out.size() > datelines;
  if (place.signs.names && !has_kind(out, StatementKind::contribution) &&
      !has_kind(out, StatementKind::repost_disclaimer) &&
      !has_kind(out, StatementKind::syndication)) {
    const bool bare = place.head && !notice && datelines == 0;
    find_bylines(line_,
                 {.head = bare,
                  .above_text = bare && place.above_text,
                  .is_byline = bare && place.is_byline},
                 out);
  }
  if (place.signs.names) add_credits(out);
  if (out.size() < 2) return;
  std::stable_sort(out.begin(), out.end(), [](const FoundStatement& a, const FoundStatement& b) {
    return a.span.begin < b.span.begin;
  });
}

void LineReader::add_credits(FoundStatements& out) {
  const bool byline = has_kind(out, StatementKind::byline);
  const bool contribution = has_kind(out, StatementKind::contribution);
  const bool notice = has_kind(out, StatementKind::wire_copyright) ||
                      has_kind(out, StatementKind::site_copyright) ||
                      has_kind(out, StatementKind::repost_disclaimer) ||
                      has_kind(out, StatementKind::syndication) ||
                      has_kind(out, StatementKind::correction);
  if (contribution) return;
  find_credits(line_, credits_);
  for (FoundCredit& credit : credits_) {
    const bool marked = credit.rule == "credit.label" || credit.rule == "credit.label-by";
    if ((byline || notice) && !marked) continue;
    FoundStatement found;
    found.kind = StatementKind::credit;
    found.span = line_.span(credit.tokens.first, credit.tokens.last);
    const bool told = std::any_of(out.begin(), out.end(), [&](const FoundStatement& each) {
      return (each.kind == StatementKind::dateline || each.kind == StatementKind::syndication) &&
             each.span.overlaps(found.span);
    });
    if (told) continue;
    found.rule = credit.rule;
    found.parts = std::move(credit.parts.list);
    for (LinePart& part : found.parts) {
      if (part.kind == LinePartKind::person) part.code = "photographer";
      if (part.kind == LinePartKind::link) found.link = part.span;
      if (part.kind == LinePartKind::licence) found.rights = part.span;
    }
    if (credit.rule == "credit.copyright-sign") found.rights = found.span;
    for (const std::string_view flag : credit.flags) {
      LinePart part;
      part.kind = LinePartKind::flag;
      part.code = flag;
      part.span = found.span;
      found.parts.push_back(std::move(part));
    }
    out.push_back(std::move(found));
  }
}

}  // namespace quotary
