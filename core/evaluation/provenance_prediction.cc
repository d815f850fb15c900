#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "quotary/provenance_eval.h"

namespace quotary {
namespace {

using Json = nlohmann::ordered_json;

bool is_scored(StatementKind kind) {
  return kind != StatementKind::site_copyright && kind != StatementKind::correction;
}

Json names_of(const std::vector<CreditedHouse>& houses, Range range) {
  Json names = Json::array();
  for (std::uint32_t i = range.first; i < range.last; ++i) names.push_back(houses[i].name);
  return names;
}

Json item_of(const Provenance& provenance, const Statement& statement) {
  Json item;
  item["kind"] = name_of(statement.kind);
  item["people"] = Json::array();
  for (std::uint32_t i = statement.people.first; i < statement.people.last; ++i) {
    item["people"].push_back(provenance.people[i].name);
  }
  item["orgs"] = names_of(provenance.houses, statement.houses);
  item["pool"] = statement.pool.empty() ? Json() : Json(statement.pool);
  item["via"] = names_of(provenance.houses, statement.via);
  item["flags"] = Json::array();
  for (std::uint32_t i = statement.flags.first; i < statement.flags.last; ++i) {
    item["flags"].push_back(provenance.flags[i]);
  }
  item["rule"] = statement.rule;
  return item;
}

std::string text_member(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Json wire_of(const Provenance& provenance) {
  const bool wire = provenance.verdict.origin == TextOrigin::wire;
  return wire && !provenance.verdict.house.empty() ? Json(provenance.verdict.house) : Json();
}

}  // namespace

Result<Done> predict_provenance(const Extractor& extractor, std::string_view json,
                                std::string& out) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return Error{ErrorCode::bad_json, "expected a JSON object a line"};
  const DocumentContext context{text_member(object, "publisher")};
  Json prediction;
  prediction["id"] = object.value("id", Json());
  std::string text = text_member(object, "line");
  std::vector<std::uint32_t> starts;
  const auto paragraphs = object.find("paragraphs");
  const bool has_paragraphs = paragraphs != object.end() && paragraphs->is_array();
  if (has_paragraphs) {
    text.clear();
    for (const Json& paragraph : *paragraphs) {
      if (!starts.empty()) text += "\n\n";
      starts.push_back(static_cast<std::uint32_t>(text.size()));
      if (paragraph.is_string()) text += paragraph.get<std::string>();
    }
  }
  const bool whole = !has_paragraphs && object.find("line") == object.end();
  if (whole) {
    if (object.find("text") == object.end()) {
      return Error{ErrorCode::missing_field, "expected \"text\", \"line\" or \"paragraphs\""};
    }
    text = text_member(object, "text");
  }
  Workspace workspace;
  const Document document = extractor.read(std::move(text));
  const Analysis analysis = extractor.analyze(document, workspace, context);
  const Provenance& provenance = analysis.provenance;
  if (whole) {
    prediction["wire"] = wire_of(provenance);
  } else {
    prediction["items"] = Json::array();
    for (const Statement& statement : provenance.statements) {
      if (!is_scored(statement.kind)) continue;
      Json item = item_of(provenance, statement);
      if (has_paragraphs) {
        const std::uint32_t at = document.original_offset(statement.span.begin);
        const auto next = std::upper_bound(starts.begin(), starts.end(), at);
        item["p"] = next - starts.begin() - 1;
      }
      prediction["items"].push_back(std::move(item));
    }
  }
  out += prediction.dump(-1, ' ', false, Json::error_handler_t::replace);
  out += '\n';
  return Done{};
}

}  // namespace quotary
