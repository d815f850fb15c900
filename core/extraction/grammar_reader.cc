#include "extraction/grammar_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quotary/extractor.h"
#include "rules/pack.h"

namespace quotary {
namespace {

class GrammarHits {
 public:
  GrammarHits(const Document& document, const Analysis& analysis, std::string_view id)
      : document_(document), analysis_(analysis), id_(id) {}

  std::vector<GrammarHit> all() {
    for (const Attribution& attribution : analysis_.attributions) {
      if (attribution.rule == id_) add_quote(attribution);
    }
    for (const Statement& statement : from().statements) {
      if (statement.rule == id_) add_statement(statement);
    }
    const std::vector<std::string_view>& rules = from().verdict.rules;
    if (std::find(rules.begin(), rules.end(), id_) != rules.end()) add_verdict();
    return std::move(hits_);
  }

 private:
  [[nodiscard]] const Provenance& from() const { return analysis_.provenance; }

  // Several that fill a role are joined: "Ann Lee; Bo Berg".
  void role(std::string_view name, std::string_view words) {
    if (words.empty()) return;
    FilledRoles& roles = hits_.back().roles;
    if (roles.empty() || roles.back().first != name) {
      roles.emplace_back(name, words);
    } else {
      ((roles.back().second) += "; ") += words;
    }
  }

  void add_quote(const Attribution& attribution) {
    const std::string words = analysis_.text(document_, analysis_.quotes[attribution.quote]);
    hits_.push_back({words, {}});
    if (attribution.source != kNone) role("speaker", analysis_.sources[attribution.source].name);
    if (attribution.cue != kNone) role("cue", document_.text(analysis_.cues[attribution.cue].span));
    role("quote", words);
  }

  void add_statement(const Statement& statement) {
    hits_.push_back({std::string(document_.text(statement.span)), {}});
    for (std::uint32_t i = statement.people.first; i < statement.people.last; ++i) {
      role("person", from().people[i].name);
    }
    add_houses("house", statement.houses);
    add_houses("via", statement.via);
    role("pool", statement.pool);
    for (std::uint32_t i = statement.flags.first; i < statement.flags.last; ++i) {
      role("flag", from().flags[i]);
    }
    for (std::uint32_t i = statement.places.first; i < statement.places.last; ++i) {
      role("place", document_.text(from().places[i]));
    }
    role("date", document_.text(statement.date));
    role("licence", statement.licence);
  }

  void add_houses(std::string_view name, Range houses) {
    for (std::uint32_t i = houses.first; i < houses.last; ++i) role(name, from().houses[i].name);
  }

  void add_verdict() {
    const Verdict& verdict = from().verdict;
    hits_.emplace_back();
    role("origin", name_of(verdict.origin));
    role("house", verdict.house.empty() ? std::string_view(verdict.origin_name) : verdict.house);
  }

  const Document& document_;
  const Analysis& analysis_;
  std::string_view id_;
  std::vector<GrammarHit> hits_;
};

DocumentContext context_of(const RuleExample& example) {
  DocumentContext context;
  for (const auto& [key, value] : example.roles) {
    if (key == kPublisher) context.publisher = value;
  }
  return context;
}

}  // namespace

GrammarReader grammar_reader(const RulePack& pack) {
  return [pack, extractor = std::optional<Extractor>()](
             std::string_view id, const RuleExample& example) mutable -> std::vector<GrammarHit> {
    if (!extractor) {
      Result<Extractor> made = Extractor::create(pack);
      if (!made) return {};
      extractor.emplace(*std::move(made));
    }
    const Document document = extractor->read(example.text);
    Workspace workspace;
    const Analysis analysis = extractor->analyze(document, workspace, context_of(example));
    return GrammarHits(document, analysis, id).all();
  };
}

}  // namespace quotary
