#include "writers/article.h"

#include <algorithm>
#include <map>

#include "writers/uri.h"

namespace quotary {
namespace {

std::string in_words(TextOrigin origin) {
  switch (origin) {
    case TextOrigin::own:
      return "the publisher's own";
    case TextOrigin::wire:
      return "wire copy";
    case TextOrigin::mixed:
      return "the publisher's own";
    case TextOrigin::republished:
      return "republished";
    case TextOrigin::press_release:
      return "press release";
    case TextOrigin::unknown:
      break;
  }
  return "origin unknown";
}

// "Associated Press and Delta Press"; each house once.
std::string contributors(const RecordProvenance& provenance) {
  std::vector<std::string_view> names;
  for (const RecordStatement& statement : provenance.statements) {
    if (statement.kind != StatementKind::contribution) continue;
    for (const RecordHouse& house : provenance.houses_of(statement.houses)) {
      if (std::find(names.begin(), names.end(), house.full_name()) == names.end()) {
        names.push_back(house.full_name());
      }
    }
  }
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

// Is the house of the verdict where the text was first published, or only what it has parts of?
bool names_origin(const RecordProvenance& provenance) {
  return std::any_of(provenance.evidence.begin(), provenance.evidence.end(), [&](std::uint32_t n) {
    const RecordStatement& statement = provenance.statements[n - 1];
    return statement.kind == StatementKind::syndication ||
           statement.kind == StatementKind::dateline || statement.kind == StatementKind::byline ||
           statement.kind == StatementKind::wire_copyright;
  });
}

}  // namespace

Article::Article(const Record& record) : record_(record), uri_(uri_of(record.id)) {
  find_pictures();
}

std::string Article::uri_of_part(std::string_view part) const {
  std::string out = uri_ + "#";
  out += part;
  return out;
}

std::string_view Article::headline() const {
  const Passage& found = record_.provenance.headline;
  return found.empty() ? block(BlockKind::headline) : found.text;
}

std::string_view Article::section() const {
  const Passage& found = record_.provenance.section;
  return found.empty() ? block(BlockKind::section) : found.text;
}

std::string_view Article::block(BlockKind kind) const {
  const auto found = std::find_if(record_.blocks.begin(), record_.blocks.end(),
                                  [kind](const RecordBlock& each) { return each.kind == kind; });
  return found == record_.blocks.end() ? std::string_view() : found->passage.text;
}

void Article::find_pictures() {
  for (const RecordPicture& picture : record_.provenance.pictures) {
    pictures_.push_back({"picture-" + std::to_string(picture.n), &picture, {}});
  }
  const std::size_t found = pictures_.size();
  for (const RecordStatement& statement : record_.provenance.statements) {
    if (statement.kind != StatementKind::credit) continue;
    if (statement.picture != 0 && statement.picture <= found) {
      pictures_[statement.picture - 1].credits.push_back(&statement);
    } else {
      pictures_.push_back({"credit-" + std::to_string(statement.n), nullptr, {&statement}});
    }
  }
}

const RecordStatement* Article::first(StatementKind kind) const {
  const auto& statements = record_.provenance.statements;
  const auto found =
      std::find_if(statements.begin(), statements.end(),
                   [kind](const RecordStatement& each) { return each.kind == kind; });
  return found == statements.end() ? nullptr : &*found;
}

Medium Article::medium_of(const CreditedPicture& picture) const {
  for (const RecordStatement* credit : picture.credits) {
    for (const std::string_view flag : record_.provenance.flags_of(*credit)) {
      if (flag == "video") return Medium::video;
      if (flag == "graphic" || flag == "illustration") return Medium::graphic;
    }
  }
  return Medium::picture;
}

std::string Article::places(Range range) const {
  std::string out;
  for (const Passage& place : record_.provenance.places_of(range)) {
    if (!out.empty()) out += ", ";
    out += place.text;
  }
  return out;
}

std::string verdict_in_words(const RecordProvenance& provenance) {
  std::string out = in_words(provenance.origin);
  const bool named = !provenance.house_name().empty() && names_origin(provenance);
  if (named && provenance.origin != TextOrigin::own && provenance.origin != TextOrigin::mixed) {
    out += provenance.origin == TextOrigin::republished ? " from " : " of ";
    out += provenance.house_name();
  }
  const std::string helpers = contributors(provenance);
  if (!helpers.empty() && (!named || provenance.origin != TextOrigin::wire)) {
    out += ", with contributions of " + helpers;
  } else if (provenance.origin == TextOrigin::mixed && !provenance.house_name().empty()) {
    out += ", with parts of ";
    out += provenance.house_name();
  }
  if (provenance.origin == TextOrigin::republished && !named) out += ", origin not named";
  return out;
}

// Looked for from the first on, as it is that one nearly always.
const RecordHouse* house_of(const RecordProvenance& provenance, const RecordStatement& statement,
                            const RecordPerson& person) {
  if (person.house.empty()) return nullptr;
  for (const RecordHouse& each : provenance.houses_of(statement.houses)) {
    if (each.name == person.house) return &each;
  }
  return nullptr;
}

std::string_view role_in(const RecordStatement& statement, const RecordPerson& person) {
  if (!person.role.empty()) return person.role;
  switch (statement.kind) {
    case StatementKind::credit:
      return "photographer";
    case StatementKind::byline:
      return "author";
    case StatementKind::contribution:
      return "contributor";
    default:
      return "party";
  }
}

bool is_copyright(const RecordStatement& statement) {
  return statement.kind == StatementKind::wire_copyright ||
         statement.kind == StatementKind::site_copyright;
}

}  // namespace quotary
