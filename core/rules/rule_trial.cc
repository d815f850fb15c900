#include "rules/rule_trial.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/backticks.h"
#include "rules/example_reader.h"

namespace quotary {
namespace {

std::string to_string(const FilledRoles& roles) {
  std::string out;
  for (const auto& [role, words] : roles) {
    out += (out.empty() ? "" : ", ") + role + " " + in_backticks(words);
  }
  return out;
}

std::string told(const FilledRoles& roles) { return roles.empty() ? "a match" : to_string(roles); }

// A quote is the anchor of most rules: an example need not repeat it.
bool same_roles(FilledRoles expected, FilledRoles found) {
  std::erase_if(expected, [](const auto& role) { return role.first == kPublisher; });
  const auto is_quote = [](const auto& role) { return role.first == "quote"; };
  if (std::none_of(expected.begin(), expected.end(), is_quote)) std::erase_if(found, is_quote);
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  return expected == found;
}

class RuleTrial {
 public:
  RuleTrial(const PackUnderTest& pack, TrialReport& report)
      : pack_(pack), data_(*pack.data), reader_(*pack.data), report_(report) {}

  void run(const GrammarReader& reader) {
    for (std::uint32_t rule = 0; rule < data_.rules.size(); ++rule) {
      if (pack_.owns(data_.rules[rule].place)) try_token_rule(rule);
    }
    for (std::uint32_t rule = 0; rule < data_.text_rules.size(); ++rule) {
      if (pack_.owns(data_.text_rules[rule].place)) try_text_rule(rule);
    }
    for (const Grammar& grammar : pack_.grammars) {
      if (reader && pack_.owns(grammar.place)) try_grammar(grammar, reader);
    }
  }

 private:
  void report(Severity severity, std::string message, const Place& place) {
    report_.findings.push_back({severity, {ErrorCode::bad_example, std::move(message), place}});
  }

  void count(const RuleExamples& examples) {
    ++report_.rules;
    report_.examples += examples.matches.size() + examples.rejects.size() + examples.todo.size();
  }

  template <typename Give>
  void try_examples(const std::string& id, const RuleExamples& examples, Give give) {
    count(examples);
    for (const RuleExample& example : examples.matches) {
      const std::vector<FilledRoles> given = give(example);
      if (gives(given, example)) continue;
      report(
          Severity::error,
          in_backticks(id) + " should give " + told(example.roles) + "; it gives " + all_of(given),
          example.place);
    }
    for (const RuleExample& example : examples.rejects) {
      const std::vector<FilledRoles> given = give(example);
      if (given.empty()) continue;
      report(Severity::error, in_backticks(id) + " should give nothing; it gives " + all_of(given),
             example.place);
    }
    for (const RuleExample& example : examples.todo) {
      if (!gives(give(example), example)) continue;
      report(Severity::error,
             in_backticks(id) + " now does what is todo: move the example to matches",
             example.place);
    }
  }

  static bool gives(const std::vector<FilledRoles>& given, const RuleExample& example) {
    return std::any_of(given.begin(), given.end(),
                       [&](const FilledRoles& roles) { return same_roles(example.roles, roles); });
  }

  static std::string all_of(const std::vector<FilledRoles>& given) {
    if (given.empty()) return "nothing";
    std::string out;
    for (const FilledRoles& roles : given) {
      out += (out.empty() ? "" : "; and ") + told(roles);
    }
    return out;
  }

  void try_token_rule(std::uint32_t rule) {
    const TokenRule& of = data_.rules[rule];
    try_examples(of.id, of.examples, [&](const RuleExample& example) {
      std::vector<FilledRoles> given;
      const ReadExample text = reader_.read(example.text);
      for (const ExampleHit& hit : reader_.match(text)) {
        if (hit.hit.rule == rule) given.push_back(reader_.roles(text, hit));
      }
      return given;
    });
    for (const RuleExample& example : of.examples.matches) note_rival(rule, example);
  }

  // Among rules that hold at the same anchor one has to win.
  void note_rival(std::uint32_t rule, const RuleExample& example) {
    const ReadExample text = reader_.read(example.text);
    const std::vector<ExampleHit> hits = reader_.match(text);
    for (const ExampleHit& own : hits) {
      if (own.hit.rule != rule) continue;
      const ExampleHit* best = &own;
      for (const ExampleHit& other : hits) {
        if (meet(own, other) && rank(other.hit.rule) < rank(best->hit.rule)) best = &other;
      }
      if (best == &own) continue;
      report(Severity::note,
             in_backticks(data_.rules[rule].id) + " is beaten by " +
                 in_backticks(data_.rules[best->hit.rule].id) + ", which gives " +
                 to_string(reader_.roles(text, *best)),
             example.place);
    }
  }

  [[nodiscard]] bool meet(const ExampleHit& a, const ExampleHit& b) const {
    return a.paragraph == b.paragraph && a.anchor == b.anchor &&
           data_.patterns[a.hit.rule].anchor == data_.patterns[b.hit.rule].anchor;
  }

  [[nodiscard]] std::tuple<std::uint32_t, float, std::uint32_t> rank(std::uint32_t rule) const {
    const TokenRule& of = data_.rules[rule];
    return {data_.sieve(of.sieve), -of.confidence, rule};
  }

  void try_text_rule(std::uint32_t rule) {
    const TextRule& of = data_.text_rules[rule];
    try_examples(of.id, of.examples, [&](const RuleExample& example) {
      std::vector<FilledRoles> given;
      pattern::TextHit hit;
      const pattern::SiftedText sifted = data_.text_rule_set->sift(example.text);
      if (!data_.text_rule_set->find(rule, sifted, hit)) return given;
      FilledRoles& roles = given.emplace_back();
      const std::span<const std::string> groups = data_.text_rule_set->groups(rule);
      for (std::size_t i = 0; i < groups.size(); ++i) {
        const Span span = hit.groups[i];
        if (span.empty()) continue;
        roles.emplace_back(groups[i], example.text.substr(span.begin, span.size()));
      }
      return given;
    });
  }

  void try_grammar(const Grammar& grammar, const GrammarReader& reader) {
    try_examples(grammar.id, grammar.examples, [&](const RuleExample& example) {
      std::vector<FilledRoles> given;
      for (GrammarHit& hit : reader(grammar.id, example)) given.push_back(std::move(hit.roles));
      return given;
    });
  }

  const PackUnderTest& pack_;
  const PackData& data_;
  ExampleReader reader_;
  TrialReport& report_;
};

}  // namespace

TrialReport try_rules(const PackUnderTest& pack, const GrammarReader& reader) {
  TrialReport report;
  RuleTrial(pack, report).run(reader);
  sort_by_place(report.findings);
  return report;
}

}  // namespace quotary
