#include "provenance/statements.h"

#include <algorithm>

namespace quotary {
namespace {

Span moved(Span span, std::uint32_t base) {
  return span.empty() ? Span{} : Span{span.begin + base, span.end + base};
}

template <typename Value>
std::uint32_t count(const std::vector<Value>& values) {
  return static_cast<std::uint32_t>(values.size());
}

}  // namespace

std::string_view licence_id(const LineKnowledge& knowledge, std::string_view words) {
  constexpr std::string_view kVersion = " .0123456789";
  const std::size_t last = words.find_last_not_of(kVersion);
  if (last == std::string_view::npos) return {};
  const LineWords& table = knowledge.words();
  LineGroups found = table.groups_of_form(words) & knowledge.licences;  // "CC0"
  if (found.none()) found = table.groups_of_form(words.substr(0, last + 1)) & knowledge.licences;
  for (std::size_t i = 0; i < table.groups().size(); ++i) {
    if (found.test(i)) return std::string_view(table.groups()[i]).substr(kLicencePrefix.size());
  }
  return {};
}

namespace {

// How sure a statement is goes by its rule, else by its kind (thresholds of pack.json).
float confidence_of(const LineKnowledge& knowledge, const FoundStatement& found) {
  const double by_kind = found.clauses.size() == 1
                             ? knowledge.confidence_of_clause
                             : knowledge.confidences[static_cast<std::size_t>(found.kind)];
  return static_cast<float>(knowledge.pack().threshold(found.rule, by_kind));
}

}  // namespace

void add_statement(const LineKnowledge& knowledge, const FoundStatement& found,
                   std::uint32_t paragraph, std::uint32_t base, Provenance& out) {
  Statement statement;
  statement.kind = found.kind;
  statement.paragraph = paragraph;
  statement.span = moved(found.span, base);
  statement.rule = found.rule;
  statement.confidence = confidence_of(knowledge, found);
  statement.date = moved(found.date, base);
  statement.year = found.year;
  statement.rights = moved(found.rights, base);
  statement.link = moved(found.link, base);
  statement.people.first = count(out.people);
  statement.houses.first = count(out.houses);
  statement.flags.first = count(out.flags);
  statement.places.first = count(out.places);
  const auto add_house = [&](const LinePart& part) {
    CreditedHouse house;
    house.span = moved(part.span, base);
    house.name = part.name;
    if (part.house != kNone) house.id = knowledge.houses()[part.house].id;
    out.houses.push_back(std::move(house));
  };
  const auto add_flag = [&](std::string_view flag) {
    const auto begin = out.flags.begin() + statement.flags.first;
    if (std::find(begin, out.flags.end(), flag) == out.flags.end()) out.flags.push_back(flag);
  };
  std::uint32_t without_place = count(out.people);
  for (const LinePart& part : found.parts) {
    switch (part.kind) {
      case LinePartKind::person: {
        CreditedPerson person;
        person.span = moved(part.span, base);
        person.name = part.name;
        person.role = part.code;
        out.people.push_back(std::move(person));
        break;
      }
      case LinePartKind::house:
        add_house(part);
        break;
      case LinePartKind::pool:
        statement.pool = part.name;
        break;
      case LinePartKind::flag:
        add_flag(part.code);
        break;
      case LinePartKind::licence:
        add_flag("cc");
        statement.licence = licence_id(knowledge, part.name);
        if (statement.rights.empty()) statement.rights = moved(part.span, base);
        break;
      case LinePartKind::place: {
        const Span place = moved(part.span, base);
        out.places.push_back(place);
        for (; without_place < out.people.size(); ++without_place) {
          out.people[without_place].place = place;
        }
        break;
      }
      case LinePartKind::link:
        if (statement.link.empty()) statement.link = moved(part.span, base);
        break;
      case LinePartKind::via:
        break;
    }
  }
  statement.people.last = count(out.people);
  statement.houses.last = statement.via.first = count(out.houses);
  for (const LinePart& part : found.parts) {
    if (part.kind == LinePartKind::via) add_house(part);
  }
  statement.via.last = count(out.houses);
  statement.flags.last = count(out.flags);
  statement.places.last = count(out.places);
  // One house, and people beside it: they work for it.
  const bool on_behalf = statement.houses.size() >= 1 && found.kind != StatementKind::syndication;
  for (std::uint32_t p = statement.people.first; on_behalf && p < statement.people.last; ++p) {
    out.people[p].house = statement.houses.first;
  }
  statement.terms.first = count(out.terms);
  for (RightsTerm term : found.terms) {
    term.span = moved(term.span, base);
    out.terms.push_back(term);
  }
  statement.terms.last = count(out.terms);
  statement.clauses.first = count(out.clauses);
  for (NoticeClause clause : found.clauses) {
    clause.span = moved(clause.span, base);
    out.clauses.push_back(clause);
  }
  statement.clauses.last = count(out.clauses);
  out.statements.push_back(std::move(statement));
}

std::string_view name_of(StatementKind kind) {
  switch (kind) {
    case StatementKind::credit:
      return "credit";
    case StatementKind::byline:
      return "byline";
    case StatementKind::dateline:
      return "dateline";
    case StatementKind::contribution:
      return "contribution";
    case StatementKind::wire_copyright:
      return "wire_copyright";
    case StatementKind::site_copyright:
      return "site_copyright";
    case StatementKind::syndication:
      return "syndication";
    case StatementKind::repost_disclaimer:
      return "repost_disclaimer";
    case StatementKind::correction:
      return "correction";
  }
  return "credit";
}

std::string_view name_of(CitationRole role) {
  return role == CitationRole::medium ? "medium" : "source";
}

std::string_view name_of(TextOrigin origin) {
  switch (origin) {
    case TextOrigin::unknown:
      return "unknown";
    case TextOrigin::own:
      return "own";
    case TextOrigin::wire:
      return "wire";
    case TextOrigin::mixed:
      return "mixed";
    case TextOrigin::republished:
      return "republished";
    case TextOrigin::press_release:
      return "press_release";
  }
  return "unknown";
}

}  // namespace quotary
