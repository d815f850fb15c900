// Files of rules -> rules with their sources.
#pragma once

#include <string>
#include <vector>

#include "pattern/pattern.h"
#include "rules/json_tree.h"
#include "rules/rule.h"

namespace quotary {

struct TokenRuleSource {
  TokenRule rule;
  pattern::PatternSource pattern;
};

struct TextRuleSource {
  TextRule rule;
  pattern::TextRuleSource expression;
};

struct RuleSources {
  std::vector<TokenRuleSource> token_rules;
  std::vector<TextRuleSource> text_rules;
};

// Adds the rules of a file: a list of rules, or {"about", "sieve", "anchor", "gives", "rules"}
// whose other members are what its rules have unless they say otherwise. A rule whose id is there
// already takes its place. Rules with an error are left out and each error is added to `errors`.
void read_rules(const JsonTree& tree, RuleSources& sources, std::vector<Error>& errors);

}  // namespace quotary
