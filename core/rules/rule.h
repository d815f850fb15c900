// Rules as a pack states them, before and beside their compiled form.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pattern/text_words.h"
#include "quotary/result.h"

namespace quotary {

// A text and what a rule makes of it: the role or group, and the words that fill it.
struct RuleExample {
  std::string text;
  std::vector<std::pair<std::string, std::string>> roles;
  Place place;
};

struct RuleExamples {
  std::vector<RuleExample> matches;  // the rule gives exactly these roles
  std::vector<RuleExample> rejects;  // the rule gives nothing; no roles
  std::vector<RuleExample> todo;     // should be as `matches`, and is not yet
};

// Conditions that a pattern cannot state, tested after it has matched. A closed list.
enum class Guard : std::uint8_t { same_paragraph, agrees_gender, not_quoted };

// A rule over the class string. Its pattern has the same number in PackData::matcher.
struct TokenRule {
  std::string id;
  std::string about;
  std::string sieve;  // empty, or one of PackData::sieves
  float confidence = 0.5F;
  std::vector<Guard> guards;
  bool decides = false;  // what it says of cue and source goes over what the weights say
  RuleExamples examples;
  Place place;
};

// A rule over the raw paragraph. Its expression has the same number in PackData::text_rule_set.
struct TextRule {
  std::string id;
  std::string about;
  std::string expression;
  pattern::WordLists words;  // it matches no text without one of each list; none: unknown
  std::string gives;         // what a match is, in the words of the stage that asks: "dateline"
  std::string sieve;         // empty, or one of PackData::sieves
  float confidence = 0.5F;
  RuleExamples examples;
  Place place;
};

}  // namespace quotary
