#include "rules/rule_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "rules/backticks.h"
#include "rules/examples.h"
#include "rules/fold_word.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace quotary {
namespace {

const std::vector<std::string>& rule_keys() {
  static const std::vector<std::string> keys = {
      "about", "anchor",  "confidence", "decides", "expression", "gives", "guards",
      "id",    "matches", "pattern",    "rejects", "sieve",      "todo",  "words"};
  return keys;
}

const std::vector<std::string>& guard_names() {
  static const std::vector<std::string> names = {"same_paragraph", "agrees_gender", "not_quoted"};
  return names;
}

std::string unknown(std::string_view what, std::string_view name,
                    const std::vector<std::string>& known) {
  std::string message = "unknown " + std::string(what) + " " + in_backticks(name);
  const std::string nearest = pattern::nearest_name(name, known);
  if (!nearest.empty()) return message + "; did you mean " + in_backticks(nearest) + "?";
  message += "; expected one of";
  for (const std::string& each : known) message += " " + in_backticks(each);
  return message;
}

bool is_small_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) {
    const auto* const character = reinterpret_cast<const unsigned char*>(text.data()) + at;
    const bool joins = *character >= 0x80 || kChars.fold[*character] != 0;
    if (!joins || is_upper(character)) return false;
  }
  return !text.empty();
}

// Of ASCII; all others are words.
bool is_mark(std::string_view text) {
  return text.size() == 1 && text[0] > ' ' && text[0] < 0x7F && !is_ascii_letter(text[0]) &&
         !is_ascii_digit(text[0]);
}

// A word or a mark, or two of them side by side.
bool is_demand(std::string_view text) {
  const auto is_one = [](std::string_view part) { return is_small_word(part) || is_mark(part); };
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return is_one(text);
  return is_one(text.substr(0, blank)) && is_one(text.substr(blank + 1));
}

class RuleFileReader {
 public:
  RuleFileReader(const JsonTree& tree, RuleSources& sources, std::vector<Error>& errors)
      : tree_(tree), sources_(sources), errors_(errors) {}

  void read() {
    std::uint32_t list = 0;
    if (tree_[0].kind == JsonKind::object) {
      defaults_ = 0;
      list = tree_.member(0, "rules");
    }
    if (list == kNone || tree_[list].kind != JsonKind::array) {
      return fail(0, ErrorCode::missing_field,
                  "a file of rules is a list of rules or {\"rules\": [...]}");
    }
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      const std::size_t before = errors_.size();
      read_rule(each.index(), before);
    }
  }

 private:
  void fail(std::uint32_t index, ErrorCode code, std::string message) {
    errors_.push_back({code, std::move(message), tree_.place(index)});
  }

  // A text member of the rule, or of the file if the rule has none.
  std::optional<std::string_view> text(std::uint32_t rule, std::string_view key) const {
    if (const auto own = tree_.text(rule, key)) return own;
    return tree_.text(defaults_, key);
  }

  void read_rule(std::uint32_t rule, std::size_t errors_before) {
    if (tree_[rule].kind != JsonKind::object) {
      return fail(rule, ErrorCode::bad_rule, "a rule is an object: {\"id\": ..., ...}");
    }
    check_keys(rule);
    const std::uint32_t id = tree_.member(rule, "id");
    if (id == kNone || tree_[id].text.empty()) {
      return fail(rule, ErrorCode::missing_field, "a rule needs an \"id\"");
    }
    const std::uint32_t pattern = tree_.member(rule, "pattern");
    const std::uint32_t expression = tree_.member(rule, "expression");
    if ((pattern == kNone) == (expression == kNone)) {
      return fail(
          id, ErrorCode::missing_field,
          "rule " + in_backticks(tree_[id].text) +
              " needs either a \"pattern\" (over symbols) or an \"expression\" (over text)");
    }
    if (pattern != kNone) {
      TokenRuleSource source = token_rule(rule, pattern);
      if (errors_.size() == errors_before) put(std::move(source), sources_.token_rules);
    } else {
      TextRuleSource source = text_rule(rule, expression);
      if (errors_.size() == errors_before) put(std::move(source), sources_.text_rules);
    }
  }

  void check_keys(std::uint32_t rule) {
    for (JsonMembers each(tree_, rule); !each.done(); each.advance()) {
      bool known = false;
      for (const std::string& key : rule_keys()) known |= key == each.key();
      if (!known) {
        fail(each.key_index(), ErrorCode::bad_rule, unknown("field", each.key(), rule_keys()));
      }
    }
  }

  TokenRuleSource token_rule(std::uint32_t rule, std::uint32_t pattern) {
    TokenRuleSource source;
    source.rule.id = *tree_.text(rule, "id");
    source.rule.about = tree_.text(rule, "about").value_or("");
    source.rule.sieve = text(rule, "sieve").value_or("");
    source.rule.place = tree_.place(tree_.member(rule, "id"));
    source.rule.confidence = confidence(rule);
    source.rule.guards = guards(rule);
    source.rule.decides = decides(rule);
    source.rule.examples = read_examples(tree_, rule, errors_);
    if (const std::uint32_t list = tree_.member(rule, "words"); list != kNone) {
      fail(list, ErrorCode::bad_rule,
           "\"words\" are for an \"expression\"; a pattern is asked only where its words are");
    }
    source.pattern = {source.rule.id, std::string(tree_[pattern].text), anchor(rule),
                      source.rule.confidence, tree_.place_in(pattern, 0)};
    if (tree_[pattern].kind != JsonKind::string) {
      fail(pattern, ErrorCode::bad_rule, "a pattern is a text");
    }
    return source;
  }

  TextRuleSource text_rule(std::uint32_t rule, std::uint32_t expression) {
    TextRuleSource source;
    source.rule.id = *tree_.text(rule, "id");
    source.rule.about = tree_.text(rule, "about").value_or("");
    source.rule.expression = tree_[expression].text;
    source.rule.words = words(rule);
    source.rule.gives = text(rule, "gives").value_or("");
    source.rule.sieve = text(rule, "sieve").value_or("");
    source.rule.confidence = confidence(rule);
    source.rule.place = tree_.place(tree_.member(rule, "id"));
    source.rule.examples = read_examples(tree_, rule, errors_);
    source.expression = {source.rule.id, std::string(tree_[expression].text),
                         tree_.place_in(expression, 0), source.rule.words};
    if (tree_[expression].kind != JsonKind::string) {
      fail(expression, ErrorCode::bad_rule, "an expression is a text");
    }
    return source;
  }

  pattern::Anchor anchor(std::uint32_t rule) {
    const std::string_view name = text(rule, "anchor").value_or("quote");
    if (name == "quote") return pattern::Anchor::quote;
    if (name == "cue") return pattern::Anchor::cue;
    const std::uint32_t own = tree_.member(rule, "anchor");
    fail(own == kNone ? rule : own, ErrorCode::bad_rule, unknown("anchor", name, {"quote", "cue"}));
    return pattern::Anchor::quote;
  }

  float confidence(std::uint32_t rule) {
    const std::uint32_t index = tree_.member(rule, "confidence");
    if (index == kNone) return 0.5F;
    const double number = tree_[index].number;
    if (tree_[index].kind != JsonKind::number || !(number > 0 && number <= 1)) {
      fail(index, ErrorCode::bad_rule, "a confidence is a number above 0 and at most 1");
    }
    return static_cast<float>(number);
  }

  bool decides(std::uint32_t rule) {
    const std::uint32_t index = tree_.member(rule, "decides");
    if (index == kNone) return false;
    if (tree_[index].kind != JsonKind::boolean) {
      fail(index, ErrorCode::bad_rule, "\"decides\" is true or false");
    }
    return tree_[index].truth;
  }

  std::vector<Guard> guards(std::uint32_t rule) {
    std::vector<Guard> found;
    const std::uint32_t list = tree_.member(rule, "guards");
    if (list == kNone) return found;
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      std::size_t which = 0;
      while (which < guard_names().size() && guard_names()[which] != tree_[each.index()].text) {
        ++which;
      }
      if (which == guard_names().size()) {
        fail(each.index(), ErrorCode::bad_rule,
             unknown("guard", tree_[each.index()].text, guard_names()));
      } else {
        found.push_back(static_cast<Guard>(which));
      }
    }
    return found;
  }

  // One list of words, or a list of such lists.
  pattern::WordLists words(std::uint32_t rule) {
    pattern::WordLists found;
    const std::uint32_t list = tree_.member(rule, "words");
    if (list == kNone) return found;
    const JsonChildren first(tree_, list);
    if (first.done() || tree_[first.index()].kind != JsonKind::array) {
      found.push_back(word_list(list));
      return found;
    }
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      found.push_back(word_list(each.index()));
    }
    if (found.size() > pattern::TextWords::kMostLists) {
      fail(list, ErrorCode::bad_rule, "\"words\" has at most four lists");
    }
    return found;
  }

  std::vector<std::string> word_list(std::uint32_t list) {
    std::vector<std::string> found;
    for (JsonChildren each(tree_, list); !each.done(); each.advance()) {
      const std::string_view word = tree_[each.index()].text;
      if (!is_demand(word)) {
        fail(each.index(), ErrorCode::bad_rule, not_a_small_word(word));
      }
      found.emplace_back(word);
    }
    if (found.empty()) {
      fail(list, ErrorCode::bad_rule,
           "\"words\" lists words of which every match holds one; leave it out where there are "
           "none");
    }
    return found;
  }

  static std::string not_a_small_word(std::string_view text) {
    const std::string folded = fold_word(text);
    std::string message =
        in_backticks(text) + " is not one word in small letters, one mark, or two of them";
    if (is_small_word(folded)) message += "; did you mean " + in_backticks(folded) + "?";
    return message;
  }

  template <typename Source>
  static void put(Source source, std::vector<Source>& sources) {
    for (Source& known : sources) {
      if (known.rule.id != source.rule.id) continue;
      known = std::move(source);
      return;
    }
    sources.push_back(std::move(source));
  }

  const JsonTree& tree_;
  RuleSources& sources_;
  std::vector<Error>& errors_;
  std::uint32_t defaults_ = kNone;
};

}  // namespace

void read_rules(const JsonTree& tree, RuleSources& sources, std::vector<Error>& errors) {
  RuleFileReader(tree, sources, errors).read();
}

}  // namespace quotary
