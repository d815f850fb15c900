#include "pattern/text_rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace quotary::pattern {
namespace {

struct TextRule {
  std::unique_ptr<re2::RE2> expression;
  std::string problem;              // what is wrong with it; empty: nothing
  std::vector<std::string> groups;  // names
  std::vector<int> numbers;         // of those groups in RE2
  bool one_group = false;           // whose only group holds all that it matches
};

// "^(?P<dateline>...)". In doubt, no.
bool is_one_group(std::string_view expression) {
  if (!expression.starts_with("^(?P<") || expression.find("\\Q") != std::string_view::npos) {
    return false;
  }
  std::size_t depth = 0;
  bool in_class = false;
  for (std::size_t i = 1; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      if (c == '[' || (c == ']' && (expression[i - 1] == '[' || expression[i - 1] == '^'))) {
        return false;  // "[]...]", "[[:alpha:]]"
      }
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return i + 1 == expression.size();
    }
  }
  return false;
}

std::string problem_of(const re2::RE2& expression) {
  if (!expression.ok()) {
    std::string message = "not a regular expression of RE2: " + expression.error();
    if (expression.pattern().find("(?<") != std::string::npos) {
      message += "; a named group is written (?P<name>...)";
    }
    return message;
  }
  if (expression.NumberOfCapturingGroups() > static_cast<int>(kMaxTextGroups)) {
    return "more than " + std::to_string(kMaxTextGroups) +
           " groups; write (?:...) where none is meant";
  }
  return {};
}

TextRule compiled(const std::string& expression) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  TextRule rule;
  rule.expression = std::make_unique<re2::RE2>(expression, options);
  rule.problem = problem_of(*rule.expression);
  if (!rule.problem.empty()) return rule;
  for (const auto& [number, name] : rule.expression->CapturingGroupNames()) {
    rule.groups.push_back(name);
    rule.numbers.push_back(number);
  }
  rule.one_group = rule.expression->NumberOfCapturingGroups() == 1 && rule.groups.size() == 1 &&
                   is_one_group(expression);
  return rule;
}

}  // namespace

struct TextRuleSet::Program {
  std::vector<Deferred<TextRule>> rules;
  TextWords words;
};

TextRuleSet::TextRuleSet(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
TextRuleSet::TextRuleSet(TextRuleSet&&) noexcept = default;
TextRuleSet& TextRuleSet::operator=(TextRuleSet&&) noexcept = default;
TextRuleSet::~TextRuleSet() = default;

Result<TextRuleSet> TextRuleSet::compile(std::span<const TextRuleSource> rules, Compiling when) {
  auto program = std::make_unique<Program>();
  std::vector<WordLists> words;
  for (const TextRuleSource& source : rules) {
    words.push_back(source.words);
    const auto make = [expression = source.expression] { return compiled(expression); };
    const Deferred<TextRule>& rule = program->rules.emplace_back(make, when);
    if (when == Compiling::at_once && !rule->problem.empty()) {
      return Error{ErrorCode::bad_rule, rule->problem, source.place};
    }
  }
  program->words = TextWords(words);
  return TextRuleSet(std::move(program));
}

std::size_t TextRuleSet::size() const { return program_->rules.size(); }

std::span<const std::string> TextRuleSet::groups(std::uint32_t rule) const {
  return program_->rules[rule]->groups;
}

std::uint32_t TextRuleSet::group(std::uint32_t rule, std::string_view name) const {
  const std::vector<std::string>& groups = program_->rules[rule]->groups;
  const auto found = std::find(groups.begin(), groups.end(), name);
  return found == groups.end() ? kNone : static_cast<std::uint32_t>(found - groups.begin());
}

SiftedText TextRuleSet::sift(std::string_view text) const {
  return {text, program_->words.worth_asking(text)};
}

bool TextRuleSet::find(std::uint32_t rule, const SiftedText& sifted, TextHit& hit) const {
  return sifted.may_match(rule) && find(rule, sifted.text, 0, hit);
}

bool TextRuleSet::find(std::uint32_t rule, std::string_view text, std::uint32_t from,
                       TextHit& hit) const {
  const TextRule& wanted = *program_->rules[rule];
  const int groups = wanted.one_group ? 0 : wanted.expression->NumberOfCapturingGroups();
  if (!wanted.problem.empty() || from > text.size()) return false;
  const auto match = [&](re2::StringPiece* found, int count) {
    return wanted.expression->Match({text.data(), text.size()}, from, text.size(),
                                    re2::RE2::UNANCHORED, found, count);
  };
  // Nearly no text matches, which RE2 tells far sooner where nobody asks for groups.
  std::array<re2::StringPiece, kMaxTextGroups + 1> found;
  if (groups > 0 && !match(nullptr, 0)) return false;
  if (!match(found.data(), groups + 1)) return false;
  const auto span_of = [&](const re2::StringPiece& piece) -> Span {
    if (piece.data() == nullptr) return {};
    const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  hit = {.rule = rule, .whole = span_of(found[0])};
  if (wanted.one_group) {
    hit.groups[0] = hit.whole;
    return true;
  }
  for (std::size_t i = 0; i < wanted.numbers.size(); ++i) {
    hit.groups[i] = span_of(found[static_cast<std::size_t>(wanted.numbers[i])]);
  }
  return true;
}

}  // namespace quotary::pattern
