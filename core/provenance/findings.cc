#include "provenance/findings.h"

#include <algorithm>
#include <initializer_list>

namespace quotary {
namespace {

constexpr std::size_t kMaxFindings = 64;      // of one code
constexpr std::uint32_t kShortestQuote = 40;  // bytes: shorter ones are words held up

class Auditor {
 public:
  Auditor(const Analysis& analysis, const ProvenanceKnowledge& knowledge, Provenance& out)
      : analysis_(analysis), houses_(knowledge.words.houses()), out_(out) {}

  void audit() {
    for (const Statement& statement : out_.statements) {
      if (statement.kind == StatementKind::credit) audit_credit(statement);
    }
    audit_byline();
    audit_copyright_years();
    audit_repost();
    audit_quotes();
    std::stable_sort(out_.findings.begin(), out_.findings.end(),
                     [](const ProvenanceFinding& a, const ProvenanceFinding& b) {
                       return a.span.begin < b.span.begin;
                     });
  }

 private:
  void add(std::string_view code, Span span, std::string_view advice) {
    const auto same = std::count_if(out_.findings.begin(), out_.findings.end(),
                                    [&](const auto& each) { return each.code == code; });
    if (static_cast<std::size_t>(same) < kMaxFindings)
      out_.findings.push_back({code, span, advice});
  }

  [[nodiscard]] bool flagged(const Statement& statement, std::string_view flag) const {
    const auto begin = out_.flags.begin();
    return std::find(begin + statement.flags.first, begin + statement.flags.last, flag) !=
           begin + statement.flags.last;
  }
  [[nodiscard]] bool is_of_kind(const CreditedHouse& house,
                                std::initializer_list<HouseKind> kinds) const {
    const std::uint32_t index = house.id.empty() ? kNone : houses_.with_id(house.id);
    return index != kNone &&
           std::find(kinds.begin(), kinds.end(), houses_[index].kind) != kinds.end();
  }

  void audit_credit(const Statement& credit) {
    const bool given = flagged(credit, "handout") || flagged(credit, "courtesy") ||
                       flagged(credit, "provided") || flagged(credit, "uncredited");
    if (credit.people.empty() && !given && credit.pool.empty()) {
      add("credit-without-person", credit.span,
          "Only houses are credited: name whoever took the picture, or say that it was handed "
          "out.");
    }
    bool interested = !credit.houses.empty();
    for (std::uint32_t h = credit.houses.first; h < credit.houses.last; ++h) {
      interested &= is_of_kind(out_.houses[h], {HouseKind::government, HouseKind::company});
    }
    if (interested && !given && !credit.via.empty()) {
      add("handout-without-mark", credit.span,
          "The picture comes from whoever it serves, by way of an agency: mark it as a handout.");
    }
    const bool dated = !credit.date.empty() ||
                       (credit.picture != kNone && !out_.pictures[credit.picture].date.empty());
    if (flagged(credit, "file") && !dated) {
      add("file-without-date", credit.span, "A picture from the file: say when it was taken.");
    }
  }

  // A dateline of a wire's over a byline that names no wire.
  void audit_byline() {
    const Statement* byline = nullptr;
    const Statement* dateline = nullptr;
    for (const Statement& each : out_.statements) {
      if (each.kind == StatementKind::byline && each.rule != "byline.sign-off" &&
          byline == nullptr) {
        byline = &each;
      }
      if (each.kind == StatementKind::dateline && dateline == nullptr && !each.houses.empty() &&
          is_of_kind(out_.houses[each.houses.first], {HouseKind::wire})) {
        dateline = &each;
      }
    }
    if (byline == nullptr || dateline == nullptr || byline->people.empty()) return;
    if (out_.verdict.origin == TextOrigin::own) return;
    for (std::uint32_t h = byline->houses.first; h < byline->houses.last; ++h) {
      if (is_of_kind(out_.houses[h], {HouseKind::wire})) return;
    }
    add("byline-under-wire-dateline", byline->span,
        "The dateline is a wire's and the byline does not say so: credit the wire, or say who "
        "wrote what.");
  }

  void audit_copyright_years() {
    for (std::size_t i = 0; i < out_.statements.size(); ++i) {
      const Statement& first = out_.statements[i];
      if (!is_copyright(first)) continue;
      for (std::size_t j = i + 1; j < out_.statements.size(); ++j) {
        const Statement& second = out_.statements[j];
        if (!is_copyright(second)) continue;
        if (first.year != second.year && same_holder(first, second)) {
          add("copyright-years-differ", second.span,
              "Two copyright lines of one holder give different years.");
        }
        break;
      }
    }
  }
  static bool is_copyright(const Statement& statement) {
    return (statement.kind == StatementKind::wire_copyright ||
            statement.kind == StatementKind::site_copyright) &&
           !statement.year.empty();
  }
  [[nodiscard]] bool same_holder(const Statement& a, const Statement& b) const {
    if (a.houses.empty() || b.houses.empty()) return a.houses.empty() && b.houses.empty();
    const CreditedHouse& first = out_.houses[a.houses.first];
    const CreditedHouse& second = out_.houses[b.houses.first];
    return first.id.empty() ? first.name == second.name : first.id == second.id;
  }

  void audit_repost() {
    if (out_.verdict.origin != TextOrigin::republished) return;
    const Statement* disclaimer = nullptr;
    for (const Statement& each : out_.statements) {
      if (each.kind == StatementKind::syndication && !each.houses.empty()) return;
      if (each.kind == StatementKind::repost_disclaimer ||
          each.kind == StatementKind::syndication) {
        disclaimer = &each;
      }
    }
    if (disclaimer == nullptr) return;
    add("repost-without-origin", disclaimer->span,
        "The text says that it is reposted, not from where: name the original and its author.");
  }

  void audit_quotes() {
    for (std::size_t q = 0; q < analysis_.quotes.size(); ++q) {
      const Quote& quote = analysis_.quotes[q];
      if (quote.kind != QuoteKind::direct || quote.use != QuoteUse::speech) continue;
      if (analysis_.attributions[q].no_source == NoSource::none || quote.parts.empty()) continue;
      const Span first = analysis_.parts[quote.parts.first];
      const Span last = analysis_.parts[quote.parts.last - 1];
      if (last.end - first.begin < kShortestQuote) continue;
      add("quote-without-source", {first.begin, last.end},
          "Nothing near this quotation says whose words they are.");
    }
  }

  const Analysis& analysis_;
  const Houses& houses_;
  Provenance& out_;
};

}  // namespace

void find_findings(const Analysis& analysis, const ProvenanceKnowledge& knowledge,
                   Provenance& out) {
  Auditor(analysis, knowledge, out).audit();
}

}  // namespace quotary
