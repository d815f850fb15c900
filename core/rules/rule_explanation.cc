#include "rules/rule_explanation.h"

#include <algorithm>
#include <cstdint>
#include <vector>

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

std::string explain_text_rule(const PackData& pack, std::uint32_t rule, std::string_view text) {
  std::string out = "text     " + shown(text) + "\n";
  pattern::TextHit hit;
  if (!pack.text_rule_set->find(rule, text, 0, hit)) return out + "result   no match\n";
  out += "result   match: `" + shown(text.substr(hit.whole.begin, hit.whole.size())) + "`";
  const std::span<const std::string> groups = pack.text_rule_set->groups(rule);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Span span = hit.groups[i];
    if (!span.empty()) {
      out += ", " + groups[i] + " `" + shown(text.substr(span.begin, span.size())) + "`";
    }
  }
  return out + "\n";
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

Error no_such_rule(const PackData& pack, std::string_view id) {
  std::vector<std::string> known;
  for (const TokenRule& rule : pack.rules) known.push_back(rule.id);
  for (const TextRule& rule : pack.text_rules) known.push_back(rule.id);
  std::string message = "there is no rule `" + std::string(id) + "`";
  const std::string nearest = pattern::nearest_name(id, known);
  if (!nearest.empty()) message += "; did you mean `" + nearest + "`?";
  return {ErrorCode::bad_rule, std::move(message), {}};
}

}  // namespace

Result<std::string> explain_rule(const PackData& pack, std::string_view id, std::string_view text,
                                 RuleView view) {
  if (view == RuleView::alphabet) return alphabet_lines(pack.alphabet);
  const std::uint32_t rule = index_of(pack.rules, id);
  if (rule != kNone) {
    if (view == RuleView::re2) return pack.matcher->describe(rule) + "\n";
    return RuleExplainer(pack, rule).explain(text);
  }
  const std::uint32_t text_rule = index_of(pack.text_rules, id);
  if (text_rule == kNone) return no_such_rule(pack, id);
  if (view == RuleView::re2) return pack.text_rules[text_rule].expression + "\n";
  return explain_text_rule(pack, text_rule, text);
}

}  // namespace quotary
