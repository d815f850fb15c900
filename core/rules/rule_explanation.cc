#include "rules/rule_explanation.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/backticks.h"
#include "rules/example_reader.h"
#include "rules/guards.h"

namespace quotary {
namespace {

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

// The text of a symbol on one line, fit for a terminal.
std::string shown(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

void append_cell(std::string& line, const std::string& cell, std::size_t width) {
  line += cell;
  line.append(width - width_of(cell) + 3, ' ');
}

std::string trimmed(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "\n";
}

class RuleExplainer {
 public:
  RuleExplainer(const PackData& pack, std::uint32_t rule)
      : pack_(pack), rule_(rule), reader_(pack) {}

  std::string explain(std::string_view text) const {
    const ReadExample example = reader_.read(text);
    const std::vector<ExampleHit> hits = reader_.match_patterns(example);
    std::string out;
    for (std::size_t i = 0; i < example.paragraphs.size(); ++i) {
      if (i > 0) out += "\n";
      out += symbol_lines(example, example.paragraphs[i]);
      out += "pattern  " + pack_.patterns[rule_].text + "\n";
      out += result_lines(example, i, hits);
    }
    return out.empty() ? "result   no match: there is no text\n" : out;
  }

 private:
  std::string symbol_lines(const ReadExample& example, const SymbolString& symbols) const {
    std::string words = "text     ";
    std::string classes = "symbol   ";
    for (std::uint32_t i = 0; i < symbols.size(); ++i) {
      const std::string word = shown(example.text(symbols, {i, i + 1}));
      const std::string name = pack_.alphabet.describe(symbols.symbols[i]);
      const std::size_t width = std::max(width_of(word), width_of(name));
      append_cell(words, word, width);
      append_cell(classes, name, width);
    }
    return trimmed(words) + trimmed(classes);
  }

  std::string result_lines(const ReadExample& example, std::size_t paragraph,
                           const std::vector<ExampleHit>& hits) const {
    std::string out;
    for (const ExampleHit& hit : hits) {
      if (hit.hit.rule != rule_ || hit.paragraph != paragraph) continue;
      std::string roles;
      for (const auto& [role, words] : reader_.roles(example, hit)) {
        roles += (roles.empty() ? " " : ", ") + role + " `" + shown(words) + "`";
      }
      out += "result   " + outcome(hit) + roles + "\n";
    }
    return out.empty() ? "result   " + why_not(example.paragraphs[paragraph]) + "\n" : out;
  }

  static std::string outcome(const ExampleHit& hit) {
    if (!hit.failed) return "match:";
    return "no match: the guard " + std::string(name_of(*hit.failed)) + " refuses";
  }

  // The attempt that came furthest speaks for all.
  std::string why_not(const SymbolString& symbols) const {
    const pattern::Pattern& pattern = pack_.patterns[rule_];
    std::string best = "no match: there is no anchor for it";
    std::size_t best_through = 0;
    for (std::uint32_t at = 0; at < symbols.size(); ++at) {
      const pattern::Explanation tried =
          pattern::explain(pattern, pack_.alphabet, {symbols.symbols, at, pattern.anchor});
      if (tried.matched_through.size() <= best_through) continue;
      best_through = tried.matched_through.size();
      best = tried.to_string();
    }
    return best;
  }

  const PackData& pack_;
  std::uint32_t rule_;
  ExampleReader reader_;
};

std::string roles_shown(const FilledRoles& roles) {
  std::string out;
  for (const auto& [role, words] : roles) out += ", " + role + " `" + shown(words) + "`";
  return out;
}

std::string explain_text_rule(const PackData& pack, std::uint32_t rule, std::string_view text) {
  std::string out = "text     " + shown(text) + "\n";
  const pattern::SiftedText sifted = pack.text_rule_set->sift(text);
  if (!sifted.may_match(rule)) return out + "result   no match: none of its words stands there\n";
  pattern::TextHit hit;
  if (!pack.text_rule_set->find(rule, sifted, hit)) return out + "result   no match\n";
  out += "result   match: `" + shown(text.substr(hit.whole.begin, hit.whole.size())) + "`";
  const std::span<const std::string> groups = pack.text_rule_set->groups(rule);
  FilledRoles roles;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Span span = hit.groups[i];
    if (!span.empty()) roles.emplace_back(groups[i], text.substr(span.begin, span.size()));
  }
  return out + roles_shown(roles) + "\n";
}

// A paragraph a line, as it is read.
std::string paragraphs_shown(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) {
      out += (out.empty() ? "text     " : "         ") + shown(text.substr(0, end)) + "\n";
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string explain_grammar(const Grammar& grammar, const RuleExample& example,
                            const GrammarReader& reader) {
  std::string out = paragraphs_shown(example.text);
  for (const auto& [key, value] : example.roles) {
    if (key == kPublisher) out += "from     publisher `" + shown(value) + "`\n";
  }
  if (!reader) return out;
  const std::vector<GrammarHit> hits = reader(grammar.id, example);
  for (const GrammarHit& hit : hits) {
    std::string found = hit.words.empty() ? "" : " `" + shown(hit.words) + "`";
    FilledRoles roles = hit.roles;
    std::erase_if(roles, [&](const auto& role) { return role.second == hit.words; });
    found += roles_shown(roles);
    if (hit.words.empty() && !found.empty()) found.erase(0, 1);
    out += "result   match:" + found + "\n";
  }
  return hits.empty() ? out + "result   no match\n" : out;
}

std::string alphabet_lines(const pattern::Alphabet& alphabet) {
  std::string out;
  for (std::uint32_t symbol = 0; symbol < alphabet.size(); ++symbol) {
    const std::string number = std::to_string(symbol);
    out += std::string(3 - number.size(), ' ') + number + "  " +
           alphabet.describe(static_cast<std::uint8_t>(symbol)) + "\n";
  }
  return out;
}

template <typename Rule>
std::uint32_t index_of(const std::vector<Rule>& rules, std::string_view id) {
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == rules.end() ? kNone : static_cast<std::uint32_t>(found - rules.begin());
}

class Explainer {
 public:
  Explainer(const PackData& pack, const RuleQuestion& question, const GrammarReader& reader)
      : pack_(pack), asked_(question), reader_(reader) {
    std::vector<Error> mistakes;  // `rules check` names them
    grammars_ = read_grammars(pack.files, mistakes);
  }

  Result<std::string> answer() {
    if (asked_.view == RuleView::alphabet) return alphabet_lines(pack_.alphabet);
    if (const std::uint32_t rule = index_of(pack_.rules, asked_.id); rule != kNone) {
      if (asked_.view == RuleView::re2) {
        return pattern::expressions(pack_.patterns[rule], pack_.alphabet) + "\n";
      }
      return about(pack_.rules[rule], "rule") +
             RuleExplainer(pack_, rule).explain(example_for(pack_.rules[rule]).text);
    }
    if (const std::uint32_t rule = index_of(pack_.text_rules, asked_.id); rule != kNone) {
      if (asked_.view == RuleView::re2) return pack_.text_rules[rule].expression + "\n";
      return about(pack_.text_rules[rule], "rule") +
             explain_text_rule(pack_, rule, example_for(pack_.text_rules[rule]).text);
    }
    if (const std::uint32_t grammar = index_of(grammars_, asked_.id); grammar != kNone) {
      return answer_grammar(grammars_[grammar]);
    }
    return no_such_rule();
  }

 private:
  [[nodiscard]] Result<std::string> answer_grammar(const Grammar& grammar) const {
    if (asked_.view == RuleView::re2) {
      return Error{ErrorCode::bad_rule,
                   in_backticks(grammar.id) + " is a grammar in code: it has no expressions",
                   grammar.place};
    }
    return about(grammar, "grammar in code") +
           explain_grammar(grammar, example_for(grammar), reader_);
  }

  // Nothing where somebody has a text of their own: they know what the rule is.
  [[nodiscard]] std::string about(const auto& rule, std::string_view kind) const {
    if (asked_.text) return {};
    return "id       " + rule.id + " (" + std::string(kind) + ")\nabout    " + shown(rule.about) +
           "\n";
  }

  [[nodiscard]] RuleExample example_for(const auto& rule) const {
    RuleExample example;
    if (asked_.text) {
      example.text = *asked_.text;
    } else if (!rule.examples.matches.empty()) {
      example = rule.examples.matches.front();
    }
    return example;
  }

  [[nodiscard]] Error no_such_rule() const {
    std::vector<std::string> known;
    for (const TokenRule& rule : pack_.rules) known.push_back(rule.id);
    for (const TextRule& rule : pack_.text_rules) known.push_back(rule.id);
    for (const Grammar& grammar : grammars_) known.push_back(grammar.id);
    std::string message = "there is no rule " + in_backticks(asked_.id);
    const std::string nearest = pattern::nearest_name(asked_.id, known);
    if (!nearest.empty()) message += "; did you mean " + in_backticks(nearest) + "?";
    return {ErrorCode::bad_rule, std::move(message), {}};
  }

  const PackData& pack_;
  const RuleQuestion& asked_;
  const GrammarReader& reader_;
  std::vector<Grammar> grammars_;
};

}  // namespace

Result<std::string> explain_rule(const PackData& pack, const RuleQuestion& question,
                                 const GrammarReader& reader) {
  return Explainer(pack, question, reader).answer();
}

}  // namespace quotary
