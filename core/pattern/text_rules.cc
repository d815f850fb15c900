#include "pattern/text_rules.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace quotary::pattern {
namespace {

struct TextRule {
  std::unique_ptr<re2::RE2> expression;
  std::vector<std::string> groups;  // names
  std::vector<int> numbers;         // of those groups in RE2
};

re2::RE2::Options text_options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  return options;
}

Error bad_expression(const TextRuleSource& source, const std::string& message) {
  return {ErrorCode::bad_rule, message, source.place};
}

}  // namespace

struct TextRuleSet::Program {
  std::vector<TextRule> rules;
  // Which rules match at all. Compiled when it is first asked: callers that only ever find() single
  // rules need not wait for it at start-up.
  mutable std::once_flag once;
  mutable std::unique_ptr<re2::RE2::Set> any;  // null: too large to compile

  const re2::RE2::Set* set() const;
};

const re2::RE2::Set* TextRuleSet::Program::set() const {
  std::call_once(once, [this] {
    auto made = std::make_unique<re2::RE2::Set>(text_options(), re2::RE2::UNANCHORED);
    for (const TextRule& rule : rules) {
      if (made->Add(rule.expression->pattern(), nullptr) < 0) return;
    }
    if (made->Compile()) any = std::move(made);
  });
  return any.get();
}

TextRuleSet::TextRuleSet(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
TextRuleSet::TextRuleSet(TextRuleSet&&) noexcept = default;
TextRuleSet& TextRuleSet::operator=(TextRuleSet&&) noexcept = default;
TextRuleSet::~TextRuleSet() = default;

Result<TextRuleSet> TextRuleSet::compile(std::span<const TextRuleSource> rules) {
  auto program = std::make_unique<Program>();
  for (const TextRuleSource& source : rules) {
    TextRule rule;
    rule.expression = std::make_unique<re2::RE2>(source.expression, text_options());
    if (!rule.expression->ok()) {
      std::string message = "not a regular expression of RE2: " + rule.expression->error();
      if (source.expression.find("(?<") != std::string::npos) {
        message += "; a named group is written (?P<name>...)";
      }
      return bad_expression(source, message);
    }
    for (const auto& [number, name] : rule.expression->CapturingGroupNames()) {
      rule.groups.push_back(name);
      rule.numbers.push_back(number);
    }
    if (rule.groups.size() > kMaxTextGroups ||
        rule.expression->NumberOfCapturingGroups() > static_cast<int>(kMaxTextGroups)) {
      return bad_expression(source, "more than " + std::to_string(kMaxTextGroups) +
                                        " groups; write (?:...) where none is meant");
    }
    program->rules.push_back(std::move(rule));
  }
  return TextRuleSet(std::move(program));
}

std::size_t TextRuleSet::size() const { return program_->rules.size(); }

std::span<const std::string> TextRuleSet::groups(std::uint32_t rule) const {
  return program_->rules[rule].groups;
}

std::uint32_t TextRuleSet::group(std::uint32_t rule, std::string_view name) const {
  const std::vector<std::string>& groups = program_->rules[rule].groups;
  const auto found = std::find(groups.begin(), groups.end(), name);
  return found == groups.end() ? kNone : static_cast<std::uint32_t>(found - groups.begin());
}

void TextRuleSet::match(std::string_view text, std::vector<TextHit>& hits) const {
  hits.clear();
  if (program_->rules.empty()) return;
  std::vector<int> matching;
  const re2::RE2::Set* const set = program_->set();
  re2::RE2::Set::ErrorInfo failure{re2::RE2::Set::kOutOfMemory};
  if (set == nullptr || !set->Match({text.data(), text.size()}, &matching, &failure)) {
    if (failure.kind == re2::RE2::Set::kNoError) return;
    // All rules together are too much for one automaton: ask each.
    for (std::size_t i = 0; i < size(); ++i) matching.push_back(static_cast<int>(i));
  }
  std::sort(matching.begin(), matching.end());
  for (const int rule : matching) {
    TextHit hit;
    if (find(static_cast<std::uint32_t>(rule), text, 0, hit)) hits.push_back(hit);
  }
}

bool TextRuleSet::find(std::uint32_t rule, std::string_view text, std::uint32_t from,
                       TextHit& hit) const {
  const TextRule& wanted = program_->rules[rule];
  std::array<re2::StringPiece, kMaxTextGroups + 1> found;
  const int groups = wanted.expression->NumberOfCapturingGroups();
  if (from > text.size() ||
      !wanted.expression->Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED,
                                found.data(), groups + 1)) {
    return false;
  }
  const auto span_of = [&](const re2::StringPiece& piece) -> Span {
    if (piece.data() == nullptr) return {};
    const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  hit = {.rule = rule, .whole = span_of(found[0])};
  for (std::size_t i = 0; i < wanted.numbers.size(); ++i) {
    hit.groups[i] = span_of(found[static_cast<std::size_t>(wanted.numbers[i])]);
  }
  return true;
}

}  // namespace quotary::pattern
